//! Scheme: recipes that differ from the chosen one in one thing.

mod pieces;

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

use super::change::{Change, Header};
use super::code::FindingCode;
use super::known::{self, Known};
use super::shape;
use crate::encoding::Encoding;
use crate::scheme::{
    Algorithm, Format, Piece, Scheme, SchemeSpec, TimestampRule, TimestampSource, Tolerance, Unit,
    same_name,
};
use crate::sentence;

/// Longest key, and longest prefix, that a report quotes from a signature header.
const KEY_BYTES_MAX: usize = 16;

/// The scheme with some of its fields changed; `None` for what is not a scheme.
pub(super) fn edited(scheme: &Scheme, edit: impl FnOnce(&mut SchemeSpec)) -> Option<Scheme> {
    let mut spec = scheme.to_spec();
    edit(&mut spec);
    Scheme::new(spec).ok()
}

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
        let evidence = format!("{evidence} Its signature comes in `{name}`. {warning}");
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
        let evidence = format!("The scheme of {} (`{}`) fits.", provider.title, other.name());
        (other.name() != scheme.name()).then_some((other, evidence))
    };
    known::ALL.iter().filter_map(other)
}

/// The same scheme, but for one thing.
pub(super) fn changes(scheme: &Scheme, headers: &[Header]) -> Vec<Change> {
    let mut changes = Vec::new();
    written(scheme, &mut changes);
    formats(scheme, headers, &mut changes);
    pieces::changes(scheme, headers, &mut changes);
    units(scheme, &mut changes);
    changes
}

/// Other hashes, and other spellings of a signature.
fn written(scheme: &Scheme, changes: &mut Vec<Change>) {
    let own = (scheme.algorithm(), scheme.encoding());
    for (name, algorithm) in Algorithm::NAMES {
        for (encoding_name, encoding) in Encoding::NAMES {
            if (*algorithm, *encoding) == own {
                continue;
            }
            let is_case = matches!(
                (own.1, encoding),
                (Encoding::Hex | Encoding::HexAnyCase, Encoding::Hex | Encoding::HexAnyCase)
            );
            let (code, evidence) = if *algorithm != own.0 {
                let warning = weakness(scheme, *algorithm).unwrap_or_default();
                let evidence = format!("{name} fits, written in {encoding_name}. {warning}");
                (FindingCode::SchemeAlgorithm, evidence.trim_end().to_string())
            } else if is_case {
                (FindingCode::SignatureCase, "Read in either letter case, it fits.".to_string())
            } else {
                (FindingCode::SignatureEncoding, format!("Read as {encoding_name}, it fits."))
            };
            for format in labelled(scheme, name) {
                let other = edited(scheme, |spec| {
                    spec.algorithm = *algorithm;
                    spec.signature.encoding = *encoding;
                    spec.signature.format = format;
                });
                let Some(other) = other else { continue };
                changes.push(Change::means(code, evidence.as_str()).scheme(other));
            }
        }
    }
}

/// What to say of a hash that fits and is weaker than the scheme's: a report advises no step down.
pub(super) fn weakness(scheme: &Scheme, algorithm: Algorithm) -> Option<String> {
    let own = scheme.algorithm();
    if algorithm != Algorithm::HmacSha1 || own == Algorithm::HmacSha1 {
        return None;
    }
    let (name, own) = (algorithm.name(), own.name());
    Some(format!("It is signed with {name}, weaker than the {own} of the scheme: ask for that."))
}

/// The format as it is, and with the label of the hash that is tried.
fn labelled(scheme: &Scheme, algorithm: &str) -> Vec<Format> {
    let mut formats = Vec::from([scheme.format().clone()]);
    if matches!(scheme.format(), Format::Value { .. }) {
        let hash = algorithm.trim_start_matches("hmac-");
        formats.push(Format::Value { prefix: format!("{hash}=") });
        formats.push(Format::Value { prefix: String::new() });
    }
    formats.dedup();
    formats
}

