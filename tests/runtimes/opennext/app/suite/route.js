// A route in the Node runtime, which is the only one that OpenNext has.
import * as countersign from "countersign";
import { explain } from "countersign/explain";
import corpus from "../../corpus.mjs";
import { runFew } from "../../portable/few.mjs";

export const dynamic = "force-dynamic";

export function GET() {
  return Response.json(runFew({ ...countersign, explain }, corpus));
}
