// The stores of countersign/idempotency, each over its real server, one after the other.
import { join } from "node:path";
import { lacks } from "../tools/browsers.mjs";
import { tests, tsc } from "../tools/paths.mjs";
import { ofJson } from "../evidence.mjs";
import { command } from "./command.mjs";

const ON_REDIS = ["redis", "cluster"];

export async function* idempotency() {
  const project = join(tests, "idempotency", "types");
  yield await command("store: types of clients", tsc, ["--project", project]);
  const notRun = lacks("redis");
  if (notRun) for (const name of ON_REDIS) yield { name: `store: ${name}`, passed: 0, failed: 0, notRun };
  for (const name of ["misuse", "memory", ...(notRun ? [] : ON_REDIS), "postgres", "durable-object"]) {
    const args = [join(tests, "idempotency", "main.mjs"), name];
    yield await command(`store: ${name}`, process.execPath, args, {
      minutes: 5,
      count: ({ output }) => ofJson(output),
    });
  }
}
