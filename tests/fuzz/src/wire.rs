//! Wire: the private encoding in which a scheme crosses into the module, read and written a second time.
//!
//! A model that read it with the core's own reader would agree with whatever the core misreads. Fields
//! end in a zero byte; a list begins with its length, and a choice is a number.

use std::str::Split;

use countersign::scheme::{
    Algorithm, EventTime, Format, KeyEncoding, KeyRule, Place, SchemeSpec, Signature,
    TimestampRule, TimestampSource, Tolerance, Unit, write_content,
};
use countersign::{Encoding, Scheme, SchemeError};

use crate::oracle;

/// Longest scheme that crosses, in bytes.
pub const BYTES_MAX: usize = 8192;

const ALGORITHMS: [Algorithm; 4] =
    [Algorithm::HmacSha1, Algorithm::HmacSha256, Algorithm::HmacSha384, Algorithm::HmacSha512];
const KEY_ENCODINGS: [KeyEncoding; 3] = [KeyEncoding::Utf8, KeyEncoding::Base64, KeyEncoding::Hex];
const ENCODINGS: [Encoding; 4] =
    [Encoding::Hex, Encoding::HexAnyCase, Encoding::Base64, Encoding::Base64Url];
const UNITS: [Unit; 3] = [Unit::Seconds, Unit::Milliseconds, Unit::Rfc3339];

type Read<T> = Result<T, SchemeError>;

/// The scheme in these bytes, or the problem that the core has to name.
pub fn read(bytes: &[u8]) -> Read<Scheme> {
    let text = std::str::from_utf8(bytes).map_err(|_| SchemeError::SchemeBytes)?;
    if text.len() > BYTES_MAX {
        return Err(SchemeError::SchemeBytes);
    }
    // What follows the last zero byte is not a field.
    let (fields, rest) = text.rsplit_once('\0').ok_or(SchemeError::SchemeBytes)?;
    let mut fields = Fields(fields.split('\0'));
    let spec = fields.spec()?;
    let is_whole = rest.is_empty() && fields.0.next().is_none();
    if is_whole { Scheme::new(spec) } else { Err(SchemeError::SchemeBytes) }
}

struct Fields<'w>(Split<'w, char>);

impl Fields<'_> {
    fn text(&mut self) -> Read<String> {
        self.0.next().map(String::from).ok_or(SchemeError::SchemeBytes)
    }

    /// A number in digits; nothing at all is 0.
    fn number(&mut self) -> Read<u32> {
        let text = self.text()?;
        let is_number = text.bytes().all(|byte| byte.is_ascii_digit());
        let number = if text.is_empty() { Ok(0) } else { text.parse() };
        number.ok().filter(|_| is_number).ok_or(SchemeError::SchemeBytes)
    }

    fn flag(&mut self) -> Read<bool> {
        Ok(self.number()? > 0)
    }

    fn one_of<T: Copy>(&mut self, list: &[T]) -> Read<T> {
        list.get(self.number()? as usize).copied().ok_or(SchemeError::SchemeBytes)
    }

    fn many<T>(&mut self, mut one: impl FnMut(&mut Self) -> Read<T>) -> Read<Vec<T>> {
        (0..self.number()?).map(|_| one(self)).collect()
    }

    fn spec(&mut self) -> Read<SchemeSpec> {
        let mut spec = SchemeSpec::new(&self.text()?, self.one_of(&ALGORITHMS)?, "");
        spec.key = KeyRule {
            encoding: self.one_of(&KEY_ENCODINGS)?,
            strip_prefixes: self.many(Self::text)?,
            never_prefixes: self.many(Self::text)?,
        };
        let each = self.flag()?;
        let headers = self.many(Self::text)?;
        let format = self.format()?;
        spec.signature = Signature { headers, each, format, encoding: self.one_of(&ENCODINGS)? };
        spec.content = oracle::template(&self.text()?)?;
        spec.timestamp = self.timestamp()?;
        spec.require = self.many(|fields| Ok((fields.text()?, fields.text()?)))?;
        spec.event_type = self.place()?;
        spec.event_id = self.place()?;
        if self.flag()? {
            spec.event_time = Some(EventTime { path: self.text()?, unit: self.one_of(&UNITS)? });
        }
        spec.hints = self.many(Self::text)?;
        Ok(spec)
    }

    fn format(&mut self) -> Read<Format> {
        match self.number()? {
            0 => Ok(Format::Value { prefix: self.text()? }),
            1 => Ok(Format::Pairs {
                separator: if self.flag()? { b';' } else { b',' },
                signature_key: self.text()?,
                timestamp_key: self.many(Self::text)?.pop(),
                spaces: self.flag()?,
            }),
            2 => Ok(Format::Tokens { tag: self.text()? }),
            3 => Ok(Format::Positional),
            _ => Err(SchemeError::SchemeBytes),
        }
    }

    fn timestamp(&mut self) -> Read<Option<TimestampRule>> {
        let source = match self.number()? {
            0 => return Ok(None),
            1 => TimestampSource::Field,
            2 => TimestampSource::Header(self.text()?),
            3 => TimestampSource::Body(self.text()?),
            _ => return Err(SchemeError::SchemeBytes),
        };
        let unit = self.one_of(&UNITS)?;
        let tolerance = Tolerance { past_seconds: self.limit()?, future_seconds: self.limit()? };
        Ok(Some(TimestampRule { source, unit, tolerance }))
    }

    fn limit(&mut self) -> Read<Option<u32>> {
        self.flag()?.then(|| self.number()).transpose()
    }

    fn place(&mut self) -> Read<Option<Place>> {
        match self.number()? {
            0 => Ok(None),
            2 => Ok(Some(Place::Header(self.text()?))),
            3 => Ok(Some(Place::Body(self.text()?))),
            _ => Err(SchemeError::SchemeBytes),
        }
    }
}

