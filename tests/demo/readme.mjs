// Runs the code of a README: what it prints must be what the README says it prints, word for
// word.
import { spawnSync } from "node:child_process";
import { createHmac } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { send } from "./post.mjs";
import { ROOT } from "./install.mjs";
import { ENVIRONMENT, PROVIDERS, signatureOf } from "./providers.mjs";
import { start } from "./server.mjs";

const STRIPE_WEBHOOK_SECRET = "whsec_of-the-readme";
const seconds = () => Math.floor(Date.now() / 1000);

// A genuine delivery of each provider that the README receives, signed by nothing of ours.
const SENT = {
  stripe() {
    const body = Buffer.from('{"id":"evt_1","type":"charge.succeeded"}');
    const time = seconds();
    const v1 = createHmac("sha256", STRIPE_WEBHOOK_SECRET).update(`${time}.${body}`).digest("hex");
    return { headers: [["Stripe-Signature", `t=${time},v1=${v1}`]], body };
  },
  agentbot() {
    const body = Buffer.from(PROVIDERS.agentbot.body);
    return { headers: [[PROVIDERS.agentbot.header, signatureOf("agentbot", { body, seconds: seconds() })]], body };
  },
};

const BLOCK = /^```js\n(.*?)^```$/gms;
const SAYS = /^\/\/ → (.*)$/gm;

/**
 * Resolves to one check for each block of `file`, run in `folder`: a sentence that says what is
 * wrong, or "".
 */
export async function tryReadme(file, folder) {
  const blocks = [...readFileSync(file, "utf8").matchAll(BLOCK)].map(([, code]) => code);
  const checks = [];
  for (const [index, code] of blocks.entries()) {
    const path = join(folder, `readme-${index}.mjs`);
    const problem = /^app\.(all|post)\(/m.test(code)
      ? await trySnippetOfServer(code, path, folder)
      : tryScript(code, path, folder);
    checks.push(problem && `${basename(file)}, block ${index + 1}: ${problem}`);
  }
  return checks.length > 0 ? checks : [`${basename(file)} has no block of JavaScript`];
}

/**
 * Returns a check of the Rust in `file`: it is built and run as the documentation of a crate is.
 */
export function tryRust(file) {
  const built = spawnSync("cargo", ["build", "--quiet", "--target-dir", "target"], {
    cwd: ROOT,
    encoding: "utf8",
  });
  if (built.status !== 0) return `cargo build: ${built.stderr}`;
  const debug = join(ROOT, "target", "debug");
  const crate = [
    "-L",
    `dependency=${join(debug, "deps")}`,
    "--extern",
    `countersign=${join(debug, "libcountersign.rlib")}`,
  ];
  const { stdout, stderr } = spawnSync("rustdoc", ["--edition", "2024", "--test", file, ...crate], {
    encoding: "utf8",
  });
  const isGreen = /^test result: ok\. [1-9]\d* passed; 0 failed/m.test(stdout);
  return isGreen ? "" : `${basename(file)}, Rust: ${stdout}${stderr}`;
}

function tryScript(code, path, cwd) {
  writeFileSync(path, code);
  const { stdout, stderr } = spawnSync(process.execPath, [path], { cwd, encoding: "utf8" });
  const said = [...code.matchAll(SAYS)].map(([, line]) => `${line}\n`).join("");
  return stdout === said && said !== "" ? "" : `it says\n${said}and prints\n${stdout}${stderr}`;
}

// The lines around it are the ones that every Express user has.
async function trySnippetOfServer(code, path, cwd) {
  const listening = "const server = app.listen(0, () => console.log(`listening on ${server.address().port}`));";
  const around = [
    'import express from "express";',
    'import { Webhook } from "countersign";',
    'import { receive } from "countersign/express";',
    "const app = express();",
  ].filter((line) => !code.includes(line));
  // An import is hoisted, wherever it stands.
  writeFileSync(path, `${around.join("\n")}\n${code}${listening}\n`);
  const env = { ...ENVIRONMENT, STRIPE_WEBHOOK_SECRET };
  const server = await start(process.execPath, [path], { cwd, env, ready: /^listening on (\d+)/ });
  try {
    const [route, provider] = /\/webhooks\/(\w+)/.exec(code);
    const { headers, body } = SENT[provider]();
    const { status, text } = await send({ port: server.port, path: route, headers, body });
    return status === 200 && text === "ok" ? "" : `a genuine delivery was answered ${status} ${text}`;
  } finally {
    await server.stop();
  }
}
