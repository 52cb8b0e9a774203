// Written by pkg-template/generate.mjs from pkg-template/frameworks.mjs; do not edit.

//! Frameworks: where a delivery is received, and the lines that each has for itself.

use crate::explain::code::FindingCode;

/// Where a delivery is received.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Framework {
    /// Express 4 and 5.
    Express,
    /// Fastify 5.
    Fastify,
    /// Koa 2 and 3.
    Koa,
    /// Hono 4.
    Hono,
    /// NestJS.
    Nest,
    /// Next.js, App Router.
    NextApp,
    /// Next.js, pages/api with `bodyParser: false`.
    NextPages,
    /// SvelteKit, Remix, React Router, Astro and every other host from `Request` to `Response`.
    Fetch,
    /// AWS Lambda behind API Gateway, a load balancer or a function URL.
    Lambda,
    /// Node with plain `http`.
    Node,
    /// Cloudflare Workers.
    Workers,
    /// Deno.
    Deno,
    /// Bun.
    Bun,
}

impl Framework {
    /// Every framework, by the name that callers give.
    pub const NAMES: &'static [(&'static str, Self)] = &[
        ("express", Self::Express),
        ("fastify", Self::Fastify),
        ("koa", Self::Koa),
        ("hono", Self::Hono),
        ("nest", Self::Nest),
        ("next-app", Self::NextApp),
        ("next-pages", Self::NextPages),
        ("fetch", Self::Fetch),
        ("lambda", Self::Lambda),
        ("node", Self::Node),
        ("workers", Self::Workers),
        ("deno", Self::Deno),
        ("bun", Self::Bun),
    ];

    /// The lines that this framework has for itself.
    pub(super) const fn lines(self) -> Lines {
        match self {
            Self::Express => EXPRESS,
            Self::Fastify => FASTIFY,
            Self::Koa => KOA,
            Self::Hono => HONO,
            Self::Nest => NEST,
            Self::NextApp => NEXT_APP,
            Self::NextPages => NEXT_PAGES,
            Self::Fetch => FETCH,
            Self::Lambda => LAMBDA,
            Self::Node => NODE,
            Self::Workers => WORKERS,
            Self::Deno => DENO,
            Self::Bun => BUN,
        }
    }
}

/// What undoes findings in one framework.
pub(super) struct Lines {
    /// An adapter that reads the raw body itself, where it stands to be the first that does.
    pub(super) receiver: &'static str,
    /// The bytes as they arrived, for those who verify by hand.
    pub(super) raw_body: &'static str,
    /// What undoes one finding.
    pub(super) others: &'static [(FindingCode, &'static str)],
}

const EXPRESS: Lines = Lines {
    receiver: "import { receive } from \"countersign/express\";\napp.all(\"/webhook\", receive(webhook, handle)); // above app.use(express.json())",
    raw_body: "app.use(\"/webhook\", express.raw({ type: () => true, limit: \"5mb\" })); // above express.json(); then request.body",
    others: &[
        (FindingCode::BodyGzip, "app.use(\"/webhook\", express.raw({ type: () => true, limit: \"5mb\" })); // above express.json(); then request.body"),
    ],
};

const FASTIFY: Lines = Lines {
    receiver: "import { receive } from \"countersign/fastify\";\napp.register(receive(webhook, handle), { prefix: \"/webhook\" });",
    raw_body: "app.removeAllContentTypeParsers(); // in the plugin of this route\napp.addContentTypeParser(\"*\", { parseAs: \"buffer\" }, (request, body, done) => done(null, body));",
    others: &[],
};

const KOA: Lines = Lines {
    receiver: "import { receive } from \"countersign/koa\";\nrouter.all(\"/webhook\", receive(webhook, handle));\napp.use(router.routes()); // above app.use(bodyParser())",
    raw_body: "import { buffer } from \"node:stream/consumers\";\nconst rawBody = await buffer(ctx.req); // above app.use(bodyParser())",
    others: &[],
};

const HONO: Lines = Lines {
    receiver: "import { receive } from \"countersign/hono\";\napp.all(\"/webhook\", receive(webhook, handle)); // above all that calls c.req.json()",
    raw_body: "const rawBody = new Uint8Array(await c.req.arrayBuffer());",
    others: &[
        (FindingCode::HeaderName, "webhook.verify(rawBody, { ...c.req.header(), [expectedName]: c.req.header(nameThatCame) });"),
    ],
};

const NEST: Lines = Lines {
    receiver: "import { receive } from \"countersign/express\";\napp.use(\"/webhook\", receive(webhook, handle)); // before app.listen()",
    raw_body: "const app = await NestFactory.create(AppModule, { rawBody: true }); // then request.rawBody",
    others: &[
        (FindingCode::BodyGzip, "const app = await NestFactory.create(AppModule, { rawBody: true }); // then request.rawBody"),
    ],
};

const NEXT_APP: Lines = Lines {
    receiver: "import { receive } from \"countersign/next\";\nexport const POST = receive(webhook, handle);",
    raw_body: "const rawBody = new Uint8Array(await request.arrayBuffer());",
    others: &[
        (FindingCode::HeaderName, "const headers = new Headers(request.headers);\nheaders.set(expectedName, headers.get(nameThatCame)); // then webhook.verify(rawBody, headers)"),
        (FindingCode::SignatureBlanks, "const headers = new Headers(request.headers);\nheaders.set(headerName, headers.get(headerName).replace(/^[\\s\"']+|[\\s\"']+$/g, \"\"));"),
    ],
};

