//! Parts: what a checked scheme is made of, resolved for the walk.

use alloc::string::String;
use alloc::vec::Vec;

use super::spec::{Piece, SchemeSpec, TimestampSource};

/// A header to read, or a part of the request line, and what for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeaderRow {
    /// Its name, as the provider spells it. That of a part of the request line begins with a colon, which
    /// no header's does: `:method`, `:url`, `:path`, `:query:name`.
    pub name: String,
    /// What it is read for.
    pub role: Role,
}

/// What stands before the name of a parameter of the query.
const QUERY: &str = ":query:";

impl HeaderRow {
    /// The name of the parameter, of a row that stands in the query.
    pub(crate) fn parameter(&self) -> Option<&str> {
        self.name.strip_prefix(QUERY)
    }

    /// Whether it is read from the URL of the request.
    pub(crate) fn is_of_url(&self) -> bool {
        matches!(self.role, Role::Request(part) if part != RequestPart::Method)
    }
}

/// What a header is read for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Role {
    /// It carries signatures.
    Signature,
    /// It carries the timestamp.
    Timestamp,
    /// Its value is part of what is signed.
    Content,
    /// It must have this value.
    Required(String),
    /// It is no header, but a part of the request line that is signed.
    Request(RequestPart),
}

/// A part of the request line that can be signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RequestPart {
    /// The method.
    Method,
    /// Path and query.
    Url,
    /// The path alone.
    Path,
    /// One parameter of the query.
    Query,
}

/// One piece of what is signed, with its header found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Fixed text.
    Literal(String),
    /// The raw body.
    Body,
    /// The timestamp's text, verbatim.
    Timestamp,
    /// The value of a header, or of a part of the request line, verbatim; its place in the reading order.
    Header(usize),
    /// The URL; the place of path and query in the reading order.
    Url(usize),
}

/// Whether two names of headers are one: HTTP compares them without regard to case.
pub(crate) fn same_name(one: &str, other: &str) -> bool {
    one.eq_ignore_ascii_case(other)
}

/// Gives each content one spelling: no empty text, and no two in a row.
pub(super) fn join(content: &mut Vec<Piece>) {
    content.retain(|piece| !matches!(piece, Piece::Literal(text) if text.is_empty()));
    content.dedup_by(|piece, before| match (before, piece) {
        (Piece::Literal(before), Piece::Literal(text)) => {
            before.push_str(text);
            true
        }
        _ => false,
    });
}

/// The reading order of a scheme, and its content with the place of each piece in that order.
pub(super) fn resolve(spec: &SchemeSpec) -> (Vec<HeaderRow>, Vec<Part>) {
    let (mut rows, mut parts) = (Vec::new(), Vec::new());
    let mut read = |name: &str, role| {
        rows.push(HeaderRow { name: name.into(), role });
        rows.len() - 1
    };
    for name in &spec.signature.headers {
        read(name, Role::Signature);
    }
    if let Some(TimestampSource::Header(name)) = spec.timestamp.as_ref().map(|rule| &rule.source) {
        read(name, Role::Timestamp);
    }
    for piece in &spec.content {
        parts.push(match piece {
            Piece::Literal(text) => Part::Literal(text.clone()),
            Piece::Body => Part::Body,
            Piece::Timestamp => Part::Timestamp,
            Piece::Header(name) => Part::Header(read(name, Role::Content)),
            Piece::Method => Part::Header(read(":method", Role::Request(RequestPart::Method))),
            Piece::Path => Part::Header(read(":path", Role::Request(RequestPart::Path))),
            Piece::Query(name) => {
                let name = [QUERY, name].concat();
                Part::Header(read(&name, Role::Request(RequestPart::Query)))
            }
            Piece::Url => Part::Url(read(":url", Role::Request(RequestPart::Url))),
        });
    }
    for (name, value) in &spec.require {
        read(name, Role::Required(value.clone()));
    }
    (rows, parts)
}
