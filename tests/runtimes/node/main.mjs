// Node, the package imported as an ES module.
import * as countersign from "countersign";
import corpus from "./corpus.mjs";
import { runSuite } from "./portable/suite.mjs";
import { report } from "./shared/report.mjs";

report("node", process.versions.node, "esm", await runSuite(countersign, corpus, { large: true, everyAttack: true }));
