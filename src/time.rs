//! Time: the text of a timestamp, kept verbatim beside what it means.

use alloc::string::String;

use crate::scheme::Unit;

/// Most digits of a timestamp: milliseconds reach the year 33658 with them.
const DIGITS_MAX: usize = 15;
const DAY_MS: i64 = 86_400_000;

/// A timestamp as the sender wrote it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Timestamp<'a> {
    // The text goes into the MAC verbatim: re-printing a parsed number would accept "1700000000abc".
    pub(crate) text: &'a [u8],
    pub(crate) ms: i64,
    pub(crate) unit: Unit,
}

impl<'a> Timestamp<'a> {
    /// Reads a timestamp in its one grammar; nothing may stand before or after it.
    pub(crate) fn parse(text: &'a [u8], unit: Unit) -> Option<Self> {
        let ms = match unit {
            Unit::Seconds => decimal(text)?.checked_mul(1000)?,
            Unit::Milliseconds => decimal(text)?,
            Unit::Rfc3339 => rfc3339(text)?,
        };
        Some(Self { text, ms, unit })
    }

    /// Whether it has as many digits as every other from 2001 to 2286.
    pub(crate) fn has_all_digits(&self) -> bool {
        all_digits(self.unit).is_none_or(|count| self.text.len() == count)
    }
}

/// How many digits a timestamp of our time has; `None` for a unit that is no number.
pub(crate) fn all_digits(unit: Unit) -> Option<usize> {
    match unit {
        Unit::Seconds => Some(10),
        Unit::Milliseconds => Some(13),
        Unit::Rfc3339 => None,
    }
}

/// Writes the time `ms` milliseconds after the epoch in `unit`.
pub(crate) fn render(ms: u64, unit: Unit) -> String {
    let mut text = String::new();
    match unit {
        Unit::Seconds => push_decimal(ms / 1000, 1, &mut text),
        Unit::Milliseconds => push_decimal(ms, 1, &mut text),
        Unit::Rfc3339 => push_rfc3339(ms, &mut text),
    }
    text
}

/// Appends a number with at least `width` digits. The formatting machinery of `core` would be the
/// largest part of the module for JavaScript.
fn push_decimal(number: u64, width: usize, text: &mut String) {
    if number > 9 || width > 1 {
        push_decimal(number / 10, width.saturating_sub(1), text);
    }
    text.push(char::from(b'0' + (number % 10) as u8));
}

/// `0|[1-9][0-9]*`, at most 15 digits.
fn decimal(text: &[u8]) -> Option<i64> {
    let leading_zero = text.len() > 1 && text.starts_with(b"0");
    if text.is_empty() || text.len() > DIGITS_MAX || leading_zero {
        return None;
    }
    digits(text)
}

fn digits(text: &[u8]) -> Option<i64> {
    text.iter().try_fold(0_i64, |number, byte| {
        byte.is_ascii_digit().then(|| number * 10 + i64::from(byte - b'0'))
    })
}

/// `YYYY-MM-DDTHH:MM:SS[.fraction](Z|+HH:MM|-HH:MM)` of RFC 3339, upper case, without leap seconds.
fn rfc3339(text: &[u8]) -> Option<i64> {
    let (date_time, rest) = text.split_at_checked(19)?;
    let [date @ .., b'T', _, _, b':', _, _, b':', _, _] = date_time else { return None };
    let [year @ .., b'-', _, _, b'-', _, _] = date else { return None };
    let two = |start: usize| digits(date_time.get(start..start + 2)?);
    let days = days_since_epoch(digits(year)?, two(5)?, two(8)?)?;
    let time_ms = clock(two(11)?, two(14)?)? + below(60, two(17)?)? * 1000;
    let (fraction_ms, zone) = fraction(rest)?;
    Some(days * DAY_MS + time_ms + fraction_ms - zone_offset(zone)?)
}

/// Hours and minutes in milliseconds.
fn clock(hours: i64, minutes: i64) -> Option<i64> {
    Some(below(24, hours)? * 3_600_000 + below(60, minutes)? * 60_000)
}

fn below(limit: i64, number: i64) -> Option<i64> {
    (number < limit).then_some(number)
}

/// The fraction of a second, cut to milliseconds, and what follows it.
fn fraction(text: &[u8]) -> Option<(i64, &[u8])> {
    let Some(text) = text.strip_prefix(b".") else { return Some((0, text)) };
    let len = text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    if !(1..=9).contains(&len) {
        return None;
    }
    let (fraction, rest) = text.split_at(len);
    let ms = (0..3).fold(0, |ms, place| {
        ms * 10 + fraction.get(place).map_or(0, |byte| i64::from(byte - b'0'))
    });
    Some((ms, rest))
}

fn zone_offset(zone: &[u8]) -> Option<i64> {
    match *zone {
        [b'Z'] => Some(0),
        [sign @ (b'+' | b'-'), h, hh, b':', m, mm] => {
            let offset = clock(digits(&[h, hh])?, digits(&[m, mm])?)?;
            Some(if sign == b'+' { offset } else { -offset })
        }
        _ => None,
    }
}

/// Days from 1970-01-01 to a date of the Gregorian calendar; `None` for a date that never was.
///
/// The year is counted from March, so that the leap day is its last.
fn days_since_epoch(year: i64, month: i64, day: i64) -> Option<i64> {
    if !(1..=12).contains(&month) || !(1..=days_in_month(year, month)).contains(&day) {
        return None;
    }
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    Some(year * 365 + leap_days + (month * 153 + 2) / 5 + day - 1 - 719_468)
}

