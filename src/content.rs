//! Content: the exact bytes that a provider signs.
//!
//! A room of its own, apart from the MAC: the hash is the same for everyone, the content is what
//! providers disagree on. The pieces are borrowed and never concatenated.

use crate::delivery::Reading;
use crate::scheme::{PARTS_MAX, Part, Scheme};
use crate::time::Timestamp;

/// What is signed, in order, around the body.
pub(crate) struct Content<'c> {
    pieces: [&'c [u8]; PARTS_MAX],
    body: usize,
    count: usize,
}

/// Assembles what `scheme` says is signed.
#[inline(never)]
pub(crate) fn assemble<'c>(
    scheme: &'c Scheme,
    reading: &Reading<'c>,
    timestamp: Option<Timestamp<'c>>,
) -> Content<'c> {
    let mut content = Content { pieces: [&[]; PARTS_MAX], body: 0, count: 0 };
    for (index, (place, part)) in content.pieces.iter_mut().zip(scheme.content()).enumerate() {
        match part {
            Part::Literal(text) => *place = text.as_bytes(),
            Part::Timestamp => *place = timestamp.map_or(&[], |timestamp| timestamp.text),
            // It is there: without it there was no claim.
            Part::Header(index) => *place = reading.value(*index).unwrap_or_default(),
            Part::Body => content.body = index,
        }
        content.count = index + 1;
    }
    content
}

impl<'c> Content<'c> {
    /// The pieces in front of the body.
    pub(crate) fn before_body(&self) -> &[&'c [u8]] {
        self.pieces.get(..self.body).unwrap_or_default()
    }

    /// The pieces behind the body.
    pub(crate) fn after_body(&self) -> &[&'c [u8]] {
        self.pieces.get(self.body + 1..self.count).unwrap_or_default()
    }
}
