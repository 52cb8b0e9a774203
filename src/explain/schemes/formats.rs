//! Formats: other grammars of the signature header, made of what arrived in it.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

use super::edit::edited;
use crate::explain::change::{Change, Header};
use crate::explain::code::FindingCode;
use crate::explain::shape;
use crate::scheme::{
    Format, Piece, Scheme, TimestampRule, TimestampSource, Tolerance, Unit, same_name,
};
use crate::sentence;

/// Longest key, and longest prefix, that a report quotes from a signature header.
const KEY_BYTES_MAX: usize = 16;

/// Formats made of the very keys and prefixes that arrived.
pub(super) fn changes(scheme: &Scheme, headers: &[Header], changes: &mut Vec<Change>) {
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
        "" => "The signature arrived without its prefix; read like this, it matches.".to_string(),
        // A prefix is what a sender writes in front; nothing of the signature is in it.
        _ if prefix.len() <= 24 => {
            format!("The signature arrived after `{prefix}`; read like this, it matches.")
        }
        _ => "The signature arrived after a longer text; read like this, it matches.".to_string(),
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
        let evidence = format!("Read as `{}`, it matches.", sentence::shape(&other));
        changes.push(Change::means(FindingCode::SchemeFormat, evidence).scheme(other));
    }
}
