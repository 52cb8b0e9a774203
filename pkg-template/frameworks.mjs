// The frameworks: one row each, for all that is said of them. What is made of it: the entries of the package, its
// peers, the hints of its errors, the explainer's fixes, the tables of the docs; tests read it, too.
//
//   name      what `explain` calls it
//   title     what people call it; `which` says of what kind or versions
//   adapter   the subpath that receives in it: src/receive/<adapter>.ts. The row of a new adapter has the same `name`,
//             unless there are several frameworks to it
//   peer      the package that the adapter's types come from, and its versions
//   call      how `receive` is called
//   example   its page and, if there is one, its receiver, in examples/
//   recipe    how the raw body is found, for the error of a parsed one. It ships with every Webhook: a line at most
//   receiver  a fix: an adapter reads the body, and stands where it is the first that does
//   rawBody   a fix: the bytes as they arrived, for those who verify by hand
//   fixes     what is done about other findings, where that differs from what everyone does: see src/explain/code.rs
//
// tests/docs/mended.mjs runs each `receiver` and `rawBody` in its framework.

// Headers that are an object of fetch cannot be spread.
const OF_FETCH = {
  HEADER_NAME: `const headers = new Headers(request.headers);
headers.set(expectedName, headers.get(nameThatCame)); // then webhook.verify(rawBody, headers)`,
  SIGNATURE_BLANKS: String.raw`const headers = new Headers(request.headers);
headers.set(headerName, headers.get(headerName).replace(/^[\s"']+|[\s"']+$/g, ""));`,
};
const FETCH_BODY = "const rawBody = new Uint8Array(await request.arrayBuffer());";

// Where the host keeps the clock, it is the sender's that is wrong.
const CLOCK_OF_HOST = {
  CLOCK_NEW: "new Webhook(scheme, secret, { toleranceSeconds: 600 }); // the sender's clock is ahead",
};
const SECRET_ENCODED = "new Webhook(scheme, Uint8Array.from(atob(secret), (char) => char.charCodeAt(0)));";

const EXPRESS_BODY =
  'app.use("/webhook", express.raw({ type: () => true, limit: "5mb" })); // above express.json(); then request.body';
const NEST_BODY = "const app = await NestFactory.create(AppModule, { rawBody: true }); // then request.rawBody";

const LAMBDA_RECEIVER = `import { receive } from "countersign/lambda";
export const handler = receive(webhook, handle); // without httpJsonBodyParser()`;

