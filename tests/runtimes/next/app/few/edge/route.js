// For releases of which one only asks whether they load both modules.
import * as countersign from "countersign";
import { explain } from "countersign/explain";
import corpus from "../../../corpus.mjs";
import { runFew } from "../../../portable/few.mjs";

export const runtime = "edge";
export const dynamic = "force-dynamic";

export function GET() {
  return Response.json(runFew({ ...countersign, explain }, corpus));
}
