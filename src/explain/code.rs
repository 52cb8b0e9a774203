//! Code: everything that an explanation can find, once.
//!
//! The table feeds Rust, JavaScript and the documentation; a code never changes its meaning.

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
        "The body was parsed and written again: another text of the same value was signed."
        "app.post(\"/webhook\", express.raw({ type: () => true }), (req, res) => webhook.verify(req.body, req.headers));"
    BodyQuoted "BODY_QUOTED"
        "The body was turned into a JSON string once too often, or once too seldom."
        "webhook.verify(rawBody, headers); // not JSON.stringify(rawBody)"
    BodyNewline "BODY_NEWLINE"
        "A newline at the end of the body was added or lost."
        "const rawBody = readFileSync(path); // the bytes as they are; not `echo`, not an editor's copy"
    BodyTrimmed "BODY_TRIMMED"
        "Blanks at the ends of the body were added."
        "webhook.verify(rawBody, headers); // neither trimmed nor padded"
    BodyLineEnds "BODY_LINE_ENDS"
        "The line ends of the body were changed between LF and CRLF."
        "const rawBody = readFileSync(path); // and in .gitattributes: *.json -text"
    BodyBom "BODY_BOM"
        "A byte order mark in front of the body was added or lost."
        "const rawBody = new Uint8Array(await request.arrayBuffer()); // text() takes the mark off"
    BodyLatin1 "BODY_LATIN1"
        "The body was decoded or encoded as Latin-1; UTF-8 was signed."
        "const rawBody = Buffer.concat(chunks); // never chunk.toString(\"latin1\")"
    BodyUtf16 "BODY_UTF16"
        "The body is UTF-16; UTF-8 was signed."
        "const rawBody = Buffer.from(text, \"utf8\"); // not \"utf16le\""
    BodyForm "BODY_FORM"
        "The body was decoded from, or encoded as, a form."
        "app.post(\"/webhook\", express.raw({ type: () => true }), handler); // before express.urlencoded()"
    BodyBase64 "BODY_BASE64"
        "The body is still in base64, as gateways wrap it."
        "const rawBody = event.isBase64Encoded ? Buffer.from(event.body, \"base64\") : event.body;"
    BodyGzip "BODY_GZIP"
        "The body is still compressed; what was signed is its content."
        "const rawBody = gunzipSync(compressed);"
    BodyObject "BODY_OBJECT"
        "The body is what an object turns into as text: it was parsed, and its bytes are gone."
        "app.post(\"/webhook\", express.raw({ type: () => true }), (req, res) => webhook.verify(req.body, req.headers));"
    BodyEmpty "BODY_EMPTY"
        "The body is empty: something else read it first."
        "app.post(\"/webhook\", express.raw({ type: () => true }), handler); // before every other parser"
    BodyTruncated "BODY_TRUNCATED"
        "The body is shorter than its Content-Length: it was cut."
        "for await (const chunk of request) chunks.push(chunk); // to the end, then Buffer.concat(chunks)"

    SecretBlanks "SECRET_BLANKS"
        "The secret has blanks or a newline around it that the sender's has not, or lacks one."
        "new Webhook(scheme, process.env.WEBHOOK_SECRET.trim());"
    SecretQuotes "SECRET_QUOTES"
        "The secret has quotes around it, or the name of its variable, as in an .env file."
        "WEBHOOK_SECRET=the-secret-without-quotes"
    SecretPrefix "SECRET_PREFIX"
        "The prefix of the secret was kept or stripped, and the sender does the opposite."
        "new Webhook(scheme, secret); // the whole text, as the provider's dashboard shows it"
    SecretEncoded "SECRET_ENCODED"
        "The sender makes another key of the same secret: it decodes the text, or does not."
        "new Webhook(scheme, Buffer.from(secret, \"base64\")); // bytes are the key itself; or \"hex\", or \"utf8\""
    SecretPrevious "SECRET_PREVIOUS"
        "The sender signs with a previous secret."
        "new Webhook(scheme, [currentSecret, previousSecret]);"
    SecretMode "SECRET_MODE"
        "The sender signs with the secret of the other mode, test or live."
        "new Webhook(scheme, isLive ? process.env.LIVE_SECRET : process.env.TEST_SECRET);"
    SecretOther "SECRET_OTHER"
        "The sender signs with another secret that you hold."
        "new Webhook(scheme, otherSecret);"

    SchemeProvider "SCHEME_PROVIDER"
        "The delivery is another provider's."
        "new Webhook(otherProvider, secret);"
    SchemeAlgorithm "SCHEME_ALGORITHM"
        "The sender uses another hash."
        "defineScheme({ ...spec, mac: \"sha256\" }); // the one that fits"
    SchemeOrder "SCHEME_ORDER"
        "The sender signs the timestamp and the body in the other order."
        "defineScheme({ ...spec, content: \"{body}.{timestamp}\" });"
    SchemeSeparator "SCHEME_SEPARATOR"
        "The sender puts something else between the timestamp and the body."
        "defineScheme({ ...spec, content: \"{timestamp}.{body}\" }); // with the separator that fits"
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
        "A header came under another name."
        "webhook.verify(rawBody, { ...headers, [expectedName]: headers[nameThatCame] });"
    HeaderTwice "HEADER_TWICE"
        "The signature header came twice with the same value: a proxy copies it."
        "proxy_set_header X-Signature $http_x_signature; # set it once, do not add to it"
    SignatureBlanks "SIGNATURE_BLANKS"
        "The signature header has blanks or quotes around its value."
        "headers[name] = value.trim();"
    SignaturePrefix "SIGNATURE_PREFIX"
        "The prefix of the signature is missing, doubled or another one."
        "defineScheme({ ...spec, signature: { header, format: { kind: \"value\", prefix: \"sha256=\" } } }); // the prefix that comes"
    SignatureCase "SIGNATURE_CASE"
        "The signature is written in the other letter case."
        "defineScheme({ ...spec, signature: { ...spec.signature, encoding: \"hex-any-case\" } });"
    SignatureEncoding "SIGNATURE_ENCODING"
        "The signature is written in another encoding."
        "defineScheme({ ...spec, signature: { ...spec.signature, encoding: \"base64\" } }); // the one that comes"

    ClockUnit "CLOCK_UNIT"
        "The signed time counts milliseconds where the scheme counts seconds, or the other way round."
        "defineScheme({ ...spec, timestamp: { ...spec.timestamp, unit: \"ms\" } });"
    ClockSeconds "CLOCK_SECONDS"
        "The receiver's `now` counts seconds; it must count milliseconds."
        "new Webhook(scheme, secret, { now: () => Date.now() });"
    ClockZone "CLOCK_ZONE"
        "The clocks differ by whole or half hours: one of them takes local time for UTC."
        "const now = Date.now(); // counts from the epoch in UTC; never new Date(localText).getTime()"
    ClockRetry "CLOCK_RETRY"
        "The delivery is as old as one of the provider's documented retries."
        "new Webhook(scheme, secret, { toleranceSeconds: 14_400 }); // covers the retries"
    ClockOld "CLOCK_OLD"
        "The signature fits, and its time is further in the past than the tolerance."
        "new Webhook(scheme, secret, { toleranceSeconds: 600 }); // or verify on arrival, before any queue"
    ClockNew "CLOCK_NEW"
        "The signature fits, and its time is further in the future than the tolerance."
        "timedatectl set-ntp true # one of the two clocks is wrong"
}
