// Express 5: a real server, and every vector that HTTP can carry posted to it over a socket.
import { createRequire } from "node:module";
import { createServer } from "node:http";
import corpus from "./corpus.mjs";
import { Checks } from "./portable/checks.mjs";
import { CODES, DETAILS } from "./portable/codes.mjs";
import { failureLine, readCorpus } from "./portable/vectors.mjs";
import { makeApp } from "./server.mjs";
import { report } from "./shared/report.mjs";
import { post, unsendable } from "./wire.mjs";

const vectors = readCorpus(corpus.vectors);
const checks = new Checks();
// Node refuses headers of more than 16 KiB in all; a vector may carry longer ones to the verifier.
const server = createServer({ maxHeaderSize: 1 << 20 }, makeApp(vectors)).listen(0, "127.0.0.1");
await new Promise((listening) => server.once("listening", listening));
const { port } = server.address();

let posted = 0;
for (const [index, vector] of vectors.entries()) {
  const reason = unsendable(vector.headers);
  if (reason) checks.cannotCarry(reason);
  else judge(vector, await post(port, `/${index}`, vector.headers, vector.body));
  if (!reason) posted += 1;
}
const { status, reply } = await post(port, "/parsed", [["Content-Type", "application/json"]], Buffer.from("{}"));
checks.that(
  status === 500 && reply.verdict === "BODY_NOT_RAW",
  () => `a parsed body: expected BODY_NOT_RAW, got ${reply.verdict}`,
);
checks.that(
  reply.detail === "body-empty-object",
  () => `a parsed body: expected body-empty-object, got ${reply.detail}`,
);
checks.that(/express\.raw/.test(reply.message), () => `a parsed body: the message names no remedy: ${reply.message}`);
server.close();
const { version } = createRequire(import.meta.url)("express/package.json");
report("express", version, `node ${process.versions.node}`, { vectors: posted, ...checks });

function judge(vector, { status, reply }) {
  const { expected, facts } = vector;
  checks.that(reply.verdict === expected, () => failureLine(vector, expected, reply.verdict, "express"));
  if (reply.verdict !== expected) return;
  const wanted = expected === "verified" ? 200 : CODES.get(expected).status;
  checks.that(status === wanted, () => failureLine(vector, `HTTP ${wanted}`, `HTTP ${status}`, "express"));
  if (expected !== "verified")
    checks.that(DETAILS[reply.detail] === expected, () =>
      failureLine(vector, `a detail of ${expected}`, `${reply.detail}`, "express"),
    );
  for (const [fact, value] of Object.entries(facts)) {
    checks.that(reply[fact] === value, () => failureLine(vector, `${fact} ${value}`, `${reply[fact]}`, "express"));
  }
}
