// What became of a body before the receiver saw it: by app and path, the code and the words of its
// log line, or nothing where the bytes are still there; `headers` are those of the delivery.
const EXPRESS =
  "Move app.all(path, receive(…)) above app.use(express.json()), or let that keep the bytes: " +
  "express.json({ verify: (req, res, bytes) => { req.rawBody = bytes; } }).";
const KOA = "Move receive(…) above app.use(bodyParser()), or let that parser skip its path.";
const FASTIFY = "No onRequest or preParsing hook may read the body of this route.";
const NODE = "Call receive()'s listener before anything reads the request.";
const HONO = "Call receive() before request.json(), text() or formData(), or give those request.clone().";

const notRaw = (fix) => ({
  code: "BODY_NOT_RAW",
  rest: `Something read the body before, and left what it had parsed. ${fix}`,
});
const consumed = (fix) => ({ code: "BODY_CONSUMED", rest: `Something read the body before. ${fix}` });
const RAW = {};
const ofForm = { headers: [["Content-Type", "application/x-www-form-urlencoded"]] };

const express = {
  "/json": notRaw(EXPRESS),
  "/text": notRaw(EXPRESS),
  "/form": notRaw(EXPRESS),
  "/raw": RAW,
  "/kept": RAW,
};

export const PARSERS = {
  node: {
    "/drained": consumed(NODE),
    "/decoded": { code: "BODY_NOT_RAW", rest: `request.setEncoding() ran. ${NODE}` },
  },
  express: { ...express, "/drained": consumed(EXPRESS) },
  express4: { ...express, "/drained": consumed(EXPRESS) },
  koa: { "/json": notRaw(KOA), "/drained": consumed(KOA), "/raw": RAW, "/kept": RAW },
  fastify: { "/raw": RAW, "/text": RAW, "/drained": consumed(FASTIFY) },
  hono: {
    "/json": consumed(HONO),
    "/text": consumed(HONO),
    "/form": { ...RAW, ...ofForm }, // Hono makes the form of an ArrayBuffer, which it keeps
    "/drained": consumed(HONO),
    "/raw": RAW,
    "/copied": RAW,
  },
};
