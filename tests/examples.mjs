// Every example, run as its reader would: copied, installed with the packed tarball, started,
// tried.
//   node tests/examples.mjs [NAME...]        after `make pack`; by default all that `make test` runs
//   node tests/examples.mjs --hosts          those of hosts that an adapter serves as it is
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { HOSTS } from "../pkg-template/frameworks.mjs";
import { APPS } from "./demo/apps.mjs";
import { curl, startCommand } from "./demo/by-hand.mjs";
import { deliverAll } from "./demo/deliver.mjs";
import { HOST_APPS } from "./demo/hosts.mjs";
import { ROOT, installExample } from "./demo/install.mjs";
import { tryPage } from "./demo/page.mjs";
import { send } from "./demo/post.mjs";
import { LISTENING, WORK, run } from "./demo/launch.mjs";
import { STRIPE, tryPaths, writePageFiles } from "./demo/page-files.mjs";
import { ENVIRONMENT, PROVIDERS, signatureOf } from "./demo/providers.mjs";
import { tryReadme, tryRust } from "./demo/readme.mjs";
import { start } from "./demo/server.mjs";
import { tryBackground } from "./receivers/wire/background.mjs";
import { OK, differences, refusal } from "./receivers/wire/replies.mjs";
import { Wire, duplicateProblems, newBody, tryWire } from "./receivers/wire/wire.mjs";
import { lacks } from "./tools/browsers.mjs";
import { startRedis } from "./tools/servers.mjs";

const pins = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8")).devDependencies;

// Every folder of examples/, and what else a reader is told to paste: that runs where Express is
// installed. Each attempt resolves to { passed, problems, notRun? }.
const EXAMPLES = {
  readme: { folder: "express", attempt: readme },
  demo: { folder: "express", attempt: demo },
  "express-redis": { folder: "express", attempt: twoProcesses },
  ...Object.fromEntries(
    Object.entries(APPS).map(([name, app]) => [name, { folder: name, copy: name, ...app, attempt: server }]),
  ),
};
EXAMPLES.browser.attempt = page;

const SHORT = Object.keys(EXAMPLES).filter((name) => !EXAMPLES[name].isLong);

/**
 * Runs the named examples: by default all but the long ones.
 *
 * @param tarball - path of the packed package
 * @param log - is told, in one line, what is being done
 * @returns one { name, passed, failed, seconds, detail, notRun } for each example: `detail` says
 *   what failed, `notRun` what this machine lacks
 */
export async function runExamples({ tarball, log = console.log, names = SHORT }) {
  const results = [];
  for (const name of names) {
    log(`  ${name}`);
    const began = performance.now();
    const result = await runOne(name, tarball).catch((error) => ({
      name,
      passed: 0,
      failed: 1,
      detail: error.message,
    }));
    results.push({ ...result, seconds: (performance.now() - began) / 1000 });
  }
  return results;
}

async function runOne(name, tarball) {
  const example = EXAMPLES[name];
  const { attempt, copy = example.folder } = example;
  const folder = join(WORK, copy);
  const pinned = (dependency, range) => pins[example.pins?.[dependency] ?? dependency] ?? range;
  installExample(example.folder, folder, tarball, pinned);
  const written = example.folder in HOST_APPS ? writePageFiles(join(example.folder, "README.md"), folder) : [];
  if (written.length > 0 && !example.paths) throw new Error(`nobody posts to ${written.join(", ")} of its page`);
  example.prepare?.(folder);
  const { passed, problems, notRun } = await attempt(example, folder);
  return { name, passed, failed: problems.length, detail: problems.join("\n"), notRun };
}

async function page(example, folder) {
  const preview = await example.start(folder, {});
  try {
    const tried = await tryPage(`http://127.0.0.1:${preview.port}/`);
    return tried ?? { passed: 0, problems: [], notRun: "chromium not found" };
  } finally {
    await preview.stop();
  }
}

async function readme(_, folder) {
  const file = join(ROOT, "README.md");
  return asResult([...(await tryReadme(file, folder)), tryRust(file)]);
}

// Two servers that share a Redis, and a delivery that comes to both.
async function twoProcesses(_, folder) {
  const notRun = lacks("redis");
  if (notRun) return { passed: 0, problems: [], notRun };
  const redis = await startRedis();
  const env = { ...ENVIRONMENT, REDIS_URL: redis.url };
  try {
    return await during(APPS.express.start(folder, env), (one) =>
      during(APPS.express.start(folder, env), async (other) => asResult(await sharing(one, other))),
    );
  } finally {
    await redis.stop();
  }
}

async function sharing(one, other) {
  const wires = [one, other].map((server) => new Wire(server, "/webhooks/bookbag", {}));
  const delivery = wires[0].deliveryOf({ body: newBody() });
  const answers = await Promise.all(Array.from({ length: 40 }, (_, i) => wires[i % 2].send(delivery)));
  const words = [];
  for (const i of answers.keys()) words.push((await wires[i % 2].verdict()).word);
  const again = await wires[1].send(delivery);
  return [
    ...answers.map((answer) => duplicateProblems(answer).join("; ")),
    differs("40 at once, in two processes, handled", 1, words.filter((word) => word !== "duplicate").length),
    differences(again, OK).join("; "),
    differs("and once more", "duplicate", (await wires[1].verdict()).word),
  ];
}

