// The whole way from a paste to the copied fix, by keys alone, and with the focus in sight all along.
import { strict as assert } from "node:assert";
import { packageDir } from "../../tools/paths.mjs";
import { SECRET } from "../secret.mjs";

const { Webhook } = await import(`${packageDir}/dist/index.js`);

/** What has the focus: its name, and what is wrong with how it shows. */
function focused() {
  const element = document.activeElement;
  const name = element.ariaLabel ?? element.labels?.[0]?.innerText ?? element.innerText ?? "";
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
  const isRinged = (outlineStyle !== "none" && parseFloat(outlineWidth) >= 1) || boxShadow !== "none";
  const { top, bottom, left, right, width } = element.getBoundingClientRect();
  const isInSight = width > 0 && bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
  return { tag: element.tagName, name: name.trim().split("\n")[0], isRinged, isInSight };
}

/** Presses Tab until what is named has the focus. */
async function tabTo(page, wanted, key = "Tab") {
  const passed = [];
  for (let presses = 0; presses < 60; presses += 1) {
    await page.press(key);
    const at = await page.driver.evaluate(focused);
    passed.push(at.name || at.tag);
    if (at.tag === "BODY") continue; // the browser's own
    await page.until(
      `the focus shows on ${at.tag} "${at.name}"`,
      async () => (await page.driver.evaluate(focused)).isRinged,
      3000,
    );
    assert.ok(at.isInSight, `the focus is out of sight on ${at.tag} "${at.name}"`);
    if (at.name === wanted) return;
  }
  throw new Error(`"${wanted}" is not reached by ${key}: ${passed.join(", ")}`);
}

const body = '{"event":"lead.created","n":1}';
const signed = new Webhook("bookbag", SECRET).sign('{"event": "lead.created", "n": 1}');
const request = [
  "curl https://receiver.example/ \\",
  ...Object.entries(signed).map(([name, value]) => `  -H '${name}: ${value}' \\`),
  `  --data-binary '${body}'`,
].join("\n");

export const keyboard = {
  "from the paste to the copied fix by keys alone": async ({ page, clipboard }) => {
    await page.open();
    await tabTo(page, "Skip to the content");
    await tabTo(page, "Paste a request");
    await clipboard.write(request);
    await page.front();
    await page.press("Control+v");
    await page.until("it is read", async () => (await page.shown()).includes("Read as a curl command"));
    await tabTo(page, "Secret", "Shift+Tab");
    await page.press(...SECRET);
    const { findings } = await page.result();
    assert.equal(findings[0], "BODY_RESTRINGIFIED");
    await tabTo(page, "Copy the fix of BODY_RESTRINGIFIED", "Shift+Tab");
    await page.press("Enter");
    await page.until("Copied", async () => (await page.shown()).includes("Copied"));
    const fix = await page.driver.evaluate(() => document.querySelector("[data-finding] pre").innerText);
    assert.equal(await clipboard.read(), fix);
  },

  "tabs are chosen by the arrow keys, and every control is reached": async ({ page }) => {
    await page.open();
    await tabTo(page, "Inspect");
    for (const [key, name] of [
      ["ArrowRight", "Sign"],
      ["End", "Benchmark"],
      ["ArrowRight", "Inspect"],
      ["ArrowLeft", "Benchmark"],
      ["ArrowLeft", "Conformance"],
      ["Home", "Inspect"],
    ]) {
      await page.press(key);
      await page.find("tabpanel", name);
      const at = await page.driver.evaluate(focused);
      assert.deepEqual([at.name, at.isRinged], [name, true]);
    }
    await page.press("ArrowRight");
    await page.find("combobox", "Event");
    await tabTo(page, "Inspect it");
    await page.press("Enter");
    assert.equal((await page.result()).kind, "verified");
  },
};
