//! Schemes: recipes that differ from the chosen one in one thing.

mod edit;

mod written;

mod formats;

mod pieces;

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

use super::change::{Change, Header};
use super::code::FindingCode;
use super::known::{self, Known};
use crate::scheme::{Scheme, Unit};
use edit::edited;
pub(super) use edit::with_unit;
pub(super) use written::weakness;

/// The delivery as another built-in provider's.
pub(super) fn providers(scheme: &Scheme) -> Vec<Change> {
    let fits = |(other, evidence): (Scheme, String)| {
        Change::means(FindingCode::SchemeProvider, evidence).scheme(other)
    };
    others(scheme).map(fits).collect()
}

/// As another provider's, under the chosen scheme's header: a gateway, or a scheme written by hand,
/// may have given it another name.
pub(super) fn renamed_providers(scheme: &Scheme) -> Vec<Change> {
    let renamed = |(other, evidence): (Scheme, String)| {
        let name = scheme.signature_names().next()?;
        let warning = weakness(scheme, other.algorithm()).unwrap_or_default();
        let evidence = format!("{evidence} Its signature arrives in `{name}`. {warning}");
        let evidence = evidence.trim_end();
        let other = edited(&other, |spec| {
            (spec.signature.headers, spec.signature.each) = (vec![name.to_string()], false);
        })?;
        Some(Change::means(FindingCode::SchemeProvider, evidence).scheme(other))
    };
    others(scheme).filter_map(renamed).collect()
}

fn others(scheme: &Scheme) -> impl Iterator<Item = (Scheme, String)> {
    let other = |provider: &Known| {
        let other = provider.scheme()?;
        let evidence = format!("The scheme of {} (`{}`) matches.", provider.title, other.name());
        (other.name() != scheme.name()).then_some((other, evidence))
    };
    known::ALL.iter().filter_map(other)
}

/// The same scheme, but for one thing.
pub(super) fn changes(scheme: &Scheme, headers: &[Header]) -> Vec<Change> {
    let mut changes = Vec::new();
    written::changes(scheme, &mut changes);
    formats::changes(scheme, headers, &mut changes);
    pieces::changes(scheme, headers, &mut changes);
    units(scheme, &mut changes);
    changes
}

fn units(scheme: &Scheme, changes: &mut Vec<Change>) {
    for (name, unit) in Unit::NAMES {
        let Some(other) = with_unit(scheme, *unit) else { continue };
        let evidence = format!("With the timestamp read as `{name}`, it matches.");
        changes.push(Change::means(FindingCode::SchemeUnit, evidence).scheme(other));
    }
}
