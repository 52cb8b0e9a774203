//! Secrets: what people do to the text of a secret on its way from a dashboard to a variable.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use zeroize::Zeroizing;

use super::case::{Other, OtherKind};
use super::change::{Change, Key};
use super::code::FindingCode;
use crate::encoding::{base64_key, hex_key};
use crate::scheme::{KeyEncoding, Scheme};

/// Prefixes that secrets are known to have.
const PREFIXES: &[&str] = &["v1,whsec_", "whsec_", "sk_", "sha256="];

/// Everything that is tried in the place of the secrets.
pub(super) fn changes(keys: &[Key], others: &[Other], scheme: &Scheme) -> Vec<Change> {
    let mut changes = Vec::new();
    for other in others {
        changes.push(other_secret(other));
    }
    for key in keys {
        if let Key::Text(text) = key {
            rewritten(text, scheme, &mut changes);
            decoded(text, scheme, &mut changes);
        }
    }
    changes
}

fn other_secret(other: &Other) -> Change {
    let code = match other.kind {
        OtherKind::Previous => FindingCode::SecretPrevious,
        OtherKind::Mode => FindingCode::SecretMode,
        OtherKind::Other => FindingCode::SecretOther,
    };
    let key = Key::Text(Zeroizing::new(other.secret.to_string()));
    Change::means(code, format!("The secret called {:?} matches.", other.label)).key(key)
}

/// The text without what does not belong to it, or with what does.
fn rewritten(text: &str, scheme: &Scheme, changes: &mut Vec<Change>) {
    let mut add = |code, evidence: &str, other: &str| {
        if other != text {
            let key = Key::Text(Zeroizing::new(other.to_string()));
            changes.push(Change::means(code, evidence).key(key));
        }
    };
    let bare = trimmed(text);
    add(FindingCode::SecretBlanks, &surplus(text, bare), bare);
    let unquoted = unquoted(bare);
    add(FindingCode::SecretQuotes, "Without the quotes around it, it matches.", unquoted);
    let inner = trimmed(unquoted);
    add(FindingCode::SecretQuotes, "Without the quotes and spaces around it, it matches.", inner);
    let half = bare.trim_matches(['"', '\'']);
    add(FindingCode::SecretQuotes, "Without the quote at its end, it matches.", half);
    if let Some((name, value)) = bare.split_once('=').or_else(|| bare.split_once(": "))
        && is_variable(name)
        // The padding of a secret in base32 or base64 is no value: everybody knows it.
        && value.bytes().any(|byte| byte != b'=')
    {
        let evidence =
            "It begins with the name of a variable and a separator; without them, it matches.";
        add(FindingCode::SecretQuotes, evidence, unquoted_value(value));
    }
    for end in ["\n", "\r\n", " "] {
        let evidence = "With a space or a newline at its end, it matches.";
        add(FindingCode::SecretBlanks, evidence, &Zeroizing::new([text, end].concat()));
    }
    for prefix in PREFIXES.iter().copied().chain(strip(scheme)) {
        if let Some(rest) = unquoted.strip_prefix(prefix) {
            let evidence = format!("Without its prefix `{prefix}`, it matches.");
            add(FindingCode::SecretPrefix, &evidence, rest);
        } else {
            let evidence = format!("With the prefix `{prefix}`, it matches.");
            let whole = Zeroizing::new([prefix, unquoted].concat());
            add(FindingCode::SecretPrefix, &evidence, &whole);
        }
    }
}

