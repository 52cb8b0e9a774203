//! Text: reading the text form of a scheme; its fields are described at [`Scheme`].

use alloc::string::String;
use core::fmt;
use core::str::FromStr;

use super::limits::WORD_BYTES_MAX;
use super::parts::{FormatSpans, HeaderSpan, Place, RoleSpan, Source, Tolerance};
use super::span::{Span, Words, named, split};
use super::{HEADERS_MAX, KeyEncoding, Mac, PARTS_MAX, Scheme, SchemeError, Unit};
use crate::encoding::Encoding;

/// Longest text form.
const TEXT_BYTES_MAX: usize = 8192;

pub(super) type Parsed<T> = Result<T, SchemeError>;

/// The fields of the text form; the constants are their places.
const FIELDS: [&str; 14] = [
    "name",
    "mac",
    "key",
    "header",
    "headers",
    "format",
    "encoding",
    "content",
    "timestamp",
    "tolerance",
    "require",
    "type",
    "id",
    "hint",
];
const NAME: usize = 0;
const MAC: usize = 1;
const KEY: usize = 2;
const HEADER: usize = 3;
const HEADERS: usize = 4;
const FORMAT: usize = 5;
const ENCODING: usize = 6;
const CONTENT: usize = 7;
const TIMESTAMP: usize = 8;
const TOLERANCE: usize = 9;
const REQUIRE: usize = 10;
const TYPE: usize = 11;
const ID: usize = 12;
const HINT: usize = 13;

impl FromStr for Scheme {
    type Err = SchemeError;

    fn from_str(text: &str) -> Parsed<Self> {
        let visible = |byte: u8| byte.is_ascii_graphic() || matches!(byte, b' ' | b'\n');
        if text.len() > TEXT_BYTES_MAX || !text.bytes().all(visible) {
            return Err(SchemeError::SchemeBytes);
        }
        let mut draft = Draft { text, values: [""; FIELDS.len()], scheme: Self::blank(text) };
        draft.lines()?;
        draft.fields()?;
        draft.headers()?;
        draft.scheme.check()?;
        Ok(draft.scheme)
    }
}

impl Scheme {
    /// What a text form says that says nothing.
    fn blank(text: &str) -> Self {
        Self {
            text: String::from(text),
            name: Span::default(),
            mac: Mac::Sha256,
            key: KeyEncoding::Utf8,
            strip: Span::default(),
            headers: [None; HEADERS_MAX],
            each: false,
            format: FormatSpans::Value { prefix: Span::default(), blank: false },
            encoding: Encoding::Hex,
            content: [None; PARTS_MAX],
            timestamp: None,
            tolerance: Tolerance::default(),
            event_type: None,
            event_id: None,
            hints: Span::default(),
        }
    }
}

/// A scheme whose lines are being read.
pub(super) struct Draft<'t> {
    text: &'t str,
    /// The value of each of [`FIELDS`]; an empty one says nothing.
    values: [&'t str; FIELDS.len()],
    pub(super) scheme: Scheme,
}

impl<'t> Draft<'t> {
    fn lines(&mut self) -> Parsed<()> {
        let mut rest = self.text;
        while !rest.is_empty() {
            let (line, behind) = split(rest, b'\n').unwrap_or((rest, ""));
            rest = behind;
            let line = line.trim_ascii();
            if line.is_empty() {
                continue;
            }
            let (field, value) = split(line, b':').ok_or(SchemeError::SchemeLine)?;
            let place = FIELDS.iter().position(|known| *known == field);
            let place = place.and_then(|place| self.values.get_mut(place));
            let place = place.ok_or(SchemeError::SchemeField)?;
            if !place.is_empty() {
                return Err(SchemeError::SchemeTwice);
            }
            if value.trim_ascii().is_empty() {
                return Err(SchemeError::SchemeLine);
            }
            // One blank belongs to the form; what follows it is the value.
            *place = value.strip_prefix(' ').unwrap_or(value);
        }
        Ok(())
    }

    pub(super) fn at(&self, part: &str) -> Span {
        if part.is_empty() { Span::default() } else { Span::at(self.text, part) }
    }

    /// Reads the fields that stand for themselves.
    fn fields(&mut self) -> Parsed<()> {
        let values = self.values;
        self.scheme.name = self.at(values[NAME]);
        self.scheme.hints = self.at(values[HINT]);
        self.scheme.mac = named(Mac::NAMES, values[MAC]).ok_or(SchemeError::MacName)?;
        if !values[ENCODING].is_empty() {
            let encoding = named(Encoding::NAMES, values[ENCODING]);
            self.scheme.encoding = encoding.ok_or(SchemeError::EncodingName)?;
        }
        if let Some(mut words) = said(values[KEY]) {
            let key = named(KeyEncoding::NAMES, words.word());
            self.scheme.key = key.ok_or(SchemeError::KeyForm)?;
            self.scheme.strip = self.at(words.0);
        }
        if let Some(mut words) = said(values[FORMAT]) {
            let format = self.format(&mut words);
            self.scheme.format = words.whole(format).ok_or(SchemeError::FormatForm)?;
        }
        if let Some(words) = said(values[TIMESTAMP]) {
            self.scheme.timestamp = Some(self.timestamp(words)?);
        }
        if let Some(mut words) = said(values[TOLERANCE]) {
            self.scheme.timestamp.ok_or(SchemeError::ToleranceNoTimestamp)?;
            let tolerance = tolerance(&mut words)?;
            let tolerance = words.whole(Some(tolerance));
            self.scheme.tolerance = tolerance.ok_or(SchemeError::ToleranceForm)?;
        }
        self.scheme.event_type = self.event_field(values[TYPE], SchemeError::TypeForm)?;
        self.scheme.event_id = self.event_field(values[ID], SchemeError::IdForm)?;
        Ok(())
    }