export const FRAMEWORKS = [
  {
    name: "express",
    title: "Express",
    which: "4 and 5",
    adapter: "express",
    peer: { express: "^4.17.0 || ^5.0.0" },
    call: "app.all(path, receive(…))",
    example: { page: "express", receiver: "server.js" },
    recipe: [
      "Express",
      'app.post(path, express.raw({ type: () => true, limit: "1mb" }), handler), before any express.json()',
    ],
    receiver: `import { receive } from "countersign/express";
app.all("/webhook", receive(webhook, handle)); // above app.use(express.json())`,
    rawBody: EXPRESS_BODY,
    fixes: { BODY_GZIP: EXPRESS_BODY },
  },
  {
    name: "fastify",
    title: "Fastify",
    which: "5",
    adapter: "fastify",
    peer: { fastify: "^5.0.0" },
    call: "app.register(receive(…), { prefix: path })",
    example: { page: "fastify", receiver: "server.js" },
    recipe: [
      "Fastify",
      'app.addContentTypeParser("application/json", { parseAs: "buffer" }, (request, body, done) => done(null, body))',
    ],
    receiver: `import { receive } from "countersign/fastify";
app.register(receive(webhook, handle), { prefix: "/webhook" });`,
    rawBody: `app.removeAllContentTypeParsers(); // in the plugin of this route
app.addContentTypeParser("*", { parseAs: "buffer" }, (request, body, done) => done(null, body));`,
  },
  {
    name: "koa",
    title: "Koa",
    which: "2 and 3",
    adapter: "koa",
    peer: { koa: "^2.13.0 || ^3.0.0" },
    call: "router.all(path, receive(…))",
    example: { page: "koa", receiver: "server.js" },
    receiver: `import { receive } from "countersign/koa";
router.all("/webhook", receive(webhook, handle));
app.use(router.routes()); // above app.use(bodyParser())`,
    rawBody: `import { buffer } from "node:stream/consumers";
const rawBody = await buffer(ctx.req); // above app.use(bodyParser())`,
  },
  {
    name: "hono",
    title: "Hono",
    which: "4",
    adapter: "hono",
    peer: { hono: "^4.0.0" },
    call: "app.all(path, receive(…))",
    example: { page: "hono", receiver: "server.js" },
    receiver: `import { receive } from "countersign/hono";
app.all("/webhook", receive(webhook, handle)); // above all that calls c.req.json()`,
    rawBody: "const rawBody = new Uint8Array(await c.req.arrayBuffer());",
    fixes: {
      HEADER_NAME: "webhook.verify(rawBody, { ...c.req.header(), [expectedName]: c.req.header(nameThatCame) });",
    },
  },
  {
    name: "nest",
    title: "NestJS",
    adapter: "express",
    call: "app.use(path, receive(…))",
    example: { page: "nest", receiver: "main.ts" },
    recipe: ["NestJS", "NestFactory.create(AppModule, { rawBody: true }), then request.rawBody"],
    receiver: `import { receive } from "countersign/express";
app.use("/webhook", receive(webhook, handle)); // before app.listen()`,
    rawBody: NEST_BODY,
    fixes: { BODY_GZIP: NEST_BODY },
  },
  {
    name: "next-app",
    title: "Next.js, App Router",
    adapter: "next",
    peer: { next: ">=14.0.0" },
    call: "export const POST = receive(…)",
    example: { page: "next-app", receiver: "app/webhooks/[provider]/route.js" },
    recipe: ["Next.js", "app router: await request.arrayBuffer()"],
    receiver: `import { receive } from "countersign/next";
export const POST = receive(webhook, handle);`,
    rawBody: FETCH_BODY,
    fixes: OF_FETCH,
  },
  {
    name: "next-pages",
    title: "Next.js, pages/api",
    which: "with `bodyParser: false`",
    adapter: "next",
    call: "export default receivePages(…)",
    example: { page: "next-pages", receiver: "pages/api/webhooks/[provider].js" },
    recipe: [
      "Next.js",
      "pages/api: export const config = { api: { bodyParser: false } },\nthen read the request as a stream",
    ],
    receiver: `import { receivePages } from "countersign/next";
export const config = { api: { bodyParser: false } };
export default receivePages(webhook, handle);`,
    rawBody: `import { buffer } from "node:stream/consumers";
export const config = { api: { bodyParser: false } };
const rawBody = await buffer(request); // in the handler`,
  },
  {
    name: "fetch",
    title: "SvelteKit, Remix, React Router, Astro",
    which: "and every other host from `Request` to `Response`",
    adapter: "fetch",
    call: "export const respond = receive(…)",
    example: { page: "fetch-hosts" },
    receiver: `import { receive } from "countersign/fetch";
export const respond = receive(webhook, handle); // no request.json() before it`,
    rawBody: FETCH_BODY,
    fixes: OF_FETCH,
  },
  {
    name: "lambda",
    title: "AWS Lambda",
    which: "behind API Gateway, a load balancer or a function URL",
    adapter: "lambda",
    call: "export const handler = receive(…)",
    example: { page: "lambda", receiver: "index.mjs" },
    recipe: ["Lambda", 'Buffer.from(event.body, event.isBase64Encoded ? "base64" : "utf8")'],
    receiver: LAMBDA_RECEIVER,
    rawBody: 'const rawBody = Buffer.from(event.body ?? "", event.isBase64Encoded ? "base64" : "utf8");',
    fixes: { BODY_BASE64: LAMBDA_RECEIVER, ...CLOCK_OF_HOST },
  },
  {
    name: "node",
    title: "Node",
    which: "with plain `http`",
    adapter: "node",
    call: "createServer(receive(…))",
    example: { page: "node", receiver: "server.js" },
    receiver: `import { receive } from "countersign/node";
createServer(receive(webhook, handle)).listen(3000);`,
    rawBody: `import { buffer } from "node:stream/consumers";
const rawBody = await buffer(request);`,
  },
  {
    name: "workers",
    title: "Cloudflare Workers",
    adapter: "fetch",
    call: "export default { fetch: receive(…) }",
    example: { page: "cloudflare-worker", receiver: "worker.ts" },
    recipe: ["Workers", "await webhook.verifyRequest(request)"],
    receiver: `import { receive } from "countersign/fetch";
export default { fetch: receive(webhook, handle) };`,
    rawBody: FETCH_BODY,
    fixes: {
      ...OF_FETCH,
      ...CLOCK_OF_HOST,
      SECRET_BLANKS: "new Webhook(scheme, env.WEBHOOK_SECRET.trim());",
      SECRET_QUOTES: "npx wrangler secret put WEBHOOK_SECRET # then the secret alone: no quotes, no NAME=",
      SECRET_ENCODED,
      SECRET_PREVIOUS: "new Webhook(scheme, [env.WEBHOOK_SECRET, env.WEBHOOK_SECRET_PREVIOUS]);",
      SECRET_MODE: "new Webhook(scheme, isLive ? env.LIVE_SECRET : env.TEST_SECRET);",
    },
  },
  {
    name: "deno",
    title: "Deno",
    adapter: "fetch",
    call: "Deno.serve(receive(…))",
    example: { page: "deno", receiver: "main.ts" },
    recipe: ["Deno", "await webhook.verifyRequest(request)"],
    receiver: `import { receive } from "countersign/fetch";
Deno.serve(receive(webhook, handle));`,
    rawBody: FETCH_BODY,
    fixes: {
      ...OF_FETCH,
      SECRET_BLANKS: 'new Webhook(scheme, Deno.env.get("WEBHOOK_SECRET")?.trim() ?? "");',
      SECRET_ENCODED,
      SECRET_PREVIOUS:
        'new Webhook(scheme, ["WEBHOOK_SECRET", "WEBHOOK_SECRET_PREVIOUS"].map((name) => Deno.env.get(name)));',
      SECRET_MODE: 'new Webhook(scheme, Deno.env.get(isLive ? "LIVE_SECRET" : "TEST_SECRET") ?? "");',
    },
  },
  {
    name: "bun",
    title: "Bun",
    adapter: "fetch",
    call: 'Bun.serve({ routes: { "/webhook": receive(…) } })',
    example: { page: "bun", receiver: "server.ts" },
    recipe: ["Bun", "await webhook.verifyRequest(request)"],
    receiver: `import { receive } from "countersign/fetch";
Bun.serve({ routes: { "/webhook": receive(webhook, handle) } });`,
    rawBody: FETCH_BODY,
    fixes: OF_FETCH,
  },
];

/** The adapters, each once, in the order of the table. */
export const ADAPTERS = [...new Set(FRAMEWORKS.map(({ adapter }) => adapter))];
