// The benchmark: that it measures and shows, not how fast anything is.
import { strict as assert } from "node:assert";

const rowsOf = (page) =>
  page.driver.evaluate(() =>
    [...document.querySelectorAll("[role=tabpanel] tbody tr")]
      .map((row) => [...row.children].map((cell) => cell.innerText.split(/(?<=\S\s\S+)\s/)[0]))
      .filter(([, ours]) => ours !== "–"),
  );

// How many points of the chart are drawn on.
const ink = (page) =>
  page.driver.evaluate(() => {
    const canvas = document.querySelector("[role=tabpanel] canvas");
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    return data.filter((value, at) => at % 4 === 3 && value > 0).length;
  });

/** Measures until at least `count` sizes have figures, then stops. */
export async function measure(page, count) {
  await page.open("#benchmark");
  await page.click("button", "Measure");
  await page.until(`${count} rows`, async () => (await rowsOf(page)).length >= count, 60_000);
  await page.click("button", "Stop");
  await page.until("it stops", async () => (await page.shown()).includes("Stopped."));
}

export const benchmark = {
  "the benchmark measures, its chart and its table grow, and its figures can be copied": async ({
    page,
    clipboard,
    provoked,
  }) => {
    provoked.push("willReadFrequently"); // it is these tests that read the canvas
    await page.open("#benchmark");
    await page.find("img", "Chart of the figures in the table");
    const empty = await ink(page);
    assert.deepEqual(await rowsOf(page), []);
    await measure(page, 3);
    const rows = await rowsOf(page);
    assert.ok(
      rows.every((row) => row.every((cell) => /^[\d.]+ (B|KiB|MiB|µs|ms|×)$/.test(cell))),
      JSON.stringify(rows),
    );
    await page.until("the chart grows", async () => (await ink(page)) > empty);

    await page.click("button", "Copy the figures as CSV");
    const [head, ...lines] = (await clipboard.read()).trim().split("\n");
    assert.match(head, /^body bytes,.*countersign/);
    assert.equal(lines.length, rows.length);
  },
};
