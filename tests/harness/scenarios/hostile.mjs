// What comes in from anywhere: it gets a sentence, and is never markup.
import { strict as assert } from "node:assert";
import { SECRET } from "../secret.mjs";

const MARKUP = `</script></textarea><img src=x onerror=alert(1)><svg onload=alert(2)>`;

const UNREADABLE = {
  "no request": "hello",
  "a response": "HTTP/1.1 200 OK\r\n\r\n",
  "JSON that is cut": '{"headers": {',
  "deep JSON": "[".repeat(200_000),
  "curl without an end": "curl 'https://x.example",
  "a header that is none": `POST / HTTP/1.1\r\n${MARKUP}\r\n\r\n`,
  "a HAR without a body": JSON.stringify({
    log: { entries: [{ request: { method: "POST", url: "/", headers: [], bodySize: 9 } }] },
  }),
};

const sentence = (page) => page.driver.evaluate(() => document.querySelector(".request-box .error")?.innerText ?? "");

async function refused(page, what) {
  const said = await page.until(`a sentence on ${what}`, async () => (await sentence(page)) || undefined);
  assert.match(said, /^[A-Z"“<].*\S/s, what);
  assert.ok(said.length < 400, `${what}: ${said}`);
}

export const hostile = {
  "what cannot be read gets a sentence": async ({ page }) => {
    await page.open();
    for (const [what, text] of Object.entries(UNREADABLE)) {
      await page.fill("Paste a request", text);
      await refused(page, what);
      await page.fill("Paste a request", "");
      await page.until("it is gone", async () => (await sentence(page)) === "");
    }
    await page.drop(
      "Paste a request",
      "binary",
      Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256)),
    );
    await refused(page, "a binary file");
    await page.drop("Paste a request", "huge", Buffer.alloc(10_000_001, "a"));
    await page.until("too much", async () => (await sentence(page)).includes("more than 10 MB"));
  },

  "a large body is kept and explained, and the page answers": async ({ page }) => {
    await page.open();
    const body = Buffer.alloc(3_000_000, `{"a": "b"}\n`);
    await page.drop("Body", "large.bin", body);
    await page.until("it is kept", async () => /2[.,]9 MiB|3[.,]0 MB|3,000,000/.test(await page.shown()));
    assert.equal((await page.result()).code, "SIGNATURE_MISMATCH");
  },

  "markup in every field stays text": async ({ page }) => {
    await page.open();
    await page.choose("Provider", "custom");
    for (const name of [
      "Scheme",
      "Secret",
      "Method",
      "URL",
      "Headers",
      "Body",
      "Time of the receiver",
      "Tolerance in seconds",
      "Paste a request",
    ]) {
      await page.fill(name, name === "Headers" ? `X: ${MARKUP}\n${MARKUP}: x\n${MARKUP}` : MARKUP);
      await page.result();
    }
    await page.choose("Provider", "bookbag");
    await page.fill("Headers", `X-Bookbag-Signature: ${MARKUP}\nX-Bookbag-Signatur: ${MARKUP}`);
    await page.result();
    await page.click("tab", "Sign");
    await page.fill("Body", MARKUP);
    await page.shows("Signed");
    const found = await page.driver.evaluate(() => document.querySelectorAll("img, [onerror], [onload]").length);
    assert.equal(found, 0);
  },

  "a secret of any characters is kept as it is": async ({ page }) => {
    await page.open();
    for (const secret of [` ${SECRET} `, "ключ", "\u{1f511}", '"quoted"']) {
      await page.fill("Secret", secret);
      assert.equal(await page.value("Secret"), secret);
      await page.result();
    }
  },
};
