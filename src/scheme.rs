//! Scheme: the recipe of one provider's signatures, as data.
//!
//! A scheme says where things are, what is signed and how it is written. Nothing below this module
//! knows a provider's name, so a scheme written by a user is as good as a built-in one. It is its own
//! text form, one `field: value` a line, read once and checked: what providers are written in, what
//! crosses to WebAssembly, and what [`Display`](core::fmt::Display) prints.

mod error;
mod limits;
mod names;
mod parts;
mod span;
mod template;
mod text;

use alloc::string::String;

use crate::encoding::Encoding;
pub use error::SchemeError;
pub(crate) use limits::same_name;
pub use names::{KeyEncoding, Mac, Unit};
pub use parts::{Field, Format, Part, Role, TimestampSource, Tolerance};
use parts::{FormatSpans, HeaderSpan, PartSpan, Place, RoleSpan, Source};
use span::Span;

/// Most headers one scheme may read, hints not counted.
pub const HEADERS_MAX: usize = 16;
/// Longest header value that is read, in bytes.
pub const HEADER_BYTES_MAX: usize = 4096;
/// Most pieces of content.
pub const PARTS_MAX: usize = 16;
/// Most signatures one delivery may carry.
pub const SIGNATURES_MAX: usize = 16;

/// How one provider signs: everything the walk needs to know.
///
/// | field | value |
/// |---|---|
/// | `name` | kebab-case |
/// | `mac` | `sha1`, `sha256`, `sha384` or `sha512` |
/// | `key` | `utf8` (default), `base64` or `hex`, then prefixes to strip, the first that fits, once |
/// | `header` | the names of the signature header; all that come must be equal |
/// | `headers` | instead: headers that each carry signatures; at least one must come |
/// | `format` | see [`Format`]; `value` by default |
/// | `encoding` | `hex` (default), `hex-any-case`, `base64` or `base64url` |
/// | `content` | fixed text, `{body}` (default), `{timestamp}`, `{header:Name}`; `{{` `}}` `\s` `\n` `\\` |
/// | `timestamp` | `field UNIT`, `header Name UNIT` or `body KEY UNIT`; unit `s`, `ms` or `rfc3339` |
/// | `tolerance` | seconds into the past and into the future; `none` (default) for no limit |
/// | `require` | names of headers, each followed by the value it must have |
/// | `type`, `id` | `body KEY` or `header Name`: where the event says them, in what is signed |
/// | `hint` | unsigned headers worth handing on; they prove nothing |
///
/// # Examples
/// ```
/// use countersign::Scheme;
///
/// let scheme: Scheme = "
///     name: acme
///     mac: sha256
///     header: X-Acme-Signature
///     format: pairs , = v1 t
///     content: {timestamp}.{body}
///     timestamp: field s
///     tolerance: 300 300
/// ".parse()?;
/// assert_eq!(scheme.name(), "acme");
/// # Ok::<(), countersign::SchemeError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Scheme {
    text: String,
    name: Span,
    /// The keyed hash. The caller picks it with the scheme; no header can.
    pub(crate) mac: Mac,
    pub(crate) key: KeyEncoding,
    strip: Span,
    /// The headers to read, in reading order.
    headers: [Option<HeaderSpan>; HEADERS_MAX],
    /// Whether each signature header counts, instead of all being one header's names.
    pub(crate) each: bool,
    format: FormatSpans,
    pub(crate) encoding: Encoding,
    /// What is signed, in order.
    content: [Option<PartSpan>; PARTS_MAX],
    timestamp: Option<(Source, Unit)>,
    pub(crate) tolerance: Tolerance,
    event_type: Option<Place>,
    event_id: Option<Place>,
    hints: Span,
}

impl Scheme {
    /// Its name, in kebab-case.
    pub fn name(&self) -> &str {
        self.name.of(&self.text)
    }

    /// Its keyed hash.
    pub fn mac(&self) -> Mac {
        self.mac
    }

    /// The text form of one signature.
    pub fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// How far the signed time may lie from now.
    pub fn tolerance(&self) -> Tolerance {
        self.tolerance
    }

