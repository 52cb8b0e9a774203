// The test that Vitest runs. What it found goes to the runner with what Vitest knows of the test.
import * as countersign from "countersign";
import { explain } from "countersign/explain";
import { test } from "vitest";
import corpus from "./corpus.mjs";
import { runFew } from "./portable/few.mjs";

test("verifies, refuses and explains", ({ task }) => {
  task.meta.found = runFew({ ...countersign, explain }, corpus);
});
