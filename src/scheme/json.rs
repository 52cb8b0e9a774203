//! JSON: the fields of a scheme as the object that people write, in JavaScript as in files.

mod fields;

mod signature;

mod times;

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::names::{Algorithm, KeyEncoding, name_of};
use super::spec::{KeyRule, SchemeSpec};
use super::template;
use fields::{Entries, named};
use signature::SignatureForm;
use times::{EventTimeForm, PlaceForm, TimestampForm};

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

/// The object, field by field. What is left out, or empty, says nothing.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct SpecForm {
    /// A file may name its schema, for editors.
    #[serde(rename = "$schema", default, skip_serializing)]
    _schema: Option<String>,
    name: String,
    algorithm: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    key: Option<KeyForm>,
    signature: SignatureForm,
    #[serde(skip_serializing_if = "Option::is_none")]
    content: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    timestamp: Option<TimestampForm>,
    #[serde(default, skip_serializing_if = "Entries::is_empty")]
    require: Entries,
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    event_type: Option<PlaceForm>,
    #[serde(rename = "id", skip_serializing_if = "Option::is_none")]
    event_id: Option<PlaceForm>,
    #[serde(skip_serializing_if = "Option::is_none")]
    event_time: Option<EventTimeForm>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    hints: Vec<String>,
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

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct KeyForm {
    #[serde(skip_serializing_if = "Option::is_none")]
    encoding: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    strip_prefixes: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    never_prefixes: Vec<String>,
}

impl KeyForm {
    fn rule(self) -> Result<KeyRule, String> {
        let encoding = self.encoding.as_deref().unwrap_or("utf8");
        let encoding = named("key.encoding", KeyEncoding::NAMES, encoding)?;
        let Self { strip_prefixes, never_prefixes, .. } = self;
        Ok(KeyRule { encoding, strip_prefixes, never_prefixes })
    }

    fn of(rule: &KeyRule) -> Option<Self> {
        let encoding = (rule.encoding != KeyEncoding::Utf8)
            .then(|| name_of(KeyEncoding::NAMES, rule.encoding).into());
        let KeyRule { strip_prefixes, never_prefixes, .. } = rule.clone();
        let form = Self { encoding, strip_prefixes, never_prefixes };
        (*rule != KeyRule::default()).then_some(form)
    }
}
