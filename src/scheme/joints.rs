//! Joints: where two pieces of content meet, and what tells them apart.
//!
//! One signature must prove one delivery. Of `{header:X-Id}{body}` it would prove several: a character
//! moves from the id to the body, and the signed bytes are the same. So a piece of any length needs a
//! neighbour of fixed form.

use super::error::SchemeError;
use super::limits::{Checked, demand};
use super::names::{Unit, UrlForm};
use super::parts::{HeaderRow, Part, RequestPart, Role};

/// What tells where a signed header ends, or, behind the body, where it begins: fixed text, or a time and
/// the fixed text on its other side. A date needs none there; and a method, in capital letters, needs
/// nothing beside a URL.
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
pub(super) fn fence<'s>(
    content: &'s [Part],
    index: usize,
    rows: &[HeaderRow],
    unit: Option<Unit>,
) -> Option<Fence<'s>> {
    let Beside { inside: [near, far], is_in_front, .. } = beside(content, index);
    let (near, far) = match (near?, far) {
        (Part::Literal(_), _) => (near, None),
        // In front of a URL, which begins with small letters; behind one it could begin in its last ones.
        (Part::Url(_), _) if is_in_front => {
            let is_fenced = is_method(content.get(index), rows);
            return is_fenced.then_some(Fence { parts: [None; 2], is_behind: true });
        }
        (Part::Timestamp, _) if unit == Some(Unit::Rfc3339) => (near, None),
        // A header may end in a digit: only behind the last of eleven can be told which ten are the time.
        (Part::Timestamp, Some(Part::Literal(_))) => (near, far),
        _ => return None,
    };
    let parts = if is_in_front { [near, far] } else { [far, near] };
    Some(Fence { parts, is_behind: is_in_front })
}

fn is_method(part: Option<&Part>, rows: &[HeaderRow]) -> bool {
    let Some(Part::Header(row)) = part else { return false };
    rows.get(*row).is_some_and(|row| row.role == Role::Request(RequestPart::Method))
}

/// Whether every signed header has a fence.
pub(super) fn check(content: &[Part], rows: &[HeaderRow], unit: Option<Unit>) -> Checked {
    let mut headers =
        content.iter().enumerate().filter(|(_, part)| matches!(part, Part::Header(_)));
    let are_fenced = headers.all(|(index, _)| fence(content, index, rows, unit).is_some());
    demand(are_fenced, SchemeError::ContentJoined)
}

/// Whether the URL of a content is fixed; `None` where there is none.
pub(super) fn fixed_url(content: &[Part]) -> Option<bool> {
    let place = content.iter().position(|part| matches!(part, Part::Url(_)))?;
    Some(is_fixed_url(content, place))
}

/// Whether the URL that is piece `index` could end, or begin, elsewhere: what parts it from its neighbour
/// towards the body may stand in a URL, too. Then it must be one that the endpoint knows.
pub(super) fn is_fixed_url(content: &[Part], index: usize) -> bool {
    match beside(content, index).inside {
        [Some(Part::Literal(text)), _] => text.bytes().all(is_of_url),
        [near, _] => near.is_some(),
    }
}

/// Whether there is a URL that can have this form. Of one that is known only when it arrives, the port alone
/// can be told.
pub(super) fn check_url(fixed_url: Option<bool>, form: UrlForm) -> Checked {
    demand(fixed_url.is_some() || form == UrlForm::Given, SchemeError::UrlFormUnused)?;
    demand(fixed_url != Some(false) || form != UrlForm::Decoded, SchemeError::UrlFormDecoded)
}

/// Whether a byte may stand in a URL (RFC 3986, section 2).
pub(crate) fn is_of_url(byte: u8) -> bool {
    byte.is_ascii_graphic()
        && !matches!(byte, b'"' | b'#' | b'<' | b'>' | b'\\' | b'^' | b'`' | b'{'..=b'}')
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
    use super::*;
    use alloc::vec::Vec;

    fn rows() -> [HeaderRow; 2] {
        let row = |role| HeaderRow { name: "X-Row".into(), role };
        [row(Role::Content), row(Role::Request(RequestPart::Method))]
    }

    /// `h` a header, `m` the method, `u` the URL, `t` the time, `b` the body; anything else is fixed text.
    fn content(letters: &str) -> Vec<Part> {
        let part = |letter: char| match letter {
            'h' => Part::Header(0),
            'm' => Part::Header(1),
            'u' => Part::Url(2),
            't' => Part::Timestamp,
            'b' => Part::Body,
            text => Part::Literal(text.into()),
        };
        let mut parts = Vec::new();
        for letter in letters.chars() {
            match (parts.last_mut(), part(letter)) {
                (Some(Part::Literal(before)), Part::Literal(text)) => before.push_str(&text),
                (_, part) => parts.push(part),
            }
        }
        parts
    }

    fn accepts(letters: &str, unit: Unit) -> bool {
        check(&content(letters), &rows(), Some(unit)).is_ok()
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
    fn a_method_needs_nothing_beside_a_url_that_does_not_end_in_it() {
        for letters in ["mu|b", "mub", "mubt", "m.b", "b.m", "m|u|b"] {
            assert!(accepts(letters, Unit::Milliseconds), "{letters}");
        }
        for letters in ["mb", "bm", "umb", "bum", "b|um", "hub", "buh", "mhub"] {
            assert!(!accepts(letters, Unit::Milliseconds), "{letters}");
        }
    }

    #[test]
    fn a_url_must_be_known_where_what_parts_it_may_stand_in_one() {
        for letters in ["ub", "bu", "u.b", "mub", "b?u", "u0b", "utb", "but"] {
            let content = content(letters);
            let place = content.iter().position(|part| *part == Part::Url(2)).unwrap();
            assert!(is_fixed_url(&content, place), "{letters}");
        }
        for letters in ["u|b", "b|u", "u\nb", "m.u b", "b\"u", "u.#.b", "u"] {
            let content = content(letters);
            let place = content.iter().position(|part| *part == Part::Url(2)).unwrap();
            assert!(!is_fixed_url(&content, place), "{letters}");
        }
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