    /// The grammar of its signature headers.
    pub fn format(&self) -> Format<'_> {
        match self.format {
            FormatSpans::Value { prefix, blank } => {
                Format::Value { prefix: prefix.of(&self.text), blank }
            }
            FormatSpans::Pairs { separator, signature_key, timestamp_key, spaces } => {
                Format::Pairs {
                    separator,
                    signature_key: signature_key.of(&self.text),
                    timestamp_key: timestamp_key.map(|key| key.of(&self.text)),
                    spaces,
                }
            }
            FormatSpans::Tokens { tag } => Format::Tokens { tag: tag.of(&self.text) },
            FormatSpans::Positional => Format::Positional,
        }
    }

    /// What is signed, in order.
    pub fn content(&self) -> impl Iterator<Item = Part<'_>> {
        self.content.iter().map_while(|part| Some(self.part(part.as_ref()?)))
    }

    // Out of line, as `header` is: every walk over the scheme would carry a copy of its own.
    #[inline(never)]
    fn part(&self, part: &PartSpan) -> Part<'_> {
        match *part {
            PartSpan::Literal(span) => Part::Literal(span.of(&self.text)),
            PartSpan::Escape(text) => Part::Literal(text),
            PartSpan::Body => Part::Body,
            PartSpan::Timestamp => Part::Timestamp,
            PartSpan::Header(index) => Part::Header(index),
        }
    }

    /// Where the signed time stands and what it counts; `None` when the scheme signs none.
    pub fn timestamp(&self) -> Option<(TimestampSource<'_>, Unit)> {
        let (source, unit) = self.timestamp?;
        let source = match source {
            Source::Field => TimestampSource::Field,
            Source::Place(Place::Header(name)) => TimestampSource::Header(name.of(&self.text)),
            Source::Place(Place::Body(key)) => TimestampSource::Body(key.of(&self.text)),
        };
        Some((source, unit))
    }

    /// Where the event type stands.
    pub fn event_type(&self) -> Option<Field<'_>> {
        self.event_type.map(|place| self.field(place))
    }

    /// Where the event id stands.
    pub fn event_id(&self) -> Option<Field<'_>> {
        self.event_id.map(|place| self.field(place))
    }

    fn field(&self, place: Place) -> Field<'_> {
        match place {
            Place::Body(key) => Field::Body(key.of(&self.text)),
            Place::Header(name) => Field::Header(name.of(&self.text)),
        }
    }

    /// Prefixes of a secret that are no part of its key.
    pub(crate) fn strip(&self) -> impl Iterator<Item = &str> {
        self.strip.words(&self.text)
    }

    /// Unsigned headers worth handing on.
    pub fn hints(&self) -> impl Iterator<Item = &str> {
        self.hints.words(&self.text)
    }

    /// The headers this scheme reads, each once, in reading order; hints not among them.
    pub fn headers(&self) -> impl Iterator<Item = (&str, Role<'_>)> {
        self.headers.iter().map_while(|header| Some(self.header(header.as_ref()?)))
    }

    #[inline(never)]
    fn header(&self, header: &HeaderSpan) -> (&str, Role<'_>) {
        let role = match header.role {
            RoleSpan::Signature => Role::Signature,
            RoleSpan::Timestamp => Role::Timestamp,
            RoleSpan::Content => Role::Content,
            RoleSpan::Required(value) => Role::Required(value.of(&self.text)),
        };
        (header.name.of(&self.text), role)
    }

    /// Whether a signed header holds the fixed text that ends it. Two headers, or a header and the body,
    /// could then be cut apart elsewhere, and the same signature would prove another delivery.
    pub(crate) fn is_ambiguous(&self, header: usize, value: &[u8]) -> bool {
        let mut behind = self.content().skip_while(|part| *part != Part::Header(header)).skip(1);
        match behind.next() {
            Some(Part::Literal(end)) => value.windows(end.len()).any(|part| part == end.as_bytes()),
            _ => false,
        }
    }

    /// The key under which the body carries the timestamp, if it does.
    pub(crate) fn timestamp_body_key(&self) -> Option<&str> {
        match self.timestamp()?.0 {
            TimestampSource::Body(key) => Some(key),
            TimestampSource::Field | TimestampSource::Header(_) => None,
        }
    }

    /// Replaces how far the signed time may lie from now, in both directions; `None` for any.
    ///
    /// # Errors
    /// [`SchemeError`] when the scheme signs no timestamp: a limit on nothing would look like safety.
    pub fn set_tolerance_seconds(&mut self, seconds: Option<u32>) -> Result<(), SchemeError> {
        if seconds.is_some() && self.timestamp.is_none() {
            return Err(SchemeError::ToleranceNoTimestamp);
        }
        self.tolerance = Tolerance { past_seconds: seconds, future_seconds: seconds };
        Ok(())
    }
}
