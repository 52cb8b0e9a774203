// Node, the package required as CommonJS. The suite itself is one ES module for every runtime.
const countersign = require("countersign");
const { explain } = require("countersign/explain");
const { receive } = require("countersign/fetch");
const { memory } = require("countersign/idempotency");
const { samples } = require("countersign/samples");

async function main() {
  const { default: corpus } = await import("./corpus.mjs");
  const { runSuite } = await import("./portable/suite.mjs");
  const { report } = await import("./shared/report.mjs");
  report(
    "node",
    process.versions.node,
    "cjs",
    await runSuite(countersign, corpus, { large: true, required: { explain, memory, receive, samples } }),
  );
}

void main();
