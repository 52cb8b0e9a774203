//! Event: what a proven delivery is about, read from signed bytes only.

use alloc::boxed::Box;
use alloc::string::String;

use crate::delivery::{Delivery, Reading};
use crate::encoding::lower_hex;
use crate::json::Finder;
use crate::mac::BodyDigest;
use crate::scheme::{Field, Scheme, same_name};
use crate::verify::Verified;

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

impl Verified {
    /// Reads the event of the delivery that this verdict is about. Hand over that delivery and that
    /// scheme: of another one nothing is proven.
    pub fn event(&self, delivery: &Delivery, scheme: &Scheme) -> Event {
        let mut run = EventRun::begin(Wanted::EVERYTHING);
        run.update(delivery.body, scheme);
        let EventFields { kind, id, key } = run.finish(&delivery.values(scheme).reading(), scheme);
        Event { kind, id, idempotency_key: key.unwrap_or_default() }
    }
}

/// What to read: hashing the body for a key that nobody asks for would double the work.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wanted {
    pub(crate) fields: bool,
    pub(crate) key: bool,
}

impl Wanted {
    const EVERYTHING: Self = Self { fields: true, key: true };
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
        let keys = [body_key(scheme.event_type()), body_key(scheme.event_id())];
        let has_signed_id = scheme.event_id().is_some();
        if (self.wanted.fields || has_signed_id) && keys.iter().any(Option::is_some) {
            self.finder.update(chunk, keys);
        }
        if self.wanted.key {
            self.digest.update(chunk);
        }
    }

    pub(crate) fn finish(self, reading: &Reading, scheme: &Scheme) -> EventFields {
        let field = |field: Option<Field>, index| match field? {
            Field::Body(_) => self.finder.found(index).map(String::from),
            Field::Header(name) => {
                let index = scheme.headers().position(|(other, _)| same_name(other, name))?;
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

fn body_key(field: Option<Field<'_>>) -> Option<&str> {
    match field {
        Some(Field::Body(key)) => Some(key),
        Some(Field::Header(_)) | None => None,
    }
}
