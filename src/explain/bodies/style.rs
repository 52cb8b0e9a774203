//! Style: how serialisers of many languages write the same JSON value.

use alloc::format;
use alloc::vec::Vec;

use super::ends::BOM;
use crate::explain::change::Visit;
use crate::explain::code::FindingCode;
use crate::explain::value::{Escapes, Hex, Layout, Slash, Style, Value};

const PYTHON: Escapes = Escapes { non_ascii: true, others: "\x7f", ..Escapes::NONE };
const SYSTEM_TEXT: Escapes =
    Escapes { non_ascii: true, hex: Hex::Upper, others: "\"<>&'+`\x7f", ..Escapes::NONE };
const SYMFONY: Escapes =
    Escapes { non_ascii: true, hex: Hex::UpperOfAscii, slash: Slash::Escaped, others: "<>&'\"" };

const fn indented(by: &'static str) -> Layout {
    Layout::Indented { by, end: "\n" }
}

/// Layouts and escapes, each with what evidence says of it.
type Layouts = [(Layout, &'static str)];
type AllEscapes = [(Escapes, &'static str)];

const LAYOUTS: &Layouts = &[
    (Layout::COMPACT, "without spaces"),
    (indented("  "), "indented by 2"),
    (Layout::Line { item: " ", colon: " " }, "with a space after each colon and comma"),
    (indented("    "), "indented by 4"),
    (indented("\t"), "indented by tabs"),
];

const ESCAPES: &AllEscapes = &[
    (Escapes::NONE, "as JSON.stringify escapes"),
    (PYTHON, "with \\uXXXX for what is not ASCII, as Python does"),
    (
        Escapes { slash: Slash::Escaped, non_ascii: true, ..Escapes::NONE },
        "with \\/ and \\uXXXX, as PHP does",
    ),
    (
        Escapes { slash: Slash::Escaped, others: "\u{2028}\u{2029}", ..Escapes::NONE },
        "with \\/, as PHP does",
    ),
    (
        Escapes { others: "<>&\u{2028}\u{2029}", ..Escapes::NONE },
        "with \\u003c for <, as Go and Rails do",
    ),
    (
        Escapes { others: "\u{2028}\u{2029}", ..Escapes::NONE },
        "with \\u2028, as Ruby does for scripts",
    ),
    (Escapes { non_ascii: true, others: "<>&", ..Escapes::NONE }, "with \\u003c and \\uXXXX"),
    (
        Escapes { others: "<>&='\u{2028}\u{2029}", ..Escapes::NONE },
        "with \\u003d for =, as Gson does",
    ),
    (SYSTEM_TEXT, "with \\u0022 for quotes, as System.Text.Json does"),
    (Escapes { non_ascii: true, hex: Hex::Upper, ..Escapes::NONE }, "with \\uXXXX in capitals"),
    (Escapes { slash: Slash::Escaped, ..Escapes::NONE }, "with \\/, as Swift does"),
];

const RARE_LAYOUTS: &Layouts = &[
    (Layout::Jackson, "as Jackson indents"),
    (
        Layout::Indented { by: "  ", end: "\r\n" },
        "indented by 2 with CRLF, as .NET does on Windows",
    ),
    (Layout::Line { item: "", colon: " " }, "with a space after each colon"),
    (Layout::Line { item: " ", colon: "" }, "with a space after each comma"),
    (indented(" "), "indented by 1"),
    (indented("   "), "indented by 3"),
    (indented("        "), "indented by 8"),
    (Layout::Indented { by: "    ", end: "\r\n" }, "indented by 4 with CRLF"),
];

/// What those write whose layouts are rare.
const THEIR_ESCAPES: &AllEscapes = &[
    (Escapes::NONE, "as JSON.stringify escapes"),
    (PYTHON, "with \\uXXXX for what is not ASCII, as Python does"),
    (SYSTEM_TEXT, "with \\u0022 for quotes, as System.Text.Json does"),
];

const RARE_ESCAPES: &AllEscapes = &[
    (SYMFONY, "with \\u003C, \\u0022 and \\/, as Symfony does"),
    (
        Escapes { slash: Slash::Bare, ..SYMFONY },
        "with \\u003C and \\u0022, as PHP does with JSON_HEX_TAG and its kin",
    ),
    (
        Escapes { slash: Slash::Bare, non_ascii: false, ..SYMFONY },
        "with \\u003C and \\u0022, and all else as it is",
    ),
    (Escapes { slash: Slash::BehindLess, ..Escapes::NONE }, "with <\\/, as org.json does"),
    (Escapes { slash: Slash::BehindLess, ..PYTHON }, "with <\\/ and \\uXXXX"),
];

/// The same value as every serialiser that is common writes it.
pub(crate) fn each(body: &[u8], visit: &mut Visit) -> bool {
    written(body, &[(LAYOUTS, ESCAPES)], visit)
}

/// As those write it that are rare.
pub(crate) fn each_rare(body: &[u8], visit: &mut Visit) -> bool {
    written(body, &[(RARE_LAYOUTS, THEIR_ESCAPES), (LAYOUTS, RARE_ESCAPES)], visit)
}

fn written(body: &[u8], tables: &[(&Layouts, &AllEscapes)], visit: &mut Visit) -> bool {
    let text = core::str::from_utf8(body.strip_prefix(BOM).unwrap_or(body)).ok();
    let Some(value) = text.and_then(Value::parse) else { return true };
    let mut seen = Vec::new();
    let styles = tables.iter().flat_map(|(layouts, escapes)| {
        let cross = |layout| escapes.iter().map(move |escapes| (layout, escapes));
        layouts.iter().flat_map(cross)
    });
    for (end, behind) in [("", ""), ("\n", ", and with a newline at its end")] {
        for is_sorted in [false, true] {
            let order = if is_sorted { ", its keys sorted" } else { "" };
            for ((layout, how), (escapes, which)) in styles.clone() {
                let style = Style { layout: *layout, escapes: *escapes, is_sorted };
                let other = style.write(&value) + end;
                let mark = fingerprint(other.as_bytes());
                if other.as_bytes() == body || seen.contains(&mark) {
                    continue;
                }
                seen.push(mark);
                let evidence = format!("Written {how}, {which}{order}{behind}, it matches.");
                if !visit(FindingCode::BodyRestringified, &evidence, other.into_bytes()) {
                    return false;
                }
            }
        }
    }
    true
}

/// Whether a text says all that another says which it was made of. Of two members of one name a host
/// keeps the last, and the first may be a forger's.
pub(crate) fn keeps_all(body: &[u8], other: &[u8]) -> bool {
    let value = |text| Value::parse(core::str::from_utf8(text).ok()?);
    value(body).zip(value(other)).is_some_and(|(body, other)| body.is_kept_in(&other))
}

/// Tells texts apart that were tried; two that agree cost a hypothesis and prove nothing.
fn fingerprint(bytes: &[u8]) -> (usize, u64) {
    let step = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    (bytes.len(), bytes.iter().fold(0xcbf2_9ce4_8422_2325, step))
}
