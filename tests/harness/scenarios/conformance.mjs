// Conformance: the corpus of all other runtimes, run by the page.
import { strict as assert } from "node:assert";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { tests } from "../../tools/paths.mjs";

const inWhole = (number) => number.toLocaleString("en");

/** The vectors of the corpus, or of a folder in it. */
export function vectorsIn(...folders) {
  const folder = join(tests, "vectors", ...folders);
  const names = readdirSync(folder).filter((name) => name.endsWith(".json") && name !== "schema.json");
  return names.flatMap((name) => JSON.parse(readFileSync(join(folder, name), "utf8")).vectors ?? []);
}

/** The figures below the bar, by their names. */
const figures = (page) =>
  page.driver.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll("[role=tabpanel] dt")].map((term) => [
        term.innerText,
        term.nextElementSibling.innerText,
      ]),
    ),
  );

async function run(page) {
  await page.open("#conformance");
  await page.click("button", "Run");
}

/** Waits until the corpus has run. */
export async function runAll(page) {
  await run(page);
  await page.until("it is done", async () => (await page.shown()).includes("Done."), 120_000);
}

async function rowsSaid(page, text) {
  await page.until(`"${text}" beside the table`, async () => {
    const said = await page.driver.evaluate(() => document.querySelector("nav [role=status]").innerText);
    if (!said.endsWith(text)) throw new Error(`it says "${said}"`);
    return true;
  });
}

export const conformance = {
  "the whole corpus runs, this browser disagrees with nothing of it, and the table filters": async ({
    page,
    measured,
  }) => {
    const vectors = vectorsIn();
    const broken = vectorsIn("explain");
    const all = vectors.length + broken.length;
    await runAll(page);
    await page.shows("Everything agrees.");
    const { Run, Disagreements, Checks } = await figures(page);
    assert.deepEqual([Run, Disagreements], [`${inWhole(all)} of ${inWhole(all)}`, "0"]);
    assert.ok(Number(Checks.replaceAll(",", "")) > all, Checks);
    measured.set(
      "vectors",
      `${inWhole(vectors.length)} and ${broken.length} broken deliveries, ${Disagreements} disagreements`,
    );

    await rowsSaid(page, `of ${inWhole(all)}`);
    await page.fill("Text", "agentbot/017");
    await rowsSaid(page, `of ${[...vectors, ...broken].filter(({ id }) => id.includes("agentbot/017")).length}`);
    await page.fill("Text", "");
    await page.choose("Expected", "TIMESTAMP_TOO_OLD");
    await rowsSaid(
      page,
      `of ${inWhole([...vectors, ...broken].filter(({ reason }) => reason === "TIMESTAMP_TOO_OLD").length)}`,
    );
    await page.click("checkbox", "Only disagreements");
    await rowsSaid(page, "No rows");
  },

  "a run of the corpus can be stopped": async ({ page }) => {
    await run(page);
    await page.click("button", "Stop");
    await page.shows("Stopped.");
    const { Run } = await figures(page);
    const [ran, all] = Run.replaceAll(",", "").split(" of ").map(Number);
    assert.ok(ran < all, Run);
    await page.find("button", "Run again");
  },

  "a vector of the table opens in the inspect tab": async ({ page }) => {
    await runAll(page);
    await page.fill("Text", "explain/bookbag/001");
    await page.click("button", "explain/bookbag/001, open in the inspect tab");
    await page.shows("BODY_RESTRINGIFIED");
    await page.shows("SIGNATURE_MISMATCH");
  },
};
