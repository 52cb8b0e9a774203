// Inspect: a delivery goes in, the verdict and what is wrong come out.
import { strict as assert } from "node:assert";
import { packageDir } from "../../tools/paths.mjs";
import { SECRET } from "../secret.mjs";

const { Webhook } = await import(`${packageDir}/dist/index.js`);

/** Each ready example by its label: the code of its verdict, and its first finding. */
const EXAMPLES = {
  "Genuine: a message, as it was signed": [null, null],
  "Parsed and stringified again": ["SIGNATURE_MISMATCH", "BODY_RESTRINGIFIED"],
  "Line ends became CRLF": ["SIGNATURE_MISMATCH", "BODY_LINE_ENDS"],
  "Still in base64, from a gateway": ["SIGNATURE_MISMATCH", "BODY_BASE64"],
  "A newline behind the secret": ["SIGNATURE_MISMATCH", "SECRET_BLANKS"],
  "Signed with the previous secret": ["SIGNATURE_MISMATCH", "SECRET_PREVIOUS"],
  "Another provider's delivery": ["HEADER_MISSING", "SCHEME_PROVIDER"],
  "The prefix of the signature is missing": ["SIGNATURE_MALFORMED", "SIGNATURE_PREFIX"],
  "The header came under another name": ["HEADER_MISSING", "HEADER_NAME"],
  "A clock two hours off": ["TIMESTAMP_TOO_OLD", "CLOCK_ZONE"],
  "Verified eight minutes later": ["TIMESTAMP_TOO_OLD", "CLOCK_OLD"],
  "Forged: another amount": ["SIGNATURE_MISMATCH", null],
  "Forged: no signature at all": ["HEADER_MISSING", null],
};

/** Turns of the writing, a filler, a selector and a tag: all of them blank. */
const UNSEEN = "\u061c\u3164\ufe0f\u{e0041}";

/** Takes everything off the page, and puts one delivery of Bookbag on it. */
export async function type(page, body, headers, secret = SECRET) {
  await page.click("button", "Clear");
  await page.choose("Provider", "bookbag");
  await page.fill("Secret", secret);
  await page.fill(
    "Headers",
    Object.entries(headers)
      .map(([name, value]) => `${name}: ${value}`)
      .join("\n"),
  );
  await page.fill("Body", body);
}

/** The bytes that are marked in a dump, as [place, hex]. */
async function markedIn(page, title) {
  return page.driver.on(await page.find("group", `${title}, as hex`), (dump) =>
    [...dump.children].flatMap((line) => {
      const [offset, ...nodes] = line.childNodes;
      const characters = nodes.flatMap((node) =>
        Array.from(node.textContent, (text) => [text, node.nodeName === "MARK"]),
      );
      const start = parseInt(offset.textContent, 16);
      const pairs = [];
      // Behind two blanks: two digits and a blank for each byte, until the column of characters.
      for (let at = 2; at + 1 < characters.length; at += 3) {
        const digits = characters[at][0] + characters[at + 1][0];
        if (!/^[0-9a-f]{2}$/.test(digits)) break;
        if (characters[at][1]) pairs.push([start + (at - 2) / 3, digits]);
      }
      return pairs;
    }),
  );
}

/** What each status says, but for those in a button, which are not read. */
async function statuses(page) {
  const all = await page.driver.locate("status");
  return Promise.all(
    all.map((one) => page.driver.on(one, (status) => (status.closest("button") ? "" : status.textContent))),
  );
}

const hex = (bytes) => bytes.toString("hex");