const NEXT_PAGES: Lines = Lines {
    receiver: "import { receivePages } from \"countersign/next\";\nexport const config = { api: { bodyParser: false } };\nexport default receivePages(webhook, handle);",
    raw_body: "import { buffer } from \"node:stream/consumers\";\nexport const config = { api: { bodyParser: false } };\nconst rawBody = await buffer(request); // in the handler",
    others: &[],
};

const FETCH: Lines = Lines {
    receiver: "import { receive } from \"countersign/fetch\";\nexport const respond = receive(webhook, handle); // no request.json() before it",
    raw_body: "const rawBody = new Uint8Array(await request.arrayBuffer());",
    others: &[
        (FindingCode::HeaderName, "const headers = new Headers(request.headers);\nheaders.set(expectedName, headers.get(nameThatCame)); // then webhook.verify(rawBody, headers)"),
        (FindingCode::SignatureBlanks, "const headers = new Headers(request.headers);\nheaders.set(headerName, headers.get(headerName).replace(/^[\\s\"']+|[\\s\"']+$/g, \"\"));"),
    ],
};

const LAMBDA: Lines = Lines {
    receiver: "import { receive } from \"countersign/lambda\";\nexport const handler = receive(webhook, handle); // without httpJsonBodyParser()",
    raw_body: "const rawBody = Buffer.from(event.body ?? \"\", event.isBase64Encoded ? \"base64\" : \"utf8\");",
    others: &[
        (FindingCode::BodyBase64, "import { receive } from \"countersign/lambda\";\nexport const handler = receive(webhook, handle); // without httpJsonBodyParser()"),
        (FindingCode::ClockNew, "new Webhook(scheme, secret, { toleranceSeconds: 600 }); // the sender's clock is ahead"),
    ],
};

const NODE: Lines = Lines {
    receiver: "import { receive } from \"countersign/node\";\ncreateServer(receive(webhook, handle)).listen(3000);",
    raw_body: "import { buffer } from \"node:stream/consumers\";\nconst rawBody = await buffer(request);",
    others: &[],
};

const WORKERS: Lines = Lines {
    receiver: "import { receive } from \"countersign/fetch\";\nexport default { fetch: receive(webhook, handle) };",
    raw_body: "const rawBody = new Uint8Array(await request.arrayBuffer());",
    others: &[
        (FindingCode::HeaderName, "const headers = new Headers(request.headers);\nheaders.set(expectedName, headers.get(nameThatCame)); // then webhook.verify(rawBody, headers)"),
        (FindingCode::SignatureBlanks, "const headers = new Headers(request.headers);\nheaders.set(headerName, headers.get(headerName).replace(/^[\\s\"']+|[\\s\"']+$/g, \"\"));"),
        (FindingCode::ClockNew, "new Webhook(scheme, secret, { toleranceSeconds: 600 }); // the sender's clock is ahead"),
        (FindingCode::SecretBlanks, "new Webhook(scheme, env.WEBHOOK_SECRET.trim());"),
        (FindingCode::SecretQuotes, "npx wrangler secret put WEBHOOK_SECRET # then the secret alone: no quotes, no NAME="),
        (FindingCode::SecretEncoded, "new Webhook(scheme, Uint8Array.from(atob(secret), (char) => char.charCodeAt(0)));"),
        (FindingCode::SecretPrevious, "new Webhook(scheme, [env.WEBHOOK_SECRET, env.WEBHOOK_SECRET_PREVIOUS]);"),
        (FindingCode::SecretMode, "new Webhook(scheme, isLive ? env.LIVE_SECRET : env.TEST_SECRET);"),
    ],
};

const DENO: Lines = Lines {
    receiver: "import { receive } from \"countersign/fetch\";\nDeno.serve(receive(webhook, handle));",
    raw_body: "const rawBody = new Uint8Array(await request.arrayBuffer());",
    others: &[
        (FindingCode::HeaderName, "const headers = new Headers(request.headers);\nheaders.set(expectedName, headers.get(nameThatCame)); // then webhook.verify(rawBody, headers)"),
        (FindingCode::SignatureBlanks, "const headers = new Headers(request.headers);\nheaders.set(headerName, headers.get(headerName).replace(/^[\\s\"']+|[\\s\"']+$/g, \"\"));"),
        (FindingCode::SecretBlanks, "new Webhook(scheme, Deno.env.get(\"WEBHOOK_SECRET\")?.trim() ?? \"\");"),
        (FindingCode::SecretEncoded, "new Webhook(scheme, Uint8Array.from(atob(secret), (char) => char.charCodeAt(0)));"),
        (FindingCode::SecretPrevious, "new Webhook(scheme, [\"WEBHOOK_SECRET\", \"WEBHOOK_SECRET_PREVIOUS\"].map((name) => Deno.env.get(name)));"),
        (FindingCode::SecretMode, "new Webhook(scheme, Deno.env.get(isLive ? \"LIVE_SECRET\" : \"TEST_SECRET\") ?? \"\");"),
    ],
};

const BUN: Lines = Lines {
    receiver: "import { receive } from \"countersign/fetch\";\nBun.serve({ routes: { \"/webhook\": receive(webhook, handle) } });",
    raw_body: "const rawBody = new Uint8Array(await request.arrayBuffer());",
    others: &[
        (FindingCode::HeaderName, "const headers = new Headers(request.headers);\nheaders.set(expectedName, headers.get(nameThatCame)); // then webhook.verify(rawBody, headers)"),
        (FindingCode::SignatureBlanks, "const headers = new Headers(request.headers);\nheaders.set(headerName, headers.get(headerName).replace(/^[\\s\"']+|[\\s\"']+$/g, \"\"));"),
    ],
};
