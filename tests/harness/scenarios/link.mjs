// The link: a delivery for somebody else, without what must stay here.
import { strict as assert } from "node:assert";
import { gzipSync, inflateRawSync } from "node:zlib";
import { TEXT, forms } from "../deliveries.mjs";
import { SECRET, holdsSecret } from "../secret.mjs";
import { vectorsIn } from "./conformance.mjs";

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

/** Waits until a text is gone. */
export const isGone = (page, text) => page.until(`no "${text}"`, async () => !(await page.shown()).includes(text));

async function makesNone(page, sentence) {
  await page.click("button", "Copy link");
  await page.shows(sentence);
  assert.equal(await page.count("textbox", "Link"), 0);
}

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

  "a link says who can replay its delivery, and for how long": async ({ page, clipboard }) => {
    const who = "anyone with this link can replay the delivery";
    await share(page, clipboard);
    await page.shows(`The signature is genuine, so ${who} forever: bookbag signs no time.`);
    await page.open();
    await page.choose("Example", "Genuine: a message, as it was signed");
    await page.result();
    await page.click("button", "Copy link");
    await page.shows(`The signature is genuine, so ${who} until its timestamp is 300 s old.`);
    await page.fill("Secret", "");
    await page.fill("Tolerance in seconds", "off");
    await page.click("button", "Copy link");
    await page.shows(`If the signature is genuine, ${who} forever: no tolerance is set.`);
    await page.shows("The secret is not typed here, so the delivery was not searched for it.");
  },

  "headers and a query that may let someone in are in no link": async ({ page }) => {
    const token = "let-me-in-9c41";
    const names = ["X-Api-Key", "Cookie", "Set-Cookie", "Authorization", "X-Amz-Security-Token"];
    const kept = ["content-type: application/json", "X-Agentbot-Event: message.created"];
    await page.open();
    await page.fill(
      "Paste a request",
      [
        `POST /hooks?token=${token}#${token} HTTP/1.1`,
        ...names.map((name) => `${name}: ${token}`),
        ...kept,
        "",
        "{}",
      ].join("\r\n"),
    );
    await page.until("it is read", async () => (await page.shown()).includes("Read as "));
    await page.click("button", "Copy link");
    await page.shows(`Left out: ${names.join(", ")}, the query of the URL, the fragment of the URL.`);
    const text = `${inflateRawSync(Buffer.from((await page.value("Link")).split("#inspect/")[1], "base64url"))}`;
    assert.ok(!text.includes(token), text);
    assert.equal(JSON.parse(text).url, "/hooks");
    assert.equal(JSON.parse(text).headers.length, kept.length);
  },

  "no link is made of a body that is no UTF-8, or a header, with the secret in another spelling": async ({ page }) => {
    const sentence = "No link was made: the delivery itself holds the secret.";
    const base64 = Buffer.from(`user:${SECRET}`).toString("base64");
    await page.open();
    await page.fill("Secret", SECRET);
    await page.drop("Body", "secret.bin", Buffer.concat([Buffer.of(0xff, 0xfe, 0), Buffer.from(SECRET)]));
    await page.shows("36 bytes");
    await makesNone(page, sentence);
    await page.fill("Body, as hex", "7b 7d");
    await isGone(page, sentence);
    await page.fill("Headers", `X-Agentbot-Event: ${base64}`);
    await makesNone(page, sentence);
    await page.fill("Headers", "X-Agentbot-Event: none");
    await isGone(page, sentence);
    const zipped = gzipSync(JSON.stringify({ key: Buffer.from(SECRET) }));
    await page.drop("Body", "secret.gz", zipped);
    await page.shows(`${zipped.length} bytes`);
    await makesNone(page, sentence);
  },

  "no link is made of a body that cannot be searched for the secret": async ({ page }) => {
    await page.open();
    await page.fill("Secret", SECRET);
    await page.fill("Headers", "Content-Encoding: br");
    await makesNone(
      page,
      "No link was made: the body is compressed with br. This page cannot unpack it to search it for the secret.",
    );
    await page.fill("Headers", "Content-Encoding: identity");
    await page.drop("Body", "long.txt", Buffer.from("%41%62".repeat(500_000)));
    await page.shows("3,000,000 bytes");
    await makesNone(
      page,
      "No link was made: it would take too long to search this delivery for the secret in every spelling. Make the body shorter.",
    );
  },

  "the secret is in nothing that the page leaves behind": async ({ page, clipboard }) => {
    await share(page, clipboard);
    assert.equal(await page.value("Secret"), SECRET);
    assert.ok(!holdsSecret(await page.driver.evaluate(traces)), "somewhere outside of its field");
    await page.reload();
    assert.notEqual(await page.value("Secret"), SECRET);
    assert.ok(!holdsSecret(await page.driver.evaluate(traces)), "after a reload");
  },

  "no link is made of a delivery that holds the secret, without the blanks around it": async ({ page }) => {
    const sentence = "No link was made: the delivery itself holds the secret.";
    await page.open();
    for (const secret of [SECRET, ` ${SECRET} `]) {
      await page.fill("Secret", secret);
      await page.fill("Body", `{"key":"${SECRET}","blanks":${secret !== SECRET}}`);
      await isGone(page, sentence);
      await makesNone(page, sentence);
    }
  },

  "no link is made of a header with a line break": async ({ page }) => {
    const { id } = vectorsIn().find(({ headers }) => headers.some(([, value]) => value.includes("\n")));
    await page.open("#conformance");
    await page.click("button", "Run");
    await page.fill("Text", id);
    await page.click("button", `${id}, open in the inspect tab`);
    await makesNone(page, "No link was made: a header, the time or the tolerance cannot stand in one.");
  },

  "no link is made of more than 4 MiB": async ({ page }) => {
    await page.open();
    await page.drop("Body", "large.bin", Buffer.alloc(4 * 1024 * 1024, "a"));
    await page.shows("4,194,304 bytes");
    await makesNone(page, "This delivery is too large for a link.");
  },
};
