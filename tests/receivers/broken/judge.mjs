// A part of the portable suite on its own, in an app that has the package to be judged: a line for what is red.
//   node judge.mjs receiving | api
import * as countersign from "countersign";
import { receive } from "countersign/fetch";
import { memory } from "countersign/idempotency";
import { Checks, runGroup } from "./portable/checks.mjs";
import * as freshness from "./portable/api/freshness.mjs";
import * as requests from "./portable/api/requests.mjs";
import { receiving } from "./receivers/suite/index.mjs";
import * as tolerance from "./portable/api/tolerance.mjs";

const parts = { receiving, api: { freshness, requests, tolerance } };
const checks = new Checks();
for (const [group, tests] of Object.entries(parts[process.argv[2]]))
  await runGroup(group, tests, { ...countersign, receive, memory }, checks);
for (const line of checks.disagreements) console.log(`not ok ${line.replaceAll("\n", " ")}`);
process.exitCode = checks.disagreements.length === 0 && checks.checks > 0 ? 0 : 1;
