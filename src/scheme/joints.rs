//! Joints: where two pieces of content meet, and what tells them apart.
//!
//! One signature must prove one delivery. Of `{header:X-Id}{body}` it would prove several: a character
//! moves from the id to the body, and the signed bytes are the same. So a piece of any length needs a
//! neighbour of fixed form.

use super::error::SchemeError;
use super::limits::{Checked, demand};
use super::names::Unit;
use super::parts::Part;

/// What tells where a signed header ends, or, behind the body, where it begins: fixed text, or a time and
/// the fixed text on its other side. A date needs none there.
pub(crate) struct Fence<'s> {
    /// Both as they follow each other in the content.
    pub(crate) parts: [Option<&'s Part>; 2],
    /// Whether they stand behind the header.
    pub(crate) is_behind: bool,
}

/// The pieces beside one piece of a content.
struct Beside<'s> {
    /// Towards the body, the nearest first.
    inside: [Option<&'s Part>; 2],
    /// Away from the body.
    outside: Option<&'s Part>,
    is_in_front: bool,
}

fn beside(content: &[Part], index: usize) -> Beside<'_> {
    let is_in_front = content.iter().take(index).all(|part| *part != Part::Body);
    let (behind, before) = (index + 1, index.wrapping_sub(1));
    let inside = if is_in_front { [behind, index + 2] } else { [before, index.wrapping_sub(2)] };
    let outside = content.get(if is_in_front { before } else { behind });
    Beside { inside: inside.map(|place| content.get(place)), outside, is_in_front }
}

/// The fence of the header that is piece `index`.
pub(super) fn fence(content: &[Part], index: usize, unit: Option<Unit>) -> Option<Fence<'_>> {
    let Beside { inside: [near, far], is_in_front, .. } = beside(content, index);
    let (near, far) = match (near?, far) {
        (Part::Literal(_), _) => (near, None),
        (Part::Timestamp, _) if unit == Some(Unit::Rfc3339) => (near, None),
        // A header may end in a digit: only behind the last of eleven can be told which ten are the time.
        (Part::Timestamp, Some(Part::Literal(_))) => (near, far),
        _ => return None,
    };
    let parts = if is_in_front { [near, far] } else { [far, near] };
    Some(Fence { parts, is_behind: is_in_front })
}

/// Whether every signed header has a fence.
pub(super) fn check(content: &[Part], unit: Option<Unit>) -> Checked {
    let mut headers =
        content.iter().enumerate().filter(|(_, part)| matches!(part, Part::Header(_)));
    let are_fenced = headers.all(|(index, _)| fence(content, index, unit).is_some());
    demand(are_fenced, SchemeError::ContentJoined)
}

/// Whether only the number of its digits tells where the timestamp ends: no other character parts it
/// from what stands beside it, or it has to part a header from the body.
pub(super) fn needs_all_digits(content: &[Part], unit: Unit) -> bool {
    let Some(index) = content.iter().position(|part| *part == Part::Timestamp) else {
        return false;
    };
    let Beside { inside: [near, _], outside, is_in_front } = beside(content, index);
    let touching = match near {
        Some(Part::Literal(text)) if is_in_front => text.as_bytes().first(),
        Some(Part::Literal(text)) => text.as_bytes().last(),
        _ => None,
    };
    let is_parted = touching.is_some_and(|byte| !byte.is_ascii_digit());
    unit != Unit::Rfc3339 && (!is_parted || matches!(outside, Some(Part::Header(_))))
}

#[cfg(test)]
mod tests {
    use super::super::parts::append;
    use super::*;
    use alloc::vec::Vec;

    /// `h` a header, `t` the time, `b` the body; anything else is fixed text.
    fn content(letters: &str) -> Vec<Part> {
        let part = |letter: char| match letter {
            'h' => Part::Header(0),
            't' => Part::Timestamp,
            'b' => Part::Body,
            text => Part::Literal(text.into()),
        };
        let mut parts = Vec::new();
        letters.chars().for_each(|letter| append(&mut parts, part(letter)));
        parts
    }

    fn accepts(letters: &str, unit: Unit) -> bool {
        check(&content(letters), Some(unit)).is_ok()
    }

    #[test]
    fn a_header_needs_fixed_text_on_the_side_of_the_body() {
        for letters in
            ["h.b", "b.h", "h.h.b", "h.t.b", "b.t.h", "b.h.h", "h.b.h", "th.b", "b.ht", "tb"]
        {
            assert!(accepts(letters, Unit::Seconds), "{letters}");
        }
        for letters in ["hb", "bh", "hh.b", "b.hh", "h.hb", "bh.h", ".hb", "bh.", "h.bh"] {
            assert!(!accepts(letters, Unit::Rfc3339), "{letters}");
        }
    }

    #[test]
    fn a_timestamp_parts_a_header_from_the_body_where_its_form_can_be_told() {
        for letters in ["htb", "bth", "hthb", "bhth"] {
            assert!(!accepts(letters, Unit::Seconds), "{letters}");
            assert!(!accepts(letters, Unit::Milliseconds), "{letters}");
        }
        assert!(accepts("htb", Unit::Rfc3339) && accepts("bth", Unit::Rfc3339));
        assert!(accepts("ht.b", Unit::Seconds) && accepts("b.th", Unit::Milliseconds));
    }

    #[test]
    fn a_timestamp_that_no_other_character_parts_needs_all_its_digits() {
        for letters in ["tb", "bt", "t0b", "b0t", ".tb", "bt.", "th.b", "b.ht", "ht.b", "b.th"] {
            assert!(needs_all_digits(&content(letters), Unit::Seconds), "{letters}");
            assert!(!needs_all_digits(&content(letters), Unit::Rfc3339), "{letters}");
        }
        for letters in ["t0.b", "b.0t"] {
            assert!(needs_all_digits(&content(letters), Unit::Seconds), "{letters}");
        }
        for letters in ["t.b", "b.t", "t.0b", "b0.t", "h.t.b", "b.t.h", "t.h.b", "b", "b.h"] {
            assert!(!needs_all_digits(&content(letters), Unit::Milliseconds), "{letters}");
        }
    }
}
