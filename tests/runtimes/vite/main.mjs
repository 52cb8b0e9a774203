// A Vite production bundle, run in the browser given as argument.
import { build, version } from "vite";
import { runPage } from "./shared/browser.mjs";
import { report } from "./shared/report.mjs";
import { serveFolder } from "./shared/serve.mjs";

const browser = process.argv[2];
await build({ logLevel: "warn" });
const { url, stop } = await serveFolder("dist");
const { version: browserVersion, found } = await runPage(browser, url);
stop();
report(browser, browserVersion, `vite ${version} bundle`, found);
