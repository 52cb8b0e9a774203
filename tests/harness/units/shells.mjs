// Shells: every curl command of the vectors is run by the real bash and curl against a server that keeps what comes,
// and must send what our reader tells. Our reader must split any words as bash does.

import { strict as assert } from "node:assert";
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { Keeper } from "./keeper.mjs";
import { fc, load } from "./units.mjs";

const run = promisify(execFile);
const { vectors } = JSON.parse(readFileSync(new URL("requests.json", import.meta.url), "utf8"));

/** What is missing to run curl commands here; undefined when nothing is. */
export async function lacksShell() {
  const bash = await versionOf("bash", /version (\d+\.\d+)/);
  const curl = await versionOf("curl", /^curl (\d+\.\d+)/);
  if (bash >= 4.2 && curl >= 7.82) return undefined;
  return "bash 4.2 and curl 7.82 or newer are needed; Debian: apt-get install bash curl; macOS: brew install bash curl";
}

async function versionOf(program, pattern) {
  const { stdout } = await run(program, ["--version"]).catch(() => ({ stdout: "" }));
  const [major = "0", minor = "0"] = (pattern.exec(stdout)?.[1] ?? "").split(".");
  return Number(major) + Number(minor) / 100;
}

/** Runs a command line with the real curl, every connection of which ends at `keeper`. */
export async function runCurl(command, keeper) {
  const env = { ...process.env, ...UTF8, CURL_HOME: keeper.folder };
  await runInput("bash", command, env);
  return keeper.taken();
}

export async function runShells(units) {
  const { parseShell } = await load("request/shell.ts");
  await units.check("words are split as bash splits them", () => splitsAsBash(parseShell));
  const keeper = await Keeper.start();
  const told = vectors.filter(
    ({ format, differs, text }) => format === "curl" && !differs && !/curl \^|\^\r?\n/.test(text),
  );
  for (const vector of told) {
    await units.check(`curl sends what request ${vector.id} tells: ${vector.comment}`, () => sends(vector, keeper));
  }
  units.tell(`${told.length} of them sent by curl itself`);
  await keeper.stop();
}

async function sends({ text, method, url, headers, body_hex }, keeper) {
  const sent = await runCurl(text.replaceAll("https://", "http://").replace(/^\$ /, ""), keeper);
  assert.equal(sent.body.toString("hex"), body_hex);
  assert.equal(sent.method, method);
  assert.equal(sent.path, url.replace(/^https:\/\/[^/]+/, "").replace(/#.*/, ""));
  for (const name of new Set(headers.map(([each]) => each.toLowerCase()))) {
    assert.deepEqual(valuesOf(sent.headers, name), valuesOf(headers, name).map(plain), name);
  }
  // What curl sends of itself, a receiver's signature never covers.
  const own = new Set(["host", "user-agent", "accept", "content-length", "accept-encoding"]);
  const more = sent.headers.filter(([name]) => !own.has(name.toLowerCase()) && valuesOf(headers, name).length === 0);
  assert.deepEqual(more, []);
}

const plain = (value) => value.replaceAll("https://", "http://");

export function valuesOf(headers, name) {
  return headers.filter(([each]) => each.toLowerCase() === name.toLowerCase()).map(([, value]) => value);
}

// Each line is one case; bash prints its words, each ended by NUL, and a mark behind them.
async function splitsAsBash(parseShell) {
  const lines = fc.sample(line, { numRuns: 2000, seed: 42 }).concat(fc.sample(line, 2000));
  const script = `set -f +B\n${lines.map((each) => `printf '%s\\0' a ${each}\nprintf '=end=\\0'`).join("\n")}\n`;
  const { stdout } = await runInput("bash", script, { ...process.env, ...UTF8 });
  const words = stdout.toString("latin1").split("\0").slice(0, -1);
  for (const each of lines) {
    const got = parseShell(Buffer.from(`a ${each}`).toString("latin1"), new Set())[0][0].words;
    const end = words.indexOf("=end=");
    assert.deepEqual(got, words.splice(0, end + 1).slice(0, end), `${JSON.stringify(each)}`);
  }
}

function runInput(program, input, env) {
  const child = run(program, [], { env, encoding: "buffer", maxBuffer: 1 << 26, timeout: 60_000 });
  child.child.stdin.end(input);
  return child;
}

const UTF8 = { LC_ALL: "C.UTF-8" };

const some = (...units) => fc.array(fc.constantFrom(...units), { maxLength: 6 }).map((all) => all.join(""));
const letters = ["a", "b", "é", "😀", "{", "}", ",", "=", "?", "*", "#", "%", "^", "]", "!", "/", "-"];
const single = some(...letters, " ", "\\", '"', "$x", "`", "\n", ";", "|").map((inner) => `'${inner}'`);
const double = some(...letters, " ", "'", "\\\\", '\\"', "\\$", "\\`", "\\n", "\\\n", "\n", ";", "$ ", "\\'").map(
  (inner) => `"${inner}"`,
);
const codes = [
  "\\n",
  "\\r",
  "\\t",
  "\\a",
  "\\b",
  "\\e",
  "\\E",
  "\\f",
  "\\v",
  "\\\\",
  "\\'",
  '\\"',
  "\\?",
  "\\q",
  "\\cA",
  "\\u00e9",
  "\\u20ac",
  "\\u9",
];
const ansi = some(
  ...letters,
  ...codes,
  "\\xe9",
  "\\x9",
  "\\xg",
  "\\101",
  "\\33",
  "\\U0001f600",
  "\n",
  '"',
  "$x",
  "`",
).map((inner) => `$'${inner}'`);
const bare = some("a", "é", "{", "}", "=", "%", "\\ ", "\\'", '\\"', "\\\\", "\\a", "\\$", "\\\n", "$=", "\\;", "\\#");
// A # begins a comment only where a word begins; a $ before a quote opens another kind of it.
const word = fc
  .array(fc.oneof(single, double, ansi, bare), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join(""));
const line = fc.array(word, { maxLength: 4 }).map((words) => words.join(" "));
