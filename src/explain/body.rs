//! Body: what parsers, gateways and editors make of a body, undone.
//!
//! Bodies are made one at a time and dropped before the next, so memory does not grow with their number.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::code::FindingCode;
use super::value::Value;
use super::{form, style, text};
use crate::encoding::base64_key;

pub(super) const BOM: &[u8] = b"\xef\xbb\xbf";
/// Most bytes that compressed ones may become.
const INFLATED_MAX: usize = 8 << 20;

/// Takes a body, what it means if it fits, and answers whether another is wanted.
pub(super) type Visit<'v> = dyn FnMut(FindingCode, &str, Vec<u8>) -> bool + 'v;

/// Hands over what may have been signed instead of `body`, but for its value in other words
/// ([`super::style`]), the likeliest first.
pub(super) fn each(body: &[u8], visit: &mut Visit) -> bool {
    ends(body, visit) && wrapped(body, visit) && decoded(body, visit) && form::each(body, visit)
}

/// What stands at the ends, and at the ends of lines.
fn ends(body: &[u8], visit: &mut Visit) -> bool {
    let mut go = true;
    let mut add = |code, evidence: &str, other: Vec<u8>| {
        go = go && (other == body || visit(code, evidence, other));
    };
    for end in ["\n", "\r\n"] {
        if let Some(bare) = body.strip_suffix(end.as_bytes()) {
            add(
                FindingCode::BodyNewline,
                "Without the newline at its end, it fits.",
                bare.to_vec(),
            );
        }
        let longer = [body, end.as_bytes()].concat();
        add(FindingCode::BodyNewline, "With a newline at its end, it fits.", longer);
    }
    let trimmed = body.trim_ascii().to_vec();
    add(FindingCode::BodyTrimmed, "Without the blanks at its ends, it fits.", trimmed);
    match body.strip_prefix(BOM) {
        Some(bare) => {
            add(FindingCode::BodyBom, "Without its byte order mark, it fits.", bare.to_vec());
        }
        None => add(FindingCode::BodyBom, "With a byte order mark, it fits.", [BOM, body].concat()),
    }
    if body.contains(&b'\n') {
        let lf = without_cr(body);
        add(FindingCode::BodyLineEnds, "With CRLF as LF, it fits.", lf.clone());
        add(FindingCode::BodyLineEnds, "With LF as CRLF, it fits.", with_cr(&lf));
    }
    go
}

fn without_cr(body: &[u8]) -> Vec<u8> {
    let mut lines = Vec::with_capacity(body.len());
    for (index, byte) in body.iter().enumerate() {
        if *byte != b'\r' || body.get(index + 1) != Some(&b'\n') {
            lines.push(*byte);
        }
    }
    lines
}

fn with_cr(body: &[u8]) -> Vec<u8> {
    let mut lines = Vec::with_capacity(body.len() + body.len() / 16);
    for byte in body {
        if *byte == b'\n' {
            lines.push(b'\r');
        }
        lines.push(*byte);
    }
    lines
}

/// Base64, compression, and quotes around the whole.
fn wrapped(body: &[u8], visit: &mut Visit) -> bool {
    let bare = body.trim_ascii();
    let standard: Vec<u8> = bare
        .iter()
        .map(|byte| match byte {
            b'-' => b'+',
            b'_' => b'/',
            other => *other,
        })
        .collect();
    if let Some(bytes) = base64_key(&standard).filter(|bytes| !bytes.is_empty())
        && !visit(FindingCode::BodyBase64, "Decoded from base64, it fits.", bytes.to_vec())
    {
        return false;
    }
    if let Some(bytes) = inflated(body)
        && !visit(FindingCode::BodyGzip, "Decompressed, it fits.", bytes)
    {
        return false;
    }
    let Ok(text) = core::str::from_utf8(bare) else { return true };
    if bare.first() == Some(&b'"')
        && let Some(Value::String(inner)) = Value::parse(text)
        && !visit(FindingCode::BodyQuoted, "Read as a JSON string, it fits.", inner.into_bytes())
    {
        return false;
    }
    if let Some(bytes) = listed(text)
        && !visit(FindingCode::BodyQuoted, "It lists bytes as numbers; those bytes fit.", bytes)
    {
        return false;
    }
    let quoted = Value::String(text.to_string()).write(&style::PLAIN);
    visit(FindingCode::BodyQuoted, "Written as a JSON string, it fits.", quoted.into_bytes())
}

