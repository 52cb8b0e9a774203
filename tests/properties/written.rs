//! Written: a recipe as the object that people write, by this test's own hand and in any of its forms.

use crate::json::quoted;
use crate::recipe::{Bit, Clock, Grammar, Recipe, Spot};

/// A value of JSON. Its objects keep their order, and may have a key twice.
#[derive(Clone, Debug)]
pub enum Json {
    /// A number, `true`, `false` or `null`, as it stands.
    Plain(String),
    Text(String),
    List(Vec<Json>),
    Object(Vec<(String, Json)>),
}

/// What is up to whoever writes: an endless row of choices, all of them the first for 0.
#[derive(Clone, Debug)]
pub struct Style(pub u64);

impl Style {
    /// One of so many.
    pub fn choose(&mut self, count: usize) -> usize {
        // The generator of Knuth's MMIX; its upper bits are the better ones.
        let next = self.0.wrapping_mul(6_364_136_223_846_793_005);
        self.0 = if self.0 == 0 { 0 } else { next.wrapping_add(1_442_695_040_888_963_407) };
        (self.0 >> 33) as usize % count
    }

    fn says_so(&mut self) -> bool {
        self.choose(2) == 1
    }

    fn shuffle<T>(&mut self, list: &mut [T]) {
        for place in 1..list.len() {
            let other = place - self.choose(place + 1);
            list.swap(place, other);
        }
    }
}

fn text(text: &str) -> Json {
    Json::Text(text.into())
}

fn texts(list: &[String]) -> Json {
    Json::List(list.iter().map(|item| text(item)).collect())
}

fn number(number: u32) -> Json {
    Json::Plain(number.to_string())
}

/// An object of the fields that are said.
fn object<const N: usize>(fields: [(&str, Option<Json>); N], style: &mut Style) -> Json {
    let said = fields.into_iter().filter_map(|(name, value)| Some((name.to_string(), value?)));
    let mut said: Vec<(String, Json)> = said.collect();
    style.shuffle(&mut said);
    Json::Object(said)
}

/// A value that need not be said where it is the default.
fn unless(is_default: bool, value: Json, style: &mut Style) -> Option<Json> {
    (!is_default || style.says_so()).then_some(value)
}

impl Recipe {
    pub fn object(&self, style: &mut Style) -> Json {
        let content = text(&self.content.iter().map(Bit::template).collect::<String>());
        let is_body = matches!(self.content.as_slice(), [Bit::Body]);
        let required = self.required.iter().map(|(name, value)| (name.clone(), text(value)));
        // The one object whose order counts.
        let required = Json::Object(required.collect());
        let told = self.event_time.as_ref().map(|(path, unit)| {
            object([("body", Some(text(path))), ("unit", Some(text(unit)))], style)
        });
        let key = self.key(style);
        let signature = Some(self.signature(style));
        let content = unless(is_body, content, style);
        let timestamp = self.timestamp(style);
        let required = unless(self.required.is_empty(), required, style);
        let hints = unless(self.hints.is_empty(), texts(&self.hints), style);
        let fields = [
            ("name", Some(text(&self.name))),
            ("algorithm", Some(text(self.algorithm))),
            ("key", key),
            ("signature", signature),
            ("content", content),
            ("timestamp", timestamp),
            ("require", required),
            ("type", self.event_type.as_ref().map(Spot::object)),
            ("id", self.event_id.as_ref().map(Spot::object)),
            ("eventTime", told),
            ("hints", hints),
        ];
        object(fields, style)
    }

    fn key(&self, style: &mut Style) -> Option<Json> {
        let (encoding, prefixes, never) = &self.key;
        let is_default = *encoding == "utf8" && prefixes.is_empty() && never.is_empty();
        let encoding = unless(*encoding == "utf8", text(encoding), style);
        let prefixes = unless(prefixes.is_empty(), texts(prefixes), style);
        let never = unless(never.is_empty(), texts(never), style);
        let fields =
            [("encoding", encoding), ("stripPrefixes", prefixes), ("neverPrefixes", never)];
        let key = object(fields, style);
        unless(is_default, key, style)
    }

