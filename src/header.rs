//! Header: what a delivery says of itself, before any of it is proven.
//!
//! The order of the checks is part of the contract, so that one delivery has one code everywhere:
//! signature headers (present, clean, not repeated, in the grammar), timestamp, signed headers,
//! required headers.

mod cut;
mod value;

use alloc::string::String;
use alloc::vec::Vec;

use crate::delivery::Reading;
use crate::scheme::{Format, HEADER_BYTES_MAX, Role, SIGNATURES_MAX, Scheme, TimestampSource};
use crate::tag::Tag;
use crate::time::Timestamp;
use crate::verdict::{Detail, Rejection};

pub(crate) use cut::{has_clear_end, is_ambiguous};
pub(crate) use value::is_plain;
use value::{Pairs, has_other_label, is_clean, is_joined, pair, plain, split};

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
    let mut parser = Parser {
        scheme,
        candidates: Vec::new(),
        places: 0,
        undecodable: None,
        timestamp: None,
        other_version: false,
        header: 0,
    };
    parser.signature_headers(reading)?;
    parser.finish(reading)
}

/// Appends the value of the signature header: the inverse of [`parse`] for one signature.
pub(crate) fn render(scheme: &Scheme, timestamp: &str, tag: &Tag, value: &mut String) {
    match scheme.format() {
        Format::Value { prefix } => value.push_str(prefix),
        Format::Pairs { separator, signature_key, timestamp_key, spaces } => {
            if let Some(key) = timestamp_key {
                value.extend([key, "=", timestamp]);
                value.push(char::from(*separator));
                value.push_str(if *spaces { " " } else { "" });
            }
            value.extend([signature_key, "="]);
        }
        Format::Tokens { tag } => value.extend([tag, ","]),
        Format::Positional => value.extend([timestamp, ","]),
    }
    scheme.encoding().encode(tag.as_bytes(), value);
}

struct Parser<'s, 'r> {
    scheme: &'s Scheme,
    candidates: Vec<Tag>,
    /// Signatures of the known version that arrived, those that do not decode included.
    places: usize,
    /// The header of the first signature that does not decode.
    undecodable: Option<usize>,
    /// The text of the timestamp field inside the signature header.
    timestamp: Option<&'r [u8]>,
    /// A signature of a version that this scheme does not know came along.
    other_version: bool,
    /// The signature header that is being read, or was read last.
    header: usize,
}

