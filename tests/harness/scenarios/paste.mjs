// Paste: a whole request goes in at once, in whatever form it is had.
import { strict as assert } from "node:assert";
import { TEXT, binary, delivery, forms, signedBinary } from "../deliveries.mjs";
import { SECRET } from "../secret.mjs";

const hex = (bytes) => bytes.toString("hex");
const BOX = "Paste a request";
const NO_REQUEST = "This is no curl command";

const isRead = (page) => page.until("it is read", async () => (await page.shown()).includes("Read as "));
const isUnread = (page) => page.shows(NO_REQUEST);
const isEmpty = (page) =>
  page.until("an empty box", async () => (await page.value(BOX)) === "" && !(await page.shown()).includes(NO_REQUEST));

export const paste = {
  ...Object.fromEntries(
    Object.entries(forms).map(([form, text]) => [
      `a pasted request is read byte for byte: ${form}`,
      async ({ page, clipboard }) => {
        await page.open();
        await page.fill("Secret", SECRET);
        await clipboard.write(text);
        await page.pasteInto(BOX);
        await isRead(page);
        assert.equal(await page.value("Method"), delivery.method);
        assert.equal(await page.value("URL"), delivery.url);
        const headers = Object.entries(delivery.headers).map(([name, value]) => `${name}: ${value}`);
        assert.deepEqual(
          (await page.value("Headers")).toLowerCase().split("\n"),
          headers.join("\n").toLowerCase().split("\n"),
        );
        assert.equal(await page.value("Body"), TEXT);
        await page.click("checkbox", "Edit as hex");
        assert.equal((await page.value("Body, as hex")).replaceAll(/\s/g, ""), hex(delivery.body));
        assert.equal(await page.value("Provider"), "bookbag");
        const { kind } = await page.result();
        assert.equal(kind, "verified");
      },
    ]),
  ),

  "a dropped file is taken as the bytes it is": async ({ page }) => {
    await page.open();
    await page.fill("Secret", SECRET);
    await page.drop(BOX, "request.http", signedBinary);
    await isRead(page);
    assert.equal((await page.value("Body, as hex")).replaceAll(/\s/g, ""), hex(binary));
    assert.equal((await page.result()).kind, "verified");
    await page.drop("Body, as hex", "body.bin", Buffer.from([1, 2, 3]));
    await page.until("the body is taken", async () => /^01 ?02 ?03$/.test(await page.value("Body, as hex")));
    assert.equal((await page.result()).code, "SIGNATURE_MISMATCH");
  },

  "a paste replaces what could not be read": async ({ page, clipboard }) => {
    await page.open();
    await page.fill(BOX, "hello");
    await isUnread(page);
    await clipboard.write(forms.curl);
    await page.pasteInto(BOX);
    await isRead(page);
    assert.equal(await page.value("Body"), TEXT);
    await isEmpty(page);
  },

  "Clear and the choice of an example empty the box": async ({ page }) => {
    await page.open();
    const leaves = [() => page.click("button", "Clear"), () => page.choose("Example", "Line ends became CRLF")];
    for (const leave of leaves) {
      await page.fill(BOX, "hello");
      await isUnread(page);
      await leave();
      await isEmpty(page);
    }
  },
};
