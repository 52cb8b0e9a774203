//! Fix: the lines of code that undo a finding, in the words of the framework that received it.
//!
//! Only what differs stands in the table of frameworks: where a framework has no line of its own, that of the code is as
//! good. `tests/docs/mended.mjs` runs every line about bodies on its framework.

#[rustfmt::skip] // its generator writes it, in a layout of its own
mod framework;

use super::code::FindingCode;
pub use framework::Framework;

/// What to do about a finding, as lines of code for this framework; without one, for any.
pub fn fix(code: FindingCode, framework: Option<Framework>) -> &'static str {
    framework.and_then(|framework| special(code, framework)).unwrap_or(code.fix())
}

/// The lines of a framework that has its own; the rest do as everyone does.
fn special(code: FindingCode, framework: Framework) -> Option<&'static str> {
    let lines = framework.lines();
    match code {
        FindingCode::BodyRestringified
        | FindingCode::BodyQuoted
        | FindingCode::BodyForm
        | FindingCode::BodyObject
        | FindingCode::BodyEmpty
        | FindingCode::BodyTruncated => Some(lines.receiver),
        FindingCode::BodyTrimmed
        | FindingCode::BodyBom
        | FindingCode::BodyLatin1
        | FindingCode::BodyUtf16 => Some(lines.raw_body),
        _ => lines.others.iter().find(|(other, _)| *other == code).map(|(_, lines)| *lines),
    }
}
