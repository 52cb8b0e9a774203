//! Freshness: a proven time against now, in both directions.
//!
//! Asked only after the MAC: an unproven time proves nothing. A far future is refused as well as a far
//! past, for a delivery dated next year would be a replay token that lasts until then.

use crate::scheme::{Tolerance, Unit};
use crate::time::Timestamp;
use crate::verdict::{Detail, Rejection};

/// How far two clocks may differ where the body tells the time: no event happens after its delivery.
pub const EVENT_FUTURE_SECONDS: u32 = 300;

/// What an endpoint demands of the times that a delivery proves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Limits {
    /// Of the signed time.
    pub(crate) tolerance: Tolerance,
    /// Of the time that the body tells; `None` where nobody asked.
    pub(crate) max_event_age_seconds: Option<u32>,
}

impl Limits {
    /// Checks the time that a scheme signs.
    ///
    /// # Errors
    /// [`Detail::SignedTooOld`], [`Detail::SignedTooNew`].
    pub(crate) fn check(&self, timestamp: Timestamp, now_ms: u64) -> Result<(), Rejection> {
        let details = [Detail::SignedTooOld, Detail::SignedTooNew];
        check(self.tolerance, timestamp, now_ms, details)
    }

    /// Checks the time that the body tells.
    ///
    /// # Errors
    /// [`Detail::EventTooOld`], [`Detail::EventTooNew`].
    pub(crate) fn check_event(&self, timestamp: Timestamp, now_ms: u64) -> Result<(), Rejection> {
        let tolerance = Tolerance {
            past_seconds: self.max_event_age_seconds,
            future_seconds: Some(EVENT_FUTURE_SECONDS),
        };
        check(tolerance, timestamp, now_ms, [Detail::EventTooOld, Detail::EventTooNew])
    }
}

/// Checks that `timestamp` lies within the tolerance of `now_ms`.
///
/// A time in seconds is compared in whole seconds, as its sender counts. A distance equal to the
/// tolerance is accepted.
#[inline(never)]
fn check(
    tolerance: Tolerance,
    timestamp: Timestamp,
    now_ms: u64,
    [too_old, too_new]: [Detail; 2],
) -> Result<(), Rejection> {
    let now_ms = i64::try_from(now_ms).unwrap_or(i64::MAX);
    let now_ms = match timestamp.unit {
        Unit::Seconds => now_ms - now_ms % 1000,
        Unit::Milliseconds | Unit::Rfc3339 => now_ms,
    };
    let age_ms = now_ms.saturating_sub(timestamp.ms);
    let beyond = |distance_ms: i64, limit: Option<u32>| {
        limit.is_some_and(|seconds| distance_ms > i64::from(seconds) * 1000)
    };
    let refused = |detail| Err(Rejection::of_time(detail, age_ms.unsigned_abs()));
    if beyond(age_ms, tolerance.past_seconds) {
        refused(too_old)
    } else if beyond(age_ms.saturating_neg(), tolerance.future_seconds) {
        refused(too_new)
    } else {
        Ok(())
    }
}
