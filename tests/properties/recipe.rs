//! Recipe: the whole model of a scheme as plain data, and its text form written by this test's own hand.

use countersign::Scheme;
use countersign::scheme::{Field, Format, Part, Role, TimestampSource, Tolerance};
/// Everything that a scheme says.
#[derive(Clone, Debug)]
pub struct Recipe {
    pub name: String,
    pub mac: &'static str,
    pub key: Option<(&'static str, Vec<String>)>,
    pub signature_headers: Vec<String>,
    pub each: bool,
    pub grammar: Grammar,
    pub encoding: Option<&'static str>,
    pub content: Vec<Piece>,
    pub time: Option<(Clock, &'static str)>,
    pub tolerance: Option<(Option<u32>, Option<u32>)>,
    pub required: Vec<(String, String)>,
    pub event_type: Option<Spot>,
    pub event_id: Option<Spot>,
    pub hints: Vec<String>,
}

#[derive(Clone, Debug)]
pub enum Grammar {
    Value { prefix: String, blank: bool },
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

#[derive(Clone, Debug)]
pub enum Piece {
    Literal(String),
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
    /// The lines of the text form, in the order in which it is documented.
    pub fn lines(&self) -> Vec<String> {
        let signatures = self.signature_headers.join(" ");
        let header = if self.each { "headers" } else { "header" };
        let mut lines = vec![
            format!("name: {}", self.name),
            format!("mac: {}", self.mac),
            format!("{header}: {signatures}"),
            format!("format: {}", self.grammar.text()),
            format!("content: {}", self.template()),
        ];
        if let Some((form, prefixes)) = &self.key {
            lines.push(format!("key: {form} {}", prefixes.join(" ")));
        }
        lines.extend(self.encoding.map(|encoding| format!("encoding: {encoding}")));
        if let Some((clock, unit)) = &self.time {
            lines.push(match clock {
                Clock::Field => format!("timestamp: field {unit}"),
                Clock::Header(name) => format!("timestamp: header {name} {unit}"),
                Clock::Body(key) => format!("timestamp: body {key} {unit}"),
            });
        }
        if let Some((past, future)) = self.tolerance {
            lines.push(format!("tolerance: {} {}", limit(past), limit(future)));
        }
        if !self.required.is_empty() {
            let required = self.required.iter().map(|(name, value)| format!(" {name} {value}"));
            lines.push(format!("require:{}", required.collect::<String>()));
        }
        lines.extend(self.event_type.as_ref().map(|spot| format!("type: {}", spot.text())));
        lines.extend(self.event_id.as_ref().map(|spot| format!("id: {}", spot.text())));
        if !self.hints.is_empty() {
            lines.push(format!("hint: {}", self.hints.join(" ")));
        }
        lines
    }

    /// The text of the content. At its end, a blank can stand there as an escape only.
    fn template(&self) -> String {
        let text: String = self.content.iter().map(Piece::text).collect();
        let bare = text.trim_end_matches(' ');
        format!("{bare}{}", "\\s".repeat(text.len() - bare.len()))
    }

    pub fn scheme(&self) -> Scheme {
        let text = self.lines().join("\n");
        text.parse().unwrap_or_else(|error| panic!("{error}\n{text}"))
    }

    /// What of this recipe a scheme does not say, or says otherwise.
    pub fn differs(&self, scheme: &Scheme) -> Option<&'static str> {
        let found = |name, same: bool| (!same).then_some(name);
        found("name", scheme.name() == self.name)
            .or(found("mac", named(countersign::Mac::NAMES, &scheme.mac()) == self.mac))
            .or(found("encoding", {
                let encoding = named(countersign::Encoding::NAMES, &scheme.encoding());
                encoding == self.encoding.unwrap_or("hex")
            }))
            .or(found("headers", scheme.headers().eq(self.headers())))
            .or(found("format", scheme.format() == self.grammar.read()))
            .or(found("content", self.says_content(scheme)))
            .or(found("timestamp", self.says_time(scheme)))
            .or(found("tolerance", scheme.tolerance() == self.tolerance()))
            .or(found("type", scheme.event_type() == self.event_type.as_ref().map(Spot::read)))
            .or(found("id", scheme.event_id() == self.event_id.as_ref().map(Spot::read)))
            .or(found("hint", scheme.hints().eq(self.hints.iter().map(String::as_str))))
    }

    /// In reading order: signatures, timestamp, signed ones, required ones.
    fn headers(&self) -> impl Iterator<Item = (&str, Role<'_>)> {
        let signatures = self.signature_headers.iter().map(|name| (name.as_str(), Role::Signature));
        let time = match &self.time {
            Some((Clock::Header(name), _)) => Some((name.as_str(), Role::Timestamp)),
            _ => None,
        };
        let required =
            self.required.iter().map(|(name, value)| (name.as_str(), Role::Required(value)));
        let signed = self.signed_headers().map(|name| (name, Role::Content));
        signatures.chain(time).chain(signed).chain(required)
    }

    fn signed_headers(&self) -> impl Iterator<Item = &str> {
        self.content.iter().filter_map(|piece| match piece {
            Piece::Header(name) => Some(name.as_str()),
            _ => None,
        })
    }

    fn says_content(&self, scheme: &Scheme) -> bool {
        let names: Vec<&str> = scheme.headers().map(|(name, _)| name).collect();
        // Fixed text may be cut anywhere: a scheme keeps an escape as a piece of its own.
        let said = scheme.content().map(|part| match part {
            Part::Literal(text) => text.to_string(),
            Part::Body => "\0body".into(),
            Part::Timestamp => "\0timestamp".into(),
            Part::Header(index) => format!("\0{}\0", names[index]),
        });
        let meant = self.content.iter().map(|piece| match piece {
            Piece::Literal(text) => text.clone(),
            Piece::Body => "\0body".into(),
            Piece::Timestamp => "\0timestamp".into(),
            Piece::Header(name) => format!("\0{name}\0"),
        });
        said.collect::<String>() == meant.collect::<String>()
    }

    fn says_time(&self, scheme: &Scheme) -> bool {
        let time = self.time.as_ref().map(|(clock, unit)| {
            let source = match clock {
                Clock::Field => TimestampSource::Field,
                Clock::Header(name) => TimestampSource::Header(name),
                Clock::Body(key) => TimestampSource::Body(key),
            };
            (source, *unit)
        });
        let unit = |unit| match unit {
            countersign::scheme::Unit::Seconds => "s",
            countersign::scheme::Unit::Milliseconds => "ms",
            countersign::scheme::Unit::Rfc3339 => "rfc3339",
        };
        scheme.timestamp().map(|(source, counts)| (source, unit(counts))) == time
    }

    fn tolerance(&self) -> Tolerance {
        let (past_seconds, future_seconds) = self.tolerance.unwrap_or_default();
        Tolerance { past_seconds, future_seconds }
    }
}

fn named<T: PartialEq>(names: &[(&'static str, T)], value: &T) -> &'static str {
    names.iter().find(|(_, other)| other == value).unwrap().0
}

fn limit(seconds: Option<u32>) -> String {
    seconds.map_or("none".into(), |seconds| seconds.to_string())
}

impl Grammar {
    fn text(&self) -> String {
        match self {
            Self::Value { prefix, blank } => {
                format!("value {prefix}{}", if *blank { "\\s" } else { "" })
            }
            Self::Pairs { separator, signature, timestamp, spaces } => {
                let timestamp = timestamp.as_deref().unwrap_or_default();
                let spaces = if *spaces { "spaces" } else { "" };
                format!("pairs {separator} = {signature} {timestamp} {spaces}")
            }
            Self::Tokens { tag } => format!("tokens {tag}"),
            Self::Positional => "positional".into(),
        }
    }

    fn read(&self) -> Format<'_> {
        match self {
            Self::Value { prefix, blank } => Format::Value { prefix, blank: *blank },
            Self::Pairs { separator, signature, timestamp, spaces } => Format::Pairs {
                separator: *separator as u8,
                signature_key: signature,
                timestamp_key: timestamp.as_deref(),
                spaces: *spaces,
            },
            Self::Tokens { tag } => Format::Tokens { tag },
            Self::Positional => Format::Positional,
        }
    }

    pub fn has_time(&self) -> bool {
        matches!(self, Self::Positional | Self::Pairs { timestamp: Some(_), .. })
    }
}

impl Piece {
    fn text(&self) -> String {
        match self {
            Self::Literal(text) => text
                .replace('\\', "\\\\")
                .replace('{', "{{")
                .replace('}', "}}")
                // A blank may stand for itself.
                .replace(' ', if text.len() % 2 == 0 { " " } else { "\\s" })
                .replace('\n', "\\n"),
            Self::Body => "{body}".into(),
            Self::Timestamp => "{timestamp}".into(),
            Self::Header(name) => format!("{{header:{name}}}"),
        }
    }
}

impl Spot {
    fn text(&self) -> String {
        match self {
            Self::Body(key) => format!("body {key}"),
            Self::Header(name) => format!("header {name}"),
        }
    }

    fn read(&self) -> Field<'_> {
        match self {
            Self::Body(key) => Field::Body(key),
            Self::Header(name) => Field::Header(name),
        }
    }
}
