//! Error: everything that can be wrong with a scheme, once.

use core::fmt;

/// Writes the table of problems once and derives from it the enum and what describes it.
macro_rules! problems {
    ($($variant:ident $number:literal $field:literal $problem:literal)*) => {
        /// What is wrong with a scheme, and in which of its fields.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum SchemeError { $(#[doc = concat!("`", $field, "`: `` ", $problem, " ``")] $variant = $number,)* }

        impl SchemeError {
            /// Every problem; its number crosses the WebAssembly boundary instead of its sentence.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The field of the text form that is wrong.
            pub const fn field(self) -> &'static str {
                match self { $(Self::$variant => $field),* }
            }

            /// What that field may say, or why it contradicts the others.
            pub const fn problem(self) -> &'static str {
                match self { $(Self::$variant => $problem),* }
            }
        }
    };
}

problems! {
    SchemeBytes 1 "scheme" "its text form is visible ASCII, at most 8192 bytes"
    SchemeLine 2 "scheme" "each line is `field: value`"
    SchemeField 3 "scheme" "a line has a field that no scheme has"
    SchemeTwice 4 "scheme" "a field stands there twice"
    NameForm 5 "name" "1 to 64 characters of kebab-case: a-z, 0-9 and -"
    MacName 6 "mac" "sha1, sha256, sha384 or sha512"
    HeaderNone 7 "header" "at least one header must carry the signature"
    HeaderTwice 8 "header" "each header is read once, for one purpose"
    HeaderForm 9 "header" "a header name is letters, digits and !#$%&'*+-.^_`|~"
    HeaderTooMany 10 "header" "a scheme reads at most 16 headers"
    HeadersBoth 11 "headers" "either header or headers"
    KeyForm 12 "key" "utf8, base64 or hex, then prefixes to strip"
    FormatPrefix 13 "format" "a prefix is visible ASCII without a comma, at most 128 bytes"
    FormatKey 14 "format" "keys are letters, digits, - and _, at most 128, and differ"
    FormatSpaces 15 "format" "spaces after , need a timestamp key"
    FormatTag 16 "format" "a tag is letters, digits, - and _, at most 128"
    FormatPositional 17 "format" "positional signatures stand in one header"
    FormatForm 18 "format" "value [PREFIX], pairs SEPARATOR = KEY [TIMESTAMP-KEY] [spaces], tokens TAG or positional"
    EncodingName 19 "encoding" "hex, hex-any-case, base64 or base64url"
    ContentTimestamps 20 "content" "{timestamp} may stand in it once"
    ContentBodies 21 "content" "{body} must stand in it exactly once"
    ContentBodyTimestamp 22 "content" "the body's own timestamp is signed with it already"
    ContentNoTimestamp 23 "content" "an unsigned timestamp proves nothing: add {timestamp}"
    ContentTooMany 24 "content" "it has more than 16 pieces"
    ContentForm 25 "content" "fixed text, {body}, {timestamp}, {header:Name}; escapes {{ }} \\s \\n \\\\"
    TimestampUnsaid 26 "timestamp" "the format has a timestamp: say its unit"
    TimestampNowhere 27 "timestamp" "the content has one: say where it stands"
    TimestampNoField 28 "timestamp" "the format has no timestamp field"
    TimestampUnusedField 29 "timestamp" "the format has a timestamp field: use it"
    TimestampForm 30 "timestamp" "field UNIT, header Name UNIT or body KEY UNIT; at most 128 bytes each"
    TimestampUnit 31 "timestamp" "the unit is s, ms or rfc3339"
    ToleranceForm 32 "tolerance" "two numbers of seconds, past and future, or none"
    ToleranceNoTimestamp 33 "tolerance" "the scheme signs no timestamp"
    RequireValue 34 "require" "a value is visible ASCII without a comma, at most 128 bytes"
    RequireForm 35 "require" "each header name is followed by its value"
    TypeUnsigned 36 "type" "an unsigned header proves nothing: make it a hint"
    TypeForm 37 "type" "body KEY or header Name, at most 128 bytes"
    IdUnsigned 38 "id" "an unsigned header proves nothing: make it a hint"
    IdForm 39 "id" "body KEY or header Name, at most 128 bytes"
}

impl SchemeError {
    /// The number of the problem in [`SchemeError::ALL`], from 1.
    pub const fn number(self) -> u8 {
        self as u8
    }
}

impl fmt::Display for SchemeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.field(), self.problem())
    }
}

impl core::error::Error for SchemeError {}
