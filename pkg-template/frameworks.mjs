// Frameworks: one row for each, with everything that we say about it. generate.mjs makes from it the adapters' part of
// package.json, the hints in error messages, the explainer's fixes and the tables of the docs. The build and the tests
// read it, too.
//
//   name      what `explain` calls it
//   title     what people call it; `which` adds its versions or its kind
//   adapter   the subpath that receives in it; its source is src/receive/<adapter>.ts
//   peer      the package whose types the adapter imports, and its versions
//   call      how `receive` is called
//   example   its page in examples/ and, if there is one, its receiver; `title` is what tables of pages call it
//   recipe    how to get the raw body, for errors about a parsed one. It ships with every Webhook, so it is optional
//   scope     the names that the fixes below use without declaring them
//   receiver  the fix with an adapter, in the place where it reads the body first
//   rawBody   the fix for those who verify by hand: the bytes as they arrived
//   fixes     the fix for other findings, where it differs from the one in src/explain/code.rs
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
    scope: ["app", "express", "request"],
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
    scope: ["app", "request"],
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
    scope: ["app", "router", "ctx"],
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
    scope: ["app", "c"],
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
    scope: ["app", "NestFactory", "AppModule"],
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
    scope: ["request"],
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
    scope: ["request"],
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
    example: { page: "fetch-hosts", title: "Astro, Nitro" }, // the others have pages of their own, in HOSTS
    scope: ["request"],
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
    scope: ["event"],
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
    scope: ["request"],
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
    scope: ["request"],
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
    scope: ["request", "Deno"],
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
    scope: ["request", "Bun"],
    receiver: `import { receive } from "countersign/fetch";
Bun.serve({ routes: { "/webhook": receive(webhook, handle) } });`,
    rawBody: FETCH_BODY,
    fixes: OF_FETCH,
  },
];

/**
 * Hosts that an adapter above serves: each has a page and a receiver in examples/, and needs no fixes of its own. For
 * `explain` each is the framework of its adapter.
 */
export const HOSTS = [
  host("Supabase Edge Functions", "fetch", "supabase", "supabase/functions/webhooks/index.ts"),
  host("Netlify Functions", "fetch", "netlify", "netlify/functions/webhooks.mjs"),
  host("SvelteKit", "fetch", "sveltekit", "src/routes/webhooks/[provider]/+server.js"),
  host("React Router", "fetch", "react-router", "app/routes/webhooks.$provider.js"),
  host("Remix", "fetch", "remix", "app/routes/webhooks.$provider.js", "2"),
  host("Nuxt", "fetch", "nuxt", "server/routes/webhooks/[provider].js", "4"),
  host("Firebase, Google Cloud Functions", "express", "firebase", "webhooks.js"),
  host("Azure Functions", "fetch", "azure", "src/functions/webhooks.js", "v4"),
  host("Strapi", "koa", "strapi", "src/middlewares/webhooks.js", "5"),
];

function host(title, adapter, page, receiver, which) {
  return { title, which, adapter, example: { page, receiver } };
}

/** The adapters, each once, in the order of the table. */
export const ADAPTERS = [...new Set(FRAMEWORKS.map(({ adapter }) => adapter))];
