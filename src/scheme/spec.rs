//! Spec: a scheme as people write it, field by field, before anything of it is checked.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::names::{Algorithm, KeyEncoding, Unit};
use crate::encoding::Encoding;

/// The fields of a scheme. [`Scheme::new`](super::Scheme::new) checks them and makes a scheme of them.
///
/// With the feature `serde` it reads and writes the JSON that `defineScheme` takes in JavaScript.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SchemeSpec {
    /// What callers pick it by, in kebab-case.
    pub name: String,
    /// How the tag is made. The caller picks it with the scheme; no header can.
    pub algorithm: Algorithm,
    /// How the text of a secret becomes a key.
    pub key: KeyRule,
    /// Where signatures stand and how they are written.
    pub signature: Signature,
    /// What is signed, in order.
    pub content: Vec<Piece>,
    /// Where the signed time stands; `None` when none is signed.
    pub timestamp: Option<TimestampRule>,
    /// Headers that must arrive with exactly this value.
    pub require: Vec<(String, String)>,
    /// Where the event type stands.
    pub event_type: Option<Place>,
    /// Where the event id stands.
    pub event_id: Option<Place>,
    /// Where the signed body tells a time that is checked only on request.
    pub event_time: Option<EventTime>,
    /// Unsigned headers that are handed on. They prove nothing.
    pub hints: Vec<String>,
}

impl SchemeSpec {
    /// A scheme that signs the raw body alone, with one lower-case hex signature in this header.
    pub fn new(name: &str, algorithm: Algorithm, header: &str) -> Self {
        Self {
            name: name.into(),
            algorithm,
            key: KeyRule::default(),
            signature: Signature {
                headers: vec![header.into()],
                each: false,
                format: Format::Value { prefix: String::new() },
                encoding: Encoding::Hex,
            },
            content: vec![Piece::Body],
            timestamp: None,
            require: Vec::new(),
            event_type: None,
            event_id: None,
            event_time: None,
            hints: Vec::new(),
        }
    }
}

/// How the text of a secret becomes a key.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeyRule {
    /// How the key is written.
    pub encoding: KeyEncoding,
    /// Prefixes that are not part of the key; the first that matches is stripped, once.
    pub strip_prefixes: Vec<String>,
    /// What other keys of this provider begin with: none of them is the secret of a webhook.
    pub never_prefixes: Vec<String>,
}

/// Where signatures stand and how they are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// The names of the one signature header, or, with `each`, several signature headers.
    pub headers: Vec<String>,
    /// Whether each header carries signatures of its own. Otherwise all that arrive must be equal.
    pub each: bool,
    /// How the header is written.
    pub format: Format,
    /// How one signature is written.
    pub encoding: Encoding,
}

/// The grammar of a signature header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Format {
    /// One signature after a fixed prefix, as in `sha256=…`.
    Value {
        /// What stands before the signature; often nothing. It may end in one space.
        prefix: String,
    },
    /// Keys and values, as in `t=…,v1=…`.
    Pairs {
        /// What separates two pairs: `,` or `;`.
        separator: u8,
        /// The key of the known version's signatures; it may repeat.
        signature_key: String,
        /// The key of the timestamp, if it stands here; it must not repeat.
        timestamp_key: Option<String>,
        /// Whether spaces may follow a separator.
        spaces: bool,
    },
    /// A list of tagged signatures, as in `v1,… v1,…`.
    Tokens {
        /// The tag of the known version.
        tag: String,
    },
    /// A timestamp, then signatures, as in `1700000000,…,…`.
    Positional,
}

/// One piece of what is signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Fixed text.
    Literal(String),
    /// The raw body.
    Body,
    /// The timestamp's text, verbatim.
    Timestamp,
    /// The value of the header of this name, verbatim.
    Header(String),
}

/// Where the signed time stands, what it counts, and how far it may lie from now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimestampRule {
    /// Where its text is found.
    pub source: TimestampSource,
    /// What it counts.
    pub unit: Unit,
    /// How far it may lie from now, where the receiver does not choose.
    pub tolerance: Tolerance,
}

/// Where the text of the timestamp is found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TimestampSource {
    /// In the signature header: the timestamp key of pairs, or the first position.
    Field,
    /// In a header of its own.
    Header(String),
    /// In the body, at this path.
    Body(String),
}

/// How far a signed time may lie from now, in seconds; `None` for any distance.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tolerance {
    /// Into the past: the oldest age that is accepted.
    pub past_seconds: Option<u32>,
    /// Into the future: for a sender whose clock is ahead.
    pub future_seconds: Option<u32>,
}

impl Tolerance {
    /// The same distance into the past and into the future.
    pub const fn both(seconds: u32) -> Self {
        Self { past_seconds: Some(seconds), future_seconds: Some(seconds) }
    }
}

/// A place that is signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// In the body: the keys that lead there, joined by dots, as in `meta.event_name`.
    Body(String),
    /// A header that is part of the signed content.
    Header(String),
}

/// The time that a signed body tells where no header signs one.
///
/// It may be the event's, and then a retry looks as old as its event: so it is checked only where the
/// receiver asks for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventTime {
    /// Where it stands in the body: keys joined by dots.
    pub path: String,
    /// What it counts.
    pub unit: Unit,
}
