// Pictures of the page, and where they are left.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { target } from "../tools/paths.mjs";

/** Where pictures are left. */
export const PICTURES = join(target, "harness");

/** Leaves a picture of the page. */
export async function picture(page, name) {
  writeFileSync(join(PICTURES, `${name}.png`), await page.driver.screenshot());
}
