// The picture of the README: the page as it opens, at a time and a size that are always the same.
import { strict as assert } from "node:assert";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../tools/paths.mjs";
import { PICTURES } from "../pictures.mjs";

const FILE = join(root, "examples", "browser-harness", "screenshot.png");
const TIME = Date.UTC(2026, 9, 5, 9, 30);

export const picture = {
  // One picture is enough, and one browser can stop its clock.
  "the picture of the README can be made": async ({ page, browser, options }) => {
    if (browser.name === "chromium") await page.driver.stopClock(TIME);
    await page.driver.resize(1280, 860);
    await page.open();
    assert.equal((await page.result()).findings[0], "BODY_RESTRINGIFIED");
    const png = await page.driver.screenshot(false);
    const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
    assert.deepEqual([width, height], [1280, 860]);
    const most = browser.name === "chromium" ? 200_000 : 400_000; // what is committed, and what is only looked at
    assert.ok(png.length > 20_000 && png.length < most, `${png.length} bytes`);
    const isForReadme = options["write-screenshot"] && browser.name === "chromium";
    writeFileSync(isForReadme ? FILE : join(PICTURES, `readme-${browser.name}.png`), png);
  },
};
