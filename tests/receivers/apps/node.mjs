// node:http, where whatever stands before the listener may have read the request.
import { createServer } from "node:http";
import { receive } from "countersign/node";
import { ENDPOINTS, note, options, webhook } from "./endpoints.mjs";

const plain = receive(webhook, note, options);
const endpoints = {
  "/drained": (request, response) => request.resume().on("end", () => plain(request, response)),
  "/decoded": (request, response) => plain(request.setEncoding("utf8"), response),
};
for (const [path, given] of Object.entries(ENDPOINTS)) endpoints[path] = receive(webhook, ...given);

const server = createServer((request, response) => endpoints[request.url](request, response));
server.listen(0, () => console.log(`listening on http://localhost:${server.address().port}`));
