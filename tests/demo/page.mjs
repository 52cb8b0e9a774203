// Sends every case to the browser example: types it into the page, and reads what the page says of
// it.
import { find } from "../tools/browsers.mjs";
import { casesOf } from "./cases.mjs";
import { openPage } from "./chromium.mjs";
import { PROVIDERS, SECRETS } from "./providers.mjs";

/** Resolves to { passed, problems }, or to undefined where this machine has no Chromium. */
export async function tryPage(url) {
  const chromium = find("chromium");
  if (!chromium) return undefined;
  const page = await openPage(chromium, url);
  try {
    const checks = [...(await examplesOf(page)), ...(await casesIn(page))];
    const problems = [...checks.filter(Boolean), ...page.complaints.map((text) => `browser: the page said: ${text}`)];
    return { passed: checks.filter((problem) => !problem).length, problems };
  } finally {
    await page.close();
  }
}

// The button signs in the page and verifies at once.
async function examplesOf(page) {
  const checks = [];
  for (const provider of Object.keys(PROVIDERS)) {
    const said = await page.evaluate(`(() => {
      document.getElementById("provider").value = ${JSON.stringify(provider)};
      document.getElementById("example").click();
      return ${READ};
    })()`);
    checks.push(said.title === "Verified" ? "" : `browser: example of ${provider}: ${said.title}`);
  }
  return checks;
}

async function casesIn(page) {
  const checks = [];
  for (const provider of Object.keys(PROVIDERS)) {
    let genuine;
    for (const given of casesOf(provider, Date.now())) {
      if (given.secretIndex > 0) continue; // the page takes one secret
      const said = await page.evaluate(typing(given));
      genuine ??= said;
      const expected = given.code ?? "Verified";
      const isSame = said.title === expected && (!given.replay || said.key === genuine.key);
      checks.push(isSame ? "" : `browser: ${provider}, ${given.name}: expected ${expected}, got ${said.title}`);
    }
  }
  return checks;
}

const READ = `{
  title: document.querySelector("#verdict strong")?.textContent,
  key: [...document.querySelectorAll("#verdict dd")].at(-1)?.textContent,
}`;

function typing({ provider, headers, body }) {
  const fields = {
    provider,
    secret: SECRETS[provider],
    headers: headers.map((pair) => pair.join(": ")).join("\n"),
    body: body.toString(),
  };
  return `(() => {
    for (const [id, text] of Object.entries(${JSON.stringify(fields)})) document.getElementById(id).value = text;
    document.getElementById("body").dispatchEvent(new Event("input", { bubbles: true }));
    return ${READ};
  })()`;
}