// The demo must end well, and what it tells people to paste is pasted here.
async function demo(_, folder) {
  run(ROOT, process.execPath, [join("tests", "demo", "demo.mjs")]);
  if (spawnSync("curl", ["--version"]).status !== 0) return { passed: 1, problems: [], notRun: "curl not found" };
  const starting = start("sh", ["-c", startCommand(folder, 0)], { cwd: ROOT, ready: LISTENING });
  const checks = await during(starting, async ({ port }) =>
    ["bookbag", "agentbot"].map((provider) => {
      const { stdout } = spawnSync("sh", ["-c", curl(provider, port)], { encoding: "utf8" });
      return differs(`curl to ${provider}`, "HTTP/1.1 200 OK", stdout.split("\r\n")[0]);
    }),
  );
  return asResult(["", ...checks]);
}

async function server(example, folder) {
  const { prefixes = ["webhooks"], paths = [], host = {}, background, start, startPage } = example;
  const whole = await during(start(folder, { ...ENVIRONMENT, ...STRIPE }), async (it) => [
    ...(await gather(prefixes, (prefix) => trySending(it, prefix, { ...host, ...host[prefix] }))),
    ...(startPage ? [] : await tryPaths(it, folder, paths, host)),
  ]);
  if (startPage) whole.push(...(await during(startPage(folder, STRIPE), (it) => tryPaths(it, folder, paths, host))));
  const bare = { ...ENVIRONMENT, ...STRIPE, LIBROMI_SECRET: "" };
  const misused = host.isLazy
    ? await during(start(folder, bare), (it) => gather(prefixes, (prefix) => tryMisuse(it, prefix)))
    : [await refusesToStart(start(folder, bare), host)];
  const startWith = (more) => start(folder, { ...ENVIRONMENT, ...more });
  if (background) for await (const problem of tryBackground(startWith, background)) whole.push(problem);
  return asResult([...whole, ...misused]);
}

const asResult = (checks) => ({
  passed: checks.filter((problem) => !problem).length,
  problems: checks.filter(Boolean),
});

// A check is a sentence that says what is wrong, or nothing.
async function trySending(it, prefix, host) {
  const checks = [];
  const pathOf = (provider) => `/${prefix}/${provider}`;
  for await (const { problems } of deliverAll(it, pathOf, host.without)) checks.push(problems.join("; "));
  if (checks.some(Boolean)) return checks; // the log may be out of step by now
  for await (const problem of tryWire(it, pathOf, host)) checks.push(problem);
  if (checks.some(Boolean)) return checks;
  const typed = [["Content-Type", "application/json"]];
  const nobody = await send({ port: it.port, path: pathOf("nobody"), headers: typed, body: Buffer.from("{}") });
  if (!host.without?.["an unknown provider"]) checks.push(differs(`${prefix}: unknown provider`, 404, nobody.status));
  // Neither a body nor a length: some frameworks have nothing to hand on then, and that must not
  // look like misuse.
  if (host.without?.["no body"]) return checks;
  const headers = [["X-Bookbag-Signature", "x"]];
  const empty = await send({ port: it.port, path: pathOf("bookbag"), headers });
  checks.push(
    ...differences(empty, refusal("SIGNATURE_MALFORMED")).map((problem) => `${prefix}: no body: ${problem}`),
    differs(`${prefix}: no body`, "SIGNATURE_MALFORMED", (await it.verdict()).word),
  );
  return checks;
}

async function refusesToStart(starting, { hidesCode }) {
  const texts = ["is empty: anyone could sign with it.", ...(hidesCode ? [] : ["SECRET_EMPTY"])];
  try {
    await (await starting).stop();
    return "an empty secret: the server started all the same";
  } catch ({ message }) {
    return texts.every((text) => message.includes(text))
      ? ""
      : `an empty secret: expected SECRET_EMPTY, got ${message}`;
  }
}

async function tryMisuse(it, prefix) {
  const body = Buffer.from(PROVIDERS.libromi.body);
  const signature = signatureOf("libromi", { body, secret: "" });
  const headers = [
    ["Content-Type", "application/json"],
    ["x-libromi-signature", signature],
  ];
  const { status } = await send({ port: it.port, path: `/${prefix}/libromi`, headers, body });
  await it.line(/SECRET_EMPTY/);
  return [differs(`${prefix}: an empty secret, and a delivery signed with it`, 500, status)];
}

async function during(starting, work) {
  const it = await starting;
  try {
    return await work(it);
  } finally {
    await it.stop();
  }
}

async function gather(prefixes, work) {
  const all = [];
  for (const prefix of prefixes) all.push(...(await work(prefix)));
  return all;
}

const differs = (what, expected, got) =>
  String(got) === String(expected) ? "" : `${what}: expected ${expected}, got ${got}`;

async function main(names) {
  const { version } = JSON.parse(readFileSync(join(ROOT, "pkg-template", "package.json"), "utf8"));
  const tarball = join(ROOT, "target", "npm", `countersign-${version}.tgz`);
  const results = await runExamples({ tarball, names: names.length > 0 ? names : undefined });
  for (const { name, passed, failed, seconds, detail, notRun } of results) {
    console.log(
      `${name}: ${passed} passed, ${failed} failed (${seconds.toFixed(1)} s)${notRun ? `, not run: ${notRun}` : ""}`,
    );
    if (detail) console.log(detail);
  }
  if (results.some(({ failed }) => failed > 0)) process.exitCode = 1;
  return results;
}

/** The same of the hosts, with a last line for the evidence. */
async function hosts() {
  const results = await main(HOSTS.map(({ example }) => example.page));
  const sum = (name) => results.reduce((total, result) => total + result[name], 0);
  const measured = `${results.length} hosts, ${sum("passed")} checks, ${(sum("seconds") / 60).toFixed(1)} min`;
  console.log(JSON.stringify({ passed: sum("passed"), failed: sum("failed"), measured }));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const args = process.argv.slice(2);
  await (args.includes("--hosts") ? hosts() : main(args));
}
