//! Verified: the delivery that an endpoint proved, and what was proven of it.

use core::fmt;

use crate::delivery::Values;
use crate::event::{Event, EventRun, Wanted};
use crate::scheme::Scheme;
use crate::verify::Proof;

/// A delivery that was proven. Only [`Endpoint::verify`](crate::Endpoint::verify) makes one.
#[derive(Clone)]
pub struct Verified<'d> {
    proof: Proof,
    scheme: &'d Scheme,
    values: Values<'d>,
    body: &'d [u8],
}

impl fmt::Debug for Verified<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Verified({}, {:?}, {} bytes)", self.scheme.name(), self.proof, self.body.len())
    }
}

impl<'d> Verified<'d> {
    pub(crate) fn new(
        proof: Proof,
        scheme: &'d Scheme,
        values: Values<'d>,
        body: &'d [u8],
    ) -> Self {
        Self { proof, scheme, values, body }
    }
}

impl Verified<'_> {
    /// Which secret of the endpoint matches: once it is never the previous one, that one may go.
    pub fn secret_index(&self) -> usize {
        self.proof.secret_index
    }

    /// The signed time in milliseconds since the epoch, where the scheme signs one.
    pub fn timestamp_ms(&self) -> Option<i64> {
        self.proof.timestamp_ms
    }

    /// What was proven, without the delivery.
    pub fn proof(&self) -> Proof {
        self.proof
    }

    /// The bytes that were proven.
    pub fn body(&self) -> &[u8] {
        self.body
    }

    /// Reads what the delivery is about.
    pub fn event(&self) -> Event {
        let mut run = EventRun::begin(Wanted::EVERYTHING);
        run.update(self.body, self.scheme);
        let fields = run.finish(&self.values.reading(), self.scheme);
        let idempotency_key = fields.key.unwrap_or_default();
        Event { kind: fields.kind, id: fields.id, idempotency_key }
    }
}
