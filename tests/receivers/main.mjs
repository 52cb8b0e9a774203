// What no example shows, in an app of each framework: a parser that ran first, a handler that fails,
// duplicates while one is being handled, work in the background.
//   node tests/receivers/main.mjs [NAME...]        after `make pack`; COUNTERSIGN_TARBALL names another package
import { LISTENING } from "../demo/apps.mjs";
import { ENVIRONMENT } from "../demo/providers.mjs";
import { start } from "../demo/server.mjs";
import { layOut } from "../runtimes/app.mjs";
import { tarballPath } from "../steps/package.mjs";
import { logFile } from "../tools/paths.mjs";
import { tryHandling } from "./handling.mjs";
import { PARSERS } from "./parsers.mjs";
import { Wire, newBody } from "./wire.mjs";

/** Express is one app, run by two of its versions. */
const EXPRESS = { express: { EXPRESS: "express" }, express4: { EXPRESS: "express4" } };

async function main(names) {
  const tarball = process.env.COUNTERSIGN_TARBALL ?? tarballPath();
  const cwd = await layOut("receivers", { "receivers/apps": "." }, { tarball, log: logFile("receivers") });
  const checks = [];
  for (const name of names) {
    const file = name in EXPRESS ? "express.mjs" : `${name}.mjs`;
    const env = { ...ENVIRONMENT, ...EXPRESS[name] };
    const server = await start(process.execPath, [file], { cwd, env, ready: LISTENING });
    try {
      for await (const [what, problems] of tryApp(name, server)) {
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

async function* tryApp(name, server) {
  const at = (path) => new Wire(server, path, {});
  for (const [path, expected] of Object.entries(PARSERS[name])) {
    // Twice: what the first one left behind must not change the second.
    for (const time of ["once", "again"]) yield [`${path}, ${time}`, await tryParser(at(path), expected)];
  }
  yield* tryHandling(at);
}

async function tryParser(wire, { code, rest, headers }) {
  if (code !== undefined) return wire.refuses(code, { rest, headers });
  const forged = { signed: newBody(), headers };
  return [...(await wire.accepts({ headers })), ...(await wire.refuses("SIGNATURE_MISMATCH", forged))];
}

const [, , ...wanted] = process.argv;
const unknown = wanted.filter((name) => !(name in PARSERS));
if (unknown.length > 0)
  throw new Error(`no such app: ${unknown.join(", ")} (known: ${Object.keys(PARSERS).join(" ")})`);
await main(wanted.length > 0 ? wanted : Object.keys(PARSERS));
