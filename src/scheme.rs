//! Scheme: the recipe of one provider's signatures, as data.
//!
//! A scheme says where things are, what is signed and how it is written. Nothing below this module
//! knows a provider's name, so a scheme written by a user is as good as a built-in one. People write a
//! [`SchemeSpec`]; [`Scheme::new`] checks it and resolves what the walk would otherwise search again
//! with each delivery.

mod error;
mod names;

mod spec;

mod parts;

mod template;

mod limits;

mod joints;

#[cfg(any(feature = "wasm", feature = "explain-wasm"))]
pub(crate) mod wire;

#[cfg(feature = "serde")]
mod json;

use alloc::string::String;
use alloc::vec::Vec;

use crate::encoding::Encoding;
pub use error::SchemeError;
pub(crate) use joints::Fence;
pub use names::{Algorithm, KeyEncoding, Unit};
pub(crate) use parts::same_name;
pub use parts::{HeaderRow, Part, Role};
pub use spec::{
    EventTime, Format, KeyRule, Piece, Place, SchemeSpec, Signature, TimestampRule,
    TimestampSource, Tolerance,
};
pub use template::{parse as parse_content, write as write_content};

/// Most headers one scheme may read, hints not counted.
pub const HEADERS_MAX: usize = 16;
/// Longest header value that is read, in bytes.
pub const HEADER_BYTES_MAX: usize = 4096;
/// Most pieces of content.
pub const PARTS_MAX: usize = 16;
/// Most signatures one delivery may carry.
pub const SIGNATURES_MAX: usize = 16;

/// How one provider signs: everything the walk needs to know, checked.
///
/// # Examples
/// ```
/// use countersign::scheme::{Algorithm, Format, SchemeSpec, TimestampRule, TimestampSource, Tolerance, Unit, parse_content};
/// use countersign::Scheme;
///
/// let mut spec = SchemeSpec::new("acme", Algorithm::HmacSha256, "X-Acme-Signature");
/// spec.signature.format = Format::Pairs {
///     separator: b',',
///     signature_key: "v1".into(),
///     timestamp_key: Some("t".into()),
///     spaces: false,
/// };
/// spec.content = parse_content("{timestamp}.{body}")?;
/// spec.timestamp = Some(TimestampRule {
///     source: TimestampSource::Field,
///     unit: Unit::Seconds,
///     tolerance: Tolerance::both(300),
/// });
/// let scheme = Scheme::new(spec)?;
/// assert_eq!(scheme.name(), "acme");
/// # Ok::<(), countersign::SchemeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scheme {
    name: String,
    algorithm: Algorithm,
    key: KeyRule,
    /// The headers to read, in reading order.
    headers: Vec<HeaderRow>,
    /// Whether each signature header counts, instead of all being one header's names.
    pub(crate) each: bool,
    format: Format,
    encoding: Encoding,
    content: Vec<Part>,
    /// Whether the number of its digits is all that tells where the timestamp ends.
    pub(crate) needs_all_digits: bool,
    timestamp: Option<TimestampRule>,
    event_type: Option<Place>,
    event_id: Option<Place>,
    event_time: Option<EventTime>,
    hints: Vec<String>,
}

impl Scheme {
    /// Checks the fields of a scheme, and that they agree with each other.
    ///
    /// # Errors
    /// [`SchemeError`] names the field that is wrong, and what was expected there.
    pub fn new(spec: SchemeSpec) -> Result<Self, SchemeError> {
        let SchemeSpec { name, algorithm, key, signature, content, timestamp, require, .. } = spec;
        let Signature { headers: signatures, each, format, encoding } = signature;
        let row = |role: &Role, name: String| HeaderRow { name, role: role.clone() };
        let mut headers: Vec<HeaderRow> = Vec::new();
        headers.extend(signatures.into_iter().map(|name| row(&Role::Signature, name)));
        if let Some(TimestampSource::Header(name)) = timestamp.as_ref().map(|rule| &rule.source) {
            headers.push(row(&Role::Timestamp, name.clone()));
        }
        let mut parts = Vec::new();
        for piece in content {
            let part = match piece {
                Piece::Literal(text) => Part::Literal(text),
                Piece::Body => Part::Body,
                Piece::Timestamp => Part::Timestamp,
                Piece::Header(name) => {
                    headers.push(row(&Role::Content, name));
                    Part::Header(headers.len() - 1)
                }
            };
            parts::append(&mut parts, part);
        }
        let required = |(name, value)| HeaderRow { name, role: Role::Required(value) };
        headers.extend(require.into_iter().map(required));
        let unit = timestamp.as_ref().map(|rule| rule.unit);
        let scheme = Self {
            name,
            algorithm,
            key,
            headers,
            each,
            format,
            encoding,
            needs_all_digits: unit.is_some_and(|unit| joints::needs_all_digits(&parts, unit)),
            content: parts,
            timestamp,
            event_type: spec.event_type,
            event_id: spec.event_id,
            event_time: spec.event_time,
            hints: spec.hints,
        };
        scheme.check().map(|()| scheme)
    }

