//! JSON: a scheme in the object form that people write, in JavaScript as in files.

mod forms;

use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::spec::{
    EventTime, Format, KeyRule, Place, SchemeSpec, Signature, TimestampRule, TimestampSource,
    Tolerance,
};
use super::{Algorithm, KeyEncoding, Scheme, Unit, name_of, template};
use crate::encoding::Encoding;
use forms::{
    Distances, Entries, EventTimeForm, FormatForm, FormatKind, KeyForm, Names, PlaceForm,
    SignatureForm, SourceForm, SpecForm, TimestampForm, ToleranceForm,
};

impl<'de> Deserialize<'de> for SchemeSpec {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        SpecForm::deserialize(deserializer)?.spec().map_err(D::Error::custom)
    }
}

impl Serialize for SchemeSpec {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        SpecForm::of(self).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Scheme {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::new(SchemeSpec::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}

impl Serialize for Scheme {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.to_spec().serialize(serializer)
    }
}

impl SpecForm {
    fn spec(self) -> Result<SchemeSpec, String> {
        let content = self.content.as_deref().unwrap_or("{body}");
        let key = self.key.map(KeyForm::rule).transpose()?;
        Ok(SchemeSpec {
            algorithm: named("algorithm", Algorithm::NAMES, &self.algorithm)?,
            name: self.name,
            key: key.unwrap_or_default(),
            signature: self.signature.signature()?,
            content: template::parse(content).map_err(|error| error.to_string())?,
            timestamp: self.timestamp.map(TimestampForm::rule).transpose()?,
            require: self.require.0,
            event_type: self.event_type.map(PlaceForm::place),
            event_id: self.event_id.map(PlaceForm::place),
            event_time: self.event_time.map(EventTimeForm::time).transpose()?,
            hints: self.hints,
        })
    }

    fn of(spec: &SchemeSpec) -> Self {
        let content = template::write(&spec.content);
        Self {
            _schema: None,
            name: spec.name.clone(),
            algorithm: spec.algorithm.name().into(),
            key: KeyForm::of(&spec.key),
            signature: SignatureForm::of(&spec.signature),
            content: (content != "{body}").then_some(content),
            timestamp: spec.timestamp.as_ref().map(TimestampForm::of),
            require: Entries(spec.require.clone()),
            event_type: spec.event_type.as_ref().map(PlaceForm::of),
            event_id: spec.event_id.as_ref().map(PlaceForm::of),
            event_time: spec.event_time.as_ref().map(EventTimeForm::of),
            hints: spec.hints.clone(),
        }
    }
}

impl KeyForm {
    fn rule(self) -> Result<KeyRule, String> {
        let encoding = self.encoding.as_deref().unwrap_or("utf8");
        let encoding = named("key.encoding", KeyEncoding::NAMES, encoding)?;
        Ok(KeyRule { encoding, strip_prefixes: self.strip_prefixes })
    }

    fn of(rule: &KeyRule) -> Option<Self> {
        let encoding = (rule.encoding != KeyEncoding::Utf8)
            .then(|| name_of(KeyEncoding::NAMES, rule.encoding).into());
        let form = Self { encoding, strip_prefixes: rule.strip_prefixes.clone() };
        (*rule != KeyRule::default()).then_some(form)
    }
}

impl SignatureForm {
    fn signature(self) -> Result<Signature, String> {
        let (headers, each) = match (self.header, self.headers) {
            (Some(Names::One(name)), None) => (vec![name], false),
            (Some(Names::Aliases(names)), None) => (names, false),
            (None, Some(names)) => (names, true),
            _ => return Err("signature: expected either header or headers".into()),
        };
        let format = match self.format {
            None => Format::Value { prefix: String::new() },
            Some(FormatForm::Name(name)) if name == "value" => {
                Format::Value { prefix: String::new() }
            }
            Some(FormatForm::Name(_)) => {
                return Err("signature.format: expected \"value\", or an object of a kind".into());
            }
            Some(FormatForm::Kind(kind)) => kind.format(),
        };
        let encoding = self.encoding.as_deref().unwrap_or("hex");
        let encoding = named("signature.encoding", Encoding::NAMES, encoding)?;
        Ok(Signature { headers, each, format, encoding })
    }