    fn signature(&self, style: &mut Style) -> Json {
        let names = &self.signature_headers;
        let (header, headers) = match names.as_slice() {
            _ if self.each => (None, Some(texts(names))),
            [name] if !style.says_so() => (Some(text(name)), None),
            _ => (Some(texts(names)), None),
        };
        let format = self.grammar.object(style);
        let encoding = unless(self.encoding == "hex", text(self.encoding), style);
        let fields =
            [("header", header), ("headers", headers), ("format", format), ("encoding", encoding)];
        object(fields, style)
    }

    fn timestamp(&self, style: &mut Style) -> Option<Json> {
        let (clock, unit) = self.time.as_ref()?;
        let from = match clock {
            Clock::Field => text("field"),
            Clock::Header(name) => Json::Object(vec![("header".into(), text(name))]),
            Clock::Body(path) => Json::Object(vec![("body".into(), text(path))]),
        };
        let (past, future) = self.tolerance;
        let tolerance = match (past, future) {
            (Some(past), Some(future)) if past == future && style.says_so() => number(past),
            _ => object([("past", past.map(number)), ("future", future.map(number))], style),
        };
        let tolerance = unless(past.or(future).is_none(), tolerance, style);
        let unit = Some(text(unit));
        let fields = [("from", Some(from)), ("unit", unit), ("toleranceSeconds", tolerance)];
        Some(object(fields, style))
    }
}

impl Grammar {
    fn object(&self, style: &mut Style) -> Option<Json> {
        let kind = |kind| ("kind", Some(text(kind)));
        Some(match self {
            Self::Value { prefix } if prefix.is_empty() => match style.choose(3) {
                0 => return None,
                1 => text("value"),
                _ => {
                    let prefix = unless(true, text(""), style);
                    object([kind("value"), ("prefix", prefix)], style)
                }
            },
            Self::Value { prefix } => {
                object([kind("value"), ("prefix", Some(text(prefix)))], style)
            }
            Self::Pairs { separator, signature, timestamp, spaces } => {
                let spaces = unless(!spaces, Json::Plain(spaces.to_string()), style);
                let fields = [
                    kind("pairs"),
                    ("separator", Some(text(&separator.to_string()))),
                    ("signatureKey", Some(text(signature))),
                    ("timestampKey", timestamp.as_deref().map(text)),
                    ("spaces", spaces),
                ];
                object(fields, style)
            }
            Self::Tokens { tag } => object([kind("tokens"), ("tag", Some(text(tag)))], style),
            Self::Positional => object([kind("positional")], style),
        })
    }
}

impl Bit {
    pub fn template(&self) -> String {
        match self {
            Self::Text(text) => text.replace('{', "{{").replace('}', "}}"),
            Self::Body => "{body}".into(),
            Self::Timestamp => "{timestamp}".into(),
            Self::Header(name) => format!("{{header:{name}}}"),
        }
    }
}

impl Spot {
    fn object(&self) -> Json {
        let (place, text) = match self {
            Self::Body(path) => ("body", path),
            Self::Header(name) => ("header", name),
        };
        Json::Object(vec![(place.into(), Json::Text(text.clone()))])
    }
}

impl Json {
    /// Its text, with spaces and escapes as the style has them.
    pub fn written(&self, style: &mut Style) -> String {
        let space = ["", "", " ", "\n\t"][style.choose(4)];
        let inner = match self {
            Self::Plain(text) => text.clone(),
            Self::Text(text) => quoted(text, style.letters()),
            Self::List(items) => {
                let items: Vec<String> = items.iter().map(|item| item.written(style)).collect();
                format!("[{space}{}]", items.join(","))
            }
            Self::Object(members) => {
                let members = members.iter().map(|(name, value)| {
                    let name = quoted(name, style.letters());
                    format!("{name}{space}:{}", value.written(style))
                });
                format!("{{{space}{}}}", members.collect::<Vec<_>>().join(","))
            }
        };
        format!("{space}{inner}{space}")
    }
}

impl Style {
    /// Which letters of a text are written as escapes; of most texts none.
    fn letters(&mut self) -> u64 {
        if self.choose(4) == 3 { self.0 } else { 0 }
    }
}
