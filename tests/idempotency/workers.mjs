// Two Workers in workerd, by `wrangler dev`: the second binds to the Durable Objects of the first.
import { spawn } from "node:child_process";
import { copyFileSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { freePort } from "../runtimes/shared/serve.mjs";
import { tool } from "../tools/install.mjs";
import { libraries, packageDir, target, tests } from "../tools/paths.mjs";
import { poll } from "./contract.mjs";

const FILES = ["worker.mjs", "contract.mjs", "handling.mjs"];

/** Starts them; their storage stays when they are killed and started again. */
export async function startWorkers() {
  const folder = layOut(join(target, "tmp", `workers-${process.pid}`));
  let running = await run(folder);
  return {
    url: running.url,
    restart: async () => {
      await running.kill();
      running = await run(folder);
      return running.url;
    },
    stop: async () => {
      await running.kill();
      rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
    },
  };
}

function layOut(folder) {
  mkdirSync(join(folder, "node_modules"), { recursive: true });
  for (const file of FILES) copyFileSync(join(tests, "idempotency", file), join(folder, file));
  symlinkSync(packageDir, join(folder, "node_modules", "countersign"));
  const bind = (script) => [
    { name: "DELIVERIES", class_name: "DeliveryObject", ...script },
    { name: "OLDER", class_name: "OlderDeliveryObject", ...script },
    { name: "LOSING", class_name: "LosingDeliveryObject", ...script },
  ];
  const common = { main: "worker.mjs", compatibility_date: "2026-01-01", send_metrics: false };
  const first = {
    ...common,
    name: "first",
    durable_objects: { bindings: bind({}) },
    migrations: [
      {
        tag: "v1",
        new_sqlite_classes: ["DeliveryObject", "LosingDeliveryObject"],
        new_classes: ["OlderDeliveryObject"],
      },
    ],
    services: [{ binding: "OTHER", service: "second" }],
  };
  const second = { ...common, name: "second", durable_objects: { bindings: bind({ script_name: "first" }) } };
  writeFileSync(join(folder, "first.json"), JSON.stringify(first));
  writeFileSync(join(folder, "second.json"), JSON.stringify(second));
  return folder;
}

async function run(cwd) {
  const port = await freePort();
  const args = ["dev", "-c", "first.json", "-c", "second.json", "--ip", "127.0.0.1", "--port", port];
  args.push("--inspector-port", await freePort(), "--persist-to", join(cwd, "state"), "--log-level=error");
  const env = { ...process.env, CLOUDFLARE_CF_FETCH_ENABLED: "false", WRANGLER_HIDE_BANNER: "true", CI: "1" };
  const child = spawn(tool("node22"), [join(libraries, "wrangler", "bin", "wrangler.js"), ...args.map(String)], {
    cwd,
    env,
    stdio: ["ignore", "ignore", "inherit"],
    detached: true, // workerd dies with it
  });
  const ended = new Promise((done) => child.once("exit", done));
  const end = () => process.kill(-child.pid, "SIGKILL");
  process.once("exit", end);
  const url = `http://127.0.0.1:${port}`;
  await poll(
    () =>
      fetch(`${url}/told`).then(
        (reply) => (reply.ok ? true : undefined),
        () => undefined,
      ),
    90,
  );
  const kill = async () => {
    process.off("exit", end);
    end();
    await ended;
  };
  return { url, kill };
}
