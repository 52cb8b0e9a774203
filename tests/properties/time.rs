//! Time: which texts are a time, and which times are fresh.

use chrono::DateTime;
use countersign::scheme::{EventTime, Piece, TimestampRule, TimestampSource, Tolerance, Unit};
use countersign::{
    Algorithm, Code, Delivery, Detail, EVENT_FUTURE_SECONDS, Endpoint, Proof, Rejection, Scheme,
    SchemeSpec, Signing,
};
use proptest::prelude::*;
use proptest::sample::select;

use crate::moments::{dates, distances, times};
use crate::{holds, like};

#[test]
fn a_number_is_a_time_in_its_one_spelling_of_at_most_fifteen_digits() {
    let texts = prop_oneof![
        4 => like("[0-9]{0,17}"),
        1 => like("0{0,3}[1-9][0-9]{9}"),
        1 => like("[1-9][0-9]{9}[ \t\n\0.,;=eExXa_+-][0-9]{0,2}"),
        1 => like("[ \t+-][1-9][0-9]{9}"),
        1 => like("[1-9][0-9]{5}[٠-٩０-９]"),
        1 => like(".{0,8}"),
    ];
    let units = select(vec![Unit::Seconds, Unit::Milliseconds]);
    holds(2000, (texts, units, places()), |(text, unit, place)| {
        prop_assert_eq!(read(&text, unit, place), place.verdict(&text, unit), "{:?}", text);
        Ok(())
    });
}

#[test]
fn a_date_is_a_time_exactly_where_another_library_reads_it() {
    holds(4000, (dates(), places()), |(text, place)| {
        let unit = Unit::Rfc3339;
        prop_assert_eq!(read(&text, unit, place), place.verdict(&text, unit), "{:?}", text);
        Ok(())
    });
}

#[test]
fn a_proven_time_is_fresh_exactly_within_the_tolerance() {
    let limits =
        || proptest::option::of(prop_oneof![Just(0), 0..=600_u32, any::<u32>(), Just(u32::MAX)]);
    let units = select(vec![Unit::Seconds, Unit::Milliseconds, Unit::Rfc3339]);
    let inputs = (units, times(), limits(), limits(), distances(), any::<bool>());
    holds(4000, inputs, |(unit, time, past, future, distance, is_past)| {
        let (text, time_ms) = time.written(unit);
        let now_ms = distance.now(time_ms, if is_past { past } else { future }, is_past);
        let endpoint = endpoint(unit, Place::Header, past, future);
        let got = verdict(&endpoint, &text, Place::Header, now_ms).map(|_| ());
        let wanted = freshness(unit, time_ms, now_ms, past, future);
        let signed = wanted.map_err(|(is_old, distance_ms)| {
            (if is_old { Detail::SignedTooOld } else { Detail::SignedTooNew }, distance_ms)
        });
        let got = got.map_err(|rejection| (rejection.detail(), rejection.distance_ms()));
        prop_assert_eq!(got, signed, "{} at {}", text, now_ms);
        Ok(())
    });
}

#[test]
fn a_proven_event_is_fresh_exactly_within_its_age_and_five_minutes_of_future() {
    let ages = prop_oneof![Just(0), 0..=600_u32, any::<u32>(), Just(u32::MAX)];
    let units = select(vec![Unit::Seconds, Unit::Milliseconds, Unit::Rfc3339]);
    let inputs = (units, times(), ages, distances(), any::<bool>(), any::<bool>());
    holds(3000, inputs, |(unit, time, age, distance, is_past, is_number)| {
        let (text, time_ms) = time.written(unit);
        let limit = if is_past { age } else { EVENT_FUTURE_SECONDS };
        let now_ms = distance.now(time_ms, Some(limit), is_past);
        let is_number = is_number && unit != Unit::Rfc3339;
        let place = if is_number { Place::Number } else { Place::Event };
        let endpoint = endpoint(unit, place, None, None).with_max_event_age(age).unwrap();
        let got = verdict(&endpoint, &text, place, now_ms);
        let wanted = freshness(unit, time_ms, now_ms, Some(age), Some(EVENT_FUTURE_SECONDS));
        let told = wanted.map_err(|(is_old, distance_ms)| {
            (if is_old { Detail::EventTooOld } else { Detail::EventTooNew }, distance_ms)
        });
        // It is not the time of the signature.
        prop_assert!(got.is_err() || got.unwrap().timestamp_ms.is_none());
        let got = got.map(|_| ());
        let got = got.map_err(|rejection| (rejection.detail(), rejection.distance_ms()));
        prop_assert_eq!(got, told, "{} at {}", text, now_ms);
        Ok(())
    });
}

/// Whether a time is within the limits of now; if not, whether it is too old, and its distance. In
/// numbers that nothing overflows.
fn freshness(
    unit: Unit,
    time_ms: i64,
    now_ms: u64,
    past: Option<u32>,
    future: Option<u32>,
) -> Result<(), (bool, u64)> {
    // The core counts no later than this.
    let now_ms = now_ms.min(i64::MAX as u64);
    let counted = if unit == Unit::Seconds { now_ms / 1000 * 1000 } else { now_ms };
    let age_ms = i128::from(counted) - i128::from(time_ms);
    let beyond = |age_ms: i128, limit: Option<u32>| {
        limit.is_some_and(|seconds| age_ms > i128::from(seconds) * 1000)
    };
    let distance_ms = age_ms.unsigned_abs().min(i64::MAX as u128) as u64;
    match (beyond(age_ms, past), beyond(-age_ms, future)) {
        (true, _) => Err((true, distance_ms)),
        (false, true) => Err((false, distance_ms)),
        (false, false) => Ok(()),
    }
}

