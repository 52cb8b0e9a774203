import * as countersign from "countersign";
import { explain } from "countersign/explain";
import { defineEventHandler } from "h3";
import corpus from "../../corpus.mjs";
import { runFew } from "../../portable/few.mjs";

export default defineEventHandler(() => runFew({ ...countersign, explain }, corpus));
