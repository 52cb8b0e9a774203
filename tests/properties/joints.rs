//! Joints: where the pieces of a content meet, and what tells them apart, by rules of its own.

use countersign::Scheme;
use countersign::scheme::{Part, Unit};

/// Whether the value of a signed header, or what parts it from the body, stands at two places of the content.
pub fn could_end_elsewhere(scheme: &Scheme, header: usize, value: &str) -> bool {
    let parts = scheme.content();
    let place = |wanted: &Part| parts.iter().position(|part| part == wanted).unwrap();
    let text = |index: usize| match &parts[index] {
        Part::Literal(text) => text.as_str(),
        // A date, which no id of these tests holds.
        _ => "2023-11-14T",
    };
    let index = place(&Part::Header(header));
    if index < place(&Part::Body) {
        let end = text(index + 1);
        format!("{value}{end}").find(end) != Some(value.len())
    } else {
        let start = text(index - 1);
        format!("{start}{value}").rfind(start) != Some(0)
    }
}

/// How many digits the time must have, where nothing else parts it from what is signed beside it.
pub fn digits_of_time(scheme: &Scheme) -> Option<usize> {
    let parts = scheme.content();
    let time = parts.iter().position(|part| *part == Part::Timestamp)?;
    let body = parts.iter().position(|part| *part == Part::Body)?;
    let touching = match &parts[if time < body { time + 1 } else { time - 1 }] {
        Part::Literal(text) if time < body => text.chars().next(),
        Part::Literal(text) => text.chars().last(),
        _ => None,
    };
    let is_parted = touching.is_some_and(|letter| !letter.is_ascii_digit());
    let is_fence = parts.windows(2).any(|pair| match pair {
        [Part::Header(_), Part::Timestamp] => time < body,
        [Part::Timestamp, Part::Header(_)] => time > body,
        _ => false,
    });
    let digits = match scheme.timestamp()?.unit {
        Unit::Seconds => 10,
        Unit::Milliseconds => 13,
        Unit::Rfc3339 => return None,
    };
    (is_fence || !is_parted).then_some(digits)
}