/// These fields as a host writes them; `None` for what no host can write: a text with a zero byte in it, or a
/// separator that no list has.
pub fn write(spec: &SchemeSpec) -> Option<Vec<u8>> {
    if let Format::Pairs { separator, .. } = &spec.signature.format
        && !b",;".contains(separator)
    {
        return None;
    }
    let mut fields = Written(Vec::new());
    fields.spec(spec);
    let is_writable = fields.0.iter().all(|field| !field.contains('\0'));
    is_writable.then(|| fields.0.iter().flat_map(|field| field.bytes().chain([0])).collect())
}

struct Written(Vec<String>);

impl Written {
    fn text(&mut self, text: &str) {
        self.0.push(text.into());
    }

    fn number(&mut self, number: usize) {
        self.0.push(number.to_string());
    }

    fn place_of<T: PartialEq>(&mut self, list: &[T], wanted: &T) {
        self.number(list.iter().position(|each| each == wanted).expect("the list is complete"));
    }

    fn texts(&mut self, texts: &[String]) {
        self.number(texts.len());
        self.0.extend_from_slice(texts);
    }

    fn spec(&mut self, spec: &SchemeSpec) {
        self.text(&spec.name);
        self.place_of(&ALGORITHMS, &spec.algorithm);
        self.place_of(&KEY_ENCODINGS, &spec.key.encoding);
        self.texts(&spec.key.strip_prefixes);
        self.texts(&spec.key.never_prefixes);
        self.number(usize::from(spec.signature.each));
        self.texts(&spec.signature.headers);
        self.format(&spec.signature.format);
        self.place_of(&ENCODINGS, &spec.signature.encoding);
        self.text(&write_content(&spec.content));
        self.timestamp(spec.timestamp.as_ref());
        self.number(spec.require.len());
        spec.require.iter().for_each(|(name, value)| self.0.extend([name.clone(), value.clone()]));
        self.place(spec.event_type.as_ref());
        self.place(spec.event_id.as_ref());
        self.number(usize::from(spec.event_time.is_some()));
        if let Some(EventTime { path, unit }) = &spec.event_time {
            self.text(path);
            self.place_of(&UNITS, unit);
        }
        self.texts(&spec.hints);
    }

    fn format(&mut self, format: &Format) {
        match format {
            Format::Value { prefix } => self.0.extend(["0".into(), prefix.clone()]),
            Format::Pairs { separator, signature_key, timestamp_key, spaces } => {
                self.number(1);
                self.place_of(b",;", separator);
                self.text(signature_key);
                self.texts(timestamp_key.as_slice());
                self.number(usize::from(*spaces));
            }
            Format::Tokens { tag } => self.0.extend(["2".into(), tag.clone()]),
            Format::Positional => self.number(3),
        }
    }

    fn timestamp(&mut self, rule: Option<&TimestampRule>) {
        let Some(TimestampRule { source, unit, tolerance }) = rule else { return self.number(0) };
        match source {
            TimestampSource::Field => self.number(1),
            TimestampSource::Header(name) => self.0.extend(["2".into(), name.clone()]),
            TimestampSource::Body(path) => self.0.extend(["3".into(), path.clone()]),
        }
        self.place_of(&UNITS, unit);
        for limit in [tolerance.past_seconds, tolerance.future_seconds] {
            self.number(usize::from(limit.is_some()));
            limit.iter().for_each(|seconds| self.number(*seconds as usize));
        }
    }

    fn place(&mut self, place: Option<&Place>) {
        match place {
            None => self.number(0),
            Some(Place::Header(name)) => self.0.extend(["2".into(), name.clone()]),
            Some(Place::Body(path)) => self.0.extend(["3".into(), path.clone()]),
        }
    }
}
