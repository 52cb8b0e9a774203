// The fixes of the findings about bodies, run on the frameworks that they are for: `node mended.mjs`, where those and the
// package are installed. Each delivery is refused for the fault, which the explainer finds, and accepted with the fix.
// Prints { passed, problems } as JSON.

import { findings } from "countersign/explain";
import { apiResolver } from "next/dist/server/api-utils/node/api-resolver.js";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { connect } from "node:net";
import { gzipSync } from "node:zlib";
import { hostOf } from "./host.mjs";
import { programs } from "./adapters/index.mjs";
import { FRAMEWORKS } from "./frameworks.mjs";
import { webhook } from "./scope.mjs";

const json = '{\n  "event": "message.created",\n  "total": 1\n}';
const JSON_TYPE = "application/json";
const SENT = {
  json: { body: json },
  "JSON that nobody writes back": { body: '{ "total": 1.0 }' },
  "a byte order mark": { body: `\ufeff${json}` },
  "letters beyond ASCII": { body: '{"city":"Zürich","price":"5 €"}' },
  "spaces at the ends": { body: ` ${json} \r\n` },
  "a JSON string": { body: JSON.stringify(json) },
  "a form": { body: "payload=%7B%22a%22%3A1%7D", type: "application/x-www-form-urlencoded" },
  gzip: { body: json, wire: gzipSync(json), encoding: "gzip" },
  "gzip of a type that no parser takes": { body: json, wire: gzipSync(json), type: "application/octet-stream" },
};
const TEXTS = ["json", "a byte order mark", "letters beyond ASCII", "spaces at the ends"];

function ofFramework(framework) {
  if (!(framework in programs)) throw new Error(`no file of tests/receivers/adapters/ has a program of ${framework}`);
  const { parsed } = programs[framework];
  const receiver = findings.BODY_RESTRINGIFIED.fixes[framework];
  const raw = findings.BODY_BOM.fixes[framework];
  return [
    {
      framework,
      name: "the parser first",
      hand: parsed,
      expected: { json: "BODY_RESTRINGIFIED", "JSON that nobody writes back": "BODY_RESTRINGIFIED" },
    },
    { framework, name: receiver, above: receiver, expected: genuine("json", "a JSON string", "a form") },
    { framework, name: raw, ...byHand(framework, raw), expected: genuine(...TEXTS) },
  ];
}

function ofDefaults() {
  const unread = "Buffer.concat(await request.toArray())";
  const untaken = "gzip of a type that no parser takes";
  const lines = (code, before = "") => `${before}\n${findings[code].fix}`;
  return [
    { framework: "lambda", name: "still in base64", hand: "event.body", expected: { json: "BODY_BASE64" } },
    { framework: "lambda", ...mended("BODY_BASE64", "lambda"), expected: genuine("json") },
    { framework: "lambda", ...inside(lines("BODY_BASE64", "const wrapped = event.body;")), expected: genuine("json") },
    { framework: "express", name: "as it came", hand: unread, expected: { [untaken]: "BODY_GZIP" } },
    ...["express", "nest"].map((framework) => ({
      framework,
      ...byHand(framework, findings.BODY_GZIP.fixes[framework]),
      name: `${framework} unpacks`,
      expected: genuine("gzip"),
    })),
    {
      framework: "express",
      ...inside(lines("BODY_GZIP", `import { gunzipSync } from "node:zlib";\nconst compressed = ${unread};`)),
      expected: genuine(untaken),
    },
    ...["BODY_RESTRINGIFIED", "BODY_OBJECT", "BODY_EMPTY"].map((code) => ({
      framework: "express",
      name: `${code} by default`,
      above: `import { receive } from "countersign/express";\n${findings[code].fix}`,
      expected: genuine("json"),
    })),
    {
      framework: "node",
      ...inside(lines("BODY_TRUNCATED", 'import { buffer } from "node:stream/consumers";')),
      expected: genuine("letters beyond ASCII"),
    },
    {
      framework: "node",
      ...inside(lines("BODY_LATIN1", "const chunks = await request.toArray();")),
      expected: genuine("letters beyond ASCII"),
    },
    { framework: "fetch", ...inside(lines("BODY_BOM")), expected: genuine("a byte order mark") },
  ];
}

