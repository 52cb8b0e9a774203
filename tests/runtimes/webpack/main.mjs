// A webpack production bundle, run in the browser given as argument.
import { writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import webpack from "webpack";
import { runPage } from "./shared/browser.mjs";
import { report } from "./shared/report.mjs";
import { serveFolder } from "./shared/serve.mjs";

const browser = process.argv[2];
const stats = await promisify(webpack)({ mode: "production", entry: "./page.mjs" });
if (stats.hasErrors()) throw new Error(stats.toString("errors-only"));
await writeFile("dist/index.html", '<!doctype html><meta charset="utf-8"><script defer src="/main.js"></script>');
const { url, stop } = await serveFolder("dist");
const { version: browserVersion, found } = await runPage(browser, url);
stop();
report(browser, browserVersion, `webpack ${webpack.version} bundle`, found);