impl<'r> Parser<'_, 'r> {
    fn signature_headers(&mut self, reading: &Reading<'r>) -> Result<(), Rejection> {
        let mut first = None;
        for (index, role, value) in reading.roles(self.scheme) {
            let (Role::Signature, Some(value)) = (role, value) else { continue };
            self.header = index;
            match first {
                Some(other) if !self.scheme.each => {
                    // Two names of one header disagree: which to believe is not ours to guess.
                    if value != other {
                        return Err(self.refused(Detail::AliasesDiffer));
                    }
                }
                _ => self.signature_header(value)?,
            }
            first = Some(value);
        }
        first.map(|_| ()).ok_or(self.refused(Detail::HeaderMissing))
    }

    /// A refusal for the signature header at hand.
    fn refused(&self, detail: Detail) -> Rejection {
        Rejection::of_header(detail, self.header)
    }

    fn signature_header(&mut self, value: &'r [u8]) -> Result<(), Rejection> {
        if self.scheme.each && value.is_empty() {
            // Beside the headers of other keys: a signature that does not decode.
            return self.candidate(value);
        }
        if !is_clean(value) {
            let is_long = value.len() > HEADER_BYTES_MAX;
            let detail = if is_long { Detail::HeaderTooLong } else { Detail::FormatMismatch };
            return Err(self.refused(detail));
        }
        match self.scheme.format() {
            Format::Value { prefix } => self.value(value, prefix.as_bytes()),
            Format::Pairs { separator, signature_key, timestamp_key, spaces } => {
                let signature_key = signature_key.as_bytes();
                let timestamp_key = timestamp_key.as_ref().map(String::as_bytes);
                let (separator, spaces) = (*separator, *spaces);
                self.pairs(value, &Pairs { separator, signature_key, timestamp_key, spaces })
            }
            Format::Tokens { tag } => self.tokens(value, tag.as_bytes()),
            Format::Positional => self.positional(value),
        }
    }

    fn value(&mut self, value: &'r [u8], prefix: &[u8]) -> Result<(), Rejection> {
        if split(value, b',').is_some() {
            return Err(self.refused(Detail::HeaderRepeated));
        }
        match value.strip_prefix(prefix) {
            Some(signature) => self.candidate(signature),
            None if has_other_label(value) => {
                self.other_version = true;
                Ok(())
            }
            None => Err(self.refused(Detail::FormatMismatch)),
        }
    }

    fn pairs(&mut self, value: &'r [u8], grammar: &Pairs) -> Result<(), Rejection> {
        grammar.check_repeats(value).map_err(|detail| self.refused(detail))?;
        for (index, item) in value.split(|byte| *byte == grammar.separator).enumerate() {
            let item = if grammar.spaces && index > 0 { item.trim_ascii_start() } else { item };
            let (key, value) = pair(item).ok_or(self.refused(Detail::FormatMismatch))?;
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
        // A header that came twice is joined by a comma and a space, and here spaces part tokens.
        if is_joined(value) {
            return Err(self.refused(Detail::HeaderRepeated));
        }
        for token in value.split(|byte| *byte == b' ') {
            let pair = split(token, b',').ok_or(self.refused(Detail::FormatMismatch));
            let (label, signature) = pair?;
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
            return Err(self.refused(Detail::HeaderRepeated));
        }
        let parts = split(value, b',').ok_or(self.refused(Detail::FormatMismatch));
        let (timestamp, signatures) = parts?;
        self.timestamp = Some(timestamp);
        for item in signatures.split(|byte| *byte == b',') {
            // A comma at the end, or two values side by side: that is no list.
            if item.is_empty() || item.contains(&b' ') {
                return Err(self.refused(Detail::FormatMismatch));
            }
            self.candidate(item)?;
        }
        Ok(())
    }

    /// Adds a signature of the known version. One that does not decode can prove nothing, so it is
    /// skipped, as senders' own libraries do; yet it takes one of the places.
    fn candidate(&mut self, text: &[u8]) -> Result<(), Rejection> {
        if self.places == SIGNATURES_MAX {
            return Err(self.refused(Detail::SignaturesTooMany));
        }
        self.places += 1;
        let (encoding, len) = (self.scheme.encoding(), self.scheme.algorithm().tag_len());
        match Tag::parse(text, encoding, len) {
            Some(tag) => self.candidates.push(tag),
            None => self.undecodable = self.undecodable.or(Some(self.header)),
        }
        Ok(())
    }

    fn finish(self, reading: &Reading<'r>) -> Result<Claim<'r>, Rejection> {
        if self.candidates.is_empty() {
            return Err(match (self.undecodable, self.other_version) {
                (Some(header), _) => Rejection::of_header(Detail::Undecodable, header),
                (None, true) => self.refused(Detail::NoKnownVersion),
                (None, false) => self.refused(Detail::NoSignature),
            });
        }
        let timestamp = self.timestamp(reading)?;
        for (index, role, value) in reading.roles(self.scheme) {
            let wanted = match role {
                Role::Signature | Role::Timestamp => continue,
                Role::Content => None,
                Role::Required(wanted) => Some(wanted.as_bytes()),
            };
            let refused = |detail| Rejection::of_header(detail, index);
            let arrived = plain(value, Detail::SignedHeader).map_err(refused)?;
            if wanted.is_some_and(|wanted| wanted != arrived) {
                return Err(refused(Detail::RequiredValue));
            }
            if is_ambiguous(self.scheme, index, arrived, timestamp) {
                return Err(refused(Detail::Ambiguous));
            }
        }
        Ok(Claim { timestamp, candidates: self.candidates })
    }

    fn timestamp(&self, reading: &Reading<'r>) -> Result<Option<Timestamp<'r>>, Rejection> {
        let Some(rule) = self.scheme.timestamp() else { return Ok(None) };
        let (index, text) = match rule.source {
            TimestampSource::Field => (self.header, self.timestamp.ok_or(Detail::TimestampMissing)),
            TimestampSource::Header(_) => {
                let mut roles = reading.roles(self.scheme);
                let header = roles.find(|(_, role, _)| **role == Role::Timestamp);
                let (index, _, value) = header.unwrap_or((0, &Role::Timestamp, None));
                (index, plain(value, Detail::TimestampForm))
            }
            // The body's own time is read when the body is proven.
            TimestampSource::Body(_) => return Ok(None),
        };
        let timestamp = text.and_then(|text| {
            let timestamp = Timestamp::parse(text, rule.unit).ok_or(Detail::TimestampForm)?;
            let is_clear = has_clear_end(self.scheme, &timestamp);
            is_clear.then_some(Some(timestamp)).ok_or(Detail::TimestampDigits)
        });
        timestamp.map_err(|detail| Rejection::of_header(detail, index))
    }
}
