//! Header: what a delivery says of itself, before any of it is proven.
//!
//! The order of the checks is part of the contract, so that one delivery has one code everywhere:
//! signature headers (present, clean, not repeated, in the grammar), timestamp, signed headers,
//! required headers.

use alloc::string::String;
use alloc::vec::Vec;

use crate::delivery::Reading;
use crate::scheme::{Format, HEADER_BYTES_MAX, Role, SIGNATURES_MAX, Scheme, TimestampSource};
use crate::tag::Tag;
use crate::time::Timestamp;
use crate::verdict::Rejection;

/// What a delivery claims: its time, and signatures that may prove it.
#[derive(Debug)]
pub(crate) struct Claim<'r> {
    pub(crate) timestamp: Option<Timestamp<'r>>,
    /// The signatures of the known version.
    pub(crate) candidates: Vec<Tag>,
}

/// Reads what a delivery claims.
///
/// # Errors
/// Malformed only: nothing is compared here.
pub(crate) fn parse<'r>(reading: &Reading<'r>, scheme: &Scheme) -> Result<Claim<'r>, Rejection> {
    let mut parser =
        Parser { scheme, candidates: Vec::new(), timestamp: None, other_version: false };
    parser.signature_headers(reading)?;
    parser.finish(reading)
}

/// Appends the value of the signature header: the inverse of [`parse`] for one signature.
pub(crate) fn render(scheme: &Scheme, timestamp: &str, tag: &Tag, value: &mut String) {
    match scheme.format() {
        Format::Value { prefix, blank } => value.extend([prefix, if blank { " " } else { "" }]),
        Format::Pairs { separator, signature_key, timestamp_key, spaces } => {
            if let Some(key) = timestamp_key {
                value.extend([key, "=", timestamp]);
                value.push(char::from(separator));
                value.push_str(if spaces { " " } else { "" });
            }
            value.extend([signature_key, "="]);
        }
        Format::Tokens { tag } => value.extend([tag, ","]),
        Format::Positional => value.extend([timestamp, ","]),
    }
    scheme.encoding.encode(tag.as_bytes(), value);
}

struct Parser<'s, 'r> {
    scheme: &'s Scheme,
    candidates: Vec<Tag>,
    /// The text of the timestamp field inside the signature header.
    timestamp: Option<&'r [u8]>,
    /// A signature of a version that this scheme does not know came along.
    other_version: bool,
}

