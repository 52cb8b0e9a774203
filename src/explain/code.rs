//! Code: everything that an explanation can find, once.
//!
//! The table feeds Rust, JavaScript and the documentation; a code never changes its meaning.

use serde::{Serialize, Serializer};

/// Writes the table of findings once and derives from it the enum and what describes it.
macro_rules! findings {
    ($($variant:ident $name:literal $sentence:literal $fix:literal)*) => {
        /// What was found.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum FindingCode { $(#[doc = $sentence] $variant,)* }

        impl FindingCode {
            /// Every code, in the order of the documentation.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The code as callers compare it.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),* }
            }

            /// What happened, in one sentence.
            pub const fn sentence(self) -> &'static str {
                match self { $(Self::$variant => $sentence),* }
            }

            /// What to do, as a line of JavaScript.
            pub const fn fix(self) -> &'static str {
                match self { $(Self::$variant => $fix),* }
            }
        }
    };
}

findings! {
    BodyRestringified "BODY_RESTRINGIFIED"
        "The body was parsed and written again: the sender signed another text of the same JSON."
        "app.all(\"/webhook\", receive(webhook, handle)); // of countersign/express, /fastify, /koa, …: above every parser"
    BodyQuoted "BODY_QUOTED"
        "The body was turned into a JSON string once too often, or once too seldom."
        "webhook.verify(rawBody, headers); // not JSON.stringify(rawBody)"
    BodyNewline "BODY_NEWLINE"
        "A newline at the end of the body was added or lost."
        "const rawBody = readFileSync(\"body.json\"); // not through an editor; with curl: --data-binary @body.json, not -d"
    BodyTrimmed "BODY_TRIMMED"
        "The body has whitespace at its ends that was not signed."
        "webhook.verify(rawBody, headers); // neither trimmed nor padded"
    BodyLineEnds "BODY_LINE_ENDS"
        "The line ends of the body were changed between LF and CRLF."
        "const rawBody = readFileSync(\"body.json\"); // and in .gitattributes: *.json -text"
    BodyBom "BODY_BOM"
        "A byte order mark in front of the body was added or lost."
        "const rawBody = new Uint8Array(await request.arrayBuffer()); // text() takes the mark off"
    BodyLatin1 "BODY_LATIN1"
        "The body went through Latin-1; UTF-8 was signed."
        "const rawBody = Buffer.concat(chunks); // never chunk.toString(\"latin1\")"
    BodyUtf16 "BODY_UTF16"
        "The body is UTF-16; UTF-8 was signed."
        "const rawBody = Buffer.from(text, \"utf8\"); // not \"utf16le\""
    BodyForm "BODY_FORM"
        "The body was decoded from a form, or encoded as one."
        "webhook.verify(rawBody, headers); // the whole body as it arrived, not a field of the form"
    BodyBase64 "BODY_BASE64"
        "The body is still in base64, as gateways wrap it."
        "const rawBody = Buffer.from(wrapped, \"base64\");"
    BodyGzip "BODY_GZIP"
        "The body is still compressed; its content was signed."
        "const rawBody = gunzipSync(compressed, { maxOutputLength: 5_000_000 }); // of node:zlib"
    BodyObject "BODY_OBJECT"
        "The body is what an object turns into as text: it was parsed, and its bytes are gone."
        "app.all(\"/webhook\", receive(webhook, handle)); // of countersign/express, /fastify, /koa, …: above every parser"
    BodyEmpty "BODY_EMPTY"
        "The body is empty: something else read it first."
        "app.all(\"/webhook\", receive(webhook, handle)); // of countersign/express, /fastify, /koa, …: above every parser"
    BodyTruncated "BODY_TRUNCATED"
        "The body is shorter than its Content-Length: it was cut."
        "const rawBody = await buffer(request); // of node:stream/consumers: to the end, not the first chunk"

    SecretBlanks "SECRET_BLANKS"
        "The secret has spaces or a newline at an end where the sender's has none, or the other way round."
        "new Webhook(scheme, process.env.WEBHOOK_SECRET.trim());"
    SecretQuotes "SECRET_QUOTES"
        "The secret holds the quotes of an .env file, or the name of its variable."
        "WEBHOOK_SECRET=the-secret-without-quotes"
    SecretPrefix "SECRET_PREFIX"
        "The prefix of the secret was kept or stripped, and the sender does the opposite."
        "new Webhook(scheme, secret.replace(/^whsec_/, \"\")); // or `whsec_${secret}`: as the evidence says"
    SecretEncoded "SECRET_ENCODED"
        "The sender makes another key of the same secret: it decodes the text, or does not."
        "new Webhook(scheme, Buffer.from(secret, \"base64\")); // or \"hex\", or \"utf8\": as the evidence says"
    SecretPrevious "SECRET_PREVIOUS"
        "The sender signs with a previous secret."
        "new Webhook(scheme, [process.env.WEBHOOK_SECRET, process.env.WEBHOOK_SECRET_PREVIOUS]);"
    SecretMode "SECRET_MODE"
        "The sender signs with the secret of the other mode, test or live."
        "new Webhook(scheme, isLive ? process.env.LIVE_SECRET : process.env.TEST_SECRET);"
    SecretOther "SECRET_OTHER"
        "The sender signs with another secret that you hold."
        "new Webhook(scheme, otherSecret); // the one that the evidence names"

    SchemeProvider "SCHEME_PROVIDER"
        "The delivery is another provider's."
        "new Webhook(otherProvider, secret); // the one that the evidence names"
    SchemeAlgorithm "SCHEME_ALGORITHM"
        "The sender uses another hash."
        "defineScheme({ ...spec, algorithm: \"hmac-sha256\" }); // the one that matches, unless the evidence calls it weaker"
    SchemeOrder "SCHEME_ORDER"
        "The sender signs the timestamp and the body in the other order."
        "defineScheme({ ...spec, content: \"{body}.{timestamp}\" });"
    SchemeSeparator "SCHEME_SEPARATOR"
        "The sender puts something else between the timestamp and the body."
        "defineScheme({ ...spec, content: \"{timestamp}.{body}\" }); // with the separator that matches"
    SchemeNoTimestamp "SCHEME_NO_TIMESTAMP"
        "The sender signs the body alone; the timestamp is not signed."
        "defineScheme({ ...spec, content: \"{body}\", timestamp: undefined });"
    SchemeContent "SCHEME_CONTENT"
        "The sender signs more than the scheme says: a timestamp, or an id."
        "defineScheme({ ...spec, content: \"{timestamp}.{body}\", timestamp: { from: { header }, unit: \"s\" } });"
    SchemeFormat "SCHEME_FORMAT"
        "The signature header is written with other keys or separators than the scheme says."
        "defineScheme({ ...spec, signature: { header, format: { kind: \"pairs\", separator: \",\", signatureKey: \"v1\", timestampKey: \"t\" } } });"
    SchemeUnit "SCHEME_UNIT"
        "The sender writes its timestamp in another unit than the scheme says."
        "defineScheme({ ...spec, timestamp: { ...spec.timestamp, unit: \"ms\" } }); // or \"s\", or \"rfc3339\""

    HeaderName "HEADER_NAME"
        "A header arrived under another name."
        "webhook.verify(rawBody, { ...headers, [expectedName]: headers[nameThatCame] }); // or have it sent under its own name"
    HeaderTwice "HEADER_TWICE"
        "The signature header arrived twice with the same value: a proxy copies it."
        "proxy_set_header X-Signature $http_x_signature; # set it once, do not add to it"
    SignatureBlanks "SIGNATURE_BLANKS"
        "The signature header has spaces or quotes around its value."
        "headers[headerName] = headers[headerName].replace(/^[\\s\"']+|[\\s\"']+$/g, \"\");"
    SignaturePrefix "SIGNATURE_PREFIX"
        "The prefix of the signature is missing, doubled or another one."
        "defineScheme({ ...spec, signature: { header, format: { kind: \"value\", prefix: \"sha256=\" } } }); // the prefix that arrives"
    SignatureCase "SIGNATURE_CASE"
        "The signature is written in the other letter case."
        "defineScheme({ ...spec, signature: { ...spec.signature, encoding: \"hex-any-case\" } });"
    SignatureEncoding "SIGNATURE_ENCODING"
        "The signature is written in another encoding."
        "defineScheme({ ...spec, signature: { ...spec.signature, encoding: \"base64\" } }); // the one that arrives"

    ClockUnit "CLOCK_UNIT"
        "The signed time counts milliseconds where the scheme counts seconds, or the other way round."
        "defineScheme({ ...spec, timestamp: { ...spec.timestamp, unit: \"ms\" } });"
    ClockSeconds "CLOCK_SECONDS"
        "The receiver's `now` counts seconds; it must count milliseconds."
        "new Webhook(scheme, secret, { now: () => Date.now() });"
    ClockZone "CLOCK_ZONE"
        "The clocks differ as time zones do: one of them takes local time for UTC."
        "const now = Date.now(); // counts from the epoch in UTC; never new Date(localText).getTime()"
    ClockRetry "CLOCK_RETRY"
        "The delivery is as old as one of the provider's documented retries."
        "new Webhook(scheme, secret, { toleranceSeconds: 14_400 }); // covers the retries"
    ClockOld "CLOCK_OLD"
        "The signature matches, and its time is further in the past than the tolerance."
        "new Webhook(scheme, secret, { toleranceSeconds: 600 }); // or verify on arrival, before any queue"
    ClockNew "CLOCK_NEW"
        "The signature matches, and its time is further in the future than the tolerance."
        "timedatectl set-ntp true # one of the two clocks is wrong"
}

/// What the codes are about, by the word that they begin with.
const GROUPS: &[(&str, &str)] = &[
    ("BODY_", "body"),
    ("SECRET_", "secret"),
    ("SCHEME_", "scheme"),
    ("HEADER_", "header"),
    ("SIGNATURE_", "header"),
    ("CLOCK_", "clock"),
];

impl FindingCode {
    /// What it is about: `body`, `secret`, `scheme`, `header` or `clock`.
    pub fn group(self) -> &'static str {
        let own = GROUPS.iter().find(|(word, _)| self.name().starts_with(word));
        own.map_or("", |(_, group)| group)
    }
}

impl Serialize for FindingCode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}
