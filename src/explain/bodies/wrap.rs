//! Wrap: a body that is still packed, or was packed once too often.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::encoding::base64_key;
use crate::explain::change::Visit;
use crate::explain::code::FindingCode;
use crate::explain::value::{Style, Value};

/// Most bytes that compressed ones may become.
const INFLATED_MAX: usize = 8 << 20;

/// Hands over what is inside of base64, compression and quotes, and the body in quotes.
pub(super) fn each(body: &[u8], visit: &mut Visit) -> bool {
    if let Some(bytes) = unwrapped(body) {
        let content = inflated(&bytes);
        if !visit(FindingCode::BodyBase64, "Decoded from base64, it matches.", bytes) {
            return false;
        }
        let evidence = "Decoded from base64 and decompressed, it matches.";
        if let Some(content) = content
            && !visit(FindingCode::BodyBase64, evidence, content)
        {
            return false;
        }
    }
    if let Some(bytes) = inflated(body)
        && !visit(FindingCode::BodyGzip, "Decompressed, it matches.", bytes)
    {
        return false;
    }
    quoted(body.trim_ascii(), visit)
}

/// What is in base64 of either alphabet, in one line or in lines of mail.
fn unwrapped(body: &[u8]) -> Option<Vec<u8>> {
    let digits = body.iter().filter(|byte| !byte.is_ascii_whitespace());
    let standard: Vec<u8> = digits
        .map(|byte| match byte {
            b'-' => b'+',
            b'_' => b'/',
            other => *other,
        })
        .collect();
    Some(base64_key(&standard)?.to_vec()).filter(|bytes| !bytes.is_empty())
}

/// Quotes around the whole, and bytes as a list.
fn quoted(bare: &[u8], visit: &mut Visit) -> bool {
    let Ok(text) = core::str::from_utf8(bare) else { return true };
    if let Some(inner) = inside(text) {
        let innermost = inside(&inner);
        if !visit(FindingCode::BodyQuoted, "Read as a JSON string, it matches.", inner.into_bytes())
        {
            return false;
        }
        let evidence = "Read as a JSON string, twice, it matches.";
        if let Some(text) = innermost
            && !visit(FindingCode::BodyQuoted, evidence, text.into_bytes())
        {
            return false;
        }
    }
    if let Some(bytes) = listed(text)
        && !visit(FindingCode::BodyQuoted, "It lists bytes as numbers; those bytes match.", bytes)
    {
        return false;
    }
    let quoted = Style::PLAIN.write(&Value::String(text.to_string()));
    visit(FindingCode::BodyQuoted, "Written as a JSON string, it matches.", quoted.into_bytes())
}

/// The text that a JSON string holds.
fn inside(text: &str) -> Option<String> {
    match text.starts_with('"').then(|| Value::parse(text))?? {
        Value::String(inner) => Some(inner),
        _ => None,
    }
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
