// What runs inside the VM. It is bundled into one script, since a VM has no module loader.
import * as countersign from "countersign";
import corpus from "./corpus.mjs";
import { runSuite } from "./portable/suite.mjs";

globalThis.found = runSuite(countersign, corpus);
