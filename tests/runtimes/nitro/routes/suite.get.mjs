import * as countersign from "countersign";
import { explain } from "countersign/explain";
import { eventHandler } from "h3";
import corpus from "../corpus.mjs";
import { runFew } from "../portable/few.mjs";

export default eventHandler(() => runFew({ ...countersign, explain }, corpus));
