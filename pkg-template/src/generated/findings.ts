// Written by generate.mjs from the tables of the Rust core; do not edit.

import { frozen } from "../providers/provider.ts";

/** Everything that an explanation can find. The table is closed: a code never changes its meaning. */
export type FindingCode =
  | "BODY_RESTRINGIFIED"
  | "BODY_QUOTED"
  | "BODY_NEWLINE"
  | "BODY_TRIMMED"
  | "BODY_LINE_ENDS"
  | "BODY_BOM"
  | "BODY_LATIN1"
  | "BODY_UTF16"
  | "BODY_FORM"
  | "BODY_BASE64"
  | "BODY_GZIP"
  | "BODY_OBJECT"
  | "BODY_EMPTY"
  | "BODY_TRUNCATED"
  | "SECRET_BLANKS"
  | "SECRET_QUOTES"
  | "SECRET_PREFIX"
  | "SECRET_ENCODED"
  | "SECRET_PREVIOUS"
  | "SECRET_MODE"
  | "SECRET_OTHER"
  | "SCHEME_PROVIDER"
  | "SCHEME_ALGORITHM"
  | "SCHEME_ORDER"
  | "SCHEME_SEPARATOR"
  | "SCHEME_NO_TIMESTAMP"
  | "SCHEME_CONTENT"
  | "SCHEME_FORMAT"
  | "SCHEME_UNIT"
  | "HEADER_NAME"
  | "HEADER_TWICE"
  | "SIGNATURE_BLANKS"
  | "SIGNATURE_PREFIX"
  | "SIGNATURE_CASE"
  | "SIGNATURE_ENCODING"
  | "CLOCK_UNIT"
  | "CLOCK_SECONDS"
  | "CLOCK_ZONE"
  | "CLOCK_RETRY"
  | "CLOCK_OLD"
  | "CLOCK_NEW";

/** Where a delivery is received; fixes are written for each. */
export type Framework =
  | "express"
  | "fastify"
  | "koa"
  | "hono"
  | "nest"
  | "next-app"
  | "next-pages"
  | "fetch"
  | "lambda"
  | "node"
  | "workers"
  | "deno"
  | "bun";

/** What one code means. */
export interface FindingMeaning {
  /** What happened, in one sentence. */
  readonly sentence: string;
  /** What to do, as a line of code. */
  readonly fix: string;
  /** The line for a framework, where it differs. */
  readonly fixes: Readonly<Partial<Record<Framework, string>>>;
  /** What it is about. */
  readonly group:
    | "body"
    | "secret"
    | "scheme"
    | "header"
    | "clock";
}

// Fixes that several findings have.
const BODY_RESTRINGIFIED_FIXES = {
  bun: "import { receive } from \"countersign/fetch\";\nBun.serve({ routes: { \"/webhook\": receive(webhook, handle) } });",
  deno: "import { receive } from \"countersign/fetch\";\nDeno.serve(receive(webhook, handle));",
  express: "import { receive } from \"countersign/express\";\napp.all(\"/webhook\", receive(webhook, handle)); // above app.use(express.json())",
  fastify: "import { receive } from \"countersign/fastify\";\napp.register(receive(webhook, handle), { prefix: \"/webhook\" });",
  fetch: "import { receive } from \"countersign/fetch\";\nexport const respond = receive(webhook, handle); // no request.json() before it",
  hono: "import { receive } from \"countersign/hono\";\napp.all(\"/webhook\", receive(webhook, handle)); // above all that calls c.req.json()",
  koa: "import { receive } from \"countersign/koa\";\nrouter.all(\"/webhook\", receive(webhook, handle));\napp.use(router.routes()); // above app.use(bodyParser())",
  lambda: "import { receive } from \"countersign/lambda\";\nexport const handler = receive(webhook, handle); // without httpJsonBodyParser()",
  nest: "import { receive } from \"countersign/express\";\napp.use(\"/webhook\", receive(webhook, handle)); // before app.listen()",
  "next-app": "import { receive } from \"countersign/next\";\nexport const POST = receive(webhook, handle);",
  "next-pages": "import { receivePages } from \"countersign/next\";\nexport const config = { api: { bodyParser: false } };\nexport default receivePages(webhook, handle);",
  node: "import { receive } from \"countersign/node\";\ncreateServer(receive(webhook, handle)).listen(3000);",
  workers: "import { receive } from \"countersign/fetch\";\nexport default { fetch: receive(webhook, handle) };",
};
const BODY_TRIMMED_FIXES = {
  bun: "const rawBody = new Uint8Array(await request.arrayBuffer());",
  deno: "const rawBody = new Uint8Array(await request.arrayBuffer());",
  express: "app.use(\"/webhook\", express.raw({ type: () => true, limit: \"5mb\" })); // above express.json(); then request.body",
  fastify: "app.removeAllContentTypeParsers(); // in the plugin of this route\napp.addContentTypeParser(\"*\", { parseAs: \"buffer\" }, (request, body, done) => done(null, body));",
  fetch: "const rawBody = new Uint8Array(await request.arrayBuffer());",
  hono: "const rawBody = new Uint8Array(await c.req.arrayBuffer());",
  koa: "import { buffer } from \"node:stream/consumers\";\nconst rawBody = await buffer(ctx.req); // above app.use(bodyParser())",
  lambda: "const rawBody = Buffer.from(event.body ?? \"\", event.isBase64Encoded ? \"base64\" : \"utf8\");",
  nest: "const app = await NestFactory.create(AppModule, { rawBody: true }); // then request.rawBody",
  "next-app": "const rawBody = new Uint8Array(await request.arrayBuffer());",
  "next-pages": "import { buffer } from \"node:stream/consumers\";\nexport const config = { api: { bodyParser: false } };\nconst rawBody = await buffer(request); // in the handler",
  node: "import { buffer } from \"node:stream/consumers\";\nconst rawBody = await buffer(request);",
  workers: "const rawBody = new Uint8Array(await request.arrayBuffer());",
};

