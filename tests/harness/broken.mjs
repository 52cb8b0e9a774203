// The scenarios against harnesses that are broken on purpose: each fault is one edit of the source, and must be seen.
//
//   node tests/harness/broken.mjs [TEXT]     all, or those whose name contains a text; needs a packed package
//   node tests/harness/broken.mjs --check    whether each of them can be made; in `make test`
import { spawn } from "node:child_process";
import { cpSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "../demo/launch.mjs";
import { buildHarness } from "../demo/site.mjs";
import { checkEdits } from "../mutants/edit.mjs";
import { root, target, tests } from "../tools/paths.mjs";
import { tarballPath } from "../steps/package.mjs";

/** By name: a file, what stands in it, what is put there instead, and the scenarios that must see it. */
const FAULTS = {
  "the page has no policy": ["index.html", /<meta http-equiv="Content-Security-Policy"[^>]*>/, "", "no headers"],
  "connections are allowed": [
    "index.html",
    "connect-src 'none'; base",
    "connect-src *; base",
    "out of the page, by any way",
  ],
  "the link carries the secret": [
    "src/link.ts",
    "now: now.value ?? Date.now(),",
    "now: now.value ?? Date.now(), held: secret.value,",
    "a link opens",
  ],
  "the link carries the authorization": [
    "src/replayed.ts",
    'return written.startsWith("content-")',
    'return written === "authorization" || written.startsWith("content-")',
    "a link opens",
  ],
  "the link carries an encoded secret": ["src/leak.ts", "const DEPTH = 4;", "const DEPTH = 0;", "another spelling"],
  "the secret is remembered": [
    "src/inspect/secret-fields.tsx",
    "(secret.value = text)",
    '(localStorage.setItem("s", text), (secret.value = text))',
    "nothing that the page leaves",
  ],
  "a grey is too light": [
    "src/style.css",
    "--muted: light-dark(#575f6b",
    "--muted: light-dark(#a5abb3",
    "360 px: refused",
  ],
  "a column is too wide": [
    "src/style.css",
    "body {\n  margin: 0;",
    "body {\n  min-width: 30rem;\n  margin: 0;",
    "360 px: cleared",
  ],
  "offline misses a file": [
    "build/offline.ts",
    "files.set(file, hashOf(part",
    "if (!/worker/.test(file)) files.set(file, hashOf(part",
    "without a network",
  ],
  "the mark is one byte off": [
    "src/inspect/difference.ts",
    "let [at, signedAt] = [start, start];",
    "let [at, signedAt] = [start + 1, start + 1];",
    "bytes that differ",
  ],
  "the page moves by itself": [
    "src/main.tsx",
    "keepOffline();",
    'keepOffline();\nsetTimeout(() => document.body.prepend("moved"), 100);',
    "verdict and the first finding",
  ],
  "the copy is another text": [
    "src/ui/copy-button.tsx",
    "writeText(text)",
    "writeText(`${text} `)",
    "what is shown can be copied|from the paste",
  ],
  "the focus does not show": [
    "src/style.css",
    ":focus-visible {\n  outline: 2px",
    ":focus-visible {\n  outline: 0px",
    "keys alone",
  ],
  "the first load is too large": [
    "src/main.tsx",
    "keepOffline();",
    'keepOffline();\nimport * as all from "countersign/explain";\nObject.assign(globalThis, all);',
    "less than 150 kB",
  ],
  "a file is read as text": [
    "src/inspect/request-box.tsx",
    "new Uint8Array(await file.arrayBuffer())",
    "await file.text()",
    "dropped file",
  ],
  "the page writes to its console": [
    "src/main.tsx",
    "keepOffline();",
    'keepOffline();\nconsole.warn("hm");',
    "every ready example",
  ],
  "a new build is never offered": ["src/app.tsx", "<NewBuild />", "", "a new build"],
};

const wanted = process.argv[2] ?? "";
if (wanted === "--check") {
  const harness = join(root, "examples", "browser-harness");
  const result = checkEdits(
    Object.entries(FAULTS).map(([name, [file, from]]) => ({ name, path: join(harness, file), from })),
  );
  console.log(JSON.stringify(result));
  process.exit(result.failed === 0 ? 0 : 1);
}
const site = process.env.HARNESS_SITE ?? buildHarness(tarballPath());
let [seen, missed] = [0, 0];
for (const [name, [file, from, to, only]] of Object.entries(FAULTS)) {
  if (!name.includes(wanted)) continue;
  const failing = await scenariosThatFail(breakIt(file, from, to), only);
  console.log(`${failing.length > 0 ? "seen" : "NOT SEEN"}: ${name}${failing.map((one) => `\n    ${one}`).join("")}`);
  if (failing.length > 0) seen += 1;
  else missed += 1;
}
console.log(
  JSON.stringify({ passed: seen, failed: missed, measured: `${seen} of ${seen + missed} broken harnesses seen` }),
);
process.exitCode = missed === 0 && seen > 0 ? 0 : 1;

/** Builds a copy of the harness with one edit, and returns its folder. */
function breakIt(file, from, to) {
  const copy = join(process.env.HARNESS_COPIES ?? join(target, "demo"), "browser-harness-broken");
  rmSync(copy, { recursive: true, force: true });
  const isOwn = (path) => !["node_modules", "dist"].includes(path.slice(site.length + 1).split("/")[0]);
  cpSync(site, copy, { recursive: true, filter: isOwn });
  symlinkSync(join(site, "node_modules"), join(copy, "node_modules"));
  const path = join(copy, file);
  const text = readFileSync(path, "utf8");
  const edited = text.replace(from, () => to);
  if (edited === text) throw new Error(`${file} does not hold ${from}`);
  writeFileSync(path, edited);
  run(copy, process.execPath, [join(site, "node_modules/vite/bin/vite.js"), "build"]);
  return copy;
}

async function scenariosThatFail(copy, only) {
  const args = [join(tests, "harness", "main.mjs"), "--browser", "chromium", "--site", copy, "--only", only];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  child.stdout.on("data", (text) => (output += text));
  await new Promise((ended) => child.once("close", ended));
  if (!output.trimEnd().split("\n").at(-1).startsWith('{"passed"')) throw new Error(`it ended early:\n${output}`);
  return output.split("\n").flatMap((line) => /^chromium [\d.]+ s FAILED (.*)/.exec(line)?.[1] ?? []);
}
