// Sign: genuine deliveries of every event, to take along, and to break in one place.
import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { packageDir } from "../../tools/paths.mjs";
import { SECRET } from "../secret.mjs";

const { Webhook, providers } = await import(`${packageDir}/dist/index.js`);
const { samples } = await import(`${packageDir}/dist/samples.js`);
const { verdicts } = JSON.parse(readFileSync(new URL("../units/tampers.json", import.meta.url), "utf8"));

/** Any time will do; this one is the receiver's, too. */
const SECONDS = 1_791_192_600;
// Of Standard Webhooks the form of the secret is told; for the others these are characters like any.
const SECRETS = { svix: `whsec_${btoa(SECRET)}`, "standard-webhooks": `whsec_${btoa(SECRET)}` };
const secretOf = (provider) => SECRETS[provider] ?? SECRET;

export async function openSign(page, provider) {
  await page.open("#sign");
  await page.choose("Provider", provider);
  await page.fill("Secret", secretOf(provider));
  await page.fill("Time in seconds", `${SECONDS}`);
}

/** Chooses each event in turn, and resolves to what was signed: { event, said, headers, body }. */
async function signAll() {
  const select = [...document.querySelectorAll("select")].find(({ labels }) => labels[0]?.innerText === "Event");
  const body = [...document.querySelectorAll("textarea")].find(({ labels }) => labels[0]?.innerText === "Body");
  const frame = () => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
  const made = [];
  for (const event of [...select.options].map(({ value }) => value)) {
    select.value = event;
    select.dispatchEvent(new Event("change", { bubbles: true }));
    await frame();
    const headers = [...document.querySelectorAll("dl.headers > div")].map((row) =>
      [...row.children].map((one) => one.textContent),
    );
    made.push({ event, said: document.querySelector(".sign [role=status]").innerText, headers, body: body.value });
  }
  return made;
}

const tamperRows = (page) =>
  page.driver.evaluate(() =>
    [...document.querySelectorAll("table.tampers tbody tr")].map((row) => ({
      said: row.children[2].innerText.replace(/^✕ /, ""),
      button: row.querySelector("button")?.ariaLabel,
    })),
  );

const FORMS = ["curl", "fetch", "vitest", "node:test", "HTTP"];

export const sign = {
  "the first second of all clocks is signed, and none before it": async ({ page }) => {
    await openSign(page, "agentbot");
    await page.fill("Time in seconds", "0");
    const said = async () => (await tamperRows(page)).map((row) => row.said);
    await page.until("no time before it", async () => (await said()).includes("No clock tells that time."));
    assert.ok((await said()).includes("TIMESTAMP_TOO_NEW"));
  },

  "every sample event of every provider is signed as its receiver verifies it": async ({ page, measured }) => {
    const webhookOf = (provider) => new Webhook(provider, secretOf(provider), { now: () => SECONDS * 1000 });
    let events = 0;
    for (const provider of Object.keys(providers)) {
      await openSign(page, provider);
      const made = await page.driver.evaluate(signAll);
      const offered = made.map(({ event }) => event);
      assert.deepEqual(offered, Object.keys(samples[provider]), `the events of ${provider}`);
      for (const { event, said, headers, body } of made) {
        const check = webhookOf(provider).check(body, headers);
        assert.ok(check.ok, `${provider} ${event}: ${check.code}`);
        assert.match(said, /Signed, and verified at once/, `${provider} ${event}`);
      }
      assert.equal(new Set(made.map(({ body }) => body)).size, made.length, `${provider}: two events have one body`);
      events += made.length;
    }
    measured.set("events signed", events);
  },

  "a signed delivery is copied in each form, and no test holds a secret that was typed": async ({
    page,
    clipboard,
  }) => {
    await openSign(page, "agentbot");
    for (const form of FORMS) {
      await page.click("tab", form);
      await page.find("tabpanel", form);
      const shown = await page.driver.on(
        await page.find("tabpanel", form),
        (panel) => panel.querySelector("pre").textContent,
      );
      assert.ok(shown.includes("X-Agentbot-Signature") || shown.includes("x-agentbot-signature"), form);
      assert.ok(!shown.includes(SECRET), form);
      await page.click("button", `Copy ${form}`);
      await page.until(
        `${form} is copied`,
        async () => (await clipboard.read()).trimEnd() === shown.replaceAll("\r\n", "\n").trimEnd(),
      );
      await page.front();
    }
  },

  "each switch breaks a delivery with its exact code, and opens in the inspect tab": async ({ page }) => {
    for (const provider of ["agentbot", "bookbag", "chatbase", "slack"]) {
      await openSign(page, provider);
      await page.click("radio", "Python's json.dumps");
      const rows = await tamperRows(page);
      assert.deepEqual(
        rows.map(({ said }) => said),
        Object.values(verdicts[provider]),
        provider,
      );
    }
    for (const { said, button } of await tamperRows(page)) {
      await page.click("button", button);
      const { code } = await page.result();
      assert.deepEqual([button, code], [button, said]);
      assert.equal(await page.value("Secret"), SECRET);
      await page.click("tab", "Sign");
      await page.find("button", button);
    }
  },

  "what is signed can be looked into, and a secret can be generated": async ({ page }) => {
    await page.open("#sign");
    await page.choose("Provider", "github");
    await page.fill("Secret", "");
    await page.shows("Empty: the generated one that is shown signs");
    await page.shows("Signed, and verified at once");
    await page.click("button", "Generate a secret");
    assert.match(await page.value("Secret"), /^[0-9a-f]{48}$/);
    await page.shows("Signed, and verified at once");
    await page.click("button", "Inspect it");
    assert.equal((await page.result()).kind, "verified");
  },
};
