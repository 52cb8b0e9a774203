// The test that Jest runs, in CommonJS once it is bundled. It leaves what it found in a file.
import { writeFileSync } from "node:fs";
import * as countersign from "countersign";
import { explain } from "countersign/explain";
import corpus from "./corpus.mjs";
import { runFew } from "./portable/few.mjs";

test("verifies, refuses and explains", () => {
  writeFileSync("found.json", JSON.stringify(runFew({ ...countersign, explain }, corpus)));
});
