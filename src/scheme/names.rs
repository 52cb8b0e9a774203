//! Names: what a scheme picks from a list, with the words that people write.

/// How a tag is made: HMAC (RFC 2104) over one of the SHA functions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Algorithm {
    /// HMAC-SHA-1. Unbroken as a MAC, deprecated as a hash: for providers that offer nothing else.
    HmacSha1,
    /// HMAC-SHA-256.
    HmacSha256,
    /// HMAC-SHA-384.
    HmacSha384,
    /// HMAC-SHA-512.
    HmacSha512,
}

impl Algorithm {
    /// Every algorithm with its name.
    pub const NAMES: &'static [(&'static str, Self)] = &[
        ("hmac-sha1", Self::HmacSha1),
        ("hmac-sha256", Self::HmacSha256),
        ("hmac-sha384", Self::HmacSha384),
        ("hmac-sha512", Self::HmacSha512),
    ];

    /// How many bytes its tags have.
    pub const fn tag_len(self) -> usize {
        match self {
            Self::HmacSha1 => 20,
            Self::HmacSha256 => 32,
            Self::HmacSha384 => 48,
            Self::HmacSha512 => 64,
        }
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        name_of(Self::NAMES, self)
    }
}

/// What the text of a secret is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum KeyEncoding {
    /// The key itself, as UTF-8.
    #[default]
    Utf8,
    /// The key in base64, with or without padding.
    Base64,
    /// The key in hexadecimal, in either case.
    Hex,
}

impl KeyEncoding {
    /// Every encoding of a key with its name.
    pub const NAMES: &'static [(&'static str, Self)] =
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
    /// Every unit with its name.
    pub const NAMES: &'static [(&'static str, Self)] =
        &[("s", Self::Seconds), ("ms", Self::Milliseconds), ("rfc3339", Self::Rfc3339)];
}

/// The word that a table has for a value.
pub(crate) fn name_of<T: Copy + PartialEq>(names: &[(&'static str, T)], wanted: T) -> &'static str {
    names.iter().find(|(_, value)| *value == wanted).map_or("", |(name, _)| name)
}
