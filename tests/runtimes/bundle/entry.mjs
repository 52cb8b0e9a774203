// What is bundled into one file, as a function of Lambda is. It prints what it found.
import * as countersign from "countersign";
import { explain } from "countersign/explain";
import corpus from "./corpus.mjs";
import { runFew } from "./portable/few.mjs";

console.log(JSON.stringify(runFew({ ...countersign, explain }, corpus)));
