//! Signature: the value of the signature header as senders and gateways write it otherwise.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::explain::code::FindingCode;
use crate::explain::shape;
use crate::scheme::{Format, Scheme};

/// Other values of the signature header.
pub(super) fn values(scheme: &Scheme, value: &str) -> Vec<(FindingCode, String, String)> {
    let mut values = Vec::new();
    let trimmed = value.trim().trim_matches(['"', '\'']).trim();
    if trimmed != value {
        let evidence = "Without the spaces or quotes around it, it matches.".to_string();
        values.push((FindingCode::SignatureBlanks, evidence, trimmed.to_string()));
    }
    if let Some((half, other)) =
        trimmed.split_at_checked(trimmed.len() / 2).filter(|_| trimmed.len() > 2)
    {
        let other = other.trim_start_matches([',', ' ']);
        if half.trim_end_matches([',', ' ']) == other {
            let evidence = "The value is the same text twice; once, it matches.".to_string();
            values.push((FindingCode::HeaderTwice, evidence, other.to_string()));
        }
    }
    prefixed(scheme, trimmed, &mut values);
    for mark in ["0x", "0X"] {
        if trimmed.contains(mark) {
            let evidence =
                format!("The signature arrived after `{mark}`; without that, it matches.");
            values.push((FindingCode::SignaturePrefix, evidence, trimmed.replace(mark, "")));
        }
    }
    let padded = format!("{trimmed}{}", &"==="[..(4 - trimmed.len() % 4) % 4]);
    for other in [
        padded,
        trimmed.trim_end_matches('=').to_string(),
        trimmed.replace("%3D", "=").replace("%2B", "+").replace("%2F", "/"),
        trimmed.replace('-', "+").replace('_', "/"),
        trimmed.replace(' ', "+"),
    ] {
        if other != trimmed {
            let evidence = "Written in the scheme's own base64, it matches.".to_string();
            values.push((FindingCode::SignatureEncoding, evidence, other));
        }
    }
    values
}

/// The value with the scheme's prefix once, and only that.
fn prefixed(scheme: &Scheme, value: &str, values: &mut Vec<(FindingCode, String, String)>) {
    let prefix = match scheme.format() {
        Format::Value { prefix } => prefix.clone(),
        Format::Tokens { tag } => format!("{tag},"),
        Format::Pairs { .. } | Format::Positional => return,
    };
    let Some((start, word)) = shape::find(value).last() else { return };
    let came = &value[..start];
    if came == prefix {
        return;
    }
    let times = if prefix.is_empty() { 0 } else { came.matches(prefix.as_str()).count() };
    let evidence = match (came, times) {
        ("", _) => format!("The signature arrived without `{prefix}`; with it, it matches."),
        (_, 2..) => format!("The signature arrived with `{prefix}` more than once."),
        _ if came.len() <= 24 => {
            format!("The signature arrived after `{came}`; without that, it matches.")
        }
        _ => "The signature arrived after a longer text; without that, it matches.".to_string(),
    };
    values.push((FindingCode::SignaturePrefix, evidence, format!("{prefix}{word}")));
}