/// The bytes that a text lists: what `JSON.stringify` and `String` make of a `Buffer` or a `Uint8Array`.
fn listed(text: &str) -> Option<Vec<u8>> {
    let byte = |value: &Value| match value {
        Value::Plain(text) => text.parse().ok(),
        _ => None,
    };
    let list = ["[", text, "]"].concat();
    match Value::parse(text).or_else(|| Value::parse(&list))? {
        Value::Object(members) => match members.as_slice() {
            [(_, Value::String(_)), (name, Value::Array(bytes))] if name == "data" => {
                bytes.iter().map(byte).collect()
            }
            members => members.iter().map(|(_, value)| byte(value)).collect(),
        },
        Value::Array(bytes) => bytes.iter().map(byte).collect(),
        _ => None,
    }
    .filter(|bytes: &Vec<u8>| !bytes.is_empty())
}

/// The content of a gzip or zlib stream.
fn inflated(body: &[u8]) -> Option<Vec<u8>> {
    use miniz_oxide::inflate::{decompress_to_vec_with_limit, decompress_to_vec_zlib_with_limit};
    if let Some(rest) = body.strip_prefix(b"\x1f\x8b\x08") {
        // Of the flags, names and comments are text up to a NUL; webhooks have none.
        let (flags, rest) = rest.split_first()?;
        let mut rest = rest.get(6..)?;
        for flag in [8, 16] {
            if flags & flag != 0 {
                rest = rest.get(rest.iter().position(|byte| *byte == 0)? + 1..)?;
            }
        }
        return decompress_to_vec_with_limit(rest, INFLATED_MAX).ok();
    }
    if body.first() != Some(&0x78) {
        return None;
    }
    decompress_to_vec_zlib_with_limit(body, INFLATED_MAX).ok()
}

/// Other character encodings.
fn decoded(body: &[u8], visit: &mut Visit) -> bool {
    let mut go = true;
    let mut add = |code, evidence: &str, other: Option<Vec<u8>>| {
        go = go && other.is_none_or(|other| visit(code, evidence, other));
    };
    let latin1 = "Encoded as Latin-1, which it was decoded from, it fits.";
    add(FindingCode::BodyLatin1, latin1, text::from_latin1(body, false));
    add(FindingCode::BodyLatin1, latin1, text::from_latin1(body, true));
    add(FindingCode::BodyLatin1, "Decoded from Latin-1 into UTF-8, it fits.", text::to_utf8(body));
    let utf16 = "Decoded from UTF-16 into UTF-8, it fits.";
    add(FindingCode::BodyUtf16, utf16, text::from_utf16(body, false));
    add(FindingCode::BodyUtf16, utf16, text::from_utf16(body, true));
    go
}

/// What stands in the headers for all to see, where the body itself is lost.
pub(super) fn observed(
    body: &[u8],
    header: &dyn Fn(&str) -> Option<String>,
) -> Option<(FindingCode, String)> {
    let told: Option<usize> = header("content-length").and_then(|text| text.trim().parse().ok());
    let is_json = header("content-type").is_some_and(|kind| kind.contains("json"));
    let is_plain = header("content-encoding").is_none();
    let len = body.len();
    match (body, told) {
        (
            b"[object Object]" | b"undefined" | b"[object Promise]" | b"[object ReadableStream]",
            _,
        ) => {
            Some((FindingCode::BodyObject, "It is what an object turns into as text.".to_string()))
        }
        (b"" | b"{}" | b"null", Some(told)) if told > len => Some((
            FindingCode::BodyEmpty,
            format!("It has {len} bytes, and Content-Length says {told}."),
        )),
        (b"", None) if is_json => Some((
            FindingCode::BodyEmpty,
            "It has no bytes, and Content-Type says it is JSON.".to_string(),
        )),
        // What was cut is no JSON any more; what was written again is, and a number may have lost its `.0`.
        (_, Some(told)) if told != len && is_plain && is_whole(body) => Some((
            FindingCode::BodyRestringified,
            format!("It is whole JSON of {len} bytes, and Content-Length says {told}."),
        )),
        (_, Some(told)) if told > len && is_plain => Some((
            FindingCode::BodyTruncated,
            format!("It has {len} bytes, and Content-Length says {told}."),
        )),
        _ => None,
    }
}

/// Whether it is an object or a list of JSON, to its end.
pub(super) fn is_whole(body: &[u8]) -> bool {
    let text = core::str::from_utf8(body).ok();
    matches!(text.and_then(Value::parse), Some(Value::Object(_) | Value::Array(_)))
}
