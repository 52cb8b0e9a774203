// Chromium, through Playwright. What a driver is stands in page.mjs.
import { find } from "../tools/browsers.mjs";
import { requireLibrary } from "../tools/paths.mjs";
import { instrument } from "./instrument.mjs";

// The sandbox needs rights that a container's root lacks; the rest keeps the browser from calling home.
const FLAGS = "disable-gpu disable-quic disable-background-networking disable-component-update disable-sync";

/** Starts the browser and returns { name, version, profile, close }. */
export async function openChromium() {
  const { chromium } = requireLibrary("playwright-core");
  const browser = await chromium.launch({
    executablePath: find("chromium"),
    chromiumSandbox: false,
    args: FLAGS.split(" ").map((flag) => `--${flag}`),
  });
  return {
    name: "chromium",
    version: browser.version(),
    profile: () => newProfile(browser),
    close: () => browser.close(),
  };
}

async function newProfile(browser) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, colorScheme: "light" });
  await context.addInitScript(instrument);
  const requests = [];
  context.on("request", (request) =>
    requests.push({ url: request.url(), method: request.method(), headers: JSON.stringify(request.headers()) }),
  );
  return { requests, newPage: async () => new Driver(await context.newPage()), close: () => context.close() };
}

class Driver {
  complaints = [];
  #page;

  constructor(page) {
    this.#page = page;
    page.on("console", (message) => {
      if (["error", "warning", "assert"].includes(message.type())) this.complaints.push(message.text());
    });
    page.on("pageerror", (error) => this.complaints.push(`${error.stack ?? error}`));
    page.on(
      "dialog",
      (dialog) => void dialog.dismiss().then(() => this.complaints.push(`a dialog: ${dialog.message()}`)),
    );
  }

  goTo = (url) => this.#page.goto(url, { waitUntil: "load" });
  reload = () => this.#page.reload({ waitUntil: "load" });
  locate = (role, name) => this.#page.getByRole(role, { name, exact: true }).elementHandles();
  query = async (source, ...given) => (await this.#page.evaluateHandle(taking(source), given)).asElement() ?? undefined;
  click = (element) => element.click({ timeout: 10_000 });
  press = (key) => this.#page.keyboard.press(key);
  evaluate = (source, ...given) => this.#page.evaluate(taking(source), given);
  on = (element, source, ...given) => element.evaluate(takingElement(source), given);
  resize = (width, height) => this.#page.setViewportSize({ width, height });
  theme = (colorScheme) => this.#page.emulateMedia({ colorScheme });
  screenshot = (isWhole = true) => this.#page.screenshot({ fullPage: isWhole, animations: "disabled", caret: "hide" });
  stopClock = (time) => this.#page.clock.setFixedTime(time);
  front = () => this.#page.bringToFront();
  close = () => this.#page.close();
  workers = () => this.#page.workers();
}

// Playwright sends the text of a function with one argument.
// biome-ignore lint/security/noGlobalEval: the scenarios hold functions or their text, and nothing else
const taking = (source) => (0, eval)(`(given) => (${source})(...given)`);
// biome-ignore lint/security/noGlobalEval: as above
const takingElement = (source) => (0, eval)(`(element, given) => (${source})(element, ...given)`);
