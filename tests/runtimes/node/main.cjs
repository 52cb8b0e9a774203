// Node, the package required as CommonJS. The suite itself is one ES module for every runtime.
const countersign = require("countersign");
const core = require("countersign/core");
const { explain } = require("countersign/explain");
const { receive } = require("countersign/fetch");
const { memory } = require("countersign/idempotency");
const { samples } = require("countersign/samples");

/** Each provider as it is required alone, by the name of its export. */
const alone = Object.assign(
  {},
  ...Object.keys(countersign.providers).map((name) => require(`countersign/providers/${name}`)),
);

async function main() {
  const { default: corpus } = await import("./corpus.mjs");
  const { runSuite } = await import("./portable/suite.mjs");
  const { report } = await import("./shared/report.mjs");
  const required = { core, alone, explain, memory, receive, samples };
  report("node", process.versions.node, "cjs", await runSuite(countersign, corpus, { large: true, required }));
}

void main();
