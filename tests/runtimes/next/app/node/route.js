// The Node runtime: the package comes in through `import`.
import * as countersign from "countersign";
import corpus from "../../corpus.mjs";
import { runSuite } from "../../portable/suite.mjs";

export const runtime = "nodejs";
export const dynamic = "force-dynamic";

export async function GET() {
  return Response.json(await runSuite(countersign, corpus));
}
