// The browser harness in real browsers: every feature of it, as its user meets it.
//
//   node tests/harness/main.mjs                      needs a packed package: pkg-template/build.mjs
//   node tests/harness/main.mjs --browser firefox    one browser
//   node tests/harness/main.mjs --only offline       scenarios whose name contains a text
//   node tests/harness/main.mjs --write-screenshot   writes the picture of the README
//   node tests/harness/main.mjs --site FOLDER        a harness that is built already
import { parseArgs } from "node:util";
import { buildHarness } from "../demo/site.mjs";
import { installLibraries } from "../tools/libraries.mjs";
import { lacks } from "../tools/browsers.mjs";
import { openChromium } from "./chromium.mjs";
import { openFirefox } from "./firefox.mjs";
import { runScenarios } from "./run.mjs";
import { tarballPath } from "../steps/package.mjs";

const { values: options } = parseArgs({
  options: {
    browser: { type: "string", multiple: true, default: ["chromium", "firefox"] },
    only: { type: "string", default: "" },
    site: { type: "string" },
    files: { type: "string" },
    "write-screenshot": { type: "boolean", default: false },
  },
});
const OPEN = { chromium: openChromium, firefox: openFirefox };

await installLibraries().then((done) => console.log(`libraries ${done}`));
const site = options.site ?? buildHarness(tarballPath());
const absent = options.browser.map(lacks).filter(Boolean);
const outcomes = await Promise.all(
  options.browser.filter((name) => !lacks(name)).map((name) => runScenarios(OPEN[name], site, options)),
);

for (const { failures } of outcomes) for (const failure of failures) console.log(`\nFAILED ${failure}`); // again, at the end
const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
const failed = outcomes.reduce((sum, outcome) => sum + outcome.failures.length, 0);
const measured = outcomes.map((outcome) => outcome.measured).join("; ");
console.log(JSON.stringify({ passed, failed, measured, notRun: absent.join("; ") || undefined }));
process.exit(failed === 0 && passed > 0 ? 0 : 1);
