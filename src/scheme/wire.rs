//! Wire: the fields of a scheme as they cross into the module, and nowhere else.
//!
//! Fields end in a zero byte, in a fixed order; a list begins with its length. What people write is an
//! object, which the host takes apart: reading JSON would be the largest part of the module. The order
//! and the numbers are private, and change with `abi_version()`.

use alloc::string::String;
use alloc::vec::Vec;

use super::error::SchemeError;
use super::names::{Algorithm, KeyEncoding, Unit};
use super::spec::{
    EventTime, Format, KeyRule, Place, SchemeSpec, Signature, TimestampRule, TimestampSource,
    Tolerance,
};
use super::template;
use crate::encoding::Encoding;

/// Longest scheme, in bytes.
const BYTES_MAX: usize = 8192;

/// Reads the fields of a scheme that the host has taken apart.
///
/// # Errors
/// As [`template::parse`]; [`SchemeError::SchemeBytes`] for what no host of ours writes.
#[inline(never)]
pub fn read(bytes: &[u8]) -> Result<SchemeSpec, SchemeError> {
    let text = core::str::from_utf8(bytes).ok().filter(|text| text.len() <= BYTES_MAX);
    let mut fields = Fields(text.ok_or(SchemeError::SchemeBytes)?);
    let spec = fields.spec()?;
    if fields.0.is_empty() { Ok(spec) } else { Err(SchemeError::SchemeBytes) }
}

/// What is still to be read.
struct Fields<'w>(&'w str);

type Read<T> = Result<T, SchemeError>;

impl<'w> Fields<'w> {
    // By bytes: searching a text for a character would bring a searcher of its own.
    #[inline(never)]
    fn text(&mut self) -> Read<&'w str> {
        let end = self.0.bytes().position(|byte| byte == 0).ok_or(SchemeError::SchemeBytes)?;
        let (field, rest) = self.0.split_at_checked(end).unwrap_or_default();
        self.0 = rest.get(1..).unwrap_or_default();
        Ok(field)
    }

    #[inline(never)]
    fn string(&mut self) -> Read<String> {
        self.text().map(String::from)
    }

    #[inline(never)]
    fn number(&mut self) -> Read<u32> {
        let digits = self.text()?.bytes().try_fold(0_u32, |number, byte| {
            let digit = byte.is_ascii_digit().then(|| u32::from(byte - b'0'))?;
            number.checked_mul(10)?.checked_add(digit)
        });
        digits.ok_or(SchemeError::SchemeBytes)
    }

    /// A value by its place in the table of its names.
    fn named<T: Copy>(&mut self, names: &[(&str, T)]) -> Read<T> {
        let place = self.number()? as usize;
        names.get(place).map(|(_, value)| *value).ok_or(SchemeError::SchemeBytes)
    }

    #[inline(never)]
    fn list(&mut self) -> Read<Vec<String>> {
        let mut list = Vec::new();
        for _ in 0..self.number()? {
            list.push(self.string()?);
        }
        Ok(list)
    }

    fn spec(&mut self) -> Read<SchemeSpec> {
        Ok(SchemeSpec {
            name: self.string()?,
            algorithm: self.named(Algorithm::NAMES)?,
            key: KeyRule {
                encoding: self.named(KeyEncoding::NAMES)?,
                strip_prefixes: self.list()?,
                never_prefixes: self.list()?,
            },
            signature: Signature {
                each: self.number()? != 0,
                headers: self.list()?,
                format: self.format()?,
                encoding: self.named(Encoding::NAMES)?,
            },
            content: template::parse(self.text()?)?,
            timestamp: self.timestamp()?,
            require: self.pairs()?,
            event_type: self.place()?,
            event_id: self.place()?,
            event_time: self.event_time()?,
            hints: self.list()?,
        })
    }

    fn format(&mut self) -> Read<Format> {
        Ok(match self.number()? {
            0 => Format::Value { prefix: self.string()? },
            1 => Format::Pairs {
                separator: if self.number()? == 0 { b',' } else { b';' },
                signature_key: self.string()?,
                timestamp_key: self.list()?.pop(),
                spaces: self.number()? != 0,
            },
            2 => Format::Tokens { tag: self.string()? },
            3 => Format::Positional,
            _ => return Err(SchemeError::SchemeBytes),
        })
    }

    fn timestamp(&mut self) -> Read<Option<TimestampRule>> {
        let source = match self.number()? {
            0 => return Ok(None),
            1 => TimestampSource::Field,
            2 => TimestampSource::Header(self.string()?),
            3 => TimestampSource::Body(self.string()?),
            _ => return Err(SchemeError::SchemeBytes),
        };
        let unit = self.named(Unit::NAMES)?;
        let tolerance = Tolerance { past_seconds: self.limit()?, future_seconds: self.limit()? };
        Ok(Some(TimestampRule { source, unit, tolerance }))
    }

    fn limit(&mut self) -> Read<Option<u32>> {
        if self.number()? == 0 { Ok(None) } else { self.number().map(Some) }
    }

    fn place(&mut self) -> Read<Option<Place>> {
        Ok(match self.number()? {
            0 => None,
            2 => Some(Place::Header(self.string()?)),
            3 => Some(Place::Body(self.string()?)),
            _ => return Err(SchemeError::SchemeBytes),
        })
    }

    fn event_time(&mut self) -> Read<Option<EventTime>> {
        if self.number()? == 0 {
            return Ok(None);
        }
        Ok(Some(EventTime { path: self.string()?, unit: self.named(Unit::NAMES)? }))
    }

    fn pairs(&mut self) -> Read<Vec<(String, String)>> {
        let mut pairs = Vec::new();
        for _ in 0..self.number()? {
            pairs.push((self.string()?, self.string()?));
        }
        Ok(pairs)
    }
}
