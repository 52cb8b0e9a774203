//! Case: what there is to look into: a delivery, and what its receiver verifies it by.

use crate::delivery::Delivery;
use crate::freshness::Limits;
use crate::scheme::{Scheme, Tolerance};
use crate::secret::Secret;

/// What another secret is to the receiver.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OtherKind {
    /// One that was rotated out.
    Previous,
    /// That of the other mode, test or live.
    Mode,
    /// That of another endpoint, or of another provider.
    Other,
}

/// A further secret that the sender may have used by mistake.
#[derive(Clone, Copy)]
pub struct Other<'a> {
    /// What it is.
    pub kind: OtherKind,
    /// What the receiver calls it; the report quotes it.
    pub label: &'a str,
    /// Its text.
    pub secret: &'a str,
}

impl core::fmt::Debug for Other<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "Other({:?}, {:?})", self.kind, self.label)
    }
}

/// A delivery to look into, with what its receiver verifies it by.
#[derive(Clone, Debug)]
pub struct Case<'a> {
    /// The scheme.
    pub scheme: &'a Scheme,
    /// How far the signed time may lie from now; `None` for the scheme's own tolerance.
    pub tolerance: Option<Tolerance>,
    /// How old the time in the body may be, in seconds; `None` where the receiver does not ask.
    pub max_event_age_seconds: Option<u32>,
    /// The secrets that the receiver holds.
    pub secrets: &'a [Secret<'a>],
    /// Secrets that it does not verify with, and that may be the right ones.
    pub others: &'a [Other<'a>],
    /// What arrived.
    pub delivery: Delivery<'a>,
    /// The receiver's time, in milliseconds since the epoch.
    pub now_ms: u64,
    /// What the host itself makes of the body, each with a sentence that says how: its own
    /// `JSON.stringify` knows best how it re-stringifies.
    pub bodies: &'a [(&'a str, &'a [u8])],
}

impl<'a> Case<'a> {
    /// A delivery by its scheme and its receiver's secrets, with nothing else known.
    pub const fn new(
        scheme: &'a Scheme,
        secrets: &'a [Secret<'a>],
        delivery: Delivery<'a>,
        now_ms: u64,
    ) -> Self {
        Self {
            scheme,
            tolerance: None,
            max_event_age_seconds: None,
            secrets,
            others: &[],
            delivery,
            now_ms,
            bodies: &[],
        }
    }

    /// What the receiver judges times by.
    pub(super) fn limits(&self) -> Limits {
        Limits {
            tolerance: self.tolerance.unwrap_or(self.scheme.tolerance()),
            max_event_age_seconds: self.max_event_age_seconds,
        }
    }
}
