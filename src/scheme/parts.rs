//! Parts: what a scheme is made of, as its readers see it and, beside it, as places in its text.

use super::span::Span;

/// The grammar of a signature header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format<'s> {
    /// `value [PREFIX]`: one signature after a fixed prefix, as in `sha256=…`; a prefix that ends in
    /// a blank is written with `\s`.
    Value {
        /// What stands before the signature; often nothing.
        prefix: &'s str,
        /// Whether a blank follows the prefix.
        blank: bool,
    },
    /// `pairs SEPARATOR = KEY [TIMESTAMP-KEY] [spaces]`: keys and values, as in `t=…,v1=…`.
    Pairs {
        /// What separates two pairs: `,` or `;`.
        separator: u8,
        /// The key of the known version's signatures; it may repeat.
        signature_key: &'s str,
        /// The key of the timestamp, if it stands here; it must not repeat.
        timestamp_key: Option<&'s str>,
        /// Whether blanks may follow a separator.
        spaces: bool,
    },
    /// `tokens TAG`: a list of tagged signatures, as in `v1,… v1,…`.
    Tokens {
        /// The tag of the known version.
        tag: &'s str,
    },
    /// `positional`: a timestamp, then signatures, as in `1700000000,…,…`.
    Positional,
}

/// A [`Format`] as places in the text.
#[derive(Clone, Copy, Debug)]
pub(super) enum FormatSpans {
    Value { prefix: Span, blank: bool },
    Pairs { separator: u8, signature_key: Span, timestamp_key: Option<Span>, spaces: bool },
    Tokens { tag: Span },
    Positional,
}

/// What a header is read for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role<'s> {
    /// It carries signatures.
    Signature,
    /// It carries the timestamp.
    Timestamp,
    /// Its value is part of what is signed.
    Content,
    /// It must have this value.
    Required(&'s str),
}

/// A header and its [`Role`] as places in the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct HeaderSpan {
    pub(super) name: Span,
    pub(super) role: RoleSpan,
}

#[derive(Clone, Copy, Debug)]
pub(super) enum RoleSpan {
    Signature,
    Timestamp,
    Content,
    Required(Span),
}

/// One piece of what is signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part<'s> {
    /// Fixed text.
    Literal(&'s str),
    /// The raw body.
    Body,
    /// The timestamp's text, verbatim.
    Timestamp,
    /// The value of a header, verbatim; its place in the reading order.
    Header(usize),
}

/// A [`Part`] as a place in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PartSpan {
    Literal(Span),
    Escape(&'static str),
    Body,
    Timestamp,
    Header(usize),
}

/// Where the text of the timestamp is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimestampSource<'s> {
    /// In the signature header: the timestamp key of pairs, or the first position.
    Field,
    /// In a header of its own.
    Header(&'s str),
    /// Under a top-level key of the body.
    Body(&'s str),
}

/// A [`TimestampSource`] as a place in the text.
#[derive(Clone, Copy, Debug)]
pub(super) enum Source {
    Field,
    Place(Place),
}

/// How far a signed time may lie from now, in seconds; `None` for any distance.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tolerance {
    /// Into the past: the oldest age that is accepted.
    pub past_seconds: Option<u32>,
    /// Into the future: for a sender whose clock is ahead.
    pub future_seconds: Option<u32>,
}

/// A place that is signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field<'s> {
    /// A top-level key of the body.
    Body(&'s str),
    /// A header that is part of the signed content.
    Header(&'s str),
}

/// A [`Field`] as a place in the text.
#[derive(Clone, Copy, Debug)]
pub(super) enum Place {
    Body(Span),
    Header(Span),
}
