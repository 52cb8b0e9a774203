// A page in headless Chromium, driven by Playwright.
import { requireLibrary } from "../tools/paths.mjs";

// The sandbox needs rights that a container's root lacks.
const ARGUMENTS = ["--no-sandbox", "--disable-quic"];

/**
 * Opens `url` and resolves, once it has loaded, to { evaluate, complaints, close }:
 * `evaluate(source)` resolves to the value of an expression in the page, `complaints` is what the
 * page threw or its browser refused.
 */
export async function openPage(command, url) {
  const { chromium } = requireLibrary("playwright-core");
  const browser = await chromium.launch({ executablePath: command, args: ARGUMENTS });
  try {
    const page = await browser.newPage();
    const complaints = [];
    page.on("pageerror", (error) => complaints.push(error.stack));
    // What the page itself logs has arguments; what the browser refused has none.
    const isRefusal = (message) => message.type() === "error" && message.args().length === 0;
    page.on("console", (message) => isRefusal(message) && complaints.push(message.text()));
    await page.goto(url);
    return { evaluate: (source) => page.evaluate(source), complaints, close: () => browser.close() };
  } catch (error) {
    await browser.close();
    throw error;
  }
}
