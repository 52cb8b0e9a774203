//! Names: what a scheme picks from a list, with the words of the text form.

/// A keyed hash: HMAC (RFC 2104) over one of the SHA functions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mac {
    /// HMAC-SHA-1. Unbroken as a MAC, deprecated as a hash: for providers that offer nothing else.
    Sha1,
    /// HMAC-SHA-256.
    Sha256,
    /// HMAC-SHA-384.
    Sha384,
    /// HMAC-SHA-512.
    Sha512,
}

impl Mac {
    /// Every MAC with its name in a scheme's text form.
    pub const NAMES: &'static [(&'static str, Self)] = &[
        ("sha1", Self::Sha1),
        ("sha256", Self::Sha256),
        ("sha384", Self::Sha384),
        ("sha512", Self::Sha512),
    ];

    /// How many bytes its tags have.
    pub const fn tag_len(self) -> usize {
        match self {
            Self::Sha1 => 20,
            Self::Sha256 => 32,
            Self::Sha384 => 48,
            Self::Sha512 => 64,
        }
    }
}

/// What the text of a secret is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyEncoding {
    /// The key itself, as UTF-8.
    Utf8,
    /// The key in base64, with or without padding.
    Base64,
    /// The key in hexadecimal, in either case.
    Hex,
}

impl KeyEncoding {
    pub(crate) const NAMES: &'static [(&'static str, Self)] =
        &[("utf8", Self::Utf8), ("base64", Self::Base64), ("hex", Self::Hex)];
}

/// What the text of a timestamp counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Seconds since the epoch, in decimal.
    Seconds,
    /// Milliseconds since the epoch, in decimal.
    Milliseconds,
    /// A date and time of RFC 3339.
    Rfc3339,
}

impl Unit {
    /// Every unit with its name in a scheme's text form.
    pub const NAMES: &'static [(&'static str, Self)] =
        &[("s", Self::Seconds), ("ms", Self::Milliseconds), ("rfc3339", Self::Rfc3339)];
}
