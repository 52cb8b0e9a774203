//! Event: what a proven delivery is about, read from signed bytes only.

use alloc::boxed::Box;
use alloc::string::String;

use crate::delivery::Reading;
use crate::encoding::lower_hex;
use crate::json::Finder;
use crate::mac::BodyDigest;
use crate::scheme::{Place, Scheme, same_name};

/// The event that a proven delivery carries. An event type that nobody documented is as good as any.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Event {
    /// The event type, where the scheme signs one.
    pub kind: Option<String>,
    /// The event id, where the scheme signs one.
    pub id: Option<String>,
    /// The same for every attempt at the same event, and for nothing else: the signed id where the
    /// scheme has one, else the SHA-256 of the body. Headers outside the signature never count: an
    /// attacker who replays a delivery can change them.
    pub idempotency_key: String,
}

/// What to read: hashing the body for a key that nobody asks for would double the work.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wanted {
    pub(crate) fields: bool,
    pub(crate) key: bool,
}

impl Wanted {
    pub(crate) const EVERYTHING: Self = Self { fields: true, key: true };
}

/// What was wanted and is there.
pub(crate) struct EventFields {
    pub(crate) kind: Option<String>,
    pub(crate) id: Option<String>,
    pub(crate) key: Option<String>,
}

const KIND: usize = 0;
const ID: usize = 1;

/// Reads the event from a body that comes in chunks.
pub(crate) struct EventRun {
    wanted: Wanted,
    finder: Box<Finder>,
    digest: BodyDigest,
}

impl EventRun {
    pub(crate) fn begin(wanted: Wanted) -> Self {
        Self { wanted, finder: Box::default(), digest: BodyDigest::default() }
    }

    pub(crate) fn update(&mut self, chunk: &[u8], scheme: &Scheme) {
        // Whatever is asked for, the same walk looks for the id: one key for each body.
        let id = body_path(scheme.event_id());
        let kind = body_path(scheme.event_type()).filter(|_| self.wanted.fields || id.is_some());
        let paths = [kind, id];
        if paths.iter().any(Option::is_some) {
            self.finder.update(chunk, paths);
        }
        // A signed id that is a header is always there, and then the body's hash is not the key.
        if self.wanted.key && !matches!(scheme.event_id(), Some(Place::Header(_))) {
            self.digest.update(chunk);
        }
    }

    pub(crate) fn finish(self, reading: &Reading, scheme: &Scheme) -> EventFields {
        let field = |place: Option<&Place>, index| match place? {
            Place::Body(_) => self.finder.found(index).map(String::from),
            Place::Header(name) => {
                let mut rows = scheme.headers().iter();
                let index = rows.position(|row| same_name(&row.name, name))?;
                core::str::from_utf8(reading.value(index)?).ok().map(String::from)
            }
        };
        let kind = field(scheme.event_type(), KIND);
        let id = field(scheme.event_id(), ID);
        let key =
            self.wanted.key.then(|| id.clone().unwrap_or_else(|| lower_hex(&self.digest.finish())));
        EventFields { kind, id, key }
    }
}

fn body_path(place: Option<&Place>) -> Option<&str> {
    match place {
        Some(Place::Body(path)) => Some(path),
        Some(Place::Header(_)) | None => None,
    }
}
