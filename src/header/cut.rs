//! Cut: whether signed bytes could be parted elsewhere, and then prove another delivery.

use alloc::vec::Vec;

use crate::scheme::{Part, Scheme};
use crate::time::{self, Timestamp};

/// In the form of a fence: a digit, and any byte. No fixed text holds them.
const DIGIT: u8 = 1;
const ANY: u8 = 0;
/// Of a date, so much is enough to tell.
const DATE: &[u8] = &[ANY, ANY, ANY, ANY, b'-', ANY, ANY, b'-', ANY, ANY, b'T'];

/// Whether it can be told where a time ends in the content of a scheme.
pub(crate) fn has_clear_end(scheme: &Scheme, timestamp: &Timestamp) -> bool {
    timestamp.has_all_digits() || !scheme.needs_all_digits
}

/// Whether the value of a signed header could end, or begin, at another place of the same content: what
/// parts it from its neighbour can be found there, too.
#[inline(never)]
pub(crate) fn is_ambiguous(
    scheme: &Scheme,
    header: usize,
    value: &[u8],
    timestamp: Option<Timestamp>,
) -> bool {
    let Some(fence) = scheme.fence(header) else { return false };
    if let [Some(Part::Literal(text)), None] | [None, Some(Part::Literal(text))] = fence.parts
        && let [separator] = text.as_bytes()
    {
        // Nearly every scheme has a separator of one character.
        return value.contains(separator);
    }
    let (mut joined, mut form) = (Vec::new(), Vec::new());
    if fence.is_behind {
        joined.extend_from_slice(value);
    }
    for part in fence.parts.into_iter().flatten() {
        let (text, like) = match (part, timestamp) {
            (Part::Literal(text), _) => (text.as_bytes(), text.as_bytes()),
            (_, Some(Timestamp { text, unit, .. })) => {
                (text, time::all_digits(unit).map_or(DATE, |count| &[DIGIT; 13][..count]))
            }
            _ => continue,
        };
        joined.extend_from_slice(text);
        form.extend_from_slice(like);
    }
    if !fence.is_behind {
        joined.extend_from_slice(value);
    }
    // Where the fence itself stands is the one place that may look like it.
    let own = if fence.is_behind { value.len() } else { 0 };
    let mut windows = joined.windows(form.len().max(1)).enumerate();
    windows.any(|(place, window)| place != own && looks_like(window, &form))
}

fn looks_like(text: &[u8], form: &[u8]) -> bool {
    text.iter().zip(form).all(|(byte, like)| match *like {
        ANY => true,
        DIGIT => byte.is_ascii_digit(),
        fixed => *byte == fixed,
    })
}
