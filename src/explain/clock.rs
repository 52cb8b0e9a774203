//! Clock: what is wrong with the time of a delivery that is otherwise genuine.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::change::Change;
use super::code::FindingCode;
use super::known::{self, Known};
use super::report::Finding;
use super::schemes;
use super::trial::{Bench, Clock};
use crate::freshness::{EVENT_FUTURE_SECONDS, Limits};
use crate::scheme::{Tolerance, Unit};
use crate::verdict::Detail;

/// A `now` before 1973 counts seconds: no webhook is that old.
const EARLIEST_MS: u64 = 100_000_000_000;
const QUARTER_MS: i64 = 900_000;
/// Time zones reach from UTC−12 to UTC+14.
const ZONE_QUARTERS: i64 = 56;
/// The odd quarters among them: of Nepal, Eucla and the Chatham Islands in winter and in summer.
const ODD_ZONES: [i64; 4] = [23, 35, 51, 55];
/// How far from such a distance two clocks may stand that differ by a time zone.
const ZONE_SECONDS: u32 = 60;

/// What is wrong with the time, once `changes` make the delivery fit. What a distance in time looks
/// like comes first, since it says more; that the time is too far off is all that is proven.
pub(super) fn findings(bench: &mut Bench, changes: &[&Change]) -> Vec<Finding> {
    let clock = bench.clock;
    let Some(rejection) = bench.judge(changes, clock).err().and_then(|no| no.rejection) else {
        return Vec::new();
    };
    let Limits { tolerance, max_event_age_seconds } = clock.limits;
    let (code, limit) = match rejection.detail() {
        Detail::SignedTooOld => (FindingCode::ClockOld, tolerance.past_seconds),
        Detail::SignedTooNew => (FindingCode::ClockNew, tolerance.future_seconds),
        Detail::EventTooOld => (FindingCode::ClockOld, max_event_age_seconds),
        Detail::EventTooNew => (FindingCode::ClockNew, Some(EVENT_FUTURE_SECONDS)),
        _ => return Vec::new(),
    };
    // Of a time that counts something else, the distance means nothing.
    let counted = [unit(bench, changes, clock), seconds(bench, changes, clock)];
    let counted: Vec<Finding> = counted.into_iter().flatten().collect();
    if !counted.is_empty() {
        return counted;
    }
    let distance_ms = i64::try_from(rejection.distance_ms()).unwrap_or(i64::MAX);
    let age_ms = if code == FindingCode::ClockOld { distance_ms } else { -distance_ms };
    let likely = [zone(bench, changes, clock, age_ms), retry(bench, changes, clock)];
    let off = Finding::proven(code, beyond(age_ms, limit));
    likely.into_iter().flatten().chain([off]).collect()
}

fn beyond(age_ms: i64, limit: Option<u32>) -> String {
    let limit = words(i64::from(limit.unwrap_or_default()) * 1000);
    let direction = if age_ms > 0 { "past" } else { "future" };
    format!(
        "It was signed {}; at most {limit} into the {direction} are accepted.",
        difference(age_ms)
    )
}

fn unit(bench: &mut Bench, changes: &[&Change], clock: Clock) -> Option<Finding> {
    // Of a receiver that itself counts seconds, it cannot be said what the sender counts.
    if clock.now_ms < EARLIEST_MS {
        return None;
    }
    let scheme = changes.iter().find_map(|change| change.scheme.as_ref()).unwrap_or(bench.scheme);
    let (other, evidence) = match scheme.timestamp()?.unit {
        Unit::Seconds => (Unit::Milliseconds, "Read as milliseconds, the signed time is now."),
        Unit::Milliseconds => (Unit::Seconds, "Read as seconds, the signed time is now."),
        Unit::Rfc3339 => return None,
    };
    let change = Change::default().scheme(schemes::with_unit(scheme, other)?);
    let all: Vec<&Change> = changes.iter().copied().chain([&change]).collect();
    bench.judge(&all, clock).ok()?;
    Some(Finding::proven(FindingCode::ClockUnit, evidence.to_string()))
}

fn seconds(bench: &mut Bench, changes: &[&Change], clock: Clock) -> Option<Finding> {
    let now_ms = clock.now_ms.checked_mul(1000).filter(|_| clock.now_ms < EARLIEST_MS)?;
    bench.judge(changes, Clock { now_ms, ..clock }).ok()?;
    let evidence = "With `now` times 1000, the delivery is fresh.".to_string();
    Some(Finding::proven(FindingCode::ClockSeconds, evidence))
}

fn zone(bench: &mut Bench, changes: &[&Change], clock: Clock, age_ms: i64) -> Option<Finding> {
    let quarters = (age_ms + QUARTER_MS / 2 * age_ms.signum()) / QUARTER_MS;
    let is_zone = quarters % 2 == 0 || ODD_ZONES.contains(&quarters.abs());
    if quarters == 0 || quarters.abs() > ZONE_QUARTERS || !is_zone {
        return None;
    }
    let now_ms = clock.now_ms.checked_add_signed(-quarters * QUARTER_MS)?;
    let limits = Limits {
        tolerance: Tolerance::both(ZONE_SECONDS),
        max_event_age_seconds: clock.limits.max_event_age_seconds.map(|_| ZONE_SECONDS),
    };
    bench.judge(changes, Clock { limits, now_ms }).ok()?;
    let distance = words(quarters.abs() * QUARTER_MS);
    let evidence = format!(
        "The times differ by {distance}, to within a minute, as time zones do. A delivery that was as \
         long on its way looks the same."
    );
    Some(Finding::likeness(FindingCode::ClockZone, evidence))
}

fn retry(bench: &mut Bench, changes: &[&Change], clock: Clock) -> Option<Finding> {
    let is_called = |provider: &&Known| provider.name == bench.scheme.name();
    let provider = known::ALL.iter().find(is_called)?;
    let mut after = 0;
    for (index, delay) in provider.retries?.after_seconds.iter().enumerate() {
        after += u64::from(*delay);
        let now_ms = clock.now_ms.checked_sub(after * 1000)?;
        if bench.judge(changes, Clock { now_ms, ..clock }).is_ok() {
            let distance = words(i64::try_from(after).ok()? * 1000);
            let evidence = format!(
                "Attempt {} comes {distance} after the first, and this came about then. A first \
                 attempt that was as long on its way looks the same.",
                index + 2
            );
            return Some(Finding::likeness(FindingCode::ClockRetry, evidence));
        }
    }
    None
}

/// A distance in time that has a direction.
pub(super) fn difference(age_ms: i64) -> String {
    match age_ms {
        0 => "now".to_string(),
        1.. => format!("{} ago", words(age_ms)),
        _ => format!("{} ahead", words(age_ms.saturating_neg())),
    }
}

/// A distance in time, in its two largest units.
fn words(ms: i64) -> String {
    const UNITS: [(i64, &str); 5] =
        [(86_400_000, "d"), (3_600_000, "h"), (60_000, "min"), (1_000, "s"), (1, "ms")];
    let mut rest = ms;
    let mut parts: Vec<String> = Vec::new();
    for (size, name) in UNITS {
        if rest >= size && parts.len() < 2 {
            parts.push(format!("{} {name}", rest / size));
            rest %= size;
        }
    }
    if parts.is_empty() { "0 s".to_string() } else { parts.join(" ") }
}
