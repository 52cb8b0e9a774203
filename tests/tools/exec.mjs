// Runs one command to its end: everything it prints goes to a log file, and nothing that it started outlives it.
import { spawn } from "node:child_process";
import { createWriteStream, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

// Commands under way, so that an interrupted run ends them, too.
const running = new Set();

/**
 * Runs a command and returns what became of it; a command that fails is a value, not an exception.
 *
 * @param options.log - file that both output streams are appended to
 * @param options.minutes - after that long the command is stopped
 */
export async function exec(command, args, { cwd, env = {}, log, minutes = 10 }) {
  const started = performance.now();
  const scratch = mkdtempSync(join(tmpdir(), "countersign-")); // browsers leave a good deal there
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, TMPDIR: scratch, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true, // its own process group: browsers, servers and their helpers end with it
  });
  running.add(child);
  const output = collect(child, log, `$ ${[command, ...args].join(" ")}\n`);
  const { code, timedOut } = await ended(child, minutes);
  running.delete(child);
  // A helper of a browser that is just ending may still write there.
  rmSync(scratch, { recursive: true, force: true, maxRetries: 20 });
  const text = await output.close(timedOut ? `\nstopped after ${minutes} minutes\n` : "");
  return { ok: code === 0 && !timedOut, code, timedOut, output: text, seconds: (performance.now() - started) / 1000 };
}

function collect(child, log, title) {
  mkdirSync(dirname(log), { recursive: true });
  const file = createWriteStream(log, { flags: "a" });
  const chunks = [];
  const take = (chunk) => {
    chunks.push(Buffer.from(chunk));
    file.write(chunk);
  };
  file.write(title);
  child.stdout?.on("data", take);
  child.stderr?.on("data", take);
  child.once("error", (error) => take(`${error.message}\n`));
  const close = async (last) => {
    await new Promise((done) => file.end(last, done));
    return Buffer.concat(chunks).toString("utf8");
  };
  return { close };
}

function ended(child, minutes) {
  return new Promise((resolve) => {
    let timedOut = false;
    const timer = setTimeout(() => {
      timedOut = true;
      void endGroup(child);
    }, minutes * 60_000);
    const settle = (code) => {
      clearTimeout(timer);
      resolve({ code, timedOut });
    };
    child.once("error", () => settle(-1));
    // "close" waits for the pipes, which a helper left behind may hold open: its group goes first.
    child.once("exit", () => endGroup(child));
    child.once("close", (code) => settle(code ?? -1));
  });
}

/** Asks the whole group to end, and makes it end when it has not after a moment. */
async function endGroup(child) {
  for (let polls = 0; polls < 15 && signal(child, "SIGTERM"); polls += 1) {
    await new Promise((later) => setTimeout(later, 20));
  }
  signal(child, "SIGKILL");
}

/** Sends a signal to the child's group; false when there is no such group any more. */
function signal(child, name) {
  try {
    return process.kill(-child.pid, name);
  } catch {
    return false;
  }
}

// Ctrl-C reaches only the foreground group: the detached ones are ended here.
for (const name of ["SIGINT", "SIGTERM"]) {
  process.once(name, () => {
    for (const child of running) signal(child, "SIGKILL");
    process.exit(130);
  });
}
