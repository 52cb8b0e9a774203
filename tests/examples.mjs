// Every example, run as its reader would: copied, installed with the packed tarball, started,
// tried.
//   node tests/examples.mjs [NAME...]        after `make pack`
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { APPS, LISTENING, WORK, run } from "./demo/apps.mjs";
import { curl, startCommand } from "./demo/by-hand.mjs";
import { deliverAll } from "./demo/deliver.mjs";
import { ROOT, installExample } from "./demo/install.mjs";
import { tryPage } from "./demo/page.mjs";
import { send } from "./demo/post.mjs";
import { ENVIRONMENT, PROVIDERS, signatureOf } from "./demo/providers.mjs";
import { tryReadme, tryRust } from "./demo/readme.mjs";
import { start } from "./demo/server.mjs";

const pins = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8")).devDependencies;

// Every folder of examples/, and what else a reader is told to paste: that runs where Express is
// installed. Each attempt resolves to { passed, problems, notRun? }.
const EXAMPLES = {
  readme: { folder: "express", attempt: readme },
  demo: { folder: "express", attempt: demo },
  ...Object.fromEntries(
    Object.entries(APPS).map(([name, app]) => [name, { ...app, folder: name, attempt: server }]),
  ),
};
EXAMPLES.browser.attempt = page;

/**
 * Runs the named examples, all by default.
 *
 * @param tarball - path of the packed package
 * @param log - is told, in one line, what is being done
 * @returns one { name, passed, failed, seconds, detail, notRun } for each example: `detail` says
 *   what failed, `notRun` what this machine lacks
 */
export async function runExamples({ tarball, log = console.log, names = Object.keys(EXAMPLES) }) {
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
  const { attempt } = example;
  const folder = join(WORK, example.folder);
  installExample(example.folder, folder, tarball, (dependency, range) => pins[dependency] ?? range);
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
  const prefixes = example.prefixes ?? ["webhooks"];
  const whole = await during(example.start(folder, ENVIRONMENT), (it) =>
    gather(prefixes, (prefix) => trySending(it, prefix)),
  );
  const bare = { ...ENVIRONMENT, LIBROMI_SECRET: "" };
  const misused = await during(example.start(folder, bare), (it) =>
    gather(prefixes, (prefix) => tryMisuse(it, prefix)),
  );
  return asResult([...whole, ...misused]);
}

const asResult = (checks) => ({
  passed: checks.filter((problem) => !problem).length,
  problems: checks.filter(Boolean),
});

// A check is a sentence that says what is wrong, or nothing.
async function trySending(it, prefix) {
  const checks = [];
  for await (const { problems } of deliverAll(it, (provider) => `/${prefix}/${provider}`))
    checks.push(problems.join("; "));
  for (const method of ["GET", "PUT", "DELETE"]) {
    const { status, headers } = await send({ port: it.port, path: `/${prefix}/agentbot`, method });
    checks.push(differs(`${prefix}: ${method}`, "405, Allow: POST", `${status}, Allow: ${headers.allow}`));
  }
  const nobody = await send({ port: it.port, path: `/${prefix}/nobody`, method: "POST", body: Buffer.from("{}") });
  checks.push(differs(`${prefix}: unknown provider`, 404, nobody.status));
  // Neither a body nor a length: some frameworks have nothing to hand on then, and that must not
  // look like misuse.
  const empty = await send({
    port: it.port,
    path: `/${prefix}/bookbag`,
    method: "POST",
    headers: [["X-Bookbag-Signature", "x"]],
  });
  checks.push(
    differs(
      `${prefix}: no body`,
      "401 malformed SIGNATURE_MALFORMED",
      `${empty.status} ${empty.text} ${(await it.verdict()).word}`,
    ),
  );
  return checks;
}

async function tryMisuse(it, prefix) {
  const body = Buffer.from(PROVIDERS.libromi.body);
  const headers = [["x-libromi-signature", signatureOf("libromi", { body, secret: "" })]];
  const answer = await send({ port: it.port, path: `/${prefix}/libromi`, headers, body });
  const got = `${answer.status} ${answer.text} ${(await it.verdict()).word}`;
  return [differs(`${prefix}: an empty secret, and a delivery signed with it`, "500 misuse SECRET_EMPTY", got)];
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
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.slice(2));