fn days_in_month(year: i64, month: i64) -> i64 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 => 28 + i64::from(leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn push_rfc3339(ms: u64, text: &mut String) {
    let (year, month, day) = date(ms / 86_400_000);
    let parts = [
        (year, 4, '-'),
        (month, 2, '-'),
        (day, 2, 'T'),
        (ms / 3_600_000 % 24, 2, ':'),
        (ms / 60_000 % 60, 2, ':'),
        (ms / 1000 % 60, 2, '.'),
        (ms % 1000, 3, 'Z'),
    ];
    for (number, width, behind) in parts {
        push_decimal(number, width, text);
        text.push(behind);
    }
}

/// The date that is `days` after 1970-01-01: the inverse of [`days_since_epoch`].
///
/// Counted in eras of 400 years, each as long as every other, that begin on a first of March.
fn date(days: u64) -> (u64, u64, u64) {
    let days = days + 719_468;
    let (era, of_era) = (days / 146_097, days % 146_097);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let from_march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
    (era * 400 + year + u64::from(month < 3), month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ms(text: &str, unit: Unit) -> Option<i64> {
        Timestamp::parse(text.as_bytes(), unit).map(|timestamp| timestamp.ms)
    }

    #[test]
    fn reads_decimal_in_its_one_spelling() {
        assert_eq!(ms("1700000000", Unit::Seconds), Some(1_700_000_000_000));
        assert_eq!(ms("1700000000123", Unit::Milliseconds), Some(1_700_000_000_123));
        assert_eq!(ms("0", Unit::Seconds), Some(0));
        assert_eq!(ms("999999999999999", Unit::Seconds), Some(999_999_999_999_999_000));
    }

    #[test]
    fn refuses_every_other_spelling_of_a_number() {
        for text in [
            "",
            "00",
            "01",
            "+1",
            "-1",
            " 1",
            "1 ",
            "1.0",
            "1e3",
            "0x1",
            "1_0",
            "1700000000abc",
            "١",
        ] {
            assert_eq!(ms(text, Unit::Seconds), None, "{text:?}");
        }
        assert_eq!(ms("1000000000000000", Unit::Seconds), None, "16 digits");
    }

    #[test]
    fn reads_rfc3339_with_fraction_and_offset() {
        let noon = 1_573_899_072_000;
        assert_eq!(ms("2019-11-16T10:11:12Z", Unit::Rfc3339), Some(noon));
        assert_eq!(ms("2019-11-16T10:11:12.634234626Z", Unit::Rfc3339), Some(noon + 634));
        assert_eq!(ms("2019-11-16T10:11:12.6Z", Unit::Rfc3339), Some(noon + 600));
        assert_eq!(ms("2019-11-16T12:11:12+02:00", Unit::Rfc3339), Some(noon));
        assert_eq!(ms("2019-11-16T05:41:12-04:30", Unit::Rfc3339), Some(noon));
        assert_eq!(ms("2000-02-29T00:00:00Z", Unit::Rfc3339), Some(951_782_400_000));
        assert_eq!(ms("1969-12-31T23:59:59Z", Unit::Rfc3339), Some(-1000));
    }

    #[test]
    fn refuses_what_rfc3339_does_not_know() {
        for text in [
            "2019-11-16t10:11:12z",
            "2019-11-16 10:11:12Z",
            "2019-11-16T10:11:12",
            "2019-11-16T10:11:12.Z",
            "2019-11-16T10:11:12.1234567890Z",
            "2019-13-01T00:00:00Z",
            "2019-02-29T00:00:00Z",
            "1900-02-29T00:00:00Z",
            "2019-11-31T00:00:00Z",
            "2019-11-16T24:00:00Z",
            "2019-11-16T10:60:00Z",
            "2019-11-16T10:11:60Z",
            "2019-11-16T10:11:12+24:00",
            "2019-11-16T10:11:12+0200",
            "2019-11-16T10:11:12+99999999999999999999999999:00",
            "2019-11-16T10:11:12ZZ",
            "+019-11-16T10:11:12Z",
        ] {
            assert_eq!(ms(text, Unit::Rfc3339), None, "{text:?}");
        }
    }

    #[test]
    fn renders_what_it_reads() {
        for unit in [Unit::Seconds, Unit::Milliseconds, Unit::Rfc3339] {
            for whole in [0, 951_782_400_000, 1_709_164_800_000, 1_767_225_599_000_u64] {
                let text = render(whole, unit);
                assert_eq!(ms(&text, unit), i64::try_from(whole).ok(), "{text}");
            }
        }
        assert_eq!(render(1_573_899_072_634, Unit::Rfc3339), "2019-11-16T10:11:12.634Z");
    }

    #[test]
    fn every_day_of_four_centuries_has_its_date() {
        for days in 0..146_097_u64 {
            let midnight = days * 86_400_000;
            let text = render(midnight, Unit::Rfc3339);
            assert_eq!(ms(&text, Unit::Rfc3339), i64::try_from(midnight).ok(), "{text}");
        }
        assert_eq!(render(146_097 * 86_400_000, Unit::Rfc3339), "2370-01-01T00:00:00.000Z");
    }
}
