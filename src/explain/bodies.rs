//! Body: what parsers, gateways and editors make of a body, undone.
//!
//! Bodies are made one at a time and dropped before the next, so memory does not grow with their number.

mod charset;
mod form;
pub(super) mod style;
mod wrap;

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::code::FindingCode;
use super::value::Value;

pub(super) const BOM: &[u8] = b"\xef\xbb\xbf";

/// Takes a body, what it means if it fits, and answers whether another is wanted.
pub(super) type Visit<'v> = dyn FnMut(FindingCode, &str, Vec<u8>) -> bool + 'v;

/// Hands over what may have been signed instead of `body`, but for its value in other words
/// ([`style`]), the likeliest first.
pub(super) fn each(body: &[u8], visit: &mut Visit) -> bool {
    ends(body, visit) && wrap::each(body, visit) && decoded(body, visit) && form::each(body, visit)
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
    marks(body, &mut add);
    if body.contains(&b'\n') {
        let lf = without_cr(body);
        add(FindingCode::BodyLineEnds, "With CRLF as LF, it fits.", lf.clone());
        add(FindingCode::BodyLineEnds, "With LF as CRLF, it fits.", with_cr(&lf));
    }
    go
}

/// The byte order mark, alone and with the newlines that the same editors write.
fn marks(body: &[u8], add: &mut dyn FnMut(FindingCode, &str, Vec<u8>)) {
    let mut add = |evidence, other| add(FindingCode::BodyBom, evidence, other);
    let Some(bare) = body.strip_prefix(BOM) else {
        add("With a byte order mark, it fits.", [BOM, body].concat());
        for end in ["\n", "\r\n"] {
            let evidence = "With a byte order mark, and a newline at its end, it fits.";
            add(evidence, [BOM, body, end.as_bytes()].concat());
        }
        return;
    };
    let trimmed = bare.trim_ascii_end();
    add("Without its byte order mark, it fits.", bare.to_vec());
    add("Without its byte order mark, and the newline at its end, it fits.", trimmed.to_vec());
    add("Without its byte order mark, and with CRLF as LF, it fits.", without_cr(bare));
    let evidence = "Without its byte order mark and last newline, and with CRLF as LF, it fits.";
    add(evidence, without_cr(trimmed));
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

/// Other character encodings.
fn decoded(body: &[u8], visit: &mut Visit) -> bool {
    let mut go = true;
    let mut add = |code, evidence: &str, other: Option<Vec<u8>>| {
        go = go && other.is_none_or(|other| visit(code, evidence, other));
    };
    for is_windows in [false, true] {
        let once = charset::from_latin1(body, is_windows);
        let twice = once.as_deref().and_then(|once| charset::from_latin1(once, is_windows));
        let evidence = "Encoded as Latin-1, which it was decoded from, it fits.";
        add(FindingCode::BodyLatin1, evidence, once);
        let evidence = "Encoded as Latin-1, which it was decoded from, twice, it fits.";
        add(FindingCode::BodyLatin1, evidence, twice);
        let evidence = if is_windows { "Windows-1252" } else { "Latin-1" };
        let evidence = format!("Decoded from {evidence} into UTF-8, it fits.");
        add(FindingCode::BodyLatin1, &evidence, charset::to_utf8(body, is_windows));
    }
    let utf16 = "Decoded from UTF-16 into UTF-8, it fits.";
    add(FindingCode::BodyUtf16, utf16, charset::from_utf16(body, false));
    add(FindingCode::BodyUtf16, utf16, charset::from_utf16(body, true));
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
            b"[object Object]"
            | b"undefined"
            | b"[object Promise]"
            | b"[object ReadableStream]"
            | b"[object Blob]"
            | b"[object ArrayBuffer]"
            | b"[object FormData]",
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
