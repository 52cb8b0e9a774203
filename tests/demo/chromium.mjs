// A page in headless Chromium, driven over its own debugging pipe: no driver, no port, no
// dependency.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

// The sandbox needs rights that a container's root lacks; the rest keeps the browser from calling
// home.
const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--no-first-run",
  "--disable-quic",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--remote-debugging-pipe",
];

/**
 * Opens `url` and resolves, once it has loaded, to { evaluate, complaints, close }:
 * `evaluate(source)` resolves to the value of an expression in the page, `complaints` is what the
 * page threw or its browser refused.
 */
export async function openPage(command, url) {
  const profile = mkdtempSync(join(tmpdir(), "countersign-chromium-"));
  const stdio = ["ignore", "ignore", "ignore", "pipe", "pipe"]; // 3 and 4 are the debugging pipe
  const browser = spawn(command, [...FLAGS, `--user-data-dir=${profile}`, "about:blank"], {
    stdio,
    detached: true, // its own process group, so that its helpers end with it
  });
  const close = async () => {
    const ended = new Promise((resolve) => browser.once("exit", resolve));
    process.kill(-browser.pid, "SIGKILL");
    await ended;
    // A helper that is just ending may still write to the profile.
    rmSync(profile, { recursive: true, force: true, maxRetries: 20 });
  };
  try {
    return { ...(await attach(new Pipe(browser), url)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function attach(pipe, url) {
  const complaints = [];
  pipe.on("Runtime.exceptionThrown", ({ exceptionDetails }) =>
    complaints.push(exceptionDetails.exception?.description ?? exceptionDetails.text),
  );
  pipe.on("Log.entryAdded", ({ entry }) => entry.level === "error" && complaints.push(entry.text));

  const { targetId } = await pipe.call("Target.createTarget", { url: "about:blank" });
  const { sessionId } = await pipe.call("Target.attachToTarget", { targetId, flatten: true });
  const call = (method, params) => pipe.call(method, params, sessionId);
  const loaded = new Promise((resolve) => pipe.on("Page.loadEventFired", resolve));
  for (const domain of ["Page", "Runtime", "Log"]) await call(`${domain}.enable`);
  await call("Page.navigate", { url });
  await loaded;
  const evaluate = async (expression) => {
    const { result, exceptionDetails } = await call("Runtime.evaluate", {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
  return { evaluate, complaints };
}

/** The protocol: JSON messages, each ended by a zero byte. */
class Pipe {
  #send;
  #calls = new Map();
  #listeners = [];
  #last = 0;

  constructor(browser) {
    const [, , , input, output] = browser.stdio;
    this.#send = (message) => input.write(`${JSON.stringify(message)}\0`);
    input.on("error", () => {}); // the browser ended; its exit says so to whoever waits
    browser.once("exit", () => this.#fail("Chromium ended"));
    browser.once("error", (error) => this.#fail(error.message));
    let rest = "";
    output.setEncoding("utf8").on("data", (text) => {
      const messages = (rest + text).split("\0");
      rest = messages.pop();
      for (const message of messages) this.#take(JSON.parse(message));
    });
  }

  on(event, listener) {
    this.#listeners.push([event, listener]);
  }

  call(method, params = {}, sessionId = undefined) {
    const id = ++this.#last;
    this.#send({ id, method, params, sessionId });
    return new Promise((resolve, reject) => this.#calls.set(id, { resolve, reject }));
  }

  #take({ id, result, error, method, params }) {
    if (method) for (const [event, listener] of this.#listeners) if (event === method) listener(params);
    const call = this.#calls.get(id);
    if (!call) return;
    this.#calls.delete(id);
    if (error) call.reject(new Error(error.message));
    else call.resolve(result);
  }

  #fail(why) {
    for (const { reject } of this.#calls.values()) reject(new Error(why));
    this.#calls.clear();
  }
}
