//! Charset: bytes that were read as another kind of text than they are, turned back.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use crate::explain::change::Visit;
use crate::explain::code::FindingCode;

/// What the code page of Windows has between 0x80 and 0x9f; browsers call it Latin-1.
const WINDOWS: [u32; 32] = [
    0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039,
    0x152, 0x8d, 0x17d, 0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc,
    0x2122, 0x161, 0x203a, 0x153, 0x9d, 0x17e, 0x178,
];

/// Hands over the body in other character encodings.
pub(super) fn each(body: &[u8], visit: &mut Visit) -> bool {
    let mut go = true;
    let mut add = |code, evidence: &str, other: Option<Vec<u8>>| {
        go = go && other.is_none_or(|other| visit(code, evidence, other));
    };
    for is_windows in [false, true] {
        let once = from_latin1(body, is_windows);
        let twice = once.as_deref().and_then(|once| from_latin1(once, is_windows));
        let evidence = "Encoded as Latin-1, which it was decoded from, it matches.";
        add(FindingCode::BodyLatin1, evidence, once);
        let evidence = "Encoded as Latin-1, which it was decoded from, twice, it matches.";
        add(FindingCode::BodyLatin1, evidence, twice);
        let evidence = if is_windows { "Windows-1252" } else { "Latin-1" };
        let evidence = format!("Decoded from {evidence} into UTF-8, it matches.");
        add(FindingCode::BodyLatin1, &evidence, to_utf8(body, is_windows));
    }
    let utf16 = "Decoded from UTF-16 into UTF-8, it matches.";
    add(FindingCode::BodyUtf16, utf16, from_utf16(body, false));
    add(FindingCode::BodyUtf16, utf16, from_utf16(body, true));
    go
}

/// The bytes of a text that was decoded as Latin-1, as Node does it, or as browsers do.
fn from_latin1(body: &[u8], is_windows: bool) -> Option<Vec<u8>> {
    let text = core::str::from_utf8(body).ok().filter(|text| !text.is_ascii())?;
    let byte = |char: char| {
        let scalar = u32::from(char);
        let place = WINDOWS.iter().position(|other| is_windows && *other == scalar);
        place.map(|place| 0x80 + place as u8).or_else(|| u8::try_from(scalar).ok())
    };
    text.chars().map(byte).collect()
}

/// The UTF-8 of a text that came in Latin-1, or in the code page of Windows where that differs.
fn to_utf8(body: &[u8], is_windows: bool) -> Option<Vec<u8>> {
    let differs = |byte: &u8| matches!(byte, 0x80..0xa0);
    if core::str::from_utf8(body).is_ok() || is_windows && !body.iter().any(differs) {
        return None;
    }
    let char = |byte: &u8| match byte {
        0x80..0xa0 if is_windows => char::from_u32(WINDOWS[usize::from(byte - 0x80)]),
        _ => Some(char::from(*byte)),
    };
    Some(body.iter().map(char).collect::<Option<String>>()?.into_bytes())
}

/// The UTF-8 of a text that came in UTF-16, with or without a byte order mark.
fn from_utf16(body: &[u8], is_big_endian: bool) -> Option<Vec<u8>> {
    let (pairs, rest) = body.as_chunks::<2>();
    let unit = if is_big_endian { u16::from_be_bytes } else { u16::from_le_bytes };
    let text: Option<String> =
        char::decode_utf16(pairs.iter().map(|pair| unit(*pair))).map(Result::ok).collect();
    let text = text.filter(|text| rest.is_empty() && !text.is_empty())?;
    Some(text.strip_prefix('\u{feff}').unwrap_or(&text).as_bytes().to_vec())
}
