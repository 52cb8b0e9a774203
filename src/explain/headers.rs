//! Header: names and values that were changed on their way.

mod signature;

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

use super::change::{Change, Header};
use super::code::FindingCode;
use crate::scheme::{HeaderRow, Role, Scheme, same_name};

/// Most headers that are looked through.
const HEADERS_MAX: usize = 64;

/// Most bytes of headers that are changed, since every change keeps a copy; servers take fewer.
const HEADERS_BYTES_MAX: usize = 128 << 10;

/// Everything that is tried with the headers.
pub(super) fn changes(scheme: &Scheme, headers: &[Header]) -> Vec<Change> {
    let mut changes = Vec::new();
    if weight(headers) > HEADERS_BYTES_MAX {
        return changes;
    }
    names(scheme, headers, &mut changes);
    let is_signature = |name: &str| scheme.signature_names().any(|other| same_name(other, name));
    for (index, (name, value)) in headers.iter().enumerate().take(HEADERS_MAX) {
        let Some(value) = core::str::from_utf8(value).ok().filter(|_| is_signature(name)) else {
            continue;
        };
        for (code, evidence, value) in signature::values(scheme, value) {
            let mut headers = headers.to_vec();
            headers[index].1 = value.into_bytes();
            changes.push(Change::means(code, evidence).headers(headers));
        }
    }
    changes.extend(once(scheme, headers));
    changes
}

/// The bytes of all names and values.
pub(super) fn weight(headers: &[Header]) -> usize {
    headers.iter().map(|(name, value)| name.len() + value.len()).sum()
}

/// Headers that came, under the names of those that did not.
fn names(scheme: &Scheme, headers: &[Header], changes: &mut Vec<Change>) {
    let missing = missing(scheme, headers);
    if missing.is_empty() {
        return;
    }
    // All of them at once, each by the nearest name: a gateway that renames one renames the others.
    let mut renamed = headers.to_vec();
    let mut pairs: Vec<String> = Vec::new();
    for name in &missing {
        let Some(near) = near(name, headers) else { continue };
        if let Some(header) = renamed.iter_mut().find(|(other, _)| same_name(other, near)) {
            pairs.push(format!("`{name}` came as `{}`", header.0));
            header.0 = (*name).to_string();
        }
    }
    if !pairs.is_empty() {
        let evidence = pairs.join(", ") + ".";
        changes.push(Change::means(FindingCode::HeaderName, evidence).headers(renamed));
    }
    let Some(name) = missing.first() else { return };
    for (index, (other, _)) in headers.iter().enumerate().take(HEADERS_MAX) {
        let mut renamed = headers.to_vec();
        renamed[index].0 = (*name).to_string();
        let evidence = format!("`{name}` came as `{other}`.");
        changes.push(Change::means(FindingCode::HeaderName, evidence).headers(renamed));
    }
}

/// The headers that the scheme needs and that did not come.
fn missing<'s>(scheme: &'s Scheme, headers: &[Header]) -> Vec<&'s str> {
    let came = |name: &str| headers.iter().any(|(other, _)| same_name(other, name));
    let is_signed = scheme.signature_names().any(came);
    let mut missing: Vec<&str> = Vec::new();
    for HeaderRow { name, role } in scheme.headers() {
        let is_needed = match role {
            // One name of it is enough.
            Role::Signature => {
                !is_signed
                    && !missing
                        .iter()
                        .any(|other| scheme.signature_names().any(|name| name == *other))
            }
            _ => !came(name),
        };
        if is_needed {
            missing.push(name);
        }
    }
    missing
}

/// The header whose name is most like `name`, if one is.
pub(super) fn near<'h>(name: &str, headers: &'h [Header]) -> Option<&'h str> {
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

/// The headers with every name once, where all its values are the same.
fn once(scheme: &Scheme, headers: &[Header]) -> Vec<Change> {
    let reads = |name: &str| scheme.headers().iter().any(|row| same_name(&row.name, name));
    let mut kept: Vec<Header> = Vec::new();
    for (name, value) in headers.iter().take(HEADERS_MAX) {
        let is_copy = |(other, known): &Header| same_name(other, name) && known == value;
        if !reads(name) || !kept.iter().any(is_copy) {
            kept.push((name.clone(), value.clone()));
        }
    }
    if kept.len() == headers.len() || headers.len() > HEADERS_MAX {
        return Vec::new();
    }
    let evidence = "A header came more than once, with the same value each time; once, it fits.";
    vec![Change::means(FindingCode::HeaderTwice, evidence).headers(kept)]
}