/// Formats made of the very keys and prefixes that arrived.
fn formats(scheme: &Scheme, headers: &[Header], changes: &mut Vec<Change>) {
    let names: Vec<&str> = scheme.signature_names().collect();
    let arrived =
        headers.iter().filter(|(name, _)| names.iter().any(|other| same_name(other, name)));
    for (_, value) in arrived {
        let Ok(value) = core::str::from_utf8(value) else { continue };
        if matches!(scheme.format(), Format::Value { .. }) {
            prefix(scheme, value, changes);
        }
        pairs(scheme, value, changes);
    }
}

fn prefix(scheme: &Scheme, value: &str, changes: &mut Vec<Change>) {
    let Some((start, _)) = shape::find(value).last() else { return };
    let prefix = &value[..start];
    let evidence = match prefix {
        "" => "The signature came without its prefix; read like this, it fits.".to_string(),
        // A prefix is what a sender writes in front; nothing of the signature is in it.
        _ if prefix.len() <= 24 => {
            format!("The signature came after `{prefix}`; read like this, it fits.")
        }
        _ => "The signature came after a longer text; read like this, it fits.".to_string(),
    };
    let other = edited(scheme, |spec| {
        spec.signature.format = Format::Value { prefix: prefix.to_string() };
    });
    if let Some(other) = other {
        changes.push(Change::means(FindingCode::SignaturePrefix, evidence).scheme(other));
    }
}

fn pairs(scheme: &Scheme, value: &str, changes: &mut Vec<Change>) {
    let separator = if value.contains(';') { b';' } else { b',' };
    let items = value.split([',', ';']).filter_map(|item| item.trim().split_once('='));
    let items: Vec<(&str, &str)> = items.take(8).collect();
    let spaces = value.contains(", ") || value.contains("; ");
    let is_time = |text: &str| {
        (9..=15).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    let time = items.iter().find(|(_, text)| is_time(text)).map(|(key, _)| *key);
    // A key is short; what is longer may be a signature that ends in the padding of base64.
    let is_key = |(key, text): &&(&str, &str)| key.len() <= KEY_BYTES_MAX && !is_time(text);
    for (key, _) in items.iter().filter(is_key) {
        let other = edited(scheme, |spec| {
            spec.signature.format = Format::Pairs {
                separator,
                signature_key: (*key).to_string(),
                timestamp_key: time.map(String::from),
                spaces: spaces && time.is_some(),
            };
            let is_timed = spec.content.contains(&Piece::Timestamp);
            if time.is_some() && !is_timed {
                spec.content = vec![Piece::Timestamp, Piece::Literal(".".to_string()), Piece::Body];
            }
            spec.timestamp = time.map(|_| TimestampRule {
                source: TimestampSource::Field,
                unit: Unit::Seconds,
                tolerance: Tolerance::default(),
            });
        });
        let Some(other) = other else { continue };
        let evidence = format!("Read as `{}`, it fits.", sentence::shape(&other));
        changes.push(Change::means(FindingCode::SchemeFormat, evidence).scheme(other));
    }
}

fn units(scheme: &Scheme, changes: &mut Vec<Change>) {
    for (name, unit) in Unit::NAMES {
        let Some(other) = with_unit(scheme, *unit) else { continue };
        let evidence = format!("With the timestamp read as `{name}`, it fits.");
        changes.push(Change::means(FindingCode::SchemeUnit, evidence).scheme(other));
    }
}

/// The scheme with its timestamp in another unit; `None` if that is its own.
pub(super) fn with_unit(scheme: &Scheme, unit: Unit) -> Option<Scheme> {
    let own = scheme.timestamp()?.unit;
    if own == unit {
        return None;
    }
    edited(scheme, |spec| {
        if let Some(rule) = &mut spec.timestamp {
            rule.unit = unit;
        }
    })
}
