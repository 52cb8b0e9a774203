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
    let mut fields = Fields { rest: text.ok_or(SchemeError::SchemeBytes)?, is_wrong: false };
    let (mut spec, content) = fields.spec();
    let is_whole = !fields.is_wrong && fields.rest.is_empty();
    let content = if is_whole { template::parse(content) } else { Err(SchemeError::SchemeBytes) };
    spec.content = content?;
    Ok(spec)
}

/// What is still to be read.
///
/// After a field that is wrong all others are empty. So reading goes on to its end, and only there is it
/// asked whether all went well: a way out behind each field, with all that was read before to clear
/// away, would be a twentieth of the module.
struct Fields<'w> {
    rest: &'w str,
    is_wrong: bool,
}

impl<'w> Fields<'w> {
    // By bytes: searching a text for a character would bring a searcher of its own.
    #[inline(never)]
    fn text(&mut self) -> &'w str {
        let end = self.rest.bytes().position(|byte| byte == 0);
        let (field, rest) =
            end.and_then(|end| self.rest.split_at_checked(end)).unwrap_or_else(|| {
                self.is_wrong = true;
                Default::default()
            });
        self.rest = rest.get(1..).unwrap_or_default();
        field
    }

    #[inline(never)]
    fn string(&mut self) -> String {
        self.text().into()
    }

    #[inline(never)]
    fn number(&mut self) -> u32 {
        let digits = self.text().bytes().try_fold(0_u32, |number, byte| {
            let digit = byte.is_ascii_digit().then(|| u32::from(byte - b'0'))?;
            number.checked_mul(10)?.checked_add(digit)
        });
        digits.unwrap_or_else(|| {
            self.is_wrong = true;
            0
        })
    }

    #[inline(never)]
    fn flag(&mut self) -> bool {
        self.number() != 0
    }

    /// A place in a table of so many names.
    #[inline(never)]
    fn place_in(&mut self, count: usize) -> usize {
        let place = self.number() as usize;
        self.is_wrong |= place >= count;
        if place < count { place } else { 0 }
    }

    /// A value by its place in the table of its names.
    fn named<T: Copy>(&mut self, names: &[(&str, T)]) -> T {
        names[self.place_in(names.len())].1
    }

    #[inline(never)]
    fn list(&mut self) -> Vec<String> {
        let mut list = Vec::new();
        for _ in 0..self.number() {
            // Of a count that is wrong nothing is made.
            if self.is_wrong {
                break;
            }
            list.push(self.string());
        }
        list
    }

    fn spec(&mut self) -> (SchemeSpec, &'w str) {
        let content;
        let spec = SchemeSpec {
            name: self.string(),
            algorithm: self.named(Algorithm::NAMES),
            key: KeyRule {
                encoding: self.named(KeyEncoding::NAMES),
                strip_prefixes: self.list(),
                never_prefixes: self.list(),
            },
            signature: Signature {
                each: self.flag(),
                headers: self.list(),
                format: self.format(),
                encoding: self.named(Encoding::NAMES),
            },
            content: {
                content = self.text();
                Vec::new()
            },
            timestamp: self.timestamp(),
            require: self.pairs(),
            event_type: self.place(),
            event_id: self.place(),
            event_time: self.event_time(),
            hints: self.list(),
        };
        (spec, content)
    }

    fn format(&mut self) -> Format {
        match self.place_in(4) {
            0 => Format::Value { prefix: self.string() },
            1 => Format::Pairs {
                separator: if self.flag() { b';' } else { b',' },
                signature_key: self.string(),
                timestamp_key: self.list().pop(),
                spaces: self.flag(),
            },
            2 => Format::Tokens { tag: self.string() },
            _ => Format::Positional,
        }
    }

    fn timestamp(&mut self) -> Option<TimestampRule> {
        let source = match self.place_in(4) {
            0 => return None,
            1 => TimestampSource::Field,
            2 => TimestampSource::Header(self.string()),
            _ => TimestampSource::Body(self.string()),
        };
        let unit = self.named(Unit::NAMES);
        let tolerance = Tolerance { past_seconds: self.limit(), future_seconds: self.limit() };
        Some(TimestampRule { source, unit, tolerance })
    }

    #[inline(never)]
    fn limit(&mut self) -> Option<u32> {
        self.flag().then(|| self.number())
    }

    #[inline(never)]
    fn place(&mut self) -> Option<Place> {
        match self.place_in(4) {
            2 => Some(Place::Header(self.string())),
            3 => Some(Place::Body(self.string())),
            none => {
                self.is_wrong |= none != 0;
                None
            }
        }
    }

    fn event_time(&mut self) -> Option<EventTime> {
        self.flag().then(|| EventTime { path: self.string(), unit: self.named(Unit::NAMES) })
    }

    fn pairs(&mut self) -> Vec<(String, String)> {
        let mut pairs = Vec::new();
        for _ in 0..self.number() {
            if self.is_wrong {
                break;
            }
            pairs.push((self.string(), self.string()));
        }
        pairs
    }
}
