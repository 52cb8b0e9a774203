//! Oracle: what the core should answer, by the shortest way there is and from other people's crates.

use chrono::DateTime;
use countersign::scheme::{Part, Unit};
use countersign::{Encoding, Mac, Scheme};
use data_encoding::{
    BASE64, BASE64_NOPAD, BASE64URL_NOPAD, HEXLOWER, HEXLOWER_PERMISSIVE, HEXUPPER,
};
use hmac::{Hmac, KeyInit, Mac as _};

/// The MAC of `content`.
pub fn tag(mac: Mac, key: &[u8], content: &[u8]) -> Vec<u8> {
    macro_rules! hmac {
        ($hash:ty) => {
            Hmac::<$hash>::new_from_slice(key)
                .unwrap()
                .chain_update(content)
                .finalize()
                .into_bytes()
                .to_vec()
        };
    }
    match mac {
        Mac::Sha1 => hmac!(sha1::Sha1),
        Mac::Sha256 => hmac!(sha2::Sha256),
        Mac::Sha384 => hmac!(sha2::Sha384),
        Mac::Sha512 => hmac!(sha2::Sha512),
    }
}

/// What a scheme signs, put together; `header` answers what came in the header at a place of the
/// reading order.
pub fn content(
    scheme: &Scheme,
    timestamp: &[u8],
    header: impl Fn(usize) -> Vec<u8>,
    body: &[u8],
) -> Vec<u8> {
    let piece = |part| match part {
        Part::Literal(text) => text.as_bytes().to_vec(),
        Part::Body => body.to_vec(),
        Part::Timestamp => timestamp.to_vec(),
        Part::Header(index) => header(index),
    };
    scheme.content().flat_map(piece).collect()
}

/// The one spelling of a tag.
pub fn spell(encoding: Encoding, tag: &[u8]) -> String {
    match encoding {
        Encoding::Hex => HEXLOWER.encode(tag),
        Encoding::HexAnyCase => HEXUPPER.encode(tag),
        Encoding::Base64 => BASE64.encode(tag),
        Encoding::Base64Url => BASE64URL_NOPAD.encode(tag),
    }
}

/// The tag that a spelling stands for.
pub fn read(encoding: Encoding, text: &[u8]) -> Option<Vec<u8>> {
    let reader = match encoding {
        Encoding::Hex => HEXLOWER,
        Encoding::HexAnyCase => HEXLOWER_PERMISSIVE,
        Encoding::Base64 => BASE64,
        Encoding::Base64Url => BASE64URL_NOPAD,
    };
    reader.decode(text).ok().filter(|_| is_padded_once(text))
}

/// A key in base64, with its padding or without any.
pub fn base64_key(text: &[u8]) -> Option<Vec<u8>> {
    BASE64.decode(text).or_else(|_| BASE64_NOPAD.decode(text)).ok().filter(|_| is_padded_once(text))
}

/// The reader takes several texts in base64, each with its padding, for one.
fn is_padded_once(text: &[u8]) -> bool {
    text.iter().skip_while(|byte| **byte != b'=').all(|byte| *byte == b'=')
}

/// A key in hexadecimal.
pub fn hex_key(text: &[u8]) -> Option<Vec<u8>> {
    HEXLOWER_PERMISSIVE.decode(text).ok()
}

/// What a timestamp says, in milliseconds since the epoch.
pub fn time_ms(text: &[u8], unit: Unit) -> Option<i64> {
    let text = std::str::from_utf8(text).ok()?;
    match unit {
        Unit::Seconds => decimal(text).map(|seconds| seconds * 1000),
        Unit::Milliseconds => decimal(text),
        Unit::Rfc3339 => is_strict(text).then(|| date_time(text)).flatten(),
    }
}

/// A number as a computer prints it, of at most 15 digits.
fn decimal(text: &str) -> Option<i64> {
    let number: i64 = text.parse().ok()?;
    (text.len() <= 15 && number >= 0 && number.to_string() == text).then_some(number)
}

fn date_time(text: &str) -> Option<i64> {
    DateTime::parse_from_rfc3339(text).ok().map(|time| time.timestamp_millis())
}

/// Without what RFC 3339 leaves to applications: lower case, a blank, leap seconds, any precision.
fn is_strict(text: &str) -> bool {
    let digits = text
        .split_once('.')
        .map_or(0, |(_, rest)| rest.bytes().take_while(u8::is_ascii_digit).count());
    let strange = |byte: u8| !matches!(byte, b'0'..=b'9' | b'-' | b'+' | b':' | b'.' | b'T' | b'Z');
    digits <= 9 && !text.bytes().any(strange) && text.get(17..19) != Some("60")
}

/// Whether the time lies within the scheme's tolerance of `now_ms`.
pub fn is_fresh(scheme: &Scheme, unit: Unit, ms: i64, now_ms: u64) -> bool {
    let step = if unit == Unit::Seconds { 1000 } else { 1 };
    let now_ms = now_ms.min(i64::MAX as u64);
    let age_ms = i128::from(now_ms / step * step) - i128::from(ms);
    let within = |distance: i128, limit: Option<u32>| {
        limit.is_none_or(|seconds| distance <= i128::from(seconds) * 1000)
    };
    let tolerance = scheme.tolerance();
    within(age_ms, tolerance.past_seconds) && within(-age_ms, tolerance.future_seconds)
}