impl<'r> Parser<'_, 'r> {
    fn signature_headers(&mut self, reading: &Reading<'r>) -> Result<(), Rejection> {
        let mut first = None;
        for (role, value) in reading.roles(self.scheme) {
            let (Role::Signature, Some(value)) = (role, value) else { continue };
            match first {
                Some(other) if !self.scheme.each => {
                    // Two names of one header disagree: which to believe is not ours to guess.
                    if value != other {
                        return Err(Rejection::HeaderRepeated);
                    }
                }
                _ => self.signature_header(value)?,
            }
            first = Some(value);
        }
        first.map(|_| ()).ok_or(Rejection::HeaderMissing)
    }

    fn signature_header(&mut self, value: &'r [u8]) -> Result<(), Rejection> {
        if !is_clean(value) {
            return Err(Rejection::SignatureMalformed);
        }
        match self.scheme.format() {
            Format::Value { prefix, blank } => self.value(value, prefix.as_bytes(), blank),
            Format::Pairs { separator, signature_key, timestamp_key, spaces } => {
                let signature_key = signature_key.as_bytes();
                let timestamp_key = timestamp_key.map(str::as_bytes);
                self.pairs(value, &Pairs { separator, signature_key, timestamp_key, spaces })
            }
            Format::Tokens { tag } => self.tokens(value, tag.as_bytes()),
            Format::Positional => self.positional(value),
        }
    }

    fn value(&mut self, value: &'r [u8], prefix: &[u8], blank: bool) -> Result<(), Rejection> {
        if split(value, b',').is_some() {
            return Err(Rejection::HeaderRepeated);
        }
        let bare = value.strip_prefix(prefix);
        match if blank { bare.and_then(|bare| bare.strip_prefix(b" ")) } else { bare } {
            Some(signature) => self.candidate(signature),
            None if has_other_label(value) => {
                self.other_version = true;
                Ok(())
            }
            None => Err(Rejection::SignatureMalformed),
        }
    }

    fn pairs(&mut self, value: &'r [u8], grammar: &Pairs) -> Result<(), Rejection> {
        grammar.check_repeats(value)?;
        for (index, item) in value.split(|byte| *byte == grammar.separator).enumerate() {
            let item = if grammar.spaces && index > 0 { item.trim_ascii_start() } else { item };
            let (key, value) = pair(item).ok_or(Rejection::SignatureMalformed)?;
            if key == grammar.signature_key {
                self.candidate(value)?;
            } else if grammar.timestamp_key == Some(key) {
                self.timestamp = Some(value);
            } else {
                self.other_version = true;
            }
        }
        Ok(())
    }

    fn tokens(&mut self, value: &'r [u8], tag: &[u8]) -> Result<(), Rejection> {
        // A header that came twice is joined by a comma and a blank, and here blanks part tokens.
        if is_joined(value) {
            return Err(Rejection::HeaderRepeated);
        }
        for token in value.split(|byte| *byte == b' ') {
            let (label, signature) = split(token, b',').ok_or(Rejection::SignatureMalformed)?;
            if label == tag {
                self.candidate(signature)?;
            } else {
                self.other_version = true;
            }
        }
        Ok(())
    }

    fn positional(&mut self, value: &'r [u8]) -> Result<(), Rejection> {
        if is_joined(value) {
            return Err(Rejection::HeaderRepeated);
        }
        let (timestamp, signatures) = split(value, b',').ok_or(Rejection::SignatureMalformed)?;
        self.timestamp = Some(timestamp);
        signatures.split(|byte| *byte == b',').try_for_each(|item| self.candidate(item))
    }

    /// Adds a signature of the known version.
    fn candidate(&mut self, text: &[u8]) -> Result<(), Rejection> {
        if self.candidates.len() == SIGNATURES_MAX {
            return Err(Rejection::SignaturesTooMany);
        }
        let (encoding, len) = (self.scheme.encoding, self.scheme.mac.tag_len());
        let tag = Tag::parse(text, encoding, len).ok_or(Rejection::SignatureMalformed)?;
        self.candidates.push(tag);
        Ok(())
    }

    fn finish(self, reading: &Reading<'r>) -> Result<Claim<'r>, Rejection> {
        match (self.candidates.is_empty(), self.other_version) {
            (true, true) => return Err(Rejection::VersionUnknown),
            (true, false) => return Err(Rejection::SignatureMalformed),
            _ => {}
        }
        let timestamp = self.timestamp(reading)?;
        for (index, (role, value)) in reading.roles(self.scheme).enumerate() {
            let wanted = match role {
                Role::Signature | Role::Timestamp => continue,
                Role::Content => None,
                Role::Required(wanted) => Some(wanted.as_bytes()),
            };
            let came = plain(value, Rejection::SignatureMalformed)?;
            if wanted.is_some_and(|wanted| wanted != came) {
                return Err(Rejection::VersionUnknown);
            }
            if self.scheme.is_ambiguous(index, came) {
                return Err(Rejection::SignatureMalformed);
            }
        }
        Ok(Claim { timestamp, candidates: self.candidates })
    }

    fn timestamp(&self, reading: &Reading<'r>) -> Result<Option<Timestamp<'r>>, Rejection> {
        let Some((source, unit)) = self.scheme.timestamp() else { return Ok(None) };
        let text = match source {
            TimestampSource::Field => self.timestamp.ok_or(Rejection::TimestampMalformed)?,
            TimestampSource::Header(_) => {
                let mut roles = reading.roles(self.scheme);
                let header = roles.find(|(role, _)| *role == Role::Timestamp);
                plain(header.and_then(|(_, value)| value), Rejection::TimestampMalformed)?
            }
            // The body's own time is read when the body is proven.
            TimestampSource::Body(_) => return Ok(None),
        };
        Timestamp::parse(text, unit).map(Some).ok_or(Rejection::TimestampMalformed)
    }
}

/// The value of a header that holds one thing only.
fn plain(value: Option<&[u8]>, malformed: Rejection) -> Result<&[u8], Rejection> {
    let value = value.ok_or(Rejection::HeaderMissing)?;
    match value {
        _ if is_plain(value) => Ok(value),
        // No scheme has a comma in such a header; a header that came twice arrives joined by one.
        _ if is_clean(value) && split(value, b',').is_some() => Err(Rejection::HeaderRepeated),
        _ => Err(malformed),
    }
}

/// Whether the value is one thing: visible, without the comma that joins two.
pub(crate) fn is_plain(value: &[u8]) -> bool {
    is_clean(value) && !value.iter().any(|byte| matches!(byte, b',' | b' '))
}

/// The grammar of pairs, as bytes.
struct Pairs<'s> {
    separator: u8,
    signature_key: &'s [u8],
    timestamp_key: Option<&'s [u8]>,
    spaces: bool,
}

impl Pairs<'_> {
    /// Refuses a header, or a timestamp, that came twice.
    fn check_repeats(&self, value: &[u8]) -> Result<(), Rejection> {
        let repeated = match self.timestamp_key {
            Some(timestamp_key) => {
                let items = value.split(|byte| matches!(byte, b',' | b';'));
                let keys = items.filter_map(|item| split(item.trim_ascii_start(), b'='));
                keys.filter(|(key, _)| *key == timestamp_key).count() > 1
            }
            None => is_joined(value),
        };
        if repeated || (self.separator != b',' && split(value, b',').is_some()) {
            return Err(Rejection::HeaderRepeated);
        }
        Ok(())
    }
}

/// A key and its value; `None` for an item that is no pair.
fn pair(item: &[u8]) -> Option<(&[u8], &[u8])> {
    let (key, value) = split(item, b'=')?;
    (!key.is_empty() && split(item, b' ').is_none()).then_some((key, value))
}

fn split(text: &[u8], byte: u8) -> Option<(&[u8], &[u8])> {
    let index = text.iter().position(|other| *other == byte)?;
    Some((text.get(..index)?, text.get(index + 1..)?))
}

/// Whether the value is of a size and of bytes that a header can have. Blanks are for the grammars to
/// judge: a header that came twice has one.
fn is_clean(value: &[u8]) -> bool {
    let clean = |byte: &u8| byte.is_ascii_graphic() || *byte == b' ';
    (1..=HEADER_BYTES_MAX).contains(&value.len()) && value.iter().all(clean)
}

/// Whether the value looks like two that HTTP joined.
fn is_joined(value: &[u8]) -> bool {
    value.windows(2).any(|pair| pair == b", ")
}

/// Whether the value begins with the label of another version, such as `sha1=`.
fn has_other_label(value: &[u8]) -> bool {
    let label = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    split(value, b'=').is_some_and(|(name, rest)| {
        (1..=16).contains(&name.len()) && name.iter().all(label) && !rest.is_empty()
    })
}
