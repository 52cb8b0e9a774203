//! Headers: names and values that were changed on their way.

mod near;
mod signature;

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

use super::change::{Change, Header, weight};
use super::code::FindingCode;
use crate::scheme::{HeaderRow, Role, Scheme, same_name};
use near::HEADERS_MAX;
pub(super) use near::near;

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
            pairs.push(format!("`{name}` arrived as `{}`", header.0));
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
        let evidence = format!("`{name}` arrived as `{other}`.");
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
    let evidence =
        "A header arrived more than once, with the same value each time; once, it matches.";
    vec![Change::means(FindingCode::HeaderTwice, evidence).headers(kept)]
}
