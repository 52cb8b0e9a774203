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
        /// One reason, stable for ever: its number crosses the WebAssembly boundary, its name is API.
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
        "The secret is empty: anyone could sign with it."
    SecretInvalid 2 "SECRET_INVALID" Misuse 500
        "The secret is not written the way this scheme writes secrets."
    ProviderUnknown 3 "PROVIDER_UNKNOWN" Misuse 500
        "No provider of this name is built in."
    SchemeInvalid 4 "SCHEME_INVALID" Misuse 500
        "The scheme contradicts itself or the model."
    OptionInvalid 5 "OPTION_INVALID" Misuse 500
        "An option is unknown, or has a value it cannot have."
    BodyNotRaw 6 "BODY_NOT_RAW" Misuse 500
        "The body is not the raw bytes that arrived."
    BodyConsumed 7 "BODY_CONSUMED" Misuse 500
        "The body of this request was already read by someone else."
    HeadersInvalid 8 "HEADERS_INVALID" Misuse 500
        "The headers are not a collection of header names and values."
    WasmUnavailable 9 "WASM_UNAVAILABLE" Misuse 500
        "The WebAssembly module could not be loaded, so nothing was verified."
    HeaderMissing 10 "HEADER_MISSING" Malformed 401
        "A header that this scheme needs did not come."
    HeaderRepeated 11 "HEADER_REPEATED" Malformed 401
        "A header, or a field inside it, came more than once."
    SignatureMalformed 12 "SIGNATURE_MALFORMED" Malformed 401
        "The signature header, or a header it covers, is not written the way this scheme writes it."
    TimestampMalformed 13 "TIMESTAMP_MALFORMED" Malformed 401
        "The signed timestamp is absent, or is not written the way this scheme writes it."
    VersionUnknown 14 "VERSION_UNKNOWN" Malformed 401
        "No signature of a version that this scheme knows came."
    SignaturesTooMany 15 "SIGNATURES_TOO_MANY" Malformed 401
        "More signatures came than a genuine sender has keys."
    SignatureMismatch 16 "SIGNATURE_MISMATCH" Rejected 401
        "No secret signs these bytes with this signature."
    TimestampTooOld 17 "TIMESTAMP_TOO_OLD" Rejected 401
        "The signature fits, and it was made longer ago than the tolerance allows."
    TimestampTooNew 18 "TIMESTAMP_TOO_NEW" Rejected 401
        "The signature fits, and it is dated further in the future than the tolerance allows."
    PayloadNotJson 19 "PAYLOAD_NOT_JSON" Unreadable 400
        "The delivery is genuine, and its body is not JSON in UTF-8."
    MethodNotAllowed 20 "METHOD_NOT_ALLOWED" Transport 405
        "A delivery comes by POST; this request did not."
    BodyTooLarge 21 "BODY_TOO_LARGE" Transport 413
        "The body is larger than this receiver accepts."
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

/// Why a delivery was refused: the codes that traffic can cause, and no others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Rejection {
    /// [`Code::HeaderMissing`]
    HeaderMissing,
    /// [`Code::HeaderRepeated`]
    HeaderRepeated,
    /// [`Code::SignatureMalformed`]
    SignatureMalformed,
    /// [`Code::TimestampMalformed`]
    TimestampMalformed,
    /// [`Code::VersionUnknown`]
    VersionUnknown,
    /// [`Code::SignaturesTooMany`]
    SignaturesTooMany,
    /// [`Code::SignatureMismatch`]
    SignatureMismatch,
    /// [`Code::TimestampTooOld`]
    TimestampTooOld,
    /// [`Code::TimestampTooNew`]
    TimestampTooNew,
}

impl Rejection {
    /// The code of this rejection.
    pub const fn code(self) -> Code {
        match self {
            Self::HeaderMissing => Code::HeaderMissing,
            Self::HeaderRepeated => Code::HeaderRepeated,
            Self::SignatureMalformed => Code::SignatureMalformed,
            Self::TimestampMalformed => Code::TimestampMalformed,
            Self::VersionUnknown => Code::VersionUnknown,
            Self::SignaturesTooMany => Code::SignaturesTooMany,
            Self::SignatureMismatch => Code::SignatureMismatch,
            Self::TimestampTooOld => Code::TimestampTooOld,
            Self::TimestampTooNew => Code::TimestampTooNew,
        }
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
