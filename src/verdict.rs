//! Verdict: every reason a delivery, or its caller, can be refused, once.
//!
//! Rust, JavaScript and the tables in the documentation are all fed from [`Code::ALL`], so a reason
//! cannot mean one thing in one runtime and another elsewhere.

use core::fmt;

/// Who has to act on a refusal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Family {
    /// The caller used the library wrongly; traffic can never cause it.
    Misuse,
    /// The delivery is not written the way its scheme writes deliveries.
    Malformed,
    /// The delivery is well formed and not genuine, or not fresh: refuse it and do nothing else.
    Rejected,
    /// The delivery is genuine, and its body is not what the application reads.
    Unreadable,
    /// An adapter refused the request before there was a delivery to verify.
    Transport,
}

impl Family {
    /// The family as JavaScript and the documentation spell it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Misuse => "misuse",
            Self::Malformed => "malformed",
            Self::Rejected => "rejected",
            Self::Unreadable => "unreadable",
            Self::Transport => "transport",
        }
    }
}

/// Writes the table of codes once and derives from it the enum and everything that describes it.
macro_rules! codes {
    ($($variant:ident $number:literal $name:literal $family:ident $status:literal $sentence:literal)*) => {
        /// One reason, stable forever: its number crosses the WebAssembly boundary, its name is API.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Code { $(#[doc = $sentence] $variant = $number,)* }

        impl Code {
            /// Every code, in the order of the documentation.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The code as callers compare it, e.g. `SIGNATURE_MISMATCH`.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),* }
            }

            /// Who has to act.
            pub const fn family(self) -> Family {
                match self { $(Self::$variant => Family::$family),* }
            }

            /// The HTTP status a receiver answers with.
            pub const fn status(self) -> u16 {
                match self { $(Self::$variant => $status),* }
            }

            /// What happened, in one sentence. It never quotes a secret, a signature or a body.
            pub const fn sentence(self) -> &'static str {
                match self { $(Self::$variant => $sentence),* }
            }
        }
    };
}

codes! {
    SecretEmpty 1 "SECRET_EMPTY" Misuse 500
        "The secret is empty, or zeros or white space only: anyone could sign with it."
    SecretInvalid 2 "SECRET_INVALID" Misuse 500
        "The secret is not written the way this scheme writes secrets, or is another text: of a variable that is not set, or another key of the provider."
    SecretUnavailable 3 "SECRET_UNAVAILABLE" Misuse 503
        "The secret could not be loaded, so nothing was verified."
    ProviderUnknown 4 "PROVIDER_UNKNOWN" Misuse 500
        "No provider of this name is built in."
    SchemeInvalid 5 "SCHEME_INVALID" Misuse 500
        "A field of the scheme is wrong, or contradicts another."
    OptionInvalid 6 "OPTION_INVALID" Misuse 500
        "An option is unknown, or has a value it cannot have."
    RequestMissing 7 "REQUEST_MISSING" Misuse 500
        "This scheme signs the URL or the method of the request, and they were not passed."
    BodyNotRaw 8 "BODY_NOT_RAW" Misuse 500
        "The body is not the raw bytes that arrived."
    BodyConsumed 9 "BODY_CONSUMED" Misuse 500
        "The body of this request was already read."
    HeadersInvalid 10 "HEADERS_INVALID" Misuse 500
        "The headers are not a collection of header names and values."
    WasmUnavailable 11 "WASM_UNAVAILABLE" Misuse 500
        "The WebAssembly module could not be loaded, so nothing was verified."
    HeaderMissing 12 "HEADER_MISSING" Malformed 401
        "A header that this scheme reads is missing."
    HeaderRepeated 13 "HEADER_REPEATED" Malformed 401
        "A header, or a field inside it, arrived more than once."
    SignatureMalformed 14 "SIGNATURE_MALFORMED" Malformed 401
        "The signature header, or a header that is signed, is malformed."
    TimestampMalformed 15 "TIMESTAMP_MALFORMED" Malformed 401
        "The signed timestamp is missing or malformed."
    VersionUnknown 16 "VERSION_UNKNOWN" Malformed 401
        "No signature of a version that this scheme knows arrived."
    SignaturesTooMany 17 "SIGNATURES_TOO_MANY" Malformed 401
        "More signatures arrived than a genuine sender has keys."
    SignatureMismatch 18 "SIGNATURE_MISMATCH" Rejected 401
        "Signature mismatch: the secret is wrong, or the body is not the raw bytes that arrived."
    SecretNotAccepted 19 "SECRET_NOT_ACCEPTED" Rejected 401
        "The delivery is signed with a secret that this receiver does not accept."
    TimestampTooOld 20 "TIMESTAMP_TOO_OLD" Rejected 401
        "The signature matches, and its time is further in the past than the tolerance."
    TimestampTooNew 21 "TIMESTAMP_TOO_NEW" Rejected 401
        "The signature matches, and its time is further in the future than the tolerance."
    PayloadNotJson 22 "PAYLOAD_NOT_JSON" Unreadable 400
        "The delivery is genuine, and its body is not JSON in UTF-8."
    MethodNotAllowed 23 "METHOD_NOT_ALLOWED" Transport 405
        "The method of the request is not POST."
    BodyTooLarge 24 "BODY_TOO_LARGE" Transport 413
        "The body is larger than this receiver accepts."
    ReadTimeout 25 "READ_TIMEOUT" Transport 408
        "The body did not arrive in time."
}

impl Code {
    /// The number that crosses the WebAssembly boundary, negated.
    pub const fn number(self) -> u8 {
        self as u8
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.name(), self.sentence())
    }
}

impl core::error::Error for Code {}

