// The tour: packs countersign, installs the tarball into a real Express server, and tries to fool
// it.
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { byHand } from "./by-hand.mjs";
import { deliverAll } from "./deliver.mjs";
import { ROOT, installExample } from "./install.mjs";
import { pack } from "./pack.mjs";
import { ENVIRONMENT } from "./providers.mjs";
import { start } from "./server.mjs";
import { Table } from "./table.mjs";

const SERVER = join(ROOT, "target", "demo", "express");

/** Resolves to a sentence for each thing that was not as expected. */
export async function tour() {
  step("building and packing countersign");
  const tarball = pack();
  step(`installing ${tarball.slice(ROOT.length)} into target/demo/express`);
  const { changed } = installExample("express", SERVER, tarball);
  if (!changed) console.log("  unchanged since the last time");
  copyFileSync(new URL("stopwatch.mjs", import.meta.url), join(SERVER, "stopwatch.mjs"));

  step("starting the server, sending it deliveries");
  const problems = await attack();
  if (problems.length === 0) console.log(byHand("target/demo/express"));
  return problems;
}

async function attack() {
  const server = await start(process.execPath, ["--import", "./stopwatch.mjs", "server.js"], {
    cwd: SERVER,
    env: { ...ENVIRONMENT, PORT: "0" },
    ready: /^listening on http:\/\/localhost:(\d+)/,
    messages: true,
  });
  const table = new Table();
  const problems = [];
  try {
    for await (const row of deliverAll(server, (provider) => `/webhooks/${provider}`)) {
      const { microseconds } = await server.message();
      problems.push(...row.problems);
      table.row(row, microseconds);
    }
    table.end(problems.length);
  } finally {
    await server.stop();
  }
  return problems;
}

function step(text) {
  console.log(`\n> ${text}`);
}
