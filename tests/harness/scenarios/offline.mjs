// The first load, and the loads without a network.
import { strict as assert } from "node:assert";
import { gzipSync } from "node:zlib";
import { runAll } from "./conformance.mjs";

const LIMIT = 150_000;
const inKilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB gzip`;

export const loading = {
  "the first load is less than 150 kB, compressed": async ({ page, server, measured }) => {
    await page.open();
    await page.result();
    // Until it says that it is loaded; the explainer and the service worker come later.
    const loaded = await page.driver.evaluate(() => {
      const [page] = performance.getEntriesByType("navigation");
      const parts = performance.getEntriesByType("resource").filter(({ startTime }) => startTime < page.loadEventEnd);
      return [page, ...parts].map(({ name }) => name);
    });
    assert.ok(loaded.length > 2, `only ${loaded}`);
    assert.ok(server.asked.length > 2, `the server was asked only ${server.asked.length} times`);
    // It comes behind the verdict, after the load: the page is whole without it.
    const isExplainer = (path) => /\/assets\/explain[^/]*\.js$/.test(path);
    const paths = [...new Set(loaded.map((url) => new URL(url).pathname))].filter((path) => !isExplainer(path));
    const sizes = paths.map((path) => [path, gzipSync(server.read(path)).length]);
    const first = sizes.reduce((sum, [, size]) => sum + size, 0);
    assert.ok(first < LIMIT, `${first} bytes: ${sizes.map((one) => one.join(" ")).join(", ")}`);
    const explainer = server.asked.map(({ path }) => path).find(isExplainer);
    const later = gzipSync(server.read(explainer)).length;
    measured.set("first load", `${inKilobytes(first)}, and ${inKilobytes(later)} of explainer behind it`);
  },

  "after the first visit everything works without a network": async ({ page, server }) => {
    await page.open();
    await kept(page);
    await server.stop();
    await assert.rejects(fetch(server.url));
    await page.reload();
    await page.result();
    for (const tab of ["Sign", "Conformance", "Benchmark", "Inspect"]) {
      await page.click("tab", tab);
      await page.find("tabpanel", tab);
      await page.until("the tab is there", async () => !(await page.shown()).includes("Loading."));
    }
    await runAll(page);
    await page.shows("Everything agrees.");
  },

  "a new build is offered, and comes when its user says so": async ({ page, server }) => {
    await page.open();
    await kept(page);
    server.edit("index.html", (html) => html.replace("<title>", "<title>New: "));
    server.edit("sw.js", (source) => `${source}\n// another build\n`);
    await page.reload();
    assert.doesNotMatch(await page.driver.evaluate(() => document.title), /^New: /);
    await page.click("button", "Reload");
    await page.until("the new page", () => page.driver.evaluate(() => document.title.startsWith("New: ")));
  },
};

const kept = (page) =>
  page.until("the page is kept", () =>
    page.driver.evaluate(() => navigator.serviceWorker.ready.then(({ active }) => active.state === "activated")),
  );
