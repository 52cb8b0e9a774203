// Snippets: the JavaScript of the pages, run as it stands. What says `// →` prints that, and a receiver answers a genuine
// delivery with 200, a forged one with 401, and another method with 405.

import { spawn } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileOf } from "../demo/page-files.mjs";
import { ENVIRONMENT, PROVIDERS, signatureOf } from "../demo/providers.mjs";
import { freePort } from "../demo/server.mjs";
import { tool } from "../tools/install.mjs";
import { matrix, packageDir, root, tests } from "../tools/paths.mjs";

/** Where the blocks are written; the frameworks stand in the folder above, and the package in this one. */
export const FOLDER = join(matrix, "docs");

export function prepare() {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  cpSync(packageDir, join(FOLDER, "node_modules", "countersign"), { recursive: true });
  writeFileSync(join(FOLDER, "package.json"), '{ "type": "module" }\n');
  for (const name of ["host.mjs", "claims.mjs", "mended.mjs", "scope.mjs"])
    cpSync(new URL(name, import.meta.url), join(FOLDER, name));
  cpSync(join(tests, "receivers", "adapters"), join(FOLDER, "adapters"), { recursive: true });
  cpSync(join(root, "pkg-template", "frameworks.mjs"), join(FOLDER, "frameworks.mjs"));
}

/** Resolves to a sentence that says what is wrong with a block, or to "". */
export async function tryBlock({ name, slug, language, code }) {
  const problem = await attemptOf(language, code)(slug, code).catch((error) => error.message);
  return problem && `${name}: ${problem}`;
}

/** Tries what the pages say of body parsers. */
export const tryClaims = () => tried("claims.mjs");

/** Tries the fixes of the findings about bodies. */
export const tryFixes = () => tried("mended.mjs", { DENO: tool("deno"), BUN: tool("bun") });

async function tried(script, more) {
  const { output } = await ended(run(process.execPath, [script], more));
  const [line] = output.trim().split("\n").slice(-1);
  const { passed, problems } = line.startsWith("{") ? JSON.parse(line) : { passed: 0, problems: [output] };
  return { of: passed + problems.length, problems };
}

function attemptOf(language, code) {
  if (language === "jsonc") return tryJson;
  if (language === "text") return tryLog;
  if (code.includes("// →")) return tryScript;
  if (fileOf(code) !== undefined) return trySyntax; // tests/examples.mjs runs it in its host
  if (/\b3000\b/.test(code)) return tryServer;
  return /^export /m.test(code) ? tryExport : trySyntax;
}

async function tryJson(_, code) {
  JSON.parse(code.replace(/^\s*\/\/.*$/gm, ""));
  return "";
}

// What a page says that the log says, some file of the package says.
async function tryLog(_, code) {
  const dist = join(packageDir, "dist");
  const scripts = readdirSync(dist).filter((name) => name.endsWith(".js"));
  const said = unescaped(scripts.map((name) => readFileSync(join(dist, name), "utf8")).join("\n"));
  const lines = [...code.matchAll(/^countersign: \w+ ([A-Z_]+): (?:.*? before\. )?(.*)$/gm)];
  const made = lines.filter(([, reason, sentence]) => !said.includes(sentence) || !said.includes(reason));
  return made.map(([line]) => `nothing logs ${line}`).join("; ");
}

const unescaped = (script) => script.replace(/\\u([0-9a-f]{4})/gi, (_, hex) => String.fromCharCode(Number(`0x${hex}`)));

async function tryScript(slug, code) {
  const { output } = await ended(run(process.execPath, [write(slug, code)]));
  const said = [...code.matchAll(/^\/\/ → (.*)$/gm)].map(([, line]) => `${line}\n`).join("");
  return output === said ? "" : `it says\n${said}and prints\n${output}`;
}

async function trySyntax(slug, code) {
  const { status, output } = await ended(run(process.execPath, ["--check", write(slug, code)]));
  return status === 0 ? "" : output;
}

async function tryServer(slug, code) {
  const port = await freePort();
  const path = write(slug, code.replace(/\b3000\b/g, String(port)));
  const [command, ...flags] = runtimeOf(code);
  return drive(run(command, [...flags, path]), port, code);
}

async function tryExport(slug, code) {
  const port = await freePort();
  return drive(run(process.execPath, ["host.mjs", write(slug, code), String(port)]), port, code);
}

function runtimeOf(code) {
  if (code.includes("Deno.")) return [tool("deno"), "run", "--node-modules-dir=manual", "--allow-net", "--allow-env"];
  return [code.includes("Bun.") ? tool("bun") : process.execPath];
}

function write(slug, code) {
  const path = join(FOLDER, `${slug}.mjs`);
  writeFileSync(path, code);
  return path;
}

function run(command, args, more) {
  const env = { ...process.env, ...more, ...ENVIRONMENT, NODE_ENV: "test", DENO_DIR: join(FOLDER, ".deno") };
  return spawn(command, args, { cwd: FOLDER, env, stdio: ["ignore", "pipe", "pipe"] });
}

function ended(child) {
  const output = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => output.push(chunk));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, output: Buffer.concat(output).toString() }));
  });
}

async function drive(child, port, code) {
  const end = ended(child);
  try {
    const [, path = "/webhooks/agentbot"] = /"(\/webhooks\/\w+)"/.exec(code) ?? [];
    const url = `http://127.0.0.1:${port}${path}`;
    await Promise.race([listening(url), end.then(({ output }) => Promise.reject(new Error(`it ended: ${output}`)))]);
    const answers = [await post(url), await post(url, " "), await reply(url, { method: "GET" })];
    const expected = ["200 ok", "401 rejected", "405 transport POST"];
    return answers.join() === expected.join() ? "" : `expected ${expected}, got ${answers}`;
  } finally {
    child.kill("SIGKILL");
    await end;
  }
}

async function listening(url) {
  const until = performance.now() + 60_000;
  while (performance.now() < until) {
    if (
      await fetch(url).then(
        () => true,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`nothing listens at ${url}`);
}

function post(url, more = "") {
  const body = Buffer.from(PROVIDERS.agentbot.body);
  const signature = signatureOf("agentbot", { body, seconds: Math.floor(Date.now() / 1000) });
  const headers = { [PROVIDERS.agentbot.header]: signature, "content-type": "application/json" };
  return reply(url, { method: "POST", headers, body: Buffer.concat([body, Buffer.from(more)]) });
}

async function reply(url, init) {
  const response = await fetch(url, init);
  const text = await response.text();
  const told = response.headers.get("content-type")?.includes("json") ? JSON.parse(text).family : text;
  return [response.status, told, response.headers.get("allow")].filter(Boolean).join(" ");
}