    fn of(signature: &Signature) -> Self {
        let (header, headers) = match (signature.each, signature.headers.as_slice()) {
            (true, names) => (None, Some(names.to_vec())),
            (false, [name]) => (Some(Names::One(name.clone())), None),
            (false, names) => (Some(Names::Aliases(names.to_vec())), None),
        };
        let encoding = (signature.encoding != Encoding::Hex)
            .then(|| name_of(Encoding::NAMES, signature.encoding).into());
        Self { header, headers, format: FormatKind::of(&signature.format), encoding }
    }
}

impl FormatKind {
    fn format(self) -> Format {
        match self {
            Self::Value { prefix } => Format::Value { prefix },
            Self::Pairs { separator, signature_key, timestamp_key, spaces } => Format::Pairs {
                // Another character than those there are is refused with the rest of the scheme.
                separator: u8::try_from(separator).unwrap_or_default(),
                signature_key,
                timestamp_key,
                spaces,
            },
            Self::Tokens { tag } => Format::Tokens { tag },
            Self::Positional {} => Format::Positional,
        }
    }

    fn of(format: &Format) -> Option<FormatForm> {
        Some(FormatForm::Kind(match format.clone() {
            Format::Value { prefix } if prefix.is_empty() => return None,
            Format::Value { prefix } => Self::Value { prefix },
            Format::Pairs { separator, signature_key, timestamp_key, spaces } => {
                let separator = char::from(separator);
                Self::Pairs { separator, signature_key, timestamp_key, spaces }
            }
            Format::Tokens { tag } => Self::Tokens { tag },
            Format::Positional => Self::Positional {},
        }))
    }
}

impl TimestampForm {
    fn rule(self) -> Result<TimestampRule, String> {
        let source = match self.from {
            SourceForm::Field(word) if word == "field" => TimestampSource::Field,
            SourceForm::Field(_) => {
                let problem = "timestamp.from: expected \"field\", { header } or { body }";
                return Err(problem.into());
            }
            SourceForm::Place(PlaceForm::Header(name)) => TimestampSource::Header(name),
            SourceForm::Place(PlaceForm::Body(path)) => TimestampSource::Body(path),
        };
        let tolerance = match self.tolerance_seconds {
            None => Tolerance::default(),
            Some(ToleranceForm::Both(seconds)) => Tolerance::both(seconds),
            Some(ToleranceForm::Each(Distances { past, future })) => {
                Tolerance { past_seconds: past, future_seconds: future }
            }
        };
        Ok(TimestampRule {
            source,
            unit: named("timestamp.unit", Unit::NAMES, &self.unit)?,
            tolerance,
        })
    }

    fn of(rule: &TimestampRule) -> Self {
        let from = match rule.source.clone() {
            TimestampSource::Field => SourceForm::Field("field".into()),
            TimestampSource::Header(name) => SourceForm::Place(PlaceForm::Header(name)),
            TimestampSource::Body(path) => SourceForm::Place(PlaceForm::Body(path)),
        };
        let tolerance_seconds = match rule.tolerance {
            Tolerance { past_seconds: None, future_seconds: None } => None,
            Tolerance { past_seconds: Some(past), future_seconds: Some(future) }
                if past == future =>
            {
                Some(ToleranceForm::Both(past))
            }
            Tolerance { past_seconds: past, future_seconds: future } => {
                Some(ToleranceForm::Each(Distances { past, future }))
            }
        };
        Self { from, unit: name_of(Unit::NAMES, rule.unit).into(), tolerance_seconds }
    }
}

impl PlaceForm {
    fn place(self) -> Place {
        match self {
            Self::Body(path) => Place::Body(path),
            Self::Header(name) => Place::Header(name),
        }
    }

    fn of(place: &Place) -> Self {
        match place.clone() {
            Place::Body(path) => Self::Body(path),
            Place::Header(name) => Self::Header(name),
        }
    }
}

impl EventTimeForm {
    fn time(self) -> Result<EventTime, String> {
        Ok(EventTime { path: self.body, unit: named("eventTime.unit", Unit::NAMES, &self.unit)? })
    }

    fn of(time: &EventTime) -> Self {
        Self { body: time.path.clone(), unit: name_of(Unit::NAMES, time.unit).into() }
    }
}

/// What a name in a table stands for.
fn named<T: Copy>(field: &str, names: &[(&str, T)], wanted: &str) -> Result<T, String> {
    let found = names.iter().find(|(name, _)| *name == wanted);
    found.map(|(_, value)| *value).ok_or_else(|| {
        let known: Vec<&str> = names.iter().map(|(name, _)| *name).collect();
        alloc::format!("{field}: expected one of {}", known.join(", "))
    })
}
