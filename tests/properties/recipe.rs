//! Recipe: the whole model of a scheme as plain data, and what a scheme would have to say to be it.

use countersign::scheme::{
    EventTime, Format, HeaderRow, KeyEncoding, KeyRule, Part, Piece, Place, Role, Signature,
    TimestampRule, TimestampSource, Tolerance, Unit,
};
use countersign::{Algorithm, Encoding, Scheme, SchemeSpec};

/// Everything that a scheme says.
#[derive(Clone, Debug)]
pub struct Recipe {
    pub name: String,
    pub algorithm: &'static str,
    pub key: (&'static str, Vec<String>, Vec<String>),
    pub signature_headers: Vec<String>,
    pub each: bool,
    pub grammar: Grammar,
    pub encoding: &'static str,
    pub content: Vec<Bit>,
    pub time: Option<(Clock, &'static str)>,
    pub tolerance: (Option<u32>, Option<u32>),
    pub required: Vec<(String, String)>,
    pub event_type: Option<Spot>,
    pub event_id: Option<Spot>,
    pub event_time: Option<(String, &'static str)>,
    pub hints: Vec<String>,
}

#[derive(Clone, Debug)]
pub enum Grammar {
    Value { prefix: String },
    Pairs { separator: char, signature: String, timestamp: Option<String>, spaces: bool },
    Tokens { tag: String },
    Positional,
}

#[derive(Clone, Debug)]
pub enum Clock {
    Field,
    Header(String),
    Body(String),
}

/// A piece of the content; no two texts follow each other.
#[derive(Clone, Debug)]
pub enum Bit {
    Text(String),
    Body,
    Timestamp,
    Header(String),
}

#[derive(Clone, Debug)]
pub enum Spot {
    Body(String),
    Header(String),
}

impl Recipe {
    /// The fields as Rust code writes them.
    pub fn spec(&self) -> SchemeSpec {
        SchemeSpec {
            name: self.name.clone(),
            algorithm: algorithm(self.algorithm),
            key: self.key_rule(),
            signature: Signature {
                headers: self.signature_headers.clone(),
                each: self.each,
                format: self.grammar.format(),
                encoding: encoding(self.encoding),
            },
            content: self.content.iter().map(Bit::piece).collect(),
            timestamp: self.rule(),
            require: self.required.clone(),
            event_type: self.event_type.as_ref().map(Spot::place),
            event_id: self.event_id.as_ref().map(Spot::place),
            event_time: self.told(),
            hints: self.hints.clone(),
        }
    }

    pub fn scheme(&self) -> Scheme {
        Scheme::new(self.spec()).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// What of this recipe a scheme does not say, or says otherwise.
    pub fn differs(&self, scheme: &Scheme) -> Option<&'static str> {
        let found = |name, same: bool| (!same).then_some(name);
        found("name", scheme.name() == self.name)
            .or(found("algorithm", scheme.algorithm() == algorithm(self.algorithm)))
            .or(found("key", *scheme.key() == self.key_rule()))
            .or(found("encoding", scheme.encoding() == encoding(self.encoding)))
            .or(found("headers", scheme.headers() == self.headers()))
            .or(found("each", scheme.to_spec().signature.each == self.each))
            .or(found("format", *scheme.format() == self.grammar.format()))
            .or(found("content", scheme.content() == self.parts()))
            .or(found("timestamp", scheme.timestamp() == self.rule().as_ref()))
            .or(found("tolerance", scheme.tolerance() == self.tolerance()))
            .or(found(
                "type",
                scheme.event_type() == self.event_type.as_ref().map(Spot::place).as_ref(),
            ))
            .or(found("id", scheme.event_id() == self.event_id.as_ref().map(Spot::place).as_ref()))
            .or(found("eventTime", scheme.event_time() == self.told().as_ref()))
            .or(found("hints", scheme.hints() == self.hints))
    }

    /// In reading order: signatures, timestamp, signed ones, required ones.
    fn headers(&self) -> Vec<HeaderRow> {
        let row = |name: &String, role| HeaderRow { name: name.clone(), role };
        let signatures = self.signature_headers.iter().map(|name| row(name, Role::Signature));
        let time = match &self.time {
            Some((Clock::Header(name), _)) => Some(row(name, Role::Timestamp)),
            _ => None,
        };
        let signed = self.signed_headers().map(|name| row(name, Role::Content));
        let required =
            self.required.iter().map(|(name, value)| row(name, Role::Required(value.clone())));
        signatures.chain(time).chain(signed).chain(required).collect()
    }

    fn signed_headers(&self) -> impl Iterator<Item = &String> {
        self.content.iter().filter_map(|bit| match bit {
            Bit::Header(name) => Some(name),
            _ => None,
        })
    }

    fn parts(&self) -> Vec<Part> {
        let headers = self.headers();
        let place = |name: &String| headers.iter().position(|row| row.name == *name).unwrap();
        let part = |bit: &Bit| match bit {
            Bit::Text(text) => Part::Literal(text.clone()),
            Bit::Body => Part::Body,
            Bit::Timestamp => Part::Timestamp,
            Bit::Header(name) => Part::Header(place(name)),
        };
        self.content.iter().map(part).collect()
    }

    fn key_rule(&self) -> KeyRule {
        let (encoding, strip_prefixes, never_prefixes) = self.key.clone();
        KeyRule { encoding: key_encoding(encoding), strip_prefixes, never_prefixes }
    }

    fn rule(&self) -> Option<TimestampRule> {
        let (clock, counts) = self.time.as_ref()?;
        let source = match clock {
            Clock::Field => TimestampSource::Field,
            Clock::Header(name) => TimestampSource::Header(name.clone()),
            Clock::Body(path) => TimestampSource::Body(path.clone()),
        };
        Some(TimestampRule { source, unit: unit(counts), tolerance: self.tolerance() })
    }

    fn tolerance(&self) -> Tolerance {
        let (past_seconds, future_seconds) = self.tolerance;
        Tolerance { past_seconds, future_seconds }
    }

    fn told(&self) -> Option<EventTime> {
        let (path, counts) = self.event_time.as_ref()?;
        Some(EventTime { path: path.clone(), unit: unit(counts) })
    }
}

// The words once more, so that a table of the core that has two of them mixed up is noticed.

fn algorithm(word: &str) -> Algorithm {
    match word {
        "hmac-sha1" => Algorithm::HmacSha1,
        "hmac-sha256" => Algorithm::HmacSha256,
        "hmac-sha384" => Algorithm::HmacSha384,
        "hmac-sha512" => Algorithm::HmacSha512,
        _ => panic!("{word}"),
    }
}

fn encoding(word: &str) -> Encoding {
    match word {
        "hex" => Encoding::Hex,
        "hex-any-case" => Encoding::HexAnyCase,
        "base64" => Encoding::Base64,
        "base64url" => Encoding::Base64Url,
        _ => panic!("{word}"),
    }
}

fn key_encoding(word: &str) -> KeyEncoding {
    match word {
        "utf8" => KeyEncoding::Utf8,
        "base64" => KeyEncoding::Base64,
        "hex" => KeyEncoding::Hex,
        _ => panic!("{word}"),
    }
}

fn unit(word: &str) -> Unit {
    match word {
        "s" => Unit::Seconds,
        "ms" => Unit::Milliseconds,
        "rfc3339" => Unit::Rfc3339,
        _ => panic!("{word}"),
    }
}

impl Grammar {
    fn format(&self) -> Format {
        match self.clone() {
            Self::Value { prefix } => Format::Value { prefix },
            Self::Pairs { separator, signature, timestamp, spaces } => Format::Pairs {
                separator: separator as u8,
                signature_key: signature,
                timestamp_key: timestamp,
                spaces,
            },
            Self::Tokens { tag } => Format::Tokens { tag },
            Self::Positional => Format::Positional,
        }
    }

    pub fn has_time(&self) -> bool {
        matches!(self, Self::Positional | Self::Pairs { timestamp: Some(_), .. })
    }
}

impl Bit {
    fn piece(&self) -> Piece {
        match self.clone() {
            Self::Text(text) => Piece::Literal(text),
            Self::Body => Piece::Body,
            Self::Timestamp => Piece::Timestamp,
            Self::Header(name) => Piece::Header(name),
        }
    }
}

impl Spot {
    fn place(&self) -> Place {
        match self.clone() {
            Self::Body(path) => Place::Body(path),
            Self::Header(name) => Place::Header(name),
        }
    }
}
