//! Body: how each framework keeps the bytes as they came. `tests/docs/mended.mjs` runs every line on its framework.

use super::Framework;

/// An adapter that reads the raw body itself, where it must stand to be the first that does.
pub(super) const fn receiver(framework: Framework) -> &'static str {
    match framework {
        Framework::Express => {
            "import { receive } from \"countersign/express\";\n\
             app.all(\"/webhook\", receive(webhook, handle)); // above app.use(express.json())"
        }
        Framework::Fastify => {
            "import { receive } from \"countersign/fastify\";\n\
             app.register(receive(webhook, handle), { prefix: \"/webhook\" });"
        }
        Framework::Koa => {
            "import { receive } from \"countersign/koa\";\n\
             router.all(\"/webhook\", receive(webhook, handle));\n\
             app.use(router.routes()); // above app.use(bodyParser())"
        }
        Framework::Hono => {
            "import { receive } from \"countersign/hono\";\n\
             app.all(\"/webhook\", receive(webhook, handle)); // above all that calls c.req.json()"
        }
        Framework::Nest => {
            "import { receive } from \"countersign/express\";\n\
             app.use(\"/webhook\", receive(webhook, handle)); // before app.listen()"
        }
        Framework::NextApp => {
            "import { receive } from \"countersign/next\";\n\
             export const POST = receive(webhook, handle);"
        }
        Framework::NextPages => {
            "import { receivePages } from \"countersign/next\";\n\
             export const config = { api: { bodyParser: false } };\n\
             export default receivePages(webhook, handle);"
        }
        Framework::Fetch => {
            "import { receive } from \"countersign/fetch\";\n\
             export const respond = receive(webhook, handle); // no request.json() before it"
        }
        Framework::Lambda => {
            "import { receive } from \"countersign/lambda\";\n\
             export const handler = receive(webhook, handle); // without httpJsonBodyParser()"
        }
        Framework::Node => {
            "import { receive } from \"countersign/node\";\n\
             createServer(receive(webhook, handle)).listen(3000);"
        }
        Framework::Workers => {
            "import { receive } from \"countersign/fetch\";\n\
             export default { fetch: receive(webhook, handle) };"
        }
        Framework::Deno => {
            "import { receive } from \"countersign/fetch\";\n\
             Deno.serve(receive(webhook, handle));"
        }
        Framework::Bun => {
            "import { receive } from \"countersign/fetch\";\n\
             Bun.serve({ routes: { \"/webhook\": receive(webhook, handle) } });"
        }
    }
}

/// The bytes as they came, for whoever verifies by hand.
pub(super) const fn raw_body(framework: Framework) -> &'static str {
    match framework {
        Framework::Express => {
            "app.use(\"/webhook\", express.raw({ type: () => true, limit: \"5mb\" })); \
             // above express.json(); then request.body"
        }
        Framework::Fastify => {
            "app.removeAllContentTypeParsers(); // in the plugin of this route\n\
             app.addContentTypeParser(\"*\", { parseAs: \"buffer\" }, (request, body, done) => done(null, body));"
        }
        Framework::Koa => {
            "import { buffer } from \"node:stream/consumers\";\n\
             const rawBody = await buffer(ctx.req); // above app.use(bodyParser())"
        }
        Framework::Hono => "const rawBody = new Uint8Array(await c.req.arrayBuffer());",
        Framework::Nest => {
            "const app = await NestFactory.create(AppModule, { rawBody: true }); // then request.rawBody"
        }
        Framework::NextPages => {
            "import { buffer } from \"node:stream/consumers\";\n\
             export const config = { api: { bodyParser: false } };\n\
             const rawBody = await buffer(request); // in the handler"
        }
        Framework::Lambda => {
            "const rawBody = Buffer.from(event.body ?? \"\", event.isBase64Encoded ? \"base64\" : \"utf8\");"
        }
        Framework::Node => {
            "import { buffer } from \"node:stream/consumers\";\n\
             const rawBody = await buffer(request);"
        }
        Framework::NextApp
        | Framework::Fetch
        | Framework::Workers
        | Framework::Deno
        | Framework::Bun => "const rawBody = new Uint8Array(await request.arrayBuffer());",
    }
}

/// What unpacks a body on its way in; elsewhere it is unpacked by hand.
pub(super) const fn unpacked(framework: Framework) -> Option<&'static str> {
    match framework {
        Framework::Express | Framework::Nest => Some(raw_body(framework)),
        _ => None,
    }
}
