// Deno, without a single permission.
import * as countersign from "countersign";
import corpus from "./corpus.mjs";
import { runSuite } from "./portable/suite.mjs";
import { report } from "./shared/report.mjs";

report("deno", Deno.version.deno, "esm", await runSuite(countersign, corpus, { large: true }));
