// What became of a body before the receiver saw it: by app and path, the code and the words of its
// log line, or nothing where the bytes are still there; `headers` are those of the delivery.
const PARSED = "Something read the body before.";
const EXPRESS =
  `${PARSED} Move app.all(path, receive(…)) above app.use(express.json()), or let that keep the bytes: ` +
  "express.json({ verify: (req, res, bytes) => { req.rawBody = bytes; } }).";
const KOA = `${PARSED} Move receive(…) above app.use(bodyParser()), or let that parser skip its path.`;
const FASTIFY = `${PARSED} No onRequest or preParsing hook may read the body of this route.`;
const NODE = "Call receive()'s listener before anything reads the request.";
const HONO =
  "Something read the body before. Call receive() before request.json(), text() or formData(), or give those " +
  "request.clone().";

const notRaw = (rest) => ({ code: "BODY_NOT_RAW", rest });
const consumed = (rest) => ({ code: "BODY_CONSUMED", rest });
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
  node: { "/drained": consumed(`${PARSED} ${NODE}`), "/decoded": notRaw(`request.setEncoding() ran. ${NODE}`) },
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
