// One browser through every scenario, and what must hold in each of them.
import { mkdirSync } from "node:fs";
import { Page } from "./page.mjs";
import { PICTURES, picture } from "./pictures.mjs";
import { holdsSecret } from "./secret.mjs";
import { scenarios } from "./scenarios.mjs";
import { openForeign, openSite } from "./site.mjs";

/** Resolves to { passed, failures, measured } of one browser; each scenario has a profile and a server of its own. */
export async function runScenarios(open, site, options) {
  mkdirSync(PICTURES, { recursive: true });
  const began = performance.now();
  const browser = await open();
  const foreign = await openForeign();
  const measured = new Map();
  const failures = [];
  let passed = 0;
  try {
    const clipboard = await openClipboard(browser, foreign);
    for (const [name, scenario] of Object.entries(scenarios)) {
      if (!new RegExp(options.only).test(name)) continue;
      const started = performance.now();
      const world = await newWorld({ browser, site, foreign, clipboard, measured, options });
      const problem = await inTime(scenario(world)).then(
        () => world.problem(),
        (error) => error.stack,
      );
      if (problem) failures.push(`${browser.name}: ${name}\n${problem}`);
      if (problem) await picture(world.page, `failed-${browser.name}-${failures.length}`).catch(() => undefined);
      else passed += 1;
      await world.close();
      console.log(
        `${browser.name} ${((performance.now() - started) / 1000).toFixed(1)} s ${problem ? "FAILED " : ""}${name}${problem ? `\n${problem}` : ""}`,
      );
    }
  } finally {
    await browser.close();
    foreign.close();
  }
  const figures = [...measured].map(([what, figure]) => `${what} ${figure}`);
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  return { passed, failures, measured: [`${browser.name} ${browser.version}`, ...figures, `${seconds} s`].join(", ") };
}

const MINUTES = 3;

function inTime(promise) {
  const late = new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`it did not end within ${MINUTES} minutes`)), MINUTES * 60_000).unref();
  });
  return Promise.race([promise, late]);
}

// The clipboard is the browser's; text gets there as a user's does, from a page of another origin.
async function openClipboard(browser, foreign) {
  const driver = await (await browser.profile()).newPage();
  await driver.goTo(foreign.url);
  const page = new Page(driver, foreign.url);
  return {
    async write(text) {
      await driver.front();
      await page.fill("clipboard", text);
      await page.press("Control+a", "Control+c");
    },
    async read() {
      await driver.front();
      await page.fill("clipboard", "");
      await page.press("Control+v");
      return page.value("clipboard");
    },
  };
}

async function newWorld({ browser, site, foreign, ...shared }) {
  const server = await openSite(site, shared.options.files);
  const opened = [];
  const open = async (url) => {
    const profile = await browser.profile();
    const page = new Page(await profile.newPage(), url);
    opened.push({ profile, page });
    return page;
  };
  const world = { browser, server, foreign, provoked: [], ...shared };
  // Of another profile, as of another person.
  world.newPage = () => open(server.url);
  world.newForeignPage = async () => {
    const page = await open(foreign.url);
    await page.driver.goTo(foreign.url);
    return page;
  };
  world.page = await world.newPage();
  world.problem = () => problemsOf(world, opened);
  world.close = async () => {
    for (const { profile } of opened) await profile.close();
    await server.close();
  };
  return world;
}

/** What holds in every scenario: it stays at home, keeps the secret, complains of nothing, and nothing jumps. */
async function problemsOf({ server, provoked }, opened) {
  const own = opened.filter(({ page }) => page.url === server.url);
  const asked = own.flatMap(({ profile }) => profile.requests);
  const isExpected = (text) => provoked.some((one) => text.includes(one));
  const strayed = asked.filter(({ url }) => !/^(data|blob|about):/.test(url) && !url.startsWith(server.url));
  const told = [...asked.map((one) => Object.values(one).join(" ")), ...server.asked.map(({ text }) => text)];
  const seen = await Promise.all(own.map(({ page }) => page.seen()));
  return [
    ...strayed.filter(({ url }) => !isExpected(url)).map(({ url }) => `a request to ${url}`),
    ...told.filter(holdsSecret).map((text) => `a request with the secret: ${text}`),
    ...own
      .flatMap(({ page }) => page.driver.complaints.filter((one) => !isExpected(one)))
      .map((one) => `console: ${one}`),
    ...seen
      .flatMap(({ refused }) => refused.filter((one) => !isExpected(one)))
      .map((one) => `the policy refused ${one}`),
    ...seen.filter(({ shift }) => shift >= 0.001).map(({ shifts }) => `the layout shifted: ${shifts.join("\n  ")}`),
  ].join("\n");
}
