// A server of an example, started as a user would start it: its port, its log, its end.
import { spawn } from "node:child_process";
import { EventEmitter } from "node:events";
import { createServer } from "node:net";
import { stripVTControlCharacters } from "node:util";
import { PROVIDERS } from "./providers.mjs";

// What an example writes for each delivery: "agentbot SIGNATURE_MISMATCH: ...", "agentbot
// message.created <key> secret 0" or "agentbot duplicate <key>". Wrangler sets its own mark before
// what a worker writes with console.error.
const VERDICT = new RegExp(`^(?:✘ \\[ERROR\\] )?(?:${Object.keys(PROVIDERS).join("|")}) (\\S+?)(?::| |$)(.*)`);

/**
 * Starts `command` and resolves once its output matches `ready`; the first group of `ready` is the
 * port. A command that stays although it failed to start is known by a line that matches `gaveUp`.
 *
 * @returns { port, verdict, line, message, stop }: `verdict()` resolves to the next { word, rest }
 *   that the server logs, `line(pattern)` to the first line, of all it prints, that matches,
 *   `message()` to the next thing it sends its parent (with `messages: true`, Node only)
 */
export async function start(command, args, { cwd, env, ready, gaveUp, seconds = 60, messages = false }) {
  const stdio = ["ignore", "pipe", "pipe", ...(messages ? ["ipc"] : [])];
  // A group of its own, so that everything the command starts ends with it.
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, detached: true, stdio });
  const output = [];
  const lines = new EventEmitter();
  const verdicts = new Queue("logged no verdict");
  const sent = new Queue("sent no message");
  child.on("message", (message) => sent.push(message));
  const stop = stopper(child);
  const port = await new Promise((resolve, reject) => {
    const fail = (why) => {
      clearTimeout(timer);
      reject(new Error(`${command} ${args.join(" ")}: ${why}\n${output.slice(-30).join("\n")}`));
    };
    const timer = setTimeout(() => fail(`not ready within ${seconds} s`), seconds * 1000);
    child.on("error", (error) => fail(error.message));
    child.on("close", (code) => fail(`ended with ${code}`)); // all it had to say has been read
    eachLine(child, (line) => {
      output.push(line);
      lines.emit("line", line);
      const verdict = VERDICT.exec(line.trim());
      if (verdict) verdicts.push({ word: verdict[1], rest: verdict[2].trim() });
      if (gaveUp?.test(line)) fail("gave up");
      const match = ready.exec(line);
      if (match) resolve(Number(match[1]));
      if (match) clearTimeout(timer);
    });
  }).catch(async (error) => {
    await stop();
    throw error;
  });
  const context = () => output.slice(-5).join("\n");
  const line = (pattern) => lineOf(output, lines, pattern);
  return { port, verdict: () => verdicts.next(context), line, message: () => sent.next(context), stop };
}

function lineOf(output, lines, pattern) {
  const said = output.find((line) => pattern.test(line));
  if (said !== undefined) return Promise.resolve(said);
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      lines.off("line", look);
      reject(new Error(`the server said nothing like ${pattern} within 20 s\n${output.slice(-5).join("\n")}`));
    }, 20_000);
    const look = (line) => {
      if (!pattern.test(line)) return;
      clearTimeout(timer);
      lines.off("line", look);
      resolve(line);
    };
    lines.on("line", look);
  });
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
      const giveUp = () => {
        this.#waiting.splice(this.#waiting.indexOf(take), 1); // what comes later is for whoever asks then
        reject(new Error(`the server ${this.#complaint} within 20 s\n${context()}`));
      };
      const timer = setTimeout(giveUp, 20_000);
      const take = (item) => {
        clearTimeout(timer);
        resolve(item);
      };
      this.#waiting.push(take);
    });
  }
}
