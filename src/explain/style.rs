//! Style: how serialisers of many languages write the same JSON value.

use alloc::format;
use alloc::vec::Vec;

use super::body::{BOM, Visit};
use super::code::FindingCode;
use super::value::{Escapes, Layout, Style, Value};

pub(super) const PLAIN: Style =
    Style { layout: Layout::Compact, escapes: NO_ESCAPES, is_sorted: false };
const NO_ESCAPES: Escapes =
    Escapes { non_ascii: false, upper_hex: false, slash: false, others: "" };

const LAYOUTS: &[(Layout, &str)] = &[
    (Layout::Compact, "without blanks"),
    (Layout::Indented("  "), "indented by 2"),
    (Layout::Spaced, "with a blank after each colon and comma"),
    (Layout::Indented("    "), "indented by 4"),
    (Layout::Indented("\t"), "indented by tabs"),
];

const ESCAPES: &[(Escapes, &str)] = &[
    (NO_ESCAPES, "as JSON.stringify escapes"),
    (
        Escapes { non_ascii: true, others: "\x7f", ..NO_ESCAPES },
        "with \\uXXXX for what is not ASCII, as Python does",
    ),
    (Escapes { slash: true, non_ascii: true, ..NO_ESCAPES }, "with \\/ and \\uXXXX, as PHP does"),
    (Escapes { slash: true, others: "\u{2028}\u{2029}", ..NO_ESCAPES }, "with \\/, as PHP does"),
    (
        Escapes { others: "<>&\u{2028}\u{2029}", ..NO_ESCAPES },
        "with \\u003c for <, as Go and Rails do",
    ),
    (
        Escapes { others: "\u{2028}\u{2029}", ..NO_ESCAPES },
        "with \\u2028, as Ruby does for scripts",
    ),
    (Escapes { non_ascii: true, others: "<>&", ..NO_ESCAPES }, "with \\u003c and \\uXXXX"),
    (Escapes { others: "<>&='\u{2028}\u{2029}", ..NO_ESCAPES }, "with \\u003d for =, as Gson does"),
    (
        Escapes { non_ascii: true, upper_hex: true, others: "\"<>&'+`\x7f", ..NO_ESCAPES },
        "with \\u0022 for quotes, as System.Text.Json does",
    ),
    (Escapes { non_ascii: true, upper_hex: true, ..NO_ESCAPES }, "with \\uXXXX in capitals"),
    (Escapes { slash: true, ..NO_ESCAPES }, "with \\/, as Swift does"),
];

/// The same value as every serialiser that is known writes it.
pub(super) fn each(body: &[u8], visit: &mut Visit) -> bool {
    let text = core::str::from_utf8(body.strip_prefix(BOM).unwrap_or(body)).ok();
    let Some(value) = text.and_then(Value::parse) else { return true };
    let mut seen = Vec::new();
    for (end, behind) in [("", ""), ("\n", ", and with a newline at its end")] {
        for is_sorted in [false, true] {
            let order = if is_sorted { ", its keys sorted" } else { "" };
            for (layout, how) in LAYOUTS {
                for (escapes, which) in ESCAPES {
                    let style = Style { layout: *layout, escapes: *escapes, is_sorted };
                    let other = value.write(&style) + end;
                    let mark = fingerprint(other.as_bytes());
                    if other.as_bytes() == body || seen.contains(&mark) {
                        continue;
                    }
                    seen.push(mark);
                    let evidence = format!("Written {how}, {which}{order}{behind}, it fits.");
                    if !visit(FindingCode::BodyRestringified, &evidence, other.into_bytes()) {
                        return false;
                    }
                }
            }
        }
    }
    true
}

/// Whether a text says all that another says which it was made of. Of two members of one name a host
/// keeps the last, and the first may be a forger's.
pub(super) fn keeps_all(body: &[u8], other: &[u8]) -> bool {
    let value = |text| Value::parse(core::str::from_utf8(text).ok()?);
    value(body).zip(value(other)).is_some_and(|(body, other)| body.is_kept_in(&other))
}

/// Tells texts apart that were tried; two that agree cost a hypothesis and prove nothing.
fn fingerprint(bytes: &[u8]) -> (usize, u64) {
    let step = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    (bytes.len(), bytes.iter().fold(0xcbf2_9ce4_8422_2325, step))
}
