//! Moments: the times, the texts of times and the distances from now that are tried.

use chrono::{DateTime, SecondsFormat};
use countersign::scheme::Unit;
use proptest::prelude::*;
use proptest::sample::select;

use crate::like;

/// Dates of every calendar day and many that never were, in RFC 3339 and in its neighbourhood.
pub fn dates() -> impl Strategy<Value = String> {
    let day = (0..=9999_u32, 0..=13_u32, 0..=32_u32);
    let leap = (select(vec![1600, 1900, 1904, 2000, 2023, 2024, 2100]), Just(2), 28..=30_u32);
    let clock = (0..=24_u32, 0..=60_u32, 0..=60_u32);
    let fraction = prop_oneof![2 => Just(String::new()), 3 => like("\\.[0-9]{0,10}")];
    let zone = prop_oneof![
        3 => Just("Z".to_string()),
        3 => (0..=24_u32, 0..=60_u32, any::<bool>()).prop_map(|(hours, minutes, east)| {
            format!("{}{hours:02}:{minutes:02}", if east { '+' } else { '-' })
        }),
        1 => like("z|[+-][0-9]{2}|[+-][0-9]{4}|[+-][0-9]{1,2}:[0-9]{1,3}||ZZ|\\[UTC\\]| Z"),
    ];
    let join = prop_oneof![8 => Just("T"), 1 => select(vec!["t", " ", "_", "", "TT"])];
    let edit = proptest::option::weighted(0.2, (any::<proptest::sample::Index>(), any::<char>()));
    (prop_oneof![day, leap], clock, fraction, zone, join, edit).prop_map(
        |((year, month, day), (hour, minute, second), fraction, zone, join, edit)| {
            let date = format!("{year:04}-{month:02}-{day:02}");
            let clock = format!("{hour:02}:{minute:02}:{second:02}");
            let mut text: Vec<char> =
                format!("{date}{join}{clock}{fraction}{zone}").chars().collect();
            if let Some((at, letter)) = edit {
                let at = at.index(text.len());
                text[at] = letter;
            }
            text.into_iter().collect()
        },
    )
}

/// A time of each unit, from the first to the last that it can say.
#[derive(Clone, Debug)]
pub struct Time(u64);

pub fn times() -> impl Strategy<Value = Time> {
    let edges = select(vec![0, 1, 999, 1000, 1_700_000_000_000, u64::MAX]);
    prop_oneof![any::<u64>(), 1_600_000_000_000..1_900_000_000_000_u64, edges].prop_map(Time)
}

impl Time {
    /// Its text, and what that says in milliseconds.
    pub fn written(&self, unit: Unit) -> (String, i64) {
        const DIGITS_END: u64 = 1_000_000_000_000_000;
        // Year 0 to year 9999.
        const DATES: (i64, i64) = (-62_167_219_200_000, 253_402_300_799_999);
        match unit {
            Unit::Seconds => {
                let seconds = self.0 % DIGITS_END;
                (seconds.to_string(), i64::try_from(seconds).unwrap() * 1000)
            }
            Unit::Milliseconds => {
                let ms = self.0 % DIGITS_END;
                (ms.to_string(), i64::try_from(ms).unwrap())
            }
            Unit::Rfc3339 => {
                let spread = u64::try_from(DATES.1 - DATES.0).unwrap() + 1;
                let ms = DATES.0 + i64::try_from(self.0 % spread).unwrap();
                let date = DateTime::from_timestamp_millis(ms).unwrap();
                (date.to_rfc3339_opts(SecondsFormat::Millis, true), ms)
            }
        }
    }
}

/// How far now is from the time.
#[derive(Clone, Debug)]
pub enum Distance {
    /// At the edge of the tolerance, and some milliseconds beyond it or before it.
    Edge(i64),
    Ms(i64),
    Now(u64),
}

pub fn distances() -> impl Strategy<Value = Distance> {
    let extremes = vec![0, 1, u64::MAX, u64::MAX - 1, i64::MAX as u64, i64::MAX as u64 + 1];
    prop_oneof![
        4 => (-3..=3_i64).prop_map(Distance::Edge),
        2 => (-1002..=1002_i64).prop_map(Distance::Edge),
        2 => (-700_000..=700_000_i64).prop_map(Distance::Ms),
        1 => any::<u64>().prop_map(Distance::Now),
        1 => select(extremes).prop_map(Distance::Now),
    ]
}

impl Distance {
    pub fn now(&self, time_ms: i64, limit: Option<u32>, is_past: bool) -> u64 {
        let away = i128::from(limit.unwrap_or_default()) * if is_past { 1000 } else { -1000 };
        let now = match self {
            Self::Edge(more) => i128::from(time_ms) + away + i128::from(*more),
            Self::Ms(more) => i128::from(time_ms) + i128::from(*more),
            Self::Now(now) => i128::from(*now),
        };
        u64::try_from(now.clamp(0, i128::from(u64::MAX))).unwrap()
    }
}
