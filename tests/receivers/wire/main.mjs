// What no example shows, in an app of each framework: a parser that ran first, a handler that fails,
// duplicates while one is being handled, work in the background.
//   node tests/receivers/wire/main.mjs [NAME...]        after `make pack`; COUNTERSIGN_TARBALL names another package
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { LISTENING } from "../../demo/launch.mjs";
import { ENVIRONMENT } from "../../demo/providers.mjs";
import { start } from "../../demo/server.mjs";
import { layOut } from "../../runtimes/app.mjs";
import { tarballPath } from "../../steps/package.mjs";
import { logFile } from "../../tools/paths.mjs";
import { tryHandling } from "./handling.mjs";
import { Wire, newBody } from "./wire.mjs";

async function main(wanted) {
  const tarball = process.env.COUNTERSIGN_TARBALL ?? tarballPath();
  const parts = { "receivers/wire/app": ".", "receivers/adapters": "adapters" };
  const cwd = await layOut("receivers", parts, { tarball, log: logFile("receivers") });
  const { apps } = await import(pathToFileURL(join(cwd, "adapters", "index.mjs")));
  const unknown = wanted.filter((name) => !(name in apps));
  if (unknown.length > 0) throw new Error(`no such app: ${unknown.join(", ")} (known: ${Object.keys(apps).join(" ")})`);
  const names = wanted.length > 0 ? wanted : Object.keys(apps);
  const checks = [];
  for (const name of names) {
    const server = await start(process.execPath, ["main.mjs", name], { cwd, env: ENVIRONMENT, ready: LISTENING });
    try {
      for await (const [what, problems] of tryApp(apps[name], server)) {
        const isGood = problems.length === 0;
        checks.push(isGood);
        if (!isGood) console.log(`${name}, ${what}: ${problems.join("; ")}`);
      }
    } catch (error) {
      checks.push(false);
      console.log(`${name}: ${error.message}`);
    } finally {
      await server.stop();
    }
  }
  const passed = checks.filter(Boolean).length;
  const failed = checks.length - passed;
  console.log(JSON.stringify({ passed, failed, measured: `${passed} checks, ${names.length} frameworks` }));
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
}

async function* tryApp({ bodies }, server) {
  const at = (path) => new Wire(server, path, {});
  for (const [path, expected] of Object.entries(bodies)) {
    // Twice: what the first one left behind must not change the second.
    for (const time of ["once", "again"]) yield [`${path}, ${time}`, await tryParser(at(path), expected)];
  }
  yield* tryHandling(at);
}

/** What the log says of a body that is not what arrived. */
const WHY = {
  BODY_NOT_RAW: "Something read the body before, and left what it had parsed.",
  BODY_CONSUMED: "Something read the body before.",
};

async function tryParser(wire, { code, why = WHY[code], fix, headers }) {
  if (code !== undefined) return wire.refuses(code, { rest: `${why} ${fix}`, headers });
  const forged = { signed: newBody(), headers };
  return [...(await wire.accepts({ headers })), ...(await wire.refuses("SIGNATURE_MISMATCH", forged))];
}

await main(process.argv.slice(2));
