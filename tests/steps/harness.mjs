// The browser harness: its readers and writers in Node, then every feature of the page in real browsers.
import { join } from "node:path";
import { ofJson } from "../evidence.mjs";
import { lacks } from "../tools/browsers.mjs";
import { tests } from "../tools/paths.mjs";
import { command } from "./command.mjs";

export async function* harness() {
  yield* run("harness: requests and copied code", ["units/main.mjs"]);
  const browsers = ["chromium", "firefox"];
  for (const browser of browsers.filter(lacks))
    yield { name: `harness, ${browser}`, passed: 0, failed: 0, notRun: lacks(browser) };
  const found = browsers.filter((browser) => !lacks(browser));
  const flags = found.flatMap((browser) => ["--browser", browser]);
  if (found.length > 0) yield* run(`harness: the page in ${found.join(" and ")}`, ["main.mjs", ...flags]);
}

async function* run(name, [script, ...flags]) {
  let absent;
  const count = ({ output }) => {
    const said = ofJson(output);
    absent = said.notRun;
    return said;
  };
  yield await command(name, process.execPath, [join(tests, "harness", script), ...flags], { count, minutes: 20 });
  if (absent) yield { name: `${name}, a part`, passed: 0, failed: 0, notRun: absent };
}
