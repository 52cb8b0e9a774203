//! Parts: what a checked scheme is made of, resolved for the walk.

use alloc::string::String;
use alloc::vec::Vec;

/// A header to read, and what for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeaderRow {
    /// Its name, as the provider spells it.
    pub name: String,
    /// What it is read for.
    pub role: Role,
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
    /// The value of a header, verbatim; its place in the reading order.
    Header(usize),
}

/// Whether two names of headers are one: HTTP compares them without regard to case.
pub(crate) fn same_name(one: &str, other: &str) -> bool {
    one.eq_ignore_ascii_case(other)
}

/// Adds a piece of content, so that each content has one spelling: no empty text, and no two in a row.
pub(super) fn append(parts: &mut Vec<Part>, part: Part) {
    match (parts.last_mut(), part) {
        (Some(Part::Literal(before)), Part::Literal(text)) => before.push_str(&text),
        (_, Part::Literal(text)) if text.is_empty() => {}
        (_, part) => parts.push(part),
    }
}
