//! Lost: what a body that is gone shows of itself, beside what the headers tell of it.

use alloc::format;
use alloc::string::{String, ToString};

use crate::explain::code::FindingCode;
use crate::explain::value::is_whole;

/// What stands in the headers for all to see, where the body itself is lost.
pub(crate) fn observed(
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
