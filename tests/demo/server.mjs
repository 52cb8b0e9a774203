// A server of an example, started as a user would start it: its port, its log, its end.
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { stripVTControlCharacters } from "node:util";
import { PROVIDERS } from "./providers.mjs";

// What an example writes for each delivery: "agentbot SIGNATURE_MISMATCH: ..." or "agentbot
// message.created <key>". Wrangler sets its own mark before what a worker writes with
// console.error.
const VERDICT = new RegExp(`^(?:✘ \\[ERROR\\] )?(?:${Object.keys(PROVIDERS).join("|")}) (\\S+?)(?::| |$)(.*)`);

/**
 * Starts `command` and resolves once its output matches `ready`; the first group of `ready` is the
 * port.
 *
 * @returns { port, verdict, message, stop }: `verdict()` resolves to the next { word, rest } that
 *   the server logs, `message()` to the next thing it sends its parent (with `messages: true`, Node
 *   only)
 */
export async function start(command, args, { cwd, env, ready, seconds = 60, messages = false }) {
  const stdio = ["ignore", "pipe", "pipe", ...(messages ? ["ipc"] : [])];
  // A group of its own, so that everything the command starts ends with it.
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, detached: true, stdio });
  const output = [];
  const verdicts = new Queue("logged no verdict");
  const sent = new Queue("sent no message");
  child.on("message", (message) => sent.push(message));
  const stop = stopper(child);
  const port = await new Promise((resolve, reject) => {
    const fail = (why) =>
      reject(new Error(`${command} ${args.join(" ")}: ${why}\n${output.slice(-30).join("\n")}`));
    const timer = setTimeout(() => fail(`not ready within ${seconds} s`), seconds * 1000);
    child.on("error", (error) => fail(error.message));
    child.on("exit", (code) => fail(`ended with ${code}`));
    eachLine(child, (line) => {
      output.push(line);
      const verdict = VERDICT.exec(line.trim());
      if (verdict) verdicts.push({ word: verdict[1], rest: verdict[2].trim() });
      const match = ready.exec(line);
      if (match) resolve(Number(match[1]));
      if (match) clearTimeout(timer);
    });
  }).catch(async (error) => {
    await stop();
    throw error;
  });
  const context = () => output.slice(-5).join("\n");
  return { port, verdict: () => verdicts.next(context), message: () => sent.next(context), stop };
}

/** Resolves to a port that was free a moment ago, for tools that cannot be told "any". */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

function eachLine(child, take) {
  for (const stream of [child.stdout, child.stderr]) {
    let rest = "";
    stream.setEncoding("utf8").on("data", (text) => {
      const lines = (rest + text).split("\n");
      rest = lines.pop();
      for (const line of lines) take(stripVTControlCharacters(line));
    });
  }
}

function stopper(child) {
  const kill = (signal) => {
    try {
      process.kill(-child.pid, signal);
    } catch (error) {
      if (error.code !== "ESRCH") throw error; // already gone
    }
  };
  const orphaned = () => kill("SIGKILL");
  process.once("exit", orphaned);
  return async () => {
    process.off("exit", orphaned);
    if (child.exitCode === null && child.signalCode === null && child.pid) {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      kill("SIGTERM");
      const timer = setTimeout(() => kill("SIGKILL"), 3000);
      await ended;
      clearTimeout(timer);
    }
    if (child.pid) kill("SIGKILL"); // what outlived its parent
  };
}

/** Things that may come before or after somebody waits for them. */
class Queue {
  #items = [];
  #waiting = [];
  #complaint;

  constructor(complaint) {
    this.#complaint = complaint;
  }

  push(item) {
    const waiter = this.#waiting.shift();
    if (waiter) waiter(item);
    else this.#items.push(item);
  }

  next(context) {
    if (this.#items.length > 0) return Promise.resolve(this.#items.shift());
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`the server ${this.#complaint} within 5 s\n${context()}`)),
        5000,
      );
      this.#waiting.push((item) => {
        clearTimeout(timer);
        resolve(item);
      });
    });
  }
}
