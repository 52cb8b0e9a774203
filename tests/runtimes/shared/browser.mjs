// A page in a real browser, driven through its WebDriver.
import { Builder } from "selenium-webdriver";
import * as chrome from "selenium-webdriver/chrome.js";
import * as firefox from "selenium-webdriver/firefox.js";
import { freePort, serve } from "./serve.mjs";

// The sandbox needs rights that a container's root lacks; the rest keeps the browser from calling home.
const CHROMIUM = "headless no-sandbox disable-gpu disable-dev-shm-usage no-first-run disable-quic".split(" ");
const SILENT = "disable-background-networking disable-component-update disable-sync".split(" ");

/** Opens `url` in the named browser and returns what the page leaves in `globalThis.found`. */
export async function runPage(name, url) {
  const driver = await OPEN[name]();
  try {
    const version = (await driver.getCapabilities()).getBrowserVersion();
    await driver.get(url);
    const found = await driver.wait(
      () => driver.executeScript("return globalThis.found"),
      240_000,
      "no verdict from the page",
    );
    if (found.error) throw new Error(`the page failed: ${found.error}`);
    return { version, found };
  } finally {
    await driver.quit();
  }
}

const OPEN = { chromium: openChromium, firefox: openFirefox, webkit: openWebkit };

// Drivers give each session a profile of its own, in the temporary folder that ends with the row.
function openChromium() {
  const options = new chrome.Options().addArguments(...CHROMIUM, ...SILENT);
  options.setChromeBinaryPath(process.env.CHROME_BIN);
  const service = new chrome.ServiceBuilder(process.env.CHROMEDRIVER);
  return new Builder().forBrowser("chrome").setChromeOptions(options).setChromeService(service).build();
}

function openFirefox() {
  const options = new firefox.Options().addArguments("-headless").setBinary(process.env.FIREFOX_BIN);
  const service = new firefox.ServiceBuilder(process.env.GECKODRIVER);
  return new Builder().forBrowser("firefox").setFirefoxOptions(options).setFirefoxService(service).build();
}

// WebKitGTK draws into a display even when nobody looks. Its driver is a plain server; the matrix ends it.
async function openWebkit() {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  await serve(process.env.XVFB_RUN, ["-a", process.env.WEBKITDRIVER, `--port=${port}`], `${url}/status`);
  return new Builder().usingServer(url).withCapabilities({ browserName: "MiniBrowser" }).build();
}
