//! Content: the same pieces, signed in another order, with other separators, or not all of them.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::change::{Change, Header};
use super::code::FindingCode;
use super::scheme::{line, with};
use crate::scheme::{Format, Scheme};

/// What stands between a timestamp and a body, as the text form writes it.
const SEPARATORS: &[&str] = &[".", ":", "", "\\n", "|", "-", "_", "\\s", ",", ";", "/", "+", "&"];

/// What else may be signed.
pub(super) fn changes(scheme: &Scheme, headers: &[Header], changes: &mut Vec<Change>) {
    contents(scheme, changes);
    timestamps(scheme, headers, changes);
}

/// The same pieces in another order, with other separators, or fewer of them.
fn contents(scheme: &Scheme, changes: &mut Vec<Change>) {
    let Some(content) = line(scheme, "content").filter(|text| text.contains("{timestamp}")) else {
        return;
    };
    let swapped = swap(&content);
    let mut add = |code, other: &str, evidence: String| {
        if other != content
            && let Some(other) = with_content(scheme, other)
        {
            changes.push(Change::means(code, evidence).scheme(other));
        }
    };
    add(FindingCode::SchemeOrder, &swapped, format!("Signed as `{swapped}`, it fits."));
    for separator in SEPARATORS {
        for (code, whole) in [
            (FindingCode::SchemeSeparator, respaced(&content, separator)),
            (FindingCode::SchemeSeparator, format!("{{timestamp}}{separator}{{body}}")),
            (FindingCode::SchemeOrder, format!("{{body}}{separator}{{timestamp}}")),
        ] {
            add(code, &whole, format!("Signed as `{whole}`, it fits."));
        }
    }
    let bare = content.replace("{timestamp}", "").trim_start_matches(['.', ':']).to_string();
    let bare = bare.replace("..", ".").replace("::", ":");
    for content in [bare.as_str(), "{body}"] {
        let mut fields =
            Vec::from([("content", Some(content)), ("timestamp", None), ("tolerance", None)]);
        let format = untimed(scheme);
        if let Some(format) = &format {
            fields.push(("format", Some(format)));
        }
        fields.push(("id", None));
        let Some(other) = with(scheme, &fields) else { continue };
        let evidence = format!("Signed as `{content}`, it fits.");
        changes.push(Change::means(FindingCode::SchemeNoTimestamp, evidence).scheme(other));
    }
}

/// With other content; an id that is then no longer signed goes.
fn with_content(scheme: &Scheme, content: &str) -> Option<Scheme> {
    let line = ("content", Some(content));
    with(scheme, &[line]).or_else(|| with(scheme, &[line, ("id", None)]))
}

fn swap(content: &str) -> String {
    content
        .replace("{timestamp}", "{\0}")
        .replace("{body}", "{timestamp}")
        .replace("{\0}", "{body}")
}

/// The content with another text between its pieces.
fn respaced(content: &str, separator: &str) -> String {
    let pieces: Vec<&str> = content.split_inclusive('}').collect();
    let respace = |piece: &&str| match piece.split_once('{') {
        Some((text, rest)) if !text.is_empty() && text.len() <= 2 => format!("{separator}{{{rest}"),
        _ => (*piece).to_string(),
    };
    pieces.iter().map(respace).collect()
}

/// The format of pairs without its timestamp key.
fn untimed(scheme: &Scheme) -> Option<String> {
    let Format::Pairs { separator, signature_key, timestamp_key: Some(_), .. } = scheme.format()
    else {
        return None;
    };
    Some(format!("pairs {} = {signature_key}", char::from(separator)))
}

/// For a scheme that signs the body alone: a header that came is signed in front of it.
fn timestamps(scheme: &Scheme, headers: &[Header], changes: &mut Vec<Change>) {
    if line(scheme, "content").is_some_and(|content| content != "{body}") {
        return;
    }
    let is_told = |name: &str| {
        let name = name.to_ascii_lowercase();
        name.contains("time")
            || name.contains("date")
            || name.ends_with("-id")
            || name.contains("nonce")
    };
    for (name, _) in headers.iter().filter(|(name, _)| is_told(name)).take(4) {
        for separator in SEPARATORS {
            for content in [
                format!("{{header:{name}}}{separator}{{body}}"),
                format!("{{body}}{separator}{{header:{name}}}"),
            ] {
                let Some(other) = with(scheme, &[("content", Some(&content))]) else { continue };
                let evidence = format!("Signed as `{content}`, it fits.");
                changes.push(Change::means(FindingCode::SchemeContent, evidence).scheme(other));
            }
        }
    }
}
