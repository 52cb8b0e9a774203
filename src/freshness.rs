//! Freshness: the signed time against now, in both directions.
//!
//! Asked only after the MAC: an unproven time proves nothing. A far future is refused as well as a far
//! past, for a delivery dated next year would be a replay token that lasts until then.

use crate::scheme::{Scheme, Unit};
use crate::time::Timestamp;
use crate::verdict::Rejection;

/// Checks that `timestamp` lies within the scheme's tolerance of `now_ms`.
///
/// A time in seconds is compared in whole seconds, as its sender counts. A distance equal to the
/// tolerance is accepted.
///
/// # Errors
/// [`Rejection::TimestampTooOld`], [`Rejection::TimestampTooNew`].
pub(crate) fn check(
    scheme: &Scheme,
    timestamp: Option<Timestamp>,
    now_ms: u64,
) -> Result<(), Rejection> {
    let Some(timestamp) = timestamp else { return Ok(()) };
    let now_ms = i64::try_from(now_ms).unwrap_or(i64::MAX);
    let now_ms = match timestamp.unit {
        Unit::Seconds => now_ms - now_ms % 1000,
        Unit::Milliseconds | Unit::Rfc3339 => now_ms,
    };
    let age_ms = now_ms.saturating_sub(timestamp.ms);
    let beyond = |distance_ms: i64, limit: Option<u32>| {
        limit.is_some_and(|seconds| distance_ms > i64::from(seconds) * 1000)
    };
    if beyond(age_ms, scheme.tolerance.past_seconds) {
        Err(Rejection::TimestampTooOld)
    } else if beyond(age_ms.saturating_neg(), scheme.tolerance.future_seconds) {
        Err(Rejection::TimestampTooNew)
    } else {
        Ok(())
    }
}