    /// Whether all fields may be as they are, and agree with each other.
    // Apart from what makes them: nothing is owned here, so that a way out has nothing to clear away.
    #[inline(never)]
    fn check(&self) -> limits::Checked {
        let Self { headers, content, timestamp, event_time, .. } = self;
        limits::check_words(&self.name, &self.key, &self.hints)?;
        limits::demand(headers.len() <= HEADERS_MAX, SchemeError::HeaderTooMany)?;
        limits::demand(content.len() <= PARTS_MAX, SchemeError::ContentTooMany)?;
        limits::check_headers(headers)?;
        limits::check_format(&self.format, self.each)?;
        limits::check_content(content)?;
        let types = [SchemeError::TypePath, SchemeError::TypeUnsigned];
        limits::check_place(self.event_type.as_ref(), headers, types)?;
        let ids = [SchemeError::IdPath, SchemeError::IdUnsigned];
        limits::check_place(self.event_id.as_ref(), headers, ids)?;
        limits::check_timestamp(timestamp.as_ref(), event_time.as_ref(), &self.format, content)?;
        joints::check(content, timestamp.as_ref().map(|rule| rule.unit))
    }

    /// Its fields, to read, to write down, or to make another scheme of.
    pub fn to_spec(&self) -> SchemeSpec {
        let names = self.headers.iter().filter(|row| row.role == Role::Signature);
        let required = self.headers.iter().filter_map(|row| match &row.role {
            Role::Required(value) => Some((row.name.clone(), value.clone())),
            _ => None,
        });
        let piece = |part: &Part| match part {
            Part::Literal(text) => Piece::Literal(text.clone()),
            Part::Body => Piece::Body,
            Part::Timestamp => Piece::Timestamp,
            Part::Header(index) => Piece::Header(self.header_name(*index).into()),
        };
        SchemeSpec {
            name: self.name.clone(),
            algorithm: self.algorithm,
            key: self.key.clone(),
            signature: Signature {
                headers: names.map(|row| row.name.clone()).collect(),
                each: self.each,
                format: self.format.clone(),
                encoding: self.encoding,
            },
            content: self.content.iter().map(piece).collect(),
            timestamp: self.timestamp.clone(),
            require: required.collect(),
            event_type: self.event_type.clone(),
            event_id: self.event_id.clone(),
            event_time: self.event_time.clone(),
            hints: self.hints.clone(),
        }
    }

    /// Its name, in kebab-case.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// How its tags are made.
    pub fn algorithm(&self) -> Algorithm {
        self.algorithm
    }

    /// How the text of a secret becomes a key.
    pub fn key(&self) -> &KeyRule {
        &self.key
    }

    /// How the bytes of one signature are written.
    pub fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// The grammar of its signature headers.
    pub fn format(&self) -> &Format {
        &self.format
    }

    /// What is signed, in order.
    pub fn content(&self) -> &[Part] {
        &self.content
    }

    /// Where the signed time stands; `None` when the scheme signs none.
    pub fn timestamp(&self) -> Option<&TimestampRule> {
        self.timestamp.as_ref()
    }

    /// How far the signed time may lie from now, where the receiver does not choose.
    pub fn tolerance(&self) -> Tolerance {
        self.timestamp.as_ref().map(|rule| rule.tolerance).unwrap_or_default()
    }

    /// Where the event type stands.
    pub fn event_type(&self) -> Option<&Place> {
        self.event_type.as_ref()
    }

    /// Where the event id stands.
    pub fn event_id(&self) -> Option<&Place> {
        self.event_id.as_ref()
    }

    /// Where the signed body tells a time that is checked only on request.
    pub fn event_time(&self) -> Option<&EventTime> {
        self.event_time.as_ref()
    }

    /// Unsigned headers that are handed on.
    pub fn hints(&self) -> &[String] {
        &self.hints
    }

    /// The headers this scheme reads, each once, in reading order; hints not among them.
    pub fn headers(&self) -> &[HeaderRow] {
        &self.headers
    }

    /// The name of the header at a place of the reading order.
    pub fn header_name(&self, index: usize) -> &str {
        self.headers.get(index).map_or("", |row| &row.name)
    }

    /// The names of its signature header, or of its signature headers.
    pub fn signature_names(&self) -> impl Iterator<Item = &str> {
        let signatures = self.headers.iter().filter(|row| row.role == Role::Signature);
        signatures.map(|row| row.name.as_str())
    }

    /// What tells where the value of a signed header ends, or begins; `None` for any other header.
    pub(crate) fn fence(&self, header: usize) -> Option<Fence<'_>> {
        let place = self.content.iter().position(|part| *part == Part::Header(header))?;
        joints::fence(&self.content, place, self.timestamp.as_ref().map(|rule| rule.unit))
    }

    /// Where the body carries the timestamp, if it does.
    pub(crate) fn timestamp_path(&self) -> Option<&str> {
        match &self.timestamp.as_ref()?.source {
            TimestampSource::Body(path) => Some(path),
            TimestampSource::Field | TimestampSource::Header(_) => None,
        }
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for Scheme {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::new(SchemeSpec::deserialize(deserializer)?).map_err(serde::de::Error::custom)
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Scheme {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.to_spec().serialize(serializer)
    }
}
