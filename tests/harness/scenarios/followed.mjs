// Followed: links that are opened, those that this page made and all others.
import { strict as assert } from "node:assert";
import { deflateRawSync } from "node:zlib";
import { SECRET } from "../secret.mjs";
import { isGone } from "./link.mjs";

const packed = (value) => deflateRawSync(JSON.stringify(value)).toString("base64url");
const ACME = { name: "acme", algorithm: "hmac-sha256", signature: { header: "X-Acme-Signature" } };
const AS_TEXT = "An older version of this page made the link, and wrote the scheme as text. Make a new link.";
const opened = { scheme: "bookbag", method: "POST", url: "/", headers: [], body: "{}", now: 0 };
const hashOf = (change) => `#inspect/${packed({ ...opened, ...change })}`;

/** Opens a link in a page that stands open already, by a key: what moves then is no surprise. */
async function follow(page, hash) {
  await page.press("Shift");
  await page.driver.evaluate((hash) => void (location.hash = hash), hash);
}

export const followed = {
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
      [packed({ ...opened, scheme: "__proto__" })]: AS_TEXT,
      [packed({ ...opened, scheme: { ...ACME, algorithm: "md5" } })]: "SCHEME_INVALID",
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

  "a link that cannot be opened leaves what stood there before": async ({ page }) => {
    const bad = {
      "#inspect/AAAA": "The link is damaged: what stands behind #inspect/ cannot be unpacked. Was it cut?",
      [hashOf({ headers: [["X-A", "1\nX-B: 2"]] })]: "The link holds no delivery of this page.",
      [hashOf({ scheme: "acme-corp" })]: "The link is of a provider that this page does not know: acme-corp.",
      [hashOf({ scheme: "name: acme\nmac: sha256\nheader: X-Acme-Signature\n" })]: AS_TEXT,
    };
    await page.open();
    const before = await page.value("Body");
    for (const [hash, sentence] of Object.entries(bad)) {
      await follow(page, hash);
      await page.shows(`${sentence} What stands below stood here before.`);
      assert.equal(await page.value("Body"), before);
    }
  },

  "a link that is opened over an example drops its secret, and keeps one that was typed": async ({ page }) => {
    await page.open();
    assert.notEqual(await page.value("Secret"), "");
    await follow(page, hashOf());
    await page.shows("The secret was not in it: type it.");
    assert.equal(await page.value("Secret"), "");
    await page.fill("Secret", SECRET);
    await follow(page, hashOf({ body: "[]" }));
    await page.until("the other body", async () => (await page.value("Body")) === "[]");
    assert.equal(await page.value("Secret"), SECRET);
  },

  "the clock and the tolerance of a link are told until the delivery or the clock is changed": async ({ page }) => {
    await page.open(hashOf({ tolerance: 86_400 }));
    for (const [field, text] of Object.entries({ "Time of the receiver": "", Body: "[]" })) {
      await page.shows("The time of the receiver is the one of the link, and 86,400 s are tolerated.");
      await page.fill(field, text);
      await isGone(page, "Opened from a link.");
      await follow(page, hashOf({ tolerance: 86_400, url: `/${field}` }));
    }
  },

  "a tolerance that is off travels in a link": async ({ page }) => {
    await page.open();
    await page.fill("Tolerance in seconds", "off");
    await page.click("button", "Copy link");
    const { hash } = new URL(await page.value("Link"));
    await page.fill("Tolerance in seconds", "");
    await follow(page, hash);
    await page.shows("the one of the link, and any age is tolerated.");
    assert.equal(await page.value("Tolerance in seconds"), "off");
  },

  "a scheme of one's own travels in a link": async ({ page, newPage }) => {
    await page.open();
    await page.choose("Provider", "custom");
    await page.fill("Scheme", JSON.stringify(ACME));
    await page.click("button", "Copy link");
    const { hash } = new URL(await page.value("Link"));
    const other = await newPage();
    await other.open(hash);
    await other.shows("Opened from a link.");
    assert.equal(await other.value("Provider"), "custom");
    assert.deepEqual(JSON.parse(await other.value("Scheme")), ACME);

    await page.fill("Scheme", JSON.stringify({ ...ACME, algorithm: "md5" }));
    await page.click("button", "Copy link");
    await page.shows("No link was made. algorithm: expected");
  },

  "what became of a link outlasts another tab, and Back": async ({ page }) => {
    await page.open(hashOf());
    await page.fill("Body", "[]");
    await page.click("tab", "Sign");
    await page.find("tabpanel", "Sign");
    await page.driver.evaluate(() => history.back());
    await page.find("tabpanel", "Inspect");
    await page.result();
    assert.equal(await page.value("Body"), "[]");
  },

  "what is signed has this machine's time, however old the link was": async ({ page }) => {
    await page.open(hashOf({ scheme: "agentbot", now: 1_700_000_000_000 }));
    await page.shows("Opened from a link.");
    await page.click("tab", "Sign");
    const seconds = Number(await page.value("Time in seconds"));
    assert.ok(Math.abs(Date.now() / 1000 - seconds) < 60, `${seconds}`);
  },
};
