// The states that are looked at: how each is reached.
import { measure } from "./scenarios/benchmark.mjs";
import { runAll } from "./scenarios/conformance.mjs";
import { share } from "./scenarios/link.mjs";
import { openSign } from "./scenarios/sign.mjs";

const example =
  (label) =>
  async ({ page }) => {
    await page.open();
    await page.choose("Example", label);
    await page.result();
  };

export const states = {
  refused: example("Parsed and stringified again"),
  verified: example("Genuine: a message, as it was signed"),
  forged: example("Forged: another amount"),
  "header-missing": example("The header came under another name"),
  "further-secrets": example("Signed with the previous secret"),
  hex: async (world) => {
    await example("Line ends became CRLF")(world);
    await world.page.click("radio", "Hex");
  },
  cleared: async ({ page }) => {
    await page.open();
    await page.click("button", "Clear");
    await page.result();
  },
  unreadable: async ({ page }) => {
    await page.open();
    await page.fill("Paste a request", "hello");
    await page.fill("Time of the receiver", "soon");
    await page.fill("Headers", "no colon");
    await page.shows("This is no curl command");
    await page.result();
  },
  "bad-scheme": async ({ page }) => {
    await page.open();
    await page.choose("Provider", "custom");
    await page.fill("Scheme", '{"name":"acme"}');
    await page.result();
  },
  link: ({ page, clipboard }) => share(page, clipboard),
  sign: ({ page }) => openSign(page, "agentbot"),
  "sign-test": async ({ page }) => {
    await openSign(page, "standard-webhooks");
    await page.click("tab", "vitest");
  },
  conformance: async ({ page }) => {
    await page.open("#conformance");
    await page.find("button", "Run");
  },
  "conformance-done": async ({ page }) => {
    await runAll(page);
    await page.fill("Text", "explain/agentbot/0");
  },
  benchmark: async ({ page }) => {
    await page.open("#benchmark");
    await page.find("button", "Measure");
  },
  "benchmark-stopped": ({ page }) => measure(page, 3),
};