/// The bytes that a text stands for, by every rule but the scheme's own.
fn decoded(text: &str, scheme: &Scheme, changes: &mut Vec<Change>) {
    let clean = unquoted(trimmed(text));
    let prefix =
        PREFIXES.iter().copied().chain(strip(scheme)).find(|prefix| clean.starts_with(*prefix));
    let bare = prefix.map_or(clean, |prefix| &clean[prefix.len()..]);
    let is_stripped = strip(scheme).any(|prefix| clean.starts_with(prefix));
    let mut texts: Vec<(&str, bool)> = Vec::new();
    texts.push((clean, prefix.is_some() && is_stripped));
    if prefix.is_some() {
        texts.push((bare, !is_stripped));
    }
    for (text, is_prefix) in texts {
        for (name, encoding) in KeyEncoding::NAMES {
            let Some(key) = key_of(text, *encoding) else { continue };
            let code = if is_prefix && *encoding == scheme.key().encoding {
                FindingCode::SecretPrefix
            } else {
                FindingCode::SecretEncoded
            };
            let rest = if prefix.is_some() && text == bare { ", without its prefix" } else { "" };
            let evidence = match encoding {
                KeyEncoding::Utf8 => format!("As plain text{rest}, it matches."),
                _ => format!("Decoded from {name}{rest}, it matches."),
            };
            // `echo secret | base64` encodes a newline, too.
            let line = key.strip_suffix(b"\n").map(<[u8]>::trim_ascii_end);
            let line = line.filter(|line| !line.is_empty() && *encoding != KeyEncoding::Utf8);
            let line = line.map(|line| Zeroizing::new(line.to_vec()));
            changes.push(Change::means(code, evidence).key(Key::Bytes(key)));
            if let Some(line) = line {
                let evidence = format!(
                    "Decoded from {name}{rest}, without the newline at its end, it matches."
                );
                changes.push(
                    Change::means(FindingCode::SecretEncoded, evidence).key(Key::Bytes(line)),
                );
            }
        }
    }
}

/// Prefixes that the scheme strips.
fn strip(scheme: &Scheme) -> impl Iterator<Item = &str> {
    scheme.key().strip_prefixes.iter().map(String::as_str)
}

fn key_of(text: &str, encoding: KeyEncoding) -> Option<Zeroizing<Vec<u8>>> {
    match encoding {
        KeyEncoding::Utf8 => Some(Zeroizing::new(text.as_bytes().to_vec())),
        // Either alphabet: the one that a scheme asks for is judged by the scheme itself.
        KeyEncoding::Base64 => {
            let mut standard = Zeroizing::new(text.as_bytes().to_vec());
            standard.iter_mut().for_each(|byte| *byte = standard_digit(*byte));
            base64_key(&standard)
        }
        KeyEncoding::Hex => hex_key(text.as_bytes()),
    }
}

/// The digit of standard base64 for one of the alphabet for URLs.
fn standard_digit(byte: u8) -> u8 {
    match byte {
        b'-' => b'+',
        b'_' => b'/',
        other => other,
    }
}

/// The text without blanks, invisible characters and escaped newlines at its ends.
fn trimmed(text: &str) -> &str {
    let is_invisible = |char: char| {
        char.is_whitespace()
            || char.is_control()
            || matches!(char, '\u{feff}' | '\u{200b}'..='\u{200f}')
    };
    let text = text.trim_matches(is_invisible);
    let text = text.strip_suffix("\\n").unwrap_or(text);
    text.strip_suffix("\\r").unwrap_or(text).trim_matches(is_invisible)
}

fn surplus(text: &str, bare: &str) -> String {
    let count = text.chars().count() - bare.chars().count();
    let start = text.find(bare).unwrap_or_default();
    let place = if start > 0 && start + bare.len() < text.len() {
        "ends"
    } else if start > 0 {
        "beginning"
    } else {
        "end"
    };
    format!("Without the invisible characters at its {place} (characters: {count}), it matches.")
}

/// Quotes that come in pairs, with those of word processors and the brackets of placeholders.
const QUOTES: &[(char, char)] =
    &[('"', '"'), ('\'', '\''), ('`', '`'), ('“', '”'), ('‘', '’'), ('<', '>')];

fn unquoted(text: &str) -> &str {
    for (open, close) in QUOTES.iter().copied() {
        let inner = text.strip_prefix(open).and_then(|text| text.strip_suffix(close));
        if let Some(inner) = inner {
            return inner;
        }
    }
    text
}

fn unquoted_value(value: &str) -> &str {
    unquoted(trimmed(value))
}

fn is_variable(name: &str) -> bool {
    let name = name.strip_prefix("export ").unwrap_or(name);
    name.len() > 2 && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}
