//! Split: whether bytes that are signed may be cut into a time and a body at another place.
//!
//! A signature covers one text, and not where its pieces end. Of a genuine delivery over
//! `1700000000.{}` somebody without the secret makes one with a fresh time and the body
//! `1700000000.{}`, which a scheme that signs the body alone would accept for ever. To find that scheme
//! would be to advise it. So other content counts only where nobody can have cut it out of a genuine one.

use crate::content;
use crate::delivery::{Delivery, Reading};
use crate::explain::value::is_whole;
use crate::header;
use crate::scheme::{Part, Scheme, Unit};
use crate::time::Timestamp;

/// What a piece of JSON has at one of its ends or between two of its values, and a time or an id nowhere.
const OF_JSON: &[u8] = b"{}[]\"";
/// Fewest digits of a time; with fewer, an end of a form would do.
const TIME_DIGITS_MIN: usize = 9;

/// Whether a delivery that fits `other` may be one of `own` that was cut anew.
pub(super) fn is_possible(own: &Scheme, other: &Scheme, delivery: &Delivery) -> bool {
    if own.to_spec().content == other.to_spec().content {
        return false;
    }
    let values = delivery.values(other);
    let reading = values.reading();
    let Ok(claim) = header::parse(&reading, other) else { return false };
    let pieces = content::assemble(other, &reading, claim.timestamp);
    let (before, after) = (pieces.before_body(), pieces.after_body());
    if is_whole(delivery.body) {
        // Around a whole value there is no other whole value, unless a piece brings its brackets along.
        return [before, after].concat().concat().iter().any(|byte| OF_JSON.contains(byte));
    }
    if own.content() == [Part::Body] {
        return !after.is_empty() || !are_times(other, &reading);
    }
    let signed = [before, &[delivery.body], after].concat().concat();
    fits(own, &signed, delivery.body)
}

/// Whether all headers that are signed hold a time in digits.
fn are_times(scheme: &Scheme, reading: &Reading) -> bool {
    let is_time = |index| {
        let value = reading.value(index).unwrap_or_default();
        value.len() >= TIME_DIGITS_MIN && value.iter().all(u8::is_ascii_digit)
    };
    scheme.content().iter().all(|part| !matches!(part, Part::Header(index) if !is_time(*index)))
}

/// Whether the scheme reads these bytes as the content of another body.
fn fits(scheme: &Scheme, signed: &[u8], body: &[u8]) -> bool {
    let unit = scheme.timestamp().map_or(Unit::Seconds, |rule| rule.unit);
    let mut reading = Reader { unit, body, tries: TRIES_MAX };
    reading.fits(scheme.content(), signed) || reading.tries == 0
}

/// Longest time or id that is looked for.
const PIECE_BYTES_MAX: usize = 128;
/// Most pieces that are tried: of ids without a separator there are too many. Then none is ruled out.
const TRIES_MAX: u32 = 10_000;

struct Reader<'r> {
    unit: Unit,
    body: &'r [u8],
    tries: u32,
}

impl Reader<'_> {
    /// Whether the parts match the bytes from the first to the last, with another body than came.
    fn fits(&mut self, parts: &[Part], bytes: &[u8]) -> bool {
        let Some((part, rest)) = parts.split_first() else { return bytes.is_empty() };
        let lens = match part {
            Part::Literal(text) => {
                let behind = bytes.strip_prefix(text.as_bytes());
                return behind.is_some_and(|behind| self.fits(rest, behind));
            }
            Part::Body if rest.is_empty() => return bytes != self.body,
            Part::Body => bytes.len().saturating_sub(PIECE_BYTES_MAX)..=bytes.len(),
            Part::Timestamp | Part::Header(_) => 1..=bytes.len().min(PIECE_BYTES_MAX),
        };
        for len in lens {
            self.tries = self.tries.saturating_sub(1);
            if self.tries == 0 {
                return false;
            }
            let (piece, behind) = bytes.split_at(len);
            if self.admits(part, piece) && self.fits(rest, behind) {
                return true;
            }
        }
        false
    }

    fn admits(&self, part: &Part, piece: &[u8]) -> bool {
        let is_of_id = |byte: &u8| byte.is_ascii_graphic() && !OF_JSON.contains(byte);
        match part {
            Part::Timestamp => Timestamp::parse(piece, self.unit).is_some(),
            Part::Header(_) => piece.iter().all(is_of_id),
            _ => piece != self.body,
        }
    }
}
