// An edge function that Vite builds.
import * as countersign from "countersign";
import { explain } from "countersign/explain";
import corpus from "./corpus.mjs";
import { runFew } from "./portable/few.mjs";

export default () => Response.json(runFew({ ...countersign, explain }, corpus));