const genuine = (...names) => Object.fromEntries(names.map((name) => [name, "ok"]));
const mended = (code, framework) => ({ name: code, above: findings[code].fixes[framework] });
const inside = (lines) => ({ name: lines, within: lines, hand: "rawBody" });

/** The lines above the parser or, where they make `rawBody`, inside of the handler. */
function byHand(framework, lines) {
  const { raw } = programs[framework];
  return raw === "rawBody" ? inside(lines) : { above: lines, hand: raw };
}

async function tried({ framework, name, above = "", within, hand, expected }) {
  const { program, headers } = programs[framework];
  const judged = hand && `(async () => {\n${bodyOf(within)}\nreturn judge(${hand}, ${headers});\n})()`;
  const host = await started(framework, headOf(within) + program(above, judged)).catch((error) => error);
  const outcome = async ([sent, answer]) => {
    const got = host.port === undefined ? host.message : await post(host.port, SENT[sent]);
    return got === answer ? "" : `${framework}, ${sent}: expected ${answer}, got ${got}: ${name}`;
  };
  const outcomes = await Promise.all(Object.entries(expected).map(outcome));
  host.stop?.();
  return outcomes;
}

// What has to stand at the top of a module, and the rest.
const IS_HEAD = /^(import|export) /;
const headOf = (lines = "") =>
  `${lines
    .split("\n")
    .filter((line) => IS_HEAD.test(line))
    .join("\n")}\n`;
const bodyOf = (lines = "") =>
  lines
    .split("\n")
    .filter((line) => !IS_HEAD.test(line))
    .join("\n");

let count = 0;
async function started(framework, program) {
  const path = new URL(`mended-${(count += 1)}.mjs`, import.meta.url).pathname;
  const imports = program.match(/^ *import .*$/gm) ?? [];
  const rest = program.replace(/^ *import .*$/gm, "");
  const scope = 'import { handle, judge, webhook } from "./scope.mjs";';
  writeFileSync(path, [...new Set([...imports.map((line) => line.trim()), scope]), rest].join("\n"));
  if (framework === "deno" || framework === "bun") return spawned(framework, path);
  const module = await import(path);
  const server = module.server ?? (framework === "next-pages" ? pagesOf(module) : hostOf(module)).listen(0);
  if (!server.listening) await once(server, "listening");
  const { port } = server.address();
  return { port, stop: () => (server.closeAllConnections(), server.close()) };
}

// Next.js parses as it does in production; only that it read `config` from the source is not asked here.
const pagesOf = (module) =>
  createServer((request, response) => apiResolver(request, response, {}, module, { previewModeId: "" }, false));

async function spawned(framework, path) {
  const probe = createServer().listen(0);
  await once(probe, "listening");
  const { port } = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  const flags =
    framework === "deno" ? ["run", "--quiet", "--node-modules-dir=manual", "--allow-net", "--allow-env"] : [];
  const env = { ...process.env, PORT: String(port), DENO_SERVE_ADDRESS: `tcp:127.0.0.1:${port}` };
  const child = spawn(process.env[framework.toUpperCase()], [...flags, path], { env, stdio: ["ignore", "ignore", 2] });
  const until = Date.now() + 60_000;
  while (!(await listens(port))) {
    if (child.exitCode !== null || Date.now() > until) throw new Error(`${framework} does not listen`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return { port, stop: () => child.kill("SIGKILL") };
}

async function listens(port) {
  const socket = connect(port, "127.0.0.1");
  const outcome = await new Promise((resolve) =>
    socket.on("connect", () => resolve(true)).on("error", () => resolve(false)),
  );
  socket.destroy();
  return outcome;
}

async function post(port, { body, wire = body, type = JSON_TYPE, encoding }) {
  const headers = { ...webhook.sign(body), "content-type": type, ...(encoding && { "content-encoding": encoding }) };
  const init = { method: "POST", headers, body: wire, signal: AbortSignal.timeout(30_000) };
  const response = await fetch(`http://127.0.0.1:${port}/webhook`, init).catch((error) => error);
  return response.status < 300 ? response.text() : `${response.status ?? response.name}`;
}

const cases = [...FRAMEWORKS.flatMap(({ name }) => ofFramework(name)), ...ofDefaults()];
const outcomes = [];
for (const one of cases) outcomes.push(...(await tried(one)));
const problems = outcomes.filter(Boolean);
console.log(JSON.stringify({ passed: outcomes.length - problems.length, problems }));
process.exit(0);
