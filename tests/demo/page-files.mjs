// The lines of an example's page, run in its host: a block of JavaScript that begins with the name of a file,
// `// src/routes/webhooks/stripe/+server.js`, becomes that file of the copied example. All of them receive Stripe.
import { execFile } from "node:child_process";
import { createHmac } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { blocksOf } from "../docs/pages.mjs";
import { OK, differences, refusal } from "../receivers/wire/replies.mjs";
import { ROOT } from "./install.mjs";
import { send } from "./post.mjs";

/** The secret of those lines, as an environment variable. */
export const STRIPE = { STRIPE_WEBHOOK_SECRET: "whsec_stripe-demo-secret" };

const NAMED = /^\/\/ ([\w./[\]$+-]+\.m?[jt]s)\n/;

/** The file that a block is, if it is one. */
export const fileOf = (code) => NAMED.exec(code)?.[1];

/** Writes the files that a page shows into a copy of an example, and returns their names. */
export function writePageFiles(page, folder) {
  const files = blocksOf(join(ROOT, "examples", page)).filter(({ code }) => fileOf(code) !== undefined);
  for (const { code } of files) {
    const path = join(folder, fileOf(code));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, code);
  }
  return files.map(({ code }) => fileOf(code));
}

/** Posts to what those files receive, at each path. Resolves to a list of sentences, "" for what is as it should be. */
export async function tryPaths(server, folder, paths, host) {
  const checks = [];
  if (paths.length > 0) writePageFiles("samples.md", folder);
  for (const path of paths) {
    for (const [name, check] of Object.entries(CHECKS)) {
      if (host.without?.[name]) continue;
      const problems = await check(server, path, folder).catch((error) => [error.message]);
      checks.push(problems.length > 0 ? `${path} of the page, ${name}: ${problems.join("; ")}` : "");
    }
  }
  return checks;
}

const CHECKS = {
  "post.mjs of the page on samples": async (server, path, folder) => {
    const args = ["post.mjs", `http://127.0.0.1:${server.port}${path}`];
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: folder, env: STRIPE });
    return stdout === "200 ok\n" ? [] : [`it prints ${stdout}`];
  },
  "a genuine delivery": async (server, path) => {
    const problems = differences(await post(server, path, { body: event("payment_intent.succeeded") }), OK);
    if (problems.length === 0) await server.line(/payment_intent\.succeeded/); // what the handler of the page logs
    return problems;
  },
  "a large delivery in chunks": async (server, path) => {
    const body = event("charge.succeeded", "x".repeat(2_000_000));
    const pieces = Array.from({ length: Math.ceil(body.length / 300_007) }, (_, i) =>
      body.subarray(i * 300_007, (i + 1) * 300_007),
    );
    return differences(await post(server, path, { body, sent: pieces }), OK);
  },
  "a tampered delivery": async (server, path) => {
    const body = event("payment_intent.succeeded");
    const sent = Buffer.from(body.toString().replace("4200", "4201"));
    return differences(await post(server, path, { body, sent }), refusal("SIGNATURE_MISMATCH"));
  },
  "another method": async (server, path) => {
    const answer = await post(server, path, { method: "GET", body: Buffer.alloc(0) });
    return differences(answer, refusal("METHOD_NOT_ALLOWED"));
  },
};

const event = (type, note = "") =>
  Buffer.from(
    `{ "id": "evt_1", "object": "event", "type": "${type}", "data": { "object": { "amount": 4200, "note": "${note}" } } }`,
  );

function post(server, path, { body, sent = body, method }) {
  const seconds = Math.floor(Date.now() / 1000);
  const mac = createHmac("sha256", STRIPE.STRIPE_WEBHOOK_SECRET).update(`${seconds}.`).update(body).digest("hex");
  const headers = [
    ["Content-Type", "application/json; charset=utf-8"],
    ["Stripe-Signature", `t=${seconds},v1=${mac}`],
  ];
  return send({ port: server.port, path, method, headers, body: sent });
}
