// The edge runtime: the package comes in through its `edge-light` entry.
import * as countersign from "countersign";
import corpus from "../../corpus.mjs";
import { runSuite } from "../../portable/suite.mjs";

export const runtime = "edge";
export const dynamic = "force-dynamic";

export async function GET() {
  return Response.json(await runSuite(countersign, corpus));
}
