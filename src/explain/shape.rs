//! Shape: what a text looks like as a signature, and nothing of what it says.

use alloc::vec::Vec;

use super::report::Shape;
use crate::encoding::Encoding;
use crate::scheme::{Algorithm, Scheme};

/// The shape of what this scheme writes.
pub(super) fn expected(scheme: &Scheme) -> Shape {
    let bytes = scheme.algorithm().tag_len();
    let (encoding, characters) = match scheme.encoding() {
        Encoding::Hex => ("hex", bytes * 2),
        Encoding::HexAnyCase => ("hex in either case", bytes * 2),
        Encoding::Base64 => ("base64", bytes.div_ceil(3) * 4),
        Encoding::Base64Url => ("base64url", (bytes * 4).div_ceil(3)),
    };
    Shape { encoding, characters, algorithm: Some(scheme.algorithm().name()) }
}

/// The shape of each word of a header's value that may be a signature; or else that of the whole.
pub(super) fn received(value: &str) -> Vec<Shape> {
    let found: Vec<Shape> = find(value).map(|(_, word)| shape(word)).collect();
    if found.is_empty() { Vec::from([shape(value)]) } else { found }
}

/// The words of a value that are as long as a tag, with where they begin.
pub(super) fn find(value: &str) -> impl Iterator<Item = (usize, &str)> {
    let words = value.split([',', ';', ' ', '"', '\'']);
    let places = words.map(move |word| (word.as_ptr() as usize - value.as_ptr() as usize, word));
    places.filter_map(|(place, word)| {
        // What stands before the last `=` that is no padding is a label.
        let bare = word.trim_end_matches('=');
        let start = bare.rfind(['=', ':']).map_or(0, |at| at + 1);
        let word = &word[start..];
        shape(word).algorithm.map(|_| (place + start, word))
    })
}

fn shape(word: &str) -> Shape {
    let all = |test: fn(&u8) -> bool| word.as_bytes().iter().all(test);
    let hex = all(u8::is_ascii_hexdigit) && !word.is_empty();
    let any = |test: fn(&u8) -> bool| word.as_bytes().iter().any(test);
    let (upper, lower) = (any(u8::is_ascii_uppercase), any(u8::is_ascii_lowercase));
    let encoding = if hex && word.len().is_multiple_of(2) {
        match (upper, lower) {
            (true, true) => "mixed-case hex",
            (true, false) => "upper-case hex",
            _ => "hex",
        }
    } else if all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'='))
        && !word.is_empty()
    {
        "base64"
    } else if all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
        && !word.is_empty()
    {
        "base64url"
    } else {
        "unknown"
    };
    let bytes = match encoding {
        "unknown" => 0,
        "base64" | "base64url" => word.trim_end_matches('=').len() * 3 / 4,
        _ => word.len() / 2,
    };
    let mut names = Algorithm::NAMES.iter();
    let algorithm = names.find(|(_, algorithm)| algorithm.tag_len() == bytes);
    let characters = word.chars().count();
    Shape { encoding, characters, algorithm: algorithm.map(|(name, _)| *name) }
}
