//! Content: the exact bytes that a provider signs.
//!
//! A room of its own, apart from the MAC: the hash is the same for everyone, the content is what
//! providers disagree on. The pieces are borrowed and never concatenated.

use crate::delivery::Reading;
use crate::scheme::{PARTS_MAX, Part, Scheme, URLS_MAX};
use crate::time::Timestamp;

/// What is signed, in order, around the body.
pub(crate) struct Content<'c> {
    // One more than there are parts: a URL may be two pieces.
    pieces: [&'c [u8]; PARTS_MAX + 1],
    body: usize,
    count: usize,
    /// The piece that differs from one variant of the content to the next.
    url: Option<usize>,
    urls: Urls<'c>,
}

/// What may stand in the place of the URL.
#[derive(Clone, Copy, Default)]
pub(crate) struct Urls<'c> {
    texts: [&'c [u8]; URLS_MAX],
    count: usize,
}

impl<'c> Urls<'c> {
    pub(crate) fn push(&mut self, text: &'c [u8]) {
        if let Some(place) = self.texts.get_mut(self.count) {
            *place = text;
            self.count += 1;
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.count == 0
    }
}

/// Assembles what `scheme` says is signed.
#[inline(never)]
pub(crate) fn assemble<'c>(
    scheme: &'c Scheme,
    reading: &Reading<'c>,
    timestamp: Option<Timestamp<'c>>,
    urls: Urls<'c>,
) -> Content<'c> {
    let mut content = Content { pieces: [&[]; PARTS_MAX + 1], body: 0, count: 0, url: None, urls };
    for part in scheme.content() {
        let piece: &[u8] = match part {
            Part::Literal(text) => text.as_bytes(),
            Part::Timestamp => timestamp.map_or(&[], |timestamp| timestamp.text),
            // It is there: without it there was no claim.
            Part::Header(index) => reading.value(*index).unwrap_or_default(),
            Part::Url(index) => {
                content.url = Some(content.count);
                content.count += 1;
                // A URL that the endpoint knows is whole; of another it knows the origin.
                let arrived = || reading.value(*index).unwrap_or_default();
                if scheme.fixed_url == Some(true) { &[] } else { arrived() }
            }
            Part::Body => {
                content.body = content.count;
                &[]
            }
        };
        if let Some(place) = content.pieces.get_mut(content.count) {
            *place = piece;
        }
        content.count += 1;
    }
    content
}

impl<'c> Content<'c> {
    /// How many contents these are: with several URLs, the same around each.
    pub(crate) fn variants(&self) -> usize {
        self.urls.count.max(1)
    }

    /// Whether a URL is among what is signed.
    pub(crate) fn has_url(&self) -> bool {
        self.url.is_some()
    }

    /// Puts one of the URLs in its place.
    pub(crate) fn choose(&mut self, variant: usize) {
        let place = self.url.and_then(|url| self.pieces.get_mut(url));
        if let (Some(place), Some(text)) = (place, self.urls.texts.get(variant)) {
            *place = text;
        }
    }

    /// The pieces in front of the body.
    pub(crate) fn before_body(&self) -> &[&'c [u8]] {
        self.pieces.get(..self.body).unwrap_or_default()
    }

    /// The pieces behind the body.
    pub(crate) fn after_body(&self) -> &[&'c [u8]] {
        self.pieces.get(self.body + 1..self.count).unwrap_or_default()
    }
}