export const inspect = {
  "the first load shows the verdict and the first finding, above all else": async ({ page }) => {
    for (const size of [
      [1280, 900],
      [360, 740],
    ]) {
      await page.driver.resize(...size);
      await page.open();
      const { kind, code, findings } = await page.result();
      assert.deepEqual([kind, code, findings[0]], ["refused", "SIGNATURE_MISMATCH", "BODY_RESTRINGIFIED"]);
      const places = await page.driver.evaluate(() =>
        ["[data-verdict]", "[data-finding]"].map(
          (one) => document.querySelector(one).getBoundingClientRect().bottom / innerHeight,
        ),
      );
      assert.ok(places[0] < 1 && places[1] < 1.3, `verdict and finding end at ${places} of the window of ${size}`);
    }
  },

  "every ready example has its verdict and its first finding": async ({ page, measured }) => {
    await page.open();
    const labels = await page.driver.on(await page.control("Example"), ({ options }) =>
      [...options].map(({ text }) => text).slice(1),
    );
    assert.deepEqual(labels, Object.keys(EXAMPLES));
    for (const [label, [code, finding]] of Object.entries(EXAMPLES)) {
      await page.choose("Example", label);
      const got = await page.result();
      assert.deepEqual(
        [label, got.kind, got.code, got.findings[0] ?? null],
        [label, code ? "refused" : "verified", code, finding],
      );
    }
    measured.set("examples", labels.length);
  },

  "the bytes that differ are marked, and no others": async ({ page }) => {
    await page.open();
    await type(page, '{"a":1}\n{"b":2}\n', new Webhook("bookbag", SECRET).sign('{"a":1}\n{"b":2}\n'));
    await page.click("checkbox", "Edit as hex");
    await page.fill("Body, as hex", hex(Buffer.from('{"a":1}\r\n{"b":2}\r\n')));
    assert.deepEqual((await page.result()).findings[0], "BODY_LINE_ENDS");
    await page.click("radio", "Hex");
    assert.deepEqual(await markedIn(page, "Your receiver hashes"), [
      [7, "0d"],
      [16, "0d"],
    ]);
    assert.deepEqual(await markedIn(page, "The sender signed"), []);
    await page.shows("byte 7: 0d is too much");

    await page.fill("Body, as hex", hex(Buffer.from('{"a":1}')));
    await page.fill("Headers", headerLines(new Webhook("bookbag", SECRET).sign('{"a": 1}')));
    await page.until("the other finding", async () => (await page.result()).findings[0] === "BODY_RESTRINGIFIED");
    assert.deepEqual(await markedIn(page, "Your receiver hashes"), []);
    assert.deepEqual(await markedIn(page, "The sender signed"), [[5, "20"]]);
  },

  "what is shown can be copied": async ({ page, clipboard }) => {
    await page.open();
    await type(page, '{"a":1}', new Webhook("bookbag", SECRET).sign('{"a": 1}'));
    assert.deepEqual((await page.result()).findings[0], "BODY_RESTRINGIFIED");
    const fix = await page.driver.evaluate(() => document.querySelector("[data-finding] pre").innerText);
    await page.click("button", "Copy the fix of BODY_RESTRINGIFIED");
    await page.until("Copied is said beside the button", async () => (await statuses(page)).includes("Copied"));
    assert.equal(await clipboard.read(), fix);
    await page.front();
    await page.click("button", "Copy Your receiver hashes, as text");
    await page.until("the content", async () => (await clipboard.read()) === '{"a":1}');
    await page.front();
    await page.click("radio", "Hex");
    await page.click("button", "Copy The sender signed, as hex");
    await page.until(
      "the bytes",
      async () => (await clipboard.read()).replaceAll(/\s/g, "") === hex(Buffer.from('{"a": 1}')),
    );
  },

  "a fix is written for the framework that is chosen": async ({ page }) => {
    await page.open();
    await page.result();
    const fixOf = async (framework) => {
      await page.choose("Fix for", framework);
      await page.result();
      return page.driver.evaluate(() => document.querySelector("[data-finding] pre").innerText);
    };
    const fixes = new Set();
    for (const framework of ["express", "lambda", "next-app"]) fixes.add(await fixOf(framework));
    assert.equal(fixes.size, 3);
  },

  "an empty body is pointed out where nothing explains the mismatch": async ({ page }) => {
    await page.open();
    await type(page, "", new Webhook("bookbag", SECRET).sign("{}"), "another-secret");
    assert.deepEqual((await page.result()).findings, []);
    await page.shows("The body is empty.");
    await page.fill("Body", "[]");
    assert.deepEqual((await page.result()).findings, []);
    assert.ok(!(await page.shown()).includes("The body is empty."));
  },

  "what is invisible in a body or a header name is shown by its number": async ({ page }) => {
    await page.open();
    await type(page, UNSEEN, new Webhook("bookbag", SECRET).sign(UNSEEN));
    assert.equal((await page.result()).kind, "verified");
    assert.equal(await page.text("group", "Your receiver hashes, as text"), "U+061CU+3164U+FE0FU+E0041");

    const turned = "X-Bookbag-\u202eSignature";
    await page.fill("Headers", `${turned}: ${new Webhook("bookbag", SECRET).sign(UNSEEN)["X-Bookbag-Signature"]}`);
    assert.deepEqual((await page.result()).findings, ["HEADER_NAME"]);
    for (const place of [".evidence", ".walk th[scope=row]", ".walk p code:nth-of-type(2)"]) {
      const text = await page.driver.evaluate((one) => document.querySelector(one).innerText, place);
      assert.ok(text.includes("X-Bookbag-U+202ESignature"), `${place}: ${text}`);
    }
    assert.ok(!(await page.shown()).includes("\u202e"));
  },
};

const headerLines = (headers) =>
  Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join("\n");
