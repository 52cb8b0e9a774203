// portable/traps/ → tests/traps.md, and the traps' tests on their own, in this Node.
//
//   node tests/traps.mjs          runs the tests of the traps; fails, too, when traps.md is not what would be written
//   node tests/traps.mjs --write  writes traps.md
//
// The same tests are part of the portable suite, and so run in every runtime.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Checks, runGroup } from "./portable/checks.mjs";
import * as traps from "./portable/traps/index.mjs";
import { TRAPS } from "./portable/traps/table.mjs";
import { packageDir, tests } from "./tools/paths.mjs";

const FILE = join(tests, "traps.md");

if (process.argv[2] === "--write") writeFileSync(FILE, page());
else await prove();

async function prove() {
  const entry = (name) => import(pathToFileURL(join(packageDir, "dist", `${name}.js`)));
  const [main, { receive }, { memory }] = await Promise.all(["index", "fetch", "idempotency"].map(entry));
  const countersign = { ...main, receive, memory };
  const checks = new Checks();
  await runGroup("traps", traps, countersign, checks);
  checks.that(readFileSync(FILE, "utf8") === page(), () => "traps.md: not what traps.mjs writes; run it with --write");
  for (const line of checks.disagreements) console.error(line);
  const failed = checks.disagreements.length;
  const tested = rows().filter(([, { test }]) => test).length;
  const measured = `${rows().length} traps: ${tested} tests, ${rows().length - tested} reasons`;
  console.log(JSON.stringify({ passed: checks.checks - failed, failed, measured }));
  process.exitCode = failed === 0 ? 0 : 1;
}

function page() {
  return `# The traps

Five providers publish samples of a receiver, and fifty things in them go wrong. Each that touches a receiver is a test
which puts the very input that breaks the sample to countersign; the others have a reason. The tests run in every
runtime, as a part of \`portable/\`.

This page is written from \`portable/traps/table.mjs\` by \`node tests/traps.mjs --write\`. A test fails when a number has
neither a test nor a reason, or when a test and its row do not name each other.

| # | trap | test: what countersign does |
|---|---|---|
${rows()
  .map(([number, row]) => `| ${number} | ${row.trap} | ${answerTo(row)} |\n`)
  .join("")}`;
}

function rows() {
  return Object.entries(TRAPS);
}

function answerTo({ test, reason, left }) {
  if (reason) return `No test. ${reason}`;
  const sentence = test?.replace(/^trap \d+: /, "");
  return left ? `${sentence}. *Not covered:* ${left}` : sentence;
}
