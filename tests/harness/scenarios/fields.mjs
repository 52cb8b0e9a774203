// Fields: what is typed is taken as it stands, or gets a sentence at once.
import { strict as assert } from "node:assert";
import { packageDir } from "../../tools/paths.mjs";
import { TEXT, delivery } from "../deliveries.mjs";
import { SECRET } from "../secret.mjs";
import { type } from "./inspect.mjs";
import { isGone } from "./link.mjs";

const { Webhook, WebhookError, defineScheme } = await import(`${packageDir}/dist/index.js`);

export const fields = {
  "a scheme of one's own verifies, and a bad one says what is wrong with it": async ({ page }) => {
    const spec = { name: "acme", algorithm: "hmac-sha512", signature: { header: "X-Acme-Signature" } };
    await page.open();
    await type(page, TEXT, new Webhook(defineScheme(spec), SECRET).sign(TEXT));
    await page.choose("Provider", "custom");
    await page.fill("Scheme", JSON.stringify(spec));
    assert.equal((await page.result()).kind, "verified");
    const bad = { ...spec, algorithm: "hmac-md5" };
    await page.fill("Scheme", JSON.stringify(bad));
    const { kind, code } = await page.result();
    assert.deepEqual([kind, code], ["misuse", "SCHEME_INVALID"]);
    await page.shows(wordsOf(() => defineScheme(bad)));
    await page.fill("Scheme", "{");
    assert.equal((await page.result()).code, "SCHEME_INVALID");
    await page.shows("The scheme is not JSON");
  },

  "a wrong field of a scheme of one's own is named, with what is expected and an example": async ({ page }) => {
    const spec = { name: "acme", algorithm: "hmac-sha256", signature: { header: "X-Acme-Signature" } };
    const pairs = { kind: "pairs", separator: ",", signatureKey: "v1", timestampKey: "v1" };
    const timestamp = { from: "field", unit: "s" };
    const wrong = {
      "signature.format.timestampKey": { signature: { ...spec.signature, format: pairs }, timestamp },
      "signature.encoding": { signature: { ...spec.signature, encoding: "base32" } },
      content: { content: "{timestmap}.{body}" },
      name: { name: "Acme Corp" },
      hint: { hint: ["X-Acme-Event"] },
    };
    await page.open();
    await page.choose("Provider", "custom");
    for (const [field, change] of Object.entries(wrong)) {
      const bad = { ...spec, ...change };
      await page.fill("Scheme", JSON.stringify(bad));
      const words = wordsOf(() => defineScheme(bad));
      assert.ok(words.includes(field), words);
      await page.until(`"${words}" beside the field`, async () => (await errorOf(page, "Scheme")) === words);
      assert.deepEqual((await page.result()).code, "SCHEME_INVALID");
    }
    await page.fill("Scheme", JSON.stringify(spec));
    await page.until("no error", async () => (await errorOf(page, "Scheme")) === "");
  },

  "how old an event may be is asked where the body tells its time": async ({ page }) => {
    const body = '{"event":"lead.created","ts":1791192600000}';
    await page.open();
    await type(page, body, new Webhook("bookbag", SECRET).sign(body));
    await page.fill("Time of the receiver", "1791192961");
    assert.equal((await page.result()).kind, "verified");
    await page.fill("Maximum age of the event in seconds", "360");
    const { code, findings } = await page.result();
    assert.deepEqual([code, findings[0]], ["TIMESTAMP_TOO_OLD", "CLOCK_OLD"]);
    await page.fill("Maximum age of the event in seconds", "361");
    assert.equal((await page.result()).kind, "verified");
    await page.click("button", "Clear");
    await page.choose("Provider", "agentbot");
    await isGone(page, "Maximum age of the event in seconds");
  },

  "the tolerance is one number, or one for the past and one for the future": async ({ page }) => {
    await page.open();
    await page.choose("Example", "Verified eight minutes later");
    await page.fill("Tolerance in seconds", "off, 0");
    assert.equal((await page.result()).kind, "verified");
    await page.fill("Tolerance in seconds", "300, off");
    assert.equal((await page.result()).code, "TIMESTAMP_TOO_OLD");
    await page.fill("Tolerance in seconds", "300, 300, 300");
    await page.shows("Not a number of whole seconds");
  },

  "the body is edited as text and as hex": async ({ page }) => {
    await page.open();
    await type(page, "{}", new Webhook("bookbag", SECRET).sign("{}"));
    assert.equal((await page.result()).kind, "verified");
    await page.click("checkbox", "Edit as hex");
    await page.fill("Body, as hex", "7b 7d 0a");
    const { code, findings } = await page.result();
    assert.deepEqual([code, findings[0]], ["SIGNATURE_MISMATCH", "BODY_NEWLINE"]);
    await page.fill("Body, as hex", "7b 7");
    await page.shows("This is not hex");
    await page.fill("Body, as hex", "7b 7d");
    assert.equal((await page.result()).kind, "verified");
  },

  "a time that no clock tells is refused at its field": async ({ page }) => {
    await page.open();
    await page.fill("Time of the receiver", "9999999999999999");
    await page.shows("Not a time");
    await page.fill("Time of the receiver", "8640000000000000");
    await page.shows("+275760-09-13T00:00:00.000Z");
  },

  "a wrong secret that is known of is found": async ({ page }) => {
    await page.open();
    await type(page, TEXT, delivery.headers, "a-newer-secret");
    assert.deepEqual((await page.result()).findings, []);
    await page.driver.evaluate(() => document.querySelector("summary").click());
    await page.click("button", "Add a secret");
    await page.fill("Further secret 1", SECRET);
    await page.until("it is found", async () => (await page.result()).findings[0] === "SECRET_PREVIOUS");
  },

  "a half-typed scheme says what is wrong with it, without a delivery or a secret": async ({ page }) => {
    await page.open();
    await page.click("button", "Clear");
    await page.choose("Provider", "custom");
    await page.fill("Scheme", '{"name": ');
    await page.shows("The scheme is not JSON");
    const { kind } = await page.result();
    assert.equal(kind, "empty");
  },

  "a further secret that is removed leaves the focus on what stays": async ({ page }) => {
    await page.open();
    await page.choose("Example", "Signed with the previous secret");
    await page.click("button", "Remove further secret 1");
    await page.until("it is gone", async () => (await page.count("button", "Remove further secret 1")) === 0);
    const focused = await page.driver.evaluate(() => document.activeElement.innerText);
    assert.equal(focused, "Secrets that may be the right one");
  },

  "a tolerance that is off takes any age": async ({ page }) => {
    await page.open();
    await page.choose("Example", "Verified eight minutes later");
    assert.equal((await page.result()).code, "TIMESTAMP_TOO_OLD");
    await page.fill("Tolerance in seconds", "off");
    assert.equal((await page.result()).kind, "verified");
    assert.equal(await page.value("Tolerance in seconds"), "off");
  },
};

/** What is said to be wrong with a field. */
async function errorOf(page, name) {
  return page.driver.on(
    await page.control(name),
    (control) => control.closest(".field").querySelector(".error")?.innerText ?? "",
  );
}

function wordsOf(action) {
  try {
    action();
  } catch (error) {
    assert.ok(error instanceof WebhookError);
    return error.message;
  }
  throw new Error("nothing was wrong");
}
