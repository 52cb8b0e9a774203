// A receiver in a process of its own: node:http and a store over its real client. Tells its parent where it listens.
//   node receiver.mjs PACKAGE KIND URL
import { createServer } from "node:http";
import { open } from "./clients.mjs";
import { handling, TOO_LONG, webhookOf } from "./handling.mjs";

const [packageUrl, kind, where] = process.argv.slice(2);
const load = (name) => import(new URL(`dist/${name}.js`, packageUrl));
const [countersign, { receive }, stores] = await Promise.all(["index", "node", "idempotency"].map(load));
const { make } = await open(kind, where, stores);

const SHORT = { leaseSeconds: 1 };
const told = [];
const listener = (options, ms) =>
  receive(webhookOf(countersign), handling(told, ms), { idempotency: make(options), onError: () => undefined });
const listeners = { "/": listener(), "/short": listener(SHORT), "/hang": listener(SHORT, TOO_LONG) };
listeners["/told"] = (_, response) => response.end(JSON.stringify(told));

const server = createServer((request, response) => listeners[request.url](request, response));
server.listen(0, "127.0.0.1", () => process.send(`http://127.0.0.1:${server.address().port}`));
process.once("disconnect", () => process.exit()); // nobody outlives the parent
