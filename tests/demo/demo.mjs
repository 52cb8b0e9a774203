// `make demo`: every row of its table as expected, or exit 1.
import { missing } from "./preflight.mjs";

function fail(lines) {
  console.error(`\n${lines.join("\n")}`);
  process.exitCode = 1;
}

const lacks = missing();
if (lacks.length > 0) {
  fail(["before the demo can run, this machine needs:", ...lacks.map((one) => `  - ${one}`)]);
} else {
  // Loaded only now: an old Node could not read it, and would say so in words that help nobody.
  const { tour } = await import("./tour.mjs");
  const problems = await tour().catch((error) => [error.message]);
  if (problems.length > 0) fail(problems);
}
