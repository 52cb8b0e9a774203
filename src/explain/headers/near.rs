//! Near: the header whose name is most like one that is missing.

use alloc::string::String;
use alloc::vec::Vec;

use crate::explain::change::Header;
use crate::scheme::same_name;

/// Most headers that are looked through.
pub(super) const HEADERS_MAX: usize = 64;

/// The header whose name is most like `name`, if one is.
pub(crate) fn near<'h>(name: &str, headers: &'h [Header]) -> Option<&'h str> {
    let wanted = bare(name);
    let candidates = headers.iter().take(HEADERS_MAX).filter(|(other, _)| !same_name(other, name));
    let distance = |other: &str| {
        let other = bare(other);
        // The last word says what a header is for; brands change more often than it does.
        let kin = last_word(name).eq_ignore_ascii_case(last_word(other.as_str()));
        let word = last_word(name).len();
        let apart = distance(&wanted, &other);
        (apart <= wanted.len() / 3 || (kin && word > 1) || other.ends_with(&bare(last_word(name))))
            .then_some(apart)
    };
    let ranked = candidates.filter_map(|(other, _)| Some((distance(other)?, other.as_str())));
    ranked.min_by_key(|(distance, _)| *distance).map(|(_, name)| name)
}

fn last_word(name: &str) -> &str {
    name.rsplit(['-', '_']).next().unwrap_or(name)
}

/// A name without what gateways and environments do to it.
fn bare(name: &str) -> String {
    let name = name.to_ascii_lowercase().replace('_', "-");
    let name = name.strip_prefix("http-").unwrap_or(&name);
    let name = name.strip_prefix("x-").unwrap_or(name);
    name.chars().filter(char::is_ascii_alphanumeric).take(128).collect()
}

/// How many letters must be changed to make one name of the other.
fn distance(one: &str, other: &str) -> usize {
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (index, byte) in one.bytes().enumerate() {
        let mut diagonal = row[0];
        row[0] = index + 1;
        for (place, other) in other.bytes().enumerate() {
            let above = row[place + 1];
            let changed = diagonal + usize::from(byte != other);
            row[place + 1] = changed.min(above + 1).min(row[place] + 1);
            diagonal = above;
        }
    }
    row.last().copied().unwrap_or_default()
}
