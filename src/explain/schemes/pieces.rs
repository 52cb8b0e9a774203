//! Pieces: the same pieces, signed in another order, with other separators, or not all of them.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::edit::edited;
use crate::explain::change::{Change, Header};
use crate::explain::code::FindingCode;
use crate::scheme::{Format, Piece, Place, Scheme, write_content};

/// What stands between a timestamp and a body.
const SEPARATORS: &[&str] = &[".", ":", "", "\n", "|", "-", "_", " ", ",", ";", "/", "+", "&"];

/// What else may be signed.
pub(super) fn changes(scheme: &Scheme, headers: &[Header], changes: &mut Vec<Change>) {
    contents(scheme, changes);
    timestamps(scheme, headers, changes);
}

/// The same pieces in another order, with other separators, or fewer of them.
fn contents(scheme: &Scheme, changes: &mut Vec<Change>) {
    let content = scheme.to_spec().content;
    if !content.contains(&Piece::Timestamp) {
        return;
    }
    let mut add = |code, other: Vec<Piece>| {
        if other != content
            && let Some(scheme) = with_content(scheme, &other)
        {
            changes.push(Change::means(code, signed_as(&other)).scheme(scheme));
        }
    };
    add(FindingCode::SchemeOrder, content.iter().map(swapped).collect());
    for separator in SEPARATORS {
        let between = |one, other| parted([one, other], separator);
        add(FindingCode::SchemeSeparator, respaced(&content, separator));
        add(FindingCode::SchemeSeparator, between(Piece::Timestamp, Piece::Body));
        add(FindingCode::SchemeOrder, between(Piece::Body, Piece::Timestamp));
    }
    for content in [untimed(&content), Vec::from([Piece::Body])] {
        let other = edited(scheme, |spec| {
            spec.content.clone_from(&content);
            spec.timestamp = None;
            spec.event_id = None;
            if let Format::Pairs { timestamp_key, spaces, .. } = &mut spec.signature.format {
                (*timestamp_key, *spaces) = (None, false);
            }
        });
        let Some(other) = other else { continue };
        let change = Change::means(FindingCode::SchemeNoTimestamp, signed_as(&content));
        changes.push(change.scheme(other));
    }
}

/// The evidence that this content is what was signed.
fn signed_as(content: &[Piece]) -> String {
    format!("Signed as `{}`, it matches.", write_content(content).replace('\n', "\\n"))
}

/// With other content; an id that is then no longer signed goes.
fn with_content(scheme: &Scheme, content: &[Piece]) -> Option<Scheme> {
    edited(scheme, |spec| {
        spec.content = content.to_vec();
        if let Some(Place::Header(name)) = &spec.event_id
            && !content.contains(&Piece::Header(name.clone()))
        {
            spec.event_id = None;
        }
    })
}

fn swapped(piece: &Piece) -> Piece {
    match piece {
        Piece::Timestamp => Piece::Body,
        Piece::Body => Piece::Timestamp,
        other => other.clone(),
    }
}

/// Two pieces with a text between them.
fn parted([one, other]: [Piece; 2], separator: &str) -> Vec<Piece> {
    let mut pieces = Vec::from([one, Piece::Literal(separator.into()), other]);
    pieces.retain(|piece| *piece != Piece::Literal(String::new()));
    pieces
}

/// The content with another text between its pieces. What is longer is no separator.
fn respaced(content: &[Piece], separator: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for (index, piece) in content.iter().enumerate() {
        let is_separator = matches!(piece, Piece::Literal(text) if text.len() <= 2);
        match piece {
            _ if is_separator && index + 1 < content.len() => {
                if !separator.is_empty() {
                    pieces.push(Piece::Literal(separator.into()));
                }
            }
            other => pieces.push(other.clone()),
        }
    }
    pieces
}

/// The content without its timestamp, and without the text that parted it from its neighbour.
fn untimed(content: &[Piece]) -> Vec<Piece> {
    let place = content.iter().position(|piece| *piece == Piece::Timestamp);
    let is_text = |piece: Option<&Piece>| matches!(piece, Some(Piece::Literal(_)));
    let Some(place) = place else { return content.to_vec() };
    let (before, after) = (&content[..place], &content[place + 1..]);
    if is_text(after.first()) {
        [before, &after[1..]].concat()
    } else if is_text(before.last()) {
        [&before[..before.len() - 1], after].concat()
    } else {
        [before, after].concat()
    }
}

/// For a scheme that signs the body alone: a header that arrived is signed beside it.
fn timestamps(scheme: &Scheme, headers: &[Header], changes: &mut Vec<Change>) {
    if scheme.to_spec().content != [Piece::Body] {
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
        let header = || Piece::Header(name.clone());
        for separator in SEPARATORS {
            for pieces in [[header(), Piece::Body], [Piece::Body, header()]] {
                let content = parted(pieces, separator);
                let Some(other) = with_content(scheme, &content) else { continue };
                let change = Change::means(FindingCode::SchemeContent, signed_as(&content));
                changes.push(change.scheme(other));
            }
        }
    }
}