    /// Lists the headers in reading order: signatures, timestamp, signed ones, required ones.
    fn headers(&mut self) -> Parsed<()> {
        let values = self.values;
        self.scheme.each = values[HEADER].is_empty();
        if !self.scheme.each && !values[HEADERS].is_empty() {
            return Err(SchemeError::HeadersBoth);
        }
        let names = if self.scheme.each { values[HEADERS] } else { values[HEADER] };
        for name in Words(names) {
            self.header(name, RoleSpan::Signature)?;
        }
        if let Some((Source::Place(Place::Header(name)), _)) = self.scheme.timestamp {
            self.header(name.of(self.text), RoleSpan::Timestamp)?;
        }
        self.content(values[CONTENT])?;
        let mut required = Words(values[REQUIRE]);
        while let Some(name) = required.next() {
            let value = required.next().ok_or(SchemeError::RequireForm)?;
            self.header(name, RoleSpan::Required(self.at(value)))?;
        }
        Ok(())
    }

    /// Adds a header; answers its place in the reading order.
    #[inline(never)]
    pub(super) fn header(&mut self, name: &str, role: RoleSpan) -> Parsed<usize> {
        let header = HeaderSpan { name: self.at(name), role };
        push(&mut self.scheme.headers, header).ok_or(SchemeError::HeaderTooMany)
    }

    fn format(&self, words: &mut Words<'t>) -> Option<FormatSpans> {
        match words.word() {
            "value" => {
                let prefix = words.word();
                let bare = prefix.strip_suffix("\\s");
                let (prefix, blank) = (self.at(bare.unwrap_or(prefix)), bare.is_some());
                Some(FormatSpans::Value { prefix, blank })
            }
            "tokens" => Some(FormatSpans::Tokens { tag: self.at(words.word()) }),
            "positional" => Some(FormatSpans::Positional),
            "pairs" => self.pairs(words),
            _ => None,
        }
    }

    fn pairs(&self, words: &mut Words<'t>) -> Option<FormatSpans> {
        let separator = named(&[(",", b','), (";", b';')], words.word())?;
        let equals = words.word();
        let signature_key = self.at(words.word());
        let (timestamp_key, spaces) = match [words.word(), words.word()] {
            ["spaces", ""] => ("", true),
            [timestamp_key, "spaces"] => (timestamp_key, true),
            [timestamp_key, ""] => (timestamp_key, false),
            _ => return None,
        };
        let timestamp_key = Some(self.at(timestamp_key)).filter(|_| !timestamp_key.is_empty());
        let pairs = FormatSpans::Pairs { separator, signature_key, timestamp_key, spaces };
        (equals == "=").then_some(pairs)
    }

    fn timestamp(&self, mut words: Words<'t>) -> Parsed<(Source, Unit)> {
        let source = match words.word() {
            "field" => Some(Source::Field),
            kind => self.place(kind, words.word()).map(Source::Place),
        };
        let unit = words.word();
        let source = words.whole(source).ok_or(SchemeError::TimestampForm)?;
        Ok((source, named(Unit::NAMES, unit).ok_or(SchemeError::TimestampUnit)?))
    }

    fn event_field(&self, value: &'t str, wrong: SchemeError) -> Parsed<Option<Place>> {
        let Some(mut words) = said(value) else { return Ok(None) };
        let place = self.place(words.word(), words.word());
        words.whole(place).map(Some).ok_or(wrong)
    }

    fn place(&self, kind: &str, name: &str) -> Option<Place> {
        let span = self.at(name);
        match kind {
            _ if name.is_empty() => None,
            "body" if name.len() <= WORD_BYTES_MAX => Some(Place::Body(span)),
            "header" => Some(Place::Header(span)),
            _ => None,
        }
    }
}

/// The words of a field that is not empty.
fn said(value: &str) -> Option<Words<'_>> {
    (!value.is_empty()).then_some(Words(value))
}

/// Puts an item into the first free place and answers which; `None` when there is none.
pub(super) fn push<T>(places: &mut [Option<T>], item: T) -> Option<usize> {
    let index = places.iter().position(Option::is_none)?;
    *places.get_mut(index)? = Some(item);
    Some(index)
}

fn tolerance(words: &mut Words) -> Parsed<Tolerance> {
    Ok(Tolerance { past_seconds: limit(words.word())?, future_seconds: limit(words.word())? })
}

fn limit(word: &str) -> Parsed<Option<u32>> {
    if word == "none" {
        return Ok(None);
    }
    let number = word.bytes().try_fold(0_u32, |number, byte| {
        let digit = byte.is_ascii_digit().then(|| u32::from(byte - b'0'))?;
        number.checked_mul(10)?.checked_add(digit)
    });
    number.filter(|_| !word.is_empty()).map(Some).ok_or(SchemeError::ToleranceForm)
}

impl fmt::Display for Scheme {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut lines = self.text.lines().map(str::trim_ascii).filter(|line| !line.is_empty());
        lines.try_for_each(|line| writeln!(f, "{line}"))
    }
}
