//! Scheme: recipes that differ from the chosen one in one thing.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::change::{Change, Header};
use super::code::FindingCode;
use super::known::{self, Known};
use super::{content, shape};
use crate::encoding::Encoding;
use crate::scheme::{Format, Mac, Role, Scheme, TimestampSource, Unit, same_name};

/// Longest key, and longest prefix, that a report quotes from a signature header.
const KEY_BYTES_MAX: usize = 16;

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
        let name = signature_names(scheme).next()?;
        let warning = weakness(scheme, other.mac()).unwrap_or_default();
        let evidence = format!("{evidence} Its signature comes in `{name}`. {warning}");
        let evidence = evidence.trim_end();
        let other = with(&other, &[("header", Some(name))])?;
        Some(Change::means(FindingCode::SchemeProvider, evidence).scheme(other))
    };
    others(scheme).filter_map(renamed).collect()
}

fn others(scheme: &Scheme) -> impl Iterator<Item = (Scheme, String)> {
    let other = |provider: &Known| {
        let other: Scheme = provider.scheme.parse().ok()?;
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
    content::changes(scheme, headers, &mut changes);
    units(scheme, &mut changes);
    changes
}

/// Other hashes, and other spellings of a signature.
fn written(scheme: &Scheme, changes: &mut Vec<Change>) {
    let own = (scheme.mac(), scheme.encoding());
    for (mac, mac_value) in Mac::NAMES {
        for (encoding, encoding_value) in Encoding::NAMES {
            if (*mac_value, *encoding_value) == own {
                continue;
            }
            let is_case = matches!(
                (own.1, encoding_value),
                (Encoding::Hex | Encoding::HexAnyCase, Encoding::Hex | Encoding::HexAnyCase)
            );
            let (code, evidence) = if *mac_value != own.0 {
                let warning = weakness(scheme, *mac_value).unwrap_or_default();
                let evidence = format!("HMAC with {mac} fits, written in {encoding}. {warning}");
                (FindingCode::SchemeAlgorithm, evidence.trim_end().to_string())
            } else if is_case {
                (FindingCode::SignatureCase, "Read in either letter case, it fits.".to_string())
            } else {
                (FindingCode::SignatureEncoding, format!("Read as {encoding}, it fits."))
            };
            let fields = [("mac", Some(*mac)), ("encoding", Some(*encoding))];
            for format in prefixes(scheme, mac) {
                let fields = [fields.as_slice(), &[("format", format.as_deref())]].concat();
                let Some(other) = with(scheme, &fields) else { continue };
                changes.push(Change::means(code, evidence.as_str()).scheme(other));
            }
        }
    }
}

/// What to say of a hash that fits and is weaker than the scheme's: a report advises no step down.
pub(super) fn weakness(scheme: &Scheme, mac: Mac) -> Option<String> {
    let own = Mac::NAMES.iter().find(|(_, own)| *own == scheme.mac() && *own != Mac::Sha1);
    let (own, _) = own.filter(|_| mac == Mac::Sha1)?;
    Some(format!("It is signed with sha1, weaker than the {own} of the scheme: ask for that."))
}

/// The format as it is, and with the label of the hash that is tried.
fn prefixes(scheme: &Scheme, mac: &str) -> Vec<Option<String>> {
    let mut formats = Vec::new();
    formats.push(line(scheme, "format"));
    if matches!(scheme.format(), Format::Value { .. }) {
        formats.push(Some(format!("value {mac}=")));
        formats.push(Some("value".to_string()));
    }
    formats.dedup();
    formats
}

/// Formats made of the very keys and prefixes that came.
fn formats(scheme: &Scheme, headers: &[Header], changes: &mut Vec<Change>) {
    let names: Vec<&str> = signature_names(scheme).collect();
    let came = headers.iter().filter(|(name, _)| names.iter().any(|other| same_name(other, name)));
    for (_, value) in came {
        let Ok(value) = core::str::from_utf8(value) else { continue };
        match scheme.format() {
            Format::Pairs { .. } | Format::Positional | Format::Tokens { .. } => {
                pairs(scheme, value, changes);
            }
            Format::Value { .. } => {
                prefix(scheme, value, changes);
                pairs(scheme, value, changes);
            }
        }
    }
}

fn prefix(scheme: &Scheme, value: &str, changes: &mut Vec<Change>) {
    let Some((start, _)) = shape::find(value).last() else { return };
    let prefix = &value[..start];
    let format = match prefix.strip_suffix(' ') {
        _ if prefix.is_empty() => "value".to_string(),
        Some(bare) => format!("value {bare}\\s"),
        None => format!("value {prefix}"),
    };
    let evidence = match prefix {
        "" => "The signature came without its prefix; read like this, it fits.".to_string(),
        // A prefix is what a sender writes in front; nothing of the signature is in it.
        _ if prefix.len() <= 24 => {
            format!("The signature came after `{prefix}`; read like this, it fits.")
        }
        _ => "The signature came after a longer text; read like this, it fits.".to_string(),
    };
    if let Some(other) = with(scheme, &[("format", Some(&format))]) {
        changes.push(Change::means(FindingCode::SignaturePrefix, evidence).scheme(other));
    }
}

fn pairs(scheme: &Scheme, value: &str, changes: &mut Vec<Change>) {
    let separator = if value.contains(';') { ';' } else { ',' };
    let items = value.split([',', ';']).filter_map(|item| item.trim().split_once('='));
    let items: Vec<(&str, &str)> = items.take(8).collect();
    let spaces = if value.contains(", ") || value.contains("; ") { " spaces" } else { "" };
    let is_time = |text: &str| {
        (9..=15).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    let time = items.iter().find(|(_, text)| is_time(text));
    // A key is short; what is longer may be a signature that ends in the padding of base64.
    let is_key = |(key, text): &&(&str, &str)| key.len() <= KEY_BYTES_MAX && !is_time(text);
    for (key, _) in items.iter().filter(is_key) {
        let (format, timestamp, content) = match time {
            Some((time, _)) => (
                format!("pairs {separator} = {key} {time}{spaces}"),
                Some("field s"),
                line(scheme, "content").filter(|text| text.contains("{timestamp}")),
            ),
            None => (format!("pairs {separator} = {key}"), None, line(scheme, "content")),
        };
        let content = content.or(time.map(|_| "{timestamp}.{body}".to_string()));
        let fields = [
            ("format", Some(format.as_str())),
            ("timestamp", timestamp),
            ("tolerance", None),
            ("content", content.as_deref()),
        ];
        let Some(other) = with(scheme, &fields) else { continue };
        let evidence = format!("Read as `{format}`, it fits.");
        changes.push(Change::means(FindingCode::SchemeFormat, evidence).scheme(other));
    }
}

fn units(scheme: &Scheme, changes: &mut Vec<Change>) {
    for (unit, _) in Unit::NAMES {
        let Some(other) = with_unit(scheme, unit) else { continue };
        let evidence = format!("With the timestamp read as `{unit}`, it fits.");
        changes.push(Change::means(FindingCode::SchemeUnit, evidence).scheme(other));
    }
}

/// The scheme with its timestamp in another unit; `None` if that is its own.
pub(super) fn with_unit(scheme: &Scheme, unit: &str) -> Option<Scheme> {
    let (source, own) = scheme.timestamp()?;
    if Unit::NAMES.iter().any(|(name, known)| *name == unit && *known == own) {
        return None;
    }
    let line = match source {
        TimestampSource::Field => format!("field {unit}"),
        TimestampSource::Header(name) => format!("header {name} {unit}"),
        TimestampSource::Body(key) => format!("body {key} {unit}"),
    };
    with(scheme, &[("timestamp", Some(&line))])
}

pub(super) fn signature_names(scheme: &Scheme) -> impl Iterator<Item = &str> {
    scheme.headers().filter(|(_, role)| *role == Role::Signature).map(|(name, _)| name)
}

/// The value of one line of the text form.
pub(super) fn line(scheme: &Scheme, field: &str) -> Option<String> {
    let text = scheme.to_string();
    let value = |line: &str| Some(line.strip_prefix(field)?.strip_prefix(": ")?.to_string());
    text.lines().find_map(value)
}

/// The scheme with some lines replaced; `None` for what is no scheme.
pub(super) fn with(scheme: &Scheme, fields: &[(&str, Option<&str>)]) -> Option<Scheme> {
    let mut text = String::new();
    let is_replaced = |line: &str| {
        line.split_once(':').is_some_and(|(name, _)| fields.iter().any(|(field, _)| *field == name))
    };
    for line in scheme.to_string().lines().filter(|line| !is_replaced(line)) {
        text.extend([line, "\n"]);
    }
    for (field, value) in fields {
        if let Some(value) = value {
            text.extend([field, ": ", value, "\n"]);
        }
    }
    text.parse().ok()
}
