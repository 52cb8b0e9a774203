//! Oracle: what the core should answer, by the shortest way there is and from other people's crates.

use chrono::DateTime;
use countersign::scheme::{Part, Piece, Tolerance, Unit};
use countersign::{Algorithm, Encoding, Scheme, SchemeError};
use data_encoding::{
    BASE64, BASE64_NOPAD, BASE64URL_NOPAD, HEXLOWER, HEXLOWER_PERMISSIVE, HEXUPPER,
};
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};

/// The MAC of `content`.
pub fn tag(algorithm: Algorithm, key: &[u8], content: &[u8]) -> Vec<u8> {
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
    match algorithm {
        Algorithm::HmacSha1 => hmac!(sha1::Sha1),
        Algorithm::HmacSha256 => hmac!(sha2::Sha256),
        Algorithm::HmacSha384 => hmac!(sha2::Sha384),
        Algorithm::HmacSha512 => hmac!(sha2::Sha512),
        _ => panic!("nothing is known of {algorithm:?}"),
    }
}

/// The SHA-256 of a body, in hex.
pub fn body_hash(body: &[u8]) -> String {
    HEXLOWER.encode(&Sha256::digest(body))
}

/// The pieces of a content template.
pub fn template(text: &str) -> Result<Vec<Piece>, SchemeError> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (literal, behind) = literal(rest)?;
        let ends_in_dollar = literal.ends_with('$');
        pieces.extend(Some(literal).filter(|text| !text.is_empty()).map(Piece::Literal));
        let Some(behind) = behind else { break };
        let (name, behind) = behind.split_once('}').ok_or(SchemeError::ContentForm)?;
        if ends_in_dollar {
            return Err(SchemeError::ContentDollar);
        }
        pieces.push(match (name, name.split_once(':')) {
            ("body", _) => Piece::Body,
            ("timestamp", _) => Piece::Timestamp,
            (_, Some(("header", name))) => Piece::Header(name.into()),
            _ => return Err(SchemeError::ContentForm),
        });
        rest = behind;
    }
    Ok(pieces)
}

/// The fixed text in front of a placeholder, and what follows the brace that opens it.
fn literal(text: &str) -> Result<(String, Option<&str>), SchemeError> {
    let mut literal = String::new();
    let mut chars = text.chars();
    while let Some(char) = chars.next() {
        let rest = chars.as_str();
        match char {
            '{' | '}' if rest.starts_with(char) => {
                chars.next();
            }
            '{' => return Ok((literal, Some(rest))),
            '}' => return Err(SchemeError::ContentForm),
            '\n' | ' '..='~' => {}
            _ => return Err(SchemeError::ContentText),
        }
        literal.push(char);
    }
    Ok((literal, None))
}

/// What a scheme signs, put together; `header` answers what arrived in the header at a place of the
/// reading order.
pub fn content(
    scheme: &Scheme,
    timestamp: &[u8],
    header: impl Fn(usize) -> Vec<u8>,
    body: &[u8],
) -> Vec<u8> {
    let piece = |part: &Part| match part {
        Part::Literal(text) => text.as_bytes().to_vec(),
        Part::Body => body.to_vec(),
        Part::Timestamp => timestamp.to_vec(),
        Part::Header(index) => header(*index),
    };
    scheme.content().iter().flat_map(piece).collect()
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

/// A key in base64, with its padding or without any, and any bits behind its last byte.
pub fn base64_key(text: &[u8]) -> Option<Vec<u8>> {
    let mut specification = BASE64_NOPAD.specification();
    specification.check_trailing_bits = false;
    let padding = text.iter().rev().take(2).take_while(|byte| **byte == b'=').count();
    specification.encoding().unwrap().decode(&text[..text.len() - padding]).ok()
}

/// Whether a secret is what a template string makes of what is not there.
pub fn is_unset(text: &str) -> bool {
    let word = text.split('_').next_back().unwrap_or_default();
    word == "undefined" || word == "null" || (word.starts_with("[object ") && word.ends_with(']'))
}

/// Whether a key is of zeros and of what nobody sees alone.
pub fn is_guessable(key: &[u8]) -> bool {
    const INVISIBLE: &str = "\0\u{ad}\u{180e}\u{200b}\u{200c}\u{200d}\u{200e}\u{200f}\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}\u{2800}\u{3164}\u{feff}";
    let is_unseen = |char: char| {
        (char.is_whitespace() && !matches!(char, '\x0b' | '\x0c'))
            || INVISIBLE.contains(char)
            || ('\u{2060}'..='\u{206f}').contains(&char)
    };
    std::str::from_utf8(key).is_ok_and(|text| text.chars().all(is_unseen))
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

/// Without what RFC 3339 leaves to applications: lower case, a space, leap seconds, any precision.
fn is_strict(text: &str) -> bool {
    let digits = text
        .split_once('.')
        .map_or(0, |(_, rest)| rest.bytes().take_while(u8::is_ascii_digit).count());
    let strange = |byte: u8| !matches!(byte, b'0'..=b'9' | b'-' | b'+' | b':' | b'.' | b'T' | b'Z');
    digits <= 9 && !text.bytes().any(strange) && text.get(17..19) != Some("60")
}

/// The text of a time as a sender writes it; `None` for one that no text of this unit can hold.
pub fn time_text(ms: u64, unit: Unit) -> Option<String> {
    const YEAR_10000: u64 = 253_402_300_800_000;
    let text = match unit {
        Unit::Seconds => (ms / 1000).to_string(),
        Unit::Milliseconds => ms.to_string(),
        Unit::Rfc3339 => DateTime::from_timestamp_millis(i64::try_from(ms).ok()?)
            .filter(|_| ms < YEAR_10000)?
            .to_rfc3339_opts(chrono::SecondsFormat::Millis, true),
    };
    time_ms(text.as_bytes(), unit).map(|_| text)
}

/// Whether a time lies within the tolerance of `now_ms`.
pub fn is_fresh(tolerance: Tolerance, unit: Unit, ms: i64, now_ms: u64) -> bool {
    let age_ms = age_ms(unit, ms, now_ms);
    let within = |distance: i128, limit: Option<u32>| {
        limit.is_none_or(|seconds| distance <= i128::from(seconds) * 1000)
    };
    within(age_ms, tolerance.past_seconds) && within(-age_ms, tolerance.future_seconds)
}

/// How long ago a time is, in milliseconds; a time in seconds is compared in whole seconds.
pub fn age_ms(unit: Unit, ms: i64, now_ms: u64) -> i128 {
    let step = if unit == Unit::Seconds { 1000 } else { 1 };
    let now_ms = now_ms.min(i64::MAX as u64);
    i128::from(now_ms / step * step) - i128::from(ms)
}