#[test]
fn sign_writes_each_time_as_another_library_does() {
    let units = select(vec![Unit::Seconds, Unit::Milliseconds, Unit::Rfc3339]);
    holds(1500, (units, crate::plan::times()), |(unit, time_ms)| {
        let endpoint = endpoint(unit, Place::Header, None, None);
        let headers = endpoint.sign(b"", &Signing::at(time_ms)).unwrap();
        prop_assert_eq!(&headers[1].1, &crate::plan::written(time_ms, unit));
        Ok(())
    });
}

/// The time that a text says, by other means than those under test.
pub fn milliseconds(text: &str, unit: Unit) -> Option<i64> {
    let number = || {
        let number: u64 = text.parse().ok()?;
        (number.to_string() == text && text.len() <= 15).then(|| i64::try_from(number).unwrap())
    };
    match unit {
        Unit::Seconds => number().map(|seconds| seconds * 1000),
        Unit::Milliseconds => number(),
        Unit::Rfc3339 => {
            // This library takes either letter case, a space for the T, leap seconds, any fraction.
            let fraction = text.split_once('.').map_or("", |(_, behind)| behind);
            let digits = fraction.bytes().take_while(u8::is_ascii_digit).count();
            let is_strict = text.get(10..11) == Some("T")
                && !text.contains('z')
                && text.get(17..19) != Some("60")
                && digits <= 9;
            let time = DateTime::parse_from_rfc3339(text).ok().filter(|_| is_strict)?;
            Some(time.timestamp_millis())
        }
    }
}

/// The greatest age that can be asked for.
const OLDEST_MS: i64 = u32::MAX as i64 * 1000;

/// Where the text of the time stands.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Place {
    Header,
    /// In the body, as a string that is signed for its time.
    Body,
    /// In the body, as the string that an age is asked of.
    Event,
    /// The same, as it stands: a number is one without quotes.
    Number,
}

impl Place {
    /// The verdict on a genuine delivery that says this time here.
    fn verdict(self, text: &str, unit: Unit) -> Result<Option<i64>, Code> {
        let is_clean = text.bytes().all(|byte| (0x20..=0x7e).contains(&byte));
        let time_ms = match self {
            // What stands for itself in JSON is a number, with spaces around it or without.
            Self::Number if unit == Unit::Rfc3339 => None,
            Self::Number => milliseconds(text.trim_matches([' ', '\t', '\n', '\r']), unit),
            Self::Header | Self::Body | Self::Event => milliseconds(text, unit),
        };
        match (self, time_ms) {
            (Self::Header | Self::Body, Some(time_ms)) => Ok(Some(time_ms)),
            // Longer ago, seen from 1970, than any age that can be asked for.
            (Self::Event | Self::Number, Some(time_ms)) if time_ms < -OLDEST_MS => {
                Err(Code::TimestampTooOld)
            }
            (Self::Event | Self::Number, Some(_)) => Ok(None),
            // A header that arrived twice is joined by a comma.
            (Self::Header, None) if is_clean && text.contains(',') => Err(Code::HeaderRepeated),
            (_, None) => Err(Code::TimestampMalformed),
        }
    }
}

fn places() -> impl Strategy<Value = Place> {
    select(vec![Place::Header, Place::Body, Place::Event, Place::Number])
}

/// What a genuine delivery that says this text is read as.
fn read(text: &str, unit: Unit, place: Place) -> Result<Option<i64>, Code> {
    let mut endpoint = endpoint(unit, place, None, None);
    let now_ms = milliseconds(text.trim(), unit).unwrap_or_default().max(0);
    if matches!(place, Place::Event | Place::Number) {
        endpoint = endpoint.with_max_event_age(u32::MAX).unwrap();
    }
    let verdict = verdict(&endpoint, text, place, now_ms.unsigned_abs());
    verdict.map(|proof| proof.timestamp_ms).map_err(Rejection::code)
}

fn endpoint(unit: Unit, place: Place, past: Option<u32>, future: Option<u32>) -> Endpoint {
    let mut spec = SchemeSpec::new("a", Algorithm::HmacSha256, "S");
    let tolerance = Tolerance { past_seconds: past, future_seconds: future };
    let rule = |source| Some(TimestampRule { source, unit, tolerance });
    match place {
        Place::Header => {
            spec.content = vec![Piece::Timestamp, Piece::Literal(".".into()), Piece::Body];
            spec.timestamp = rule(TimestampSource::Header("T".into()));
        }
        Place::Body => spec.timestamp = rule(TimestampSource::Body("a.t".into())),
        Place::Event | Place::Number => {
            spec.event_time = Some(EventTime { path: "a.t".into(), unit });
        }
    }
    with_key(spec)
}

fn with_key(spec: SchemeSpec) -> Endpoint {
    Endpoint::new(Scheme::new(spec).unwrap(), ["key"]).unwrap()
}

/// Signs whatever the text is, as the body of a scheme without time, and asks for the verdict.
fn verdict(endpoint: &Endpoint, text: &str, place: Place, now_ms: u64) -> Result<Proof, Rejection> {
    let body = match place {
        Place::Number => format!("{{\"a\":{{\"t\":{text}}}}}"),
        _ => serde_json::json!({ "a": { "t": text } }).to_string(),
    };
    let content = match place {
        Place::Header => format!("{text}.{body}"),
        _ => body.clone(),
    };
    let plain = with_key(SchemeSpec::new("a", Algorithm::HmacSha256, "S"));
    let mut headers = plain.sign(content.as_bytes(), &Signing::at(0)).unwrap();
    headers.push(("T".into(), text.into()));
    let verdict = endpoint.verify(&Delivery::new(&headers, body.as_bytes()), now_ms);
    verdict.map(|verified| verified.proof())
}
