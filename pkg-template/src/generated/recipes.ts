// Written by pkg-template/generate.mjs from pkg-template/frameworks.mjs; do not edit.

/** Where the raw body is found, by framework. */
export const RECIPES = `
  Express   app.post(path, express.raw({ type: () => true, limit: "1mb" }), handler), before any express.json()
  Fastify   app.addContentTypeParser("application/json", { parseAs: "buffer" }, (request, body, done) => done(null, body))
  NestJS    NestFactory.create(AppModule, { rawBody: true }), then request.rawBody
  Next.js   app router: await request.arrayBuffer(); pages/api: export const config = { api: { bodyParser: false } },
            then read the request as a stream
  Lambda    Buffer.from(event.body, event.isBase64Encoded ? "base64" : "utf8")
  Workers, Deno, Bun   await webhook.verifyRequest(request)`;
