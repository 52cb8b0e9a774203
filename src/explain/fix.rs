//! Fix: the lines of code that undo a finding, in the words of the framework that received it.
//!
//! Only what differs stands here: where a framework has no line of its own, that of the code is as good.

mod body;

use super::code::FindingCode;
use body::{raw_body, receiver, unpacked};

/// Where a delivery is received.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Framework {
    /// Express.
    Express,
    /// Fastify.
    Fastify,
    /// Koa.
    Koa,
    /// Hono.
    Hono,
    /// NestJS.
    Nest,
    /// The app router of Next.js.
    NextApp,
    /// The pages router of Next.js.
    NextPages,
    /// Whatever hands over a `Request`.
    Fetch,
    /// AWS Lambda, behind a gateway or by its function URL.
    Lambda,
    /// The `http` module of Node.
    Node,
    /// Cloudflare Workers.
    Workers,
    /// `Deno.serve`.
    Deno,
    /// `Bun.serve`.
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
}

/// What to do about a finding, as lines of code for this framework; without one, for any.
pub fn fix(code: FindingCode, framework: Option<Framework>) -> &'static str {
    framework.and_then(|framework| special(code, framework)).unwrap_or(code.fix())
}

/// The lines of a framework that has its own; the rest do as everyone does.
fn special(code: FindingCode, framework: Framework) -> Option<&'static str> {
    match code {
        FindingCode::BodyRestringified
        | FindingCode::BodyQuoted
        | FindingCode::BodyForm
        | FindingCode::BodyObject
        | FindingCode::BodyEmpty
        | FindingCode::BodyTruncated => Some(receiver(framework)),
        FindingCode::BodyTrimmed
        | FindingCode::BodyBom
        | FindingCode::BodyLatin1
        | FindingCode::BodyUtf16 => Some(raw_body(framework)),
        FindingCode::BodyBase64 => (framework == Framework::Lambda).then(|| receiver(framework)),
        FindingCode::BodyGzip => unpacked(framework),
        _ => secret(code, framework)
            .or_else(|| header(code, framework))
            .or_else(|| clock(code, framework)),
    }
}

/// Whether headers come as an object of fetch, which cannot be spread.
const fn has_fetch_headers(framework: Framework) -> bool {
    matches!(
        framework,
        Framework::NextApp
            | Framework::Fetch
            | Framework::Workers
            | Framework::Deno
            | Framework::Bun
    )
}

fn header(code: FindingCode, framework: Framework) -> Option<&'static str> {
    match (code, framework) {
        (FindingCode::HeaderName, Framework::Hono) => Some(
            "webhook.verify(rawBody, { ...c.req.header(), [expectedName]: c.req.header(nameThatCame) });",
        ),
        (FindingCode::HeaderName, _) if has_fetch_headers(framework) => Some(
            "const headers = new Headers(request.headers);\n\
             headers.set(expectedName, headers.get(nameThatCame)); // then webhook.verify(rawBody, headers)",
        ),
        (FindingCode::SignatureBlanks, _) if has_fetch_headers(framework) => Some(
            "const headers = new Headers(request.headers);\n\
             headers.set(headerName, headers.get(headerName).replace(/^[\\s\"']+|[\\s\"']+$/g, \"\"));",
        ),
        _ => None,
    }
}

/// Secrets stand in `process.env`, but for these two.
const fn secret(code: FindingCode, framework: Framework) -> Option<&'static str> {
    match (code, framework) {
        (FindingCode::SecretBlanks, Framework::Workers) => {
            Some("new Webhook(scheme, env.WEBHOOK_SECRET.trim());")
        }
        (FindingCode::SecretBlanks, Framework::Deno) => {
            Some("new Webhook(scheme, Deno.env.get(\"WEBHOOK_SECRET\")?.trim() ?? \"\");")
        }
        (FindingCode::SecretQuotes, Framework::Workers) => Some(
            "npx wrangler secret put WEBHOOK_SECRET # then the secret alone: no quotes, no NAME=",
        ),
        (FindingCode::SecretEncoded, Framework::Workers | Framework::Deno) => Some(
            "new Webhook(scheme, Uint8Array.from(atob(secret), (char) => char.charCodeAt(0)));",
        ),
        (FindingCode::SecretPrevious, Framework::Workers) => {
            Some("new Webhook(scheme, [env.WEBHOOK_SECRET, env.WEBHOOK_SECRET_PREVIOUS]);")
        }
        (FindingCode::SecretPrevious, Framework::Deno) => Some(
            "new Webhook(scheme, [\"WEBHOOK_SECRET\", \"WEBHOOK_SECRET_PREVIOUS\"].map((name) => Deno.env.get(name)));",
        ),
        (FindingCode::SecretMode, Framework::Workers) => {
            Some("new Webhook(scheme, isLive ? env.LIVE_SECRET : env.TEST_SECRET);")
        }
        (FindingCode::SecretMode, Framework::Deno) => Some(
            "new Webhook(scheme, Deno.env.get(isLive ? \"LIVE_SECRET\" : \"TEST_SECRET\") ?? \"\");",
        ),
        _ => None,
    }
}

/// Where the host keeps the clock, it is the sender's that is wrong.
const fn clock(code: FindingCode, framework: Framework) -> Option<&'static str> {
    match (code, framework) {
        (FindingCode::ClockNew, Framework::Lambda | Framework::Workers) => Some(
            "new Webhook(scheme, secret, { toleranceSeconds: 600 }); // the sender's clock is ahead",
        ),
        _ => None,
    }
}
