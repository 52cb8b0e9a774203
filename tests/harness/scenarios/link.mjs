// The link: a delivery for somebody else, without what must stay here.
import { strict as assert } from "node:assert";
import { inflateRawSync, deflateRawSync } from "node:zlib";
import { TEXT, forms } from "../deliveries.mjs";
import { SECRET, holdsSecret } from "../secret.mjs";

/** Pastes a delivery, and copies the link to it. */
export async function share(page, clipboard) {
  await page.open();
  await page.fill("Secret", SECRET);
  await page.fill("Paste a request", forms.curl);
  await page.until("it is read", async () => (await page.shown()).includes("Read as "));
  await page.result();
  await page.click("button", "Copy link");
  await page.until("the link", async () => (await page.shown()).includes("No secret is in it."));
  const link = await page.value("Link");
  assert.equal(await clipboard.read(), link);
  await page.front();
  return link;
}

/** All that a page leaves anywhere, but for its controls, as text. */
async function traces() {
  const caches_ = await Promise.all(
    (await caches.keys()).map(async (name) => {
      const cache = await caches.open(name);
      const kept = await Promise.all(
        (await cache.keys()).map(async (one) => [one.url, await (await cache.match(one)).text()]),
      );
      return [name, kept];
    }),
  );
  const storages = [{ ...localStorage }, { ...sessionStorage }, history.state, document.cookie, globalThis.name];
  const names = [location.href, document.title, document.referrer, await indexedDB.databases()];
  return JSON.stringify([
    storages,
    names,
    caches_,
    performance.getEntries().map(({ name }) => name),
    document.documentElement.outerHTML,
  ]);
}

const packed = (value) => deflateRawSync(JSON.stringify(value)).toString("base64url");
const opened = { scheme: "bookbag", method: "POST", url: "/", headers: [], body: "{}", now: 0 };

export const link = {
  "a link opens for somebody else, who is asked for the secret": async ({ page, newPage, clipboard }) => {
    const link = await share(page, clipboard);
    await page.shows("authorization");
    const hash = new URL(link).hash;
    const linked = JSON.parse(inflateRawSync(Buffer.from(hash.slice("#inspect/".length), "base64url")));
    assert.ok(!holdsSecret(JSON.stringify(linked)));
    assert.ok(!/authorization|an-example-token/i.test(JSON.stringify(linked)));
    assert.equal(linked.body, TEXT);

    const other = await newPage();
    await other.open(hash);
    await other.shows("Opened from a link.");
    assert.equal((await other.result()).kind, "empty");
    assert.equal(await other.value("Secret"), "");
    assert.equal(await other.value("Body"), TEXT);
    assert.ok(!holdsSecret(await other.driver.evaluate(traces)));
    await other.fill("Secret", SECRET);
    assert.equal((await other.result()).kind, "verified");
  },

  "the secret is in nothing that the page leaves behind": async ({ page, clipboard }) => {
    await share(page, clipboard);
    assert.equal(await page.value("Secret"), SECRET);
    assert.ok(!holdsSecret(await page.driver.evaluate(traces)), "somewhere outside of its field");
    await page.reload();
    assert.notEqual(await page.value("Secret"), SECRET);
    assert.ok(!holdsSecret(await page.driver.evaluate(traces)), "after a reload");
  },

  "no link is made of a delivery that holds the secret": async ({ page }) => {
    await page.open();
    await page.fill("Secret", SECRET);
    await page.fill("Body", `{"key":"${SECRET}"}`);
    await page.click("button", "Copy link");
    await page.shows("No link was made: the delivery itself holds the secret.");
  },

  "a link that is damaged, foreign or a bomb gets a sentence": async ({ page, provoked }) => {
    provoked.push("ServiceWorker intercepted"); // by leaving the page while it still loads
    const bad = {
      "!!!": "The link is damaged",
      AAAA: "The link is damaged",
      [packed(opened).slice(0, -6)]: "The link",
      [packed({ ...opened, headers: [["a"]] })]: "The link holds no delivery of this page.",
      [packed([])]: "The link holds no delivery of this page.",
      [deflateRawSync(Buffer.alloc(30_000_000)).toString("base64url")]:
        "The link unpacks to more than a delivery may have.",
      [packed({ ...opened, scheme: "__proto__" })]: "SCHEME_INVALID",
    };
    for (const [hash, sentence] of Object.entries(bad)) {
      await page.driver.goTo("about:blank");
      await page.open(`#inspect/${hash}`);
      if (sentence === "SCHEME_INVALID") await page.fill("Secret", SECRET);
      await page.shows(sentence);
    }
    await page.driver.goTo("about:blank");
    await page.open(`#inspect/${packed(opened)}`);
    await page.shows("Opened from a link.");
  },
};