/**
 * Every finding, by its code.
 *
 * @example
 * const meanings = Object.entries(findings).map(([code, { sentence }]) => `${code}: ${sentence}`);
 */
export const findings: Readonly<Record<FindingCode, FindingMeaning>> = /* @__PURE__ */ frozen(() => ({
  BODY_RESTRINGIFIED: {
    sentence: "The body was parsed and written again: the sender signed another text of the same JSON.",
    fix: "app.all(\"/webhook\", receive(webhook, handle)); // of countersign/express, /fastify, /koa, …: above every parser",
    fixes: BODY_RESTRINGIFIED_FIXES,
    group: "body",
  },
  BODY_QUOTED: {
    sentence: "The body was turned into a JSON string once too often, or once too seldom.",
    fix: "webhook.verify(rawBody, headers); // not JSON.stringify(rawBody)",
    fixes: BODY_RESTRINGIFIED_FIXES,
    group: "body",
  },
  BODY_NEWLINE: {
    sentence: "A newline at the end of the body was added or lost.",
    fix: "const rawBody = readFileSync(\"body.json\"); // not through an editor; with curl: --data-binary @body.json, not -d",
    fixes: {},
    group: "body",
  },
  BODY_TRIMMED: {
    sentence: "The body has whitespace at its ends that was not signed.",
    fix: "webhook.verify(rawBody, headers); // neither trimmed nor padded",
    fixes: BODY_TRIMMED_FIXES,
    group: "body",
  },
  BODY_LINE_ENDS: {
    sentence: "The line ends of the body were changed between LF and CRLF.",
    fix: "const rawBody = readFileSync(\"body.json\"); // and in .gitattributes: *.json -text",
    fixes: {},
    group: "body",
  },
  BODY_BOM: {
    sentence: "A byte order mark in front of the body was added or lost.",
    fix: "const rawBody = new Uint8Array(await request.arrayBuffer()); // text() takes the mark off",
    fixes: BODY_TRIMMED_FIXES,
    group: "body",
  },
  BODY_LATIN1: {
    sentence: "The body went through Latin-1; UTF-8 was signed.",
    fix: "const rawBody = Buffer.concat(chunks); // never chunk.toString(\"latin1\")",
    fixes: BODY_TRIMMED_FIXES,
    group: "body",
  },
  BODY_UTF16: {
    sentence: "The body is UTF-16; UTF-8 was signed.",
    fix: "const rawBody = Buffer.from(text, \"utf8\"); // not \"utf16le\"",
    fixes: BODY_TRIMMED_FIXES,
    group: "body",
  },
  BODY_FORM: {
    sentence: "The body was decoded from a form, or encoded as one.",
    fix: "webhook.verify(rawBody, headers); // the whole body as it arrived, not a field of the form",
    fixes: BODY_RESTRINGIFIED_FIXES,
    group: "body",
  },
  BODY_BASE64: {
    sentence: "The body is still in base64, as gateways wrap it.",
    fix: "const rawBody = Buffer.from(wrapped, \"base64\");",
    fixes: {
      lambda: "import { receive } from \"countersign/lambda\";\nexport const handler = receive(webhook, handle); // without httpJsonBodyParser()",
    },
    group: "body",
  },
  BODY_GZIP: {
    sentence: "The body is still compressed; its content was signed.",
    fix: "const rawBody = gunzipSync(compressed, { maxOutputLength: 5_000_000 }); // of node:zlib",
    fixes: {
      express: "app.use(\"/webhook\", express.raw({ type: () => true, limit: \"5mb\" })); // above express.json(); then request.body",
      nest: "const app = await NestFactory.create(AppModule, { rawBody: true }); // then request.rawBody",
    },
    group: "body",
  },
  BODY_OBJECT: {
    sentence: "The body is what an object turns into as text: it was parsed, and its bytes are gone.",
    fix: "app.all(\"/webhook\", receive(webhook, handle)); // of countersign/express, /fastify, /koa, …: above every parser",
    fixes: BODY_RESTRINGIFIED_FIXES,
    group: "body",
  },
  BODY_EMPTY: {
    sentence: "The body is empty: something else read it first.",
    fix: "app.all(\"/webhook\", receive(webhook, handle)); // of countersign/express, /fastify, /koa, …: above every parser",
    fixes: BODY_RESTRINGIFIED_FIXES,
    group: "body",
  },
  BODY_TRUNCATED: {
    sentence: "The body is shorter than its Content-Length: it was cut.",
    fix: "const rawBody = await buffer(request); // of node:stream/consumers: to the end, not the first chunk",
    fixes: BODY_RESTRINGIFIED_FIXES,
    group: "body",
  },
  SECRET_BLANKS: {
    sentence: "The secret has spaces or a newline at an end where the sender's has none, or the other way round.",
    fix: "new Webhook(scheme, process.env.WEBHOOK_SECRET.trim());",
    fixes: {
      deno: "new Webhook(scheme, Deno.env.get(\"WEBHOOK_SECRET\")?.trim() ?? \"\");",
      workers: "new Webhook(scheme, env.WEBHOOK_SECRET.trim());",
    },
    group: "secret",
  },
  SECRET_QUOTES: {
    sentence: "The secret holds the quotes of an .env file, or the name of its variable.",
    fix: "WEBHOOK_SECRET=the-secret-without-quotes",
    fixes: {
      workers: "npx wrangler secret put WEBHOOK_SECRET # then the secret alone: no quotes, no NAME=",
    },
    group: "secret",
  },
  SECRET_PREFIX: {
    sentence: "The prefix of the secret was kept or stripped, and the sender does the opposite.",
    fix: "new Webhook(scheme, secret.replace(/^whsec_/, \"\")); // or `whsec_${secret}`: as the evidence says",
    fixes: {},
    group: "secret",
  },
  SECRET_ENCODED: {
    sentence: "The sender makes another key of the same secret: it decodes the text, or does not.",
    fix: "new Webhook(scheme, Buffer.from(secret, \"base64\")); // or \"hex\", or \"utf8\": as the evidence says",
    fixes: {
      deno: "new Webhook(scheme, Uint8Array.from(atob(secret), (char) => char.charCodeAt(0)));",
      workers: "new Webhook(scheme, Uint8Array.from(atob(secret), (char) => char.charCodeAt(0)));",
    },
    group: "secret",
  },
  SECRET_PREVIOUS: {
    sentence: "The sender signs with a previous secret.",
    fix: "new Webhook(scheme, [process.env.WEBHOOK_SECRET, process.env.WEBHOOK_SECRET_PREVIOUS]);",
    fixes: {
      deno: "new Webhook(scheme, [\"WEBHOOK_SECRET\", \"WEBHOOK_SECRET_PREVIOUS\"].map((name) => Deno.env.get(name)));",
      workers: "new Webhook(scheme, [env.WEBHOOK_SECRET, env.WEBHOOK_SECRET_PREVIOUS]);",
    },
    group: "secret",
  },
  SECRET_MODE: {
    sentence: "The sender signs with the secret of the other mode, test or live.",
    fix: "new Webhook(scheme, isLive ? process.env.LIVE_SECRET : process.env.TEST_SECRET);",
    fixes: {
      deno: "new Webhook(scheme, Deno.env.get(isLive ? \"LIVE_SECRET\" : \"TEST_SECRET\") ?? \"\");",
      workers: "new Webhook(scheme, isLive ? env.LIVE_SECRET : env.TEST_SECRET);",
    },
    group: "secret",
  },
  SECRET_OTHER: {
    sentence: "The sender signs with another secret that you hold.",
    fix: "new Webhook(scheme, otherSecret); // the one that the evidence names",
    fixes: {},
    group: "secret",
  },
  SCHEME_PROVIDER: {
    sentence: "The delivery is another provider's.",
    fix: "new Webhook(otherProvider, secret); // the one that the evidence names",
    fixes: {},
    group: "scheme",
  },
  SCHEME_ALGORITHM: {
    sentence: "The sender uses another hash.",
    fix: "defineScheme({ ...spec, algorithm: \"hmac-sha256\" }); // the one that matches, unless the evidence calls it weaker",
    fixes: {},
    group: "scheme",
  },
  SCHEME_ORDER: {
    sentence: "The sender signs the timestamp and the body in the other order.",
    fix: "defineScheme({ ...spec, content: \"{body}.{timestamp}\" });",
    fixes: {},
    group: "scheme",
  },
  SCHEME_SEPARATOR: {
    sentence: "The sender puts something else between the timestamp and the body.",
    fix: "defineScheme({ ...spec, content: \"{timestamp}.{body}\" }); // with the separator that matches",
    fixes: {},
    group: "scheme",
  },
  SCHEME_NO_TIMESTAMP: {
    sentence: "The sender signs the body alone; the timestamp is not signed.",
    fix: "defineScheme({ ...spec, content: \"{body}\", timestamp: undefined });",
    fixes: {},
    group: "scheme",
  },
  SCHEME_CONTENT: {
    sentence: "The sender signs more than the scheme says: a timestamp, or an id.",
    fix: "defineScheme({ ...spec, content: \"{timestamp}.{body}\", timestamp: { from: { header }, unit: \"s\" } });",
    fixes: {},
    group: "scheme",
  },
  SCHEME_FORMAT: {
    sentence: "The signature header is written with other keys or separators than the scheme says.",
    fix: "defineScheme({ ...spec, signature: { header, format: { kind: \"pairs\", separator: \",\", signatureKey: \"v1\", timestampKey: \"t\" } } });",
    fixes: {},
    group: "scheme",
  },
  SCHEME_UNIT: {
    sentence: "The sender writes its timestamp in another unit than the scheme says.",
    fix: "defineScheme({ ...spec, timestamp: { ...spec.timestamp, unit: \"ms\" } }); // or \"s\", or \"rfc3339\"",
    fixes: {},
    group: "scheme",
  },
  HEADER_NAME: {
    sentence: "A header arrived under another name.",
    fix: "webhook.verify(rawBody, { ...headers, [expectedName]: headers[nameThatCame] }); // or have it sent under its own name",
    fixes: {
      bun: "const headers = new Headers(request.headers);\nheaders.set(expectedName, headers.get(nameThatCame)); // then webhook.verify(rawBody, headers)",
      deno: "const headers = new Headers(request.headers);\nheaders.set(expectedName, headers.get(nameThatCame)); // then webhook.verify(rawBody, headers)",
      fetch: "const headers = new Headers(request.headers);\nheaders.set(expectedName, headers.get(nameThatCame)); // then webhook.verify(rawBody, headers)",
      hono: "webhook.verify(rawBody, { ...c.req.header(), [expectedName]: c.req.header(nameThatCame) });",
      "next-app": "const headers = new Headers(request.headers);\nheaders.set(expectedName, headers.get(nameThatCame)); // then webhook.verify(rawBody, headers)",
      workers: "const headers = new Headers(request.headers);\nheaders.set(expectedName, headers.get(nameThatCame)); // then webhook.verify(rawBody, headers)",
    },
    group: "header",
  },
  HEADER_TWICE: {
    sentence: "The signature header arrived twice with the same value: a proxy copies it.",
    fix: "proxy_set_header X-Signature $http_x_signature; # set it once, do not add to it",
    fixes: {},
    group: "header",
  },
  SIGNATURE_BLANKS: {
    sentence: "The signature header has spaces or quotes around its value.",
    fix: "headers[headerName] = headers[headerName].replace(/^[\\s\"']+|[\\s\"']+$/g, \"\");",
    fixes: {
      bun: "const headers = new Headers(request.headers);\nheaders.set(headerName, headers.get(headerName).replace(/^[\\s\"']+|[\\s\"']+$/g, \"\"));",
      deno: "const headers = new Headers(request.headers);\nheaders.set(headerName, headers.get(headerName).replace(/^[\\s\"']+|[\\s\"']+$/g, \"\"));",
      fetch: "const headers = new Headers(request.headers);\nheaders.set(headerName, headers.get(headerName).replace(/^[\\s\"']+|[\\s\"']+$/g, \"\"));",
      "next-app": "const headers = new Headers(request.headers);\nheaders.set(headerName, headers.get(headerName).replace(/^[\\s\"']+|[\\s\"']+$/g, \"\"));",
      workers: "const headers = new Headers(request.headers);\nheaders.set(headerName, headers.get(headerName).replace(/^[\\s\"']+|[\\s\"']+$/g, \"\"));",
    },
    group: "header",
  },
  SIGNATURE_PREFIX: {
    sentence: "The prefix of the signature is missing, doubled or another one.",
    fix: "defineScheme({ ...spec, signature: { header, format: { kind: \"value\", prefix: \"sha256=\" } } }); // the prefix that arrives",
    fixes: {},
    group: "header",
  },
  SIGNATURE_CASE: {
    sentence: "The signature is written in the other letter case.",
    fix: "defineScheme({ ...spec, signature: { ...spec.signature, encoding: \"hex-any-case\" } });",
    fixes: {},
    group: "header",
  },
  SIGNATURE_ENCODING: {
    sentence: "The signature is written in another encoding.",
    fix: "defineScheme({ ...spec, signature: { ...spec.signature, encoding: \"base64\" } }); // the one that arrives",
    fixes: {},
    group: "header",
  },
  CLOCK_UNIT: {
    sentence: "The signed time counts milliseconds where the scheme counts seconds, or the other way round.",
    fix: "defineScheme({ ...spec, timestamp: { ...spec.timestamp, unit: \"ms\" } });",
    fixes: {},
    group: "clock",
  },
  CLOCK_SECONDS: {
    sentence: "The receiver's `now` counts seconds; it must count milliseconds.",
    fix: "new Webhook(scheme, secret, { now: () => Date.now() });",
    fixes: {},
    group: "clock",
  },
  CLOCK_ZONE: {
    sentence: "The clocks differ as time zones do: one of them takes local time for UTC.",
    fix: "const now = Date.now(); // counts from the epoch in UTC; never new Date(localText).getTime()",
    fixes: {},
    group: "clock",
  },
  CLOCK_RETRY: {
    sentence: "The delivery is as old as one of the provider's documented retries.",
    fix: "new Webhook(scheme, secret, { toleranceSeconds: 14_400 }); // covers the retries",
    fixes: {},
    group: "clock",
  },
  CLOCK_OLD: {
    sentence: "The signature matches, and its time is further in the past than the tolerance.",
    fix: "new Webhook(scheme, secret, { toleranceSeconds: 600 }); // or verify on arrival, before any queue",
    fixes: {},
    group: "clock",
  },
  CLOCK_NEW: {
    sentence: "The signature matches, and its time is further in the future than the tolerance.",
    fix: "timedatectl set-ntp true # one of the two clocks is wrong",
    fixes: {
      lambda: "new Webhook(scheme, secret, { toleranceSeconds: 600 }); // the sender's clock is ahead",
      workers: "new Webhook(scheme, secret, { toleranceSeconds: 600 }); // the sender's clock is ahead",
    },
    group: "clock",
  },
}));

/** Where a delivery may be received. */
export const frameworks: readonly Framework[] = ["express", "fastify", "koa", "hono", "nest", "next-app", "next-pages", "fetch", "lambda", "node", "workers", "deno", "bun"];