/// Writes the table of details once: what exactly a delivery was refused for.
macro_rules! details {
    ($($variant:ident $number:literal $name:literal $code:ident $sentence:literal)*) => {
        /// What exactly a delivery was refused for: one [`Code`] has one or several.
        ///
        /// Its sentence has parameters in braces. [`Endpoint::sentence`](crate::Endpoint::sentence)
        /// fills them in: a header, the shape it must have, an age and a limit; nothing secret.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Detail { $(#[doc = $sentence] $variant = $number,)* }

        impl Detail {
            /// Every detail; its number crosses the WebAssembly boundary.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The detail as callers compare it, e.g. `undecodable`.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),* }
            }

            /// The code that it belongs to.
            pub const fn code(self) -> Code {
                match self { $(Self::$variant => Code::$code),* }
            }

            /// What happened, with parameters in braces.
            pub const fn sentence(self) -> &'static str {
                match self { $(Self::$variant => $sentence),* }
            }
        }
    };
}

details! {
    HeaderMissing 1 "header-missing" HeaderMissing
        "{header} is missing."
    HeaderRepeated 2 "header-repeated" HeaderRepeated
        "{header} arrived more than once."
    AliasesDiffer 3 "aliases-differ" HeaderRepeated
        "{header} arrived with another value than the same header under its other name."
    TimestampRepeated 4 "timestamp-repeated" HeaderRepeated
        "{header} holds more than one timestamp: expected {shape}."
    FormatMismatch 5 "format-mismatch" SignatureMalformed
        "{header} is malformed: expected {shape}."
    HeaderTooLong 6 "header-too-long" SignatureMalformed
        "{header} is longer than 4096 bytes: expected {shape}."
    Undecodable 7 "undecodable" SignatureMalformed
        "{header} holds a signature that does not decode: expected {shape}."
    NoSignature 8 "no-signature" SignatureMalformed
        "{header} holds no signature: expected {shape}."
    SignedHeader 9 "signed-header" SignatureMalformed
        "{header} is malformed: expected one value of visible ASCII, without spaces and commas."
    Ambiguous 10 "ambiguous" SignatureMalformed
        "{header} holds the text that ends it in the signed content, so that could be split in two ways."
    TimestampMissing 11 "timestamp-missing" TimestampMalformed
        "{header} holds no timestamp: expected {shape}."
    TimestampForm 12 "timestamp-form" TimestampMalformed
        "{header} holds a malformed timestamp: expected {unit}."
    BodyTime 13 "body-time" TimestampMalformed
        "The body's {path} is missing or malformed: expected {unit}."
    NoKnownVersion 14 "no-known-version" VersionUnknown
        "{header} holds no signature of a known version: expected {shape}."
    RequiredValue 15 "required-value" VersionUnknown
        "{header} has another value than this scheme requires: expected {value}."
    SignaturesTooMany 16 "signatures-too-many" SignaturesTooMany
        "{header} holds more than 16 signatures."
    Mismatch 17 "mismatch" SignatureMismatch
        "Signature mismatch: the secret is wrong, or the body is not the raw bytes that arrived (was it parsed and serialized again?). countersign/explain can tell which."
    SignedTooOld 18 "signed-too-old" TimestampTooOld
        "Signed {age} ago; the tolerance is {limit}."
    SignedTooNew 19 "signed-too-new" TimestampTooNew
        "Signed {age} in the future; the tolerance is {limit}."
    EventTooOld 20 "event-too-old" TimestampTooOld
        "The body's {path} is {age} ago; maxEventAgeSeconds allows {limit}."
    EventTooNew 21 "event-too-new" TimestampTooNew
        "The body's {path} is {age} in the future; {limit} are allowed."
    TimestampDigits 22 "timestamp-digits" TimestampMalformed
        "{header} holds a malformed timestamp: expected {unit} with as many digits as now."
    MismatchLineBreak 23 "mismatch-line-break" SignatureMismatch
        "Signature mismatch: a secret ends in a line break. Remove it if the sender's secret has none; if it has, countersign/explain can tell more."
}

impl Detail {
    /// The number of the detail in [`Detail::ALL`], from 1.
    pub const fn number(self) -> u8 {
        self as u8
    }
}

/// Why a delivery was refused: what traffic can cause, and nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Rejection {
    detail: Detail,
    header: Option<u8>,
    distance_ms: u64,
}

impl Rejection {
    pub(crate) const fn new(detail: Detail) -> Self {
        Self { detail, header: None, distance_ms: 0 }
    }

    /// A refusal for the header at this place of the reading order.
    pub(crate) const fn of_header(detail: Detail, index: usize) -> Self {
        Self { header: Some(index as u8), ..Self::new(detail) }
    }

    /// A refusal for a time this far from now.
    pub(crate) const fn of_time(detail: Detail, distance_ms: u64) -> Self {
        Self { distance_ms, ..Self::new(detail) }
    }

    /// The code of this rejection.
    pub const fn code(self) -> Code {
        self.detail.code()
    }

    /// What exactly was wrong.
    pub const fn detail(self) -> Detail {
        self.detail
    }

    /// Which header it is about: its place in [`Scheme::headers`](crate::Scheme::headers).
    pub fn header(self) -> Option<usize> {
        self.header.map(usize::from)
    }

    /// How far the proven time lies from now, in milliseconds; 0 where it is not about a time.
    pub const fn distance_ms(self) -> u64 {
        self.distance_ms
    }
}

impl From<Rejection> for Code {
    fn from(rejection: Rejection) -> Self {
        rejection.code()
    }
}

impl fmt::Display for Rejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.code().fmt(f)
    }
}

impl core::error::Error for Rejection {}
