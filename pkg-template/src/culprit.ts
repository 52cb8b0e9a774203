// Culprit: what came instead of the raw body or the headers, and what to write instead. Nine of ten
// reports about webhook signatures are one of these, and a bare "invalid body" would leave each of
// them a riddle.

type Culprit = readonly [recognise: (value: unknown, tag: string) => boolean, sentence: string];

/** Says what `body` is, why it cannot be verified, and what to write instead. */
export function culpritOfBody(body: unknown): string {
  return sentenceFor(body, bodies, PARSED);
}

/** Says what `headers` are, and what to pass instead. */
export function culpritOfHeaders(headers: unknown): string {
  return sentenceFor(headers, collections, "The headers are not a collection of header names and values.") + PASS;
}

function sentenceFor(value: unknown, culprits: readonly Culprit[], otherwise: string): string {
  try {
    const tag = tagOf(value);
    return culprits.find(([recognise]) => recognise(value, tag))?.[1] ?? otherwise;
  } catch {
    return otherwise; // a getter of the value threw; that it is no body is certain all the same
  }
}

/** Where the raw body is found, by framework. */
export const RECIPES = `
  Express   app.post(path, express.raw({ type: () => true, limit: "1mb" }), handler), before any express.json()
  Next.js   app router: await request.arrayBuffer(); pages/api: export const config = { api: { bodyParser: false } },
            then read the request as a stream
  Fastify   app.addContentTypeParser("application/json", { parseAs: "buffer" }, (request, body, done) => done(null, body))
  NestJS    NestFactory.create(AppModule, { rawBody: true }), then request.rawBody
  Lambda    Buffer.from(event.body, event.isBase64Encoded ? "base64" : "utf8")
  Workers, Deno, Bun   await webhook.verifyRequest(request)`;

const PARSED =
  "The body was already parsed: the bytes that were signed are gone, and JSON.stringify makes other bytes. " +
  `Pass the raw body.${RECIPES}`;

const bodies: readonly Culprit[] = [
  [
    (body) => body === undefined,
    "The body is undefined: nothing has read it, or a body parser did not take its Content-Type. " +
      `An empty body is "".${RECIPES}`,
  ],
  [
    (body) => body === null,
    `The body is null. If the request really had no body, pass ""; if it had one, nothing has read it.${RECIPES}`,
  ],
  [
    (_, tag) => tag === "Promise",
    "The body is a promise: await it first, as in webhook.verify(await request.arrayBuffer(), request.headers).",
  ],
  [
    (_, tag) => tag === "Request",
    "The body is a Request: await webhook.verifyRequest(request), or pass await request.arrayBuffer().",
  ],
  [(_, tag) => tag === "Response", "The body is a Response: pass await response.arrayBuffer()."],
  [(_, tag) => tag === "Headers" || tag === "Map", "The arguments are swapped: webhook.verify(body, headers)."],
  [
    (_, tag) => tag === "ReadableStream",
    "The body is an unread stream: pass await new Response(stream).arrayBuffer().",
  ],
  [(_, tag) => tag === "Blob" || tag === "File", "The body is a Blob: pass await blob.arrayBuffer()."],
  [
    (_, tag) => tag === "URLSearchParams" || tag === "FormData",
    "The body was parsed as a form: the bytes that were signed are gone. Pass await request.arrayBuffer() " +
      "instead of await request.formData().",
  ],
  [
    (_, tag) => tag === "SharedArrayBuffer",
    "The body is a SharedArrayBuffer, which may change while it is read: pass new Uint8Array(body).slice().",
  ],
  [
    (body, tag) => ArrayBuffer.isView(body) || tag === "ArrayBuffer",
    "The body's buffer is detached: it was transferred to someone else (postMessage, structuredClone, " +
      "transfer). Verify before the transfer, or pass a copy.",
  ],
  [
    (body) => hasMethod(body, "pipe"),
    "The body is an unread Node request or stream: read it first, as in " +
      `Buffer.concat(await request.toArray()), or let a parser do so.${RECIPES}`,
  ],
  [
    (body) => has(body, "isBase64Encoded") && has(body, "body"),
    "The body is a whole Lambda event: pass " +
      'Buffer.from(event.body, event.isBase64Encoded ? "base64" : "utf8") and event.headers.',
  ],
  [(body) => hasMethod(body, "arrayBuffer"), "The body is a request object: pass await request.arrayBuffer()."],
  [
    (body) => has(body, "type") && has(body, "data") && body.type === "Buffer",
    "The body is a Buffer that went through JSON: pass Buffer.from(body.data).",
  ],
  [
    (body) => Array.isArray(body) && body.length > 0 && body.every((part) => ArrayBuffer.isView(part)),
    "The body is a list of chunks: pass Buffer.concat(chunks).",
  ],
  [
    (body, tag) => tag === "Object" && Object.keys(body as object).length === 0,
    "The body is an empty object: express.raw() leaves {} when its `type` does not fit the Content-Type, and " +
      `express.json() makes {} of an empty body. Take every type.${RECIPES}`,
  ],
  [
    (body) => typeof body === "function",
    "The body is a function: call it, and await what it returns, as in await request.arrayBuffer().",
  ],
  [
    (body) => typeof body !== "object",
    "The body is a number, a boolean or the like, so a parser already made it from the bytes that were signed. " +
      `Pass the raw body.${RECIPES}`,
  ],
];

const PASS =
  " Pass all headers of the request: req.headers (Node, Express, Fastify, Next.js), request.headers (fetch, " +
  "Workers, Deno, Bun), event.headers (Lambda), a Map, a list of [name, value] pairs, or a plain object.";

const collections: readonly Culprit[] = [
  [(headers) => headers === undefined, "The headers are undefined: the second argument is missing."],
  [(headers) => headers === null, "The headers are null."],
  [(headers) => typeof headers === "string", "The headers are a string: one value is not enough."],
  [(_, tag) => tag === "Promise", "The headers are a promise: await it first, as in await headers() of Next.js."],
  [
    (headers) => Array.isArray(headers) && typeof headers[0] === "string",
    "The headers are a flat list, as Node's request.rawHeaders: names and values cannot be told apart safely.",
  ],
  [(headers) => ArrayBuffer.isView(headers), "The headers are bytes: the arguments are swapped."],
  [
    (headers) => has(headers, "headers") && typeof headers.headers === "object",
    "The headers are a whole request: pass its headers property.",
  ],
  [(headers) => Array.isArray(headers), "The headers are a list whose elements are not [name, value] pairs."],
];

/** `"Promise"` for a promise of any realm, `"Object"` for a plain object. */
export function tagOf(value: unknown): string {
  const tag = Object.prototype.toString.call(value).slice(8, -1);
  if (tag !== "Object") return tag;
  // Workers of old compatibility dates tag none of their classes; a class has its name all the same.
  const name: unknown = (value as { constructor?: { name?: unknown } }).constructor?.name;
  return typeof name === "string" ? name : tag;
}

/** Whether it is what `{ … }` makes, in any realm: a Map or a Date would seem to have no facts at all. */
export function isPlain(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function has<Name extends string>(value: unknown, property: Name): value is Record<Name, unknown> {
  return typeof value === "object" && value !== null && property in value;
}

function hasMethod(value: unknown, name: string): boolean {
  return has(value, name) && typeof value[name] === "function";
}
