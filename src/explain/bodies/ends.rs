//! Ends: what editors and parsers change at the ends of a body, and at the ends of its lines.

use alloc::vec::Vec;

use crate::explain::change::Visit;
use crate::explain::code::FindingCode;

pub(super) const BOM: &[u8] = b"\xef\xbb\xbf";

/// Hands over the body with other ends.
pub(super) fn each(body: &[u8], visit: &mut Visit) -> bool {
    let mut go = true;
    let mut add = |code, evidence: &str, other: Vec<u8>| {
        go = go && (other == body || visit(code, evidence, other));
    };
    for end in ["\n", "\r\n"] {
        if let Some(bare) = body.strip_suffix(end.as_bytes()) {
            add(
                FindingCode::BodyNewline,
                "Without the newline at its end, it matches.",
                bare.to_vec(),
            );
        }
        let longer = [body, end.as_bytes()].concat();
        add(FindingCode::BodyNewline, "With a newline at its end, it matches.", longer);
    }
    let trimmed = body.trim_ascii().to_vec();
    add(FindingCode::BodyTrimmed, "Without the whitespace at its ends, it matches.", trimmed);
    marks(body, &mut add);
    if body.contains(&b'\n') {
        let lf = without_cr(body);
        add(FindingCode::BodyLineEnds, "With CRLF as LF, it matches.", lf.clone());
        add(FindingCode::BodyLineEnds, "With LF as CRLF, it matches.", with_cr(&lf));
    }
    go
}

/// The byte order mark, alone and with the newlines that the same editors write.
fn marks(body: &[u8], add: &mut dyn FnMut(FindingCode, &str, Vec<u8>)) {
    let mut add = |evidence, other| add(FindingCode::BodyBom, evidence, other);
    let Some(bare) = body.strip_prefix(BOM) else {
        add("With a byte order mark, it matches.", [BOM, body].concat());
        for end in ["\n", "\r\n"] {
            let evidence = "With a byte order mark, and a newline at its end, it matches.";
            add(evidence, [BOM, body, end.as_bytes()].concat());
        }
        return;
    };
    let trimmed = bare.trim_ascii_end();
    add("Without its byte order mark, it matches.", bare.to_vec());
    add("Without its byte order mark, and the newline at its end, it matches.", trimmed.to_vec());
    add("Without its byte order mark, and with CRLF as LF, it matches.", without_cr(bare));
    let evidence = "Without its byte order mark and last newline, and with CRLF as LF, it matches.";
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
