//! Error: everything that can be wrong with a scheme, once.

use core::fmt;

/// Writes the table of problems once and derives from it the enum and what describes it.
macro_rules! problems {
    ($($variant:ident $number:literal $field:literal $expected:literal $example:literal)*) => {
        /// What is wrong with a scheme, and in which of its fields.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum SchemeError { $(#[doc = concat!("`", $field, "`: expected ", $expected, ".")] $variant = $number,)* }

        impl SchemeError {
            /// Every problem; its number crosses the WebAssembly boundary instead of its sentence.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The field that is wrong, as people write it: `signature.format.separator`.
            pub const fn field(self) -> &'static str {
                match self { $(Self::$variant => $field),* }
            }

            /// What was expected, or why the field contradicts the others.
            pub const fn expected(self) -> &'static str {
                match self { $(Self::$variant => $expected),* }
            }

            /// What could stand there, as JavaScript writes it; empty where nothing could.
            pub const fn example(self) -> &'static str {
                match self { $(Self::$variant => $example),* }
            }
        }
    };
}

problems! {
    SchemeBytes 1 "scheme"
        "at most 8192 bytes in all" ""
    NameForm 2 "name"
        "1 to 64 characters of a-z, 0-9 and -" r#""acme""#
    KeyPrefix 3 "key.stripPrefixes"
        "prefixes of visible ASCII without spaces, 1 to 128 characters each" r#"["whsec_"]"#
    HeaderNone 4 "signature.header"
        "the name of at least one header that carries the signature" r#""X-Acme-Signature""#
    HeaderForm 5 "signature.header"
        "header names: letters, digits and !#$%&'*+-.^_`|~, 1 to 128 characters" r#""X-Acme-Signature""#
    HeaderTwice 6 "signature.header"
        "each header once, for one purpose: a header is named twice in this scheme" ""
    HeaderTooMany 7 "signature.header"
        "at most 16 headers in all: for signatures, timestamp, content and require" ""
    FormatPrefix 8 "signature.format.prefix"
        "visible ASCII without a comma, at most 128 characters; it may end in one space" r#""sha256=""#
    FormatSignatureKey 9 "signature.format.signatureKey"
        "letters, digits, - and _, 1 to 128 characters" r#""v1""#
    FormatTimestampKey 10 "signature.format.timestampKey"
        "letters, digits, - and _, 1 to 128 characters, and another key than signatureKey" r#""t""#
    FormatSpaces 11 "signature.format.spaces"
        "a timestampKey beside it: without one, a header that arrived twice looks like one with a space" ""
    FormatTag 12 "signature.format.tag"
        "letters, digits, - and _, 1 to 128 characters" r#""v1""#
    FormatPositional 13 "signature.format"
        "one header: positional signatures cannot stand in several" r#"{ header: "X-Acme-Signature", format: { kind: "positional" } }"#
    ContentForm 14 "content"
        "fixed text with {body}, {timestamp} and {header:Name}; a brace itself is {{ or }}" r#""{timestamp}.{body}""#
    ContentDollar 15 "content"
        "placeholders without a $ in front: this is not a template literal" r#""{timestamp}.{body}""#
    ContentText 16 "content"
        "fixed text of visible ASCII, spaces and newlines" r#""{timestamp}.{body}""#
    ContentBodies 17 "content"
        "{body} exactly once" r#""{timestamp}.{body}""#
    ContentTimestamps 18 "content"
        "{timestamp} at most once" r#""{timestamp}.{body}""#
    ContentBodyTimestamp 19 "content"
        "no {timestamp}: it stands in the body, and is signed with it already" r#""{body}""#
    ContentNoTimestamp 20 "content"
        "{timestamp} in it: a timestamp that is not signed proves nothing" r#""{timestamp}.{body}""#
    ContentTooMany 21 "content"
        "at most 16 pieces" ""
    TimestampUnsaid 22 "timestamp"
        "its unit: the signature header has a timestamp" r#"{ from: "field", unit: "s" }"#
    TimestampNowhere 23 "timestamp"
        "where it stands: the content has a {timestamp}" r#"{ from: { header: "X-Acme-Timestamp" }, unit: "s" }"#
    TimestampNoField 24 "timestamp.from"
        "a header or the body: this signature header has no timestamp" r#"{ header: "X-Acme-Timestamp" }"#
    TimestampUnusedField 25 "timestamp.from"
        "\"field\": the signature header has a timestamp already" r#""field""#
    TimestampPath 26 "timestamp.from.body"
        "a key of the body, or keys joined by dots, 1 to 128 visible characters" r#""sent_at""#
    RequireValue 27 "require"
        "values of visible ASCII without spaces and commas, 1 to 128 characters" r#"{ "X-Acme-Version": "1" }"#
    TypePath 28 "type.body"
        "a key of the body, or keys joined by dots, 1 to 128 visible characters" r#""meta.event_name""#
    TypeUnsigned 29 "type.header"
        "a header that content signs: one that is not signed proves nothing, and goes into hints" r#"hints: ["X-Acme-Event"]"#
    IdPath 30 "id.body"
        "a key of the body, or keys joined by dots, 1 to 128 visible characters" r#""id""#
    IdUnsigned 31 "id.header"
        "a header that content signs: one that is not signed proves nothing, and goes into hints" r#"hints: ["X-Acme-Id"]"#
    EventTimePath 32 "eventTime.body"
        "a key of the body, or keys joined by dots, 1 to 128 visible characters" r#""created_at""#
    EventTimeBeside 33 "eventTime"
        "no eventTime beside a timestamp: that is signed, and toleranceSeconds checks it" ""
    HintForm 34 "hints"
        "header names: letters, digits and !#$%&'*+-.^_`|~, 1 to 128 characters" r#"["X-Acme-Event"]"#
    FormatSeparator 35 "signature.format.separator"
        "\",\" or \";\"" r#"",""#
    ContentJoined 36 "content"
        "fixed text between {header:Name} and its neighbour towards the body: else one signature would prove several deliveries" r#""{header:X-Acme-Id}.{body}""#
    KeyNeverPrefix 37 "key.neverPrefixes"
        "prefixes of visible ASCII without spaces, 1 to 128 characters each" r#"["sk_"]"#
}

impl SchemeError {
    /// The number of the problem in [`SchemeError::ALL`], from 1.
    pub const fn number(self) -> u8 {
        self as u8
    }
}

impl fmt::Display for SchemeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: expected {}", self.field(), self.expected())?;
        if self.example().is_empty() { Ok(()) } else { write!(f, ", as in {}", self.example()) }
    }
}

impl core::error::Error for SchemeError {}
