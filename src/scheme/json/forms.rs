//! Forms: the object of a scheme as serde reads and writes it.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use serde::de::{MapAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The object, field by field. What is left out, or empty, says nothing.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(super) struct SpecForm {
    /// A file may name its schema, for editors.
    #[serde(rename = "$schema", default, skip_serializing)]
    pub(super) _schema: Option<String>,
    pub(super) name: String,
    pub(super) algorithm: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) key: Option<KeyForm>,
    pub(super) signature: SignatureForm,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) content: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) timestamp: Option<TimestampForm>,
    #[serde(default, skip_serializing_if = "Entries::is_empty")]
    pub(super) require: Entries,
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub(super) event_type: Option<PlaceForm>,
    #[serde(rename = "id", skip_serializing_if = "Option::is_none")]
    pub(super) event_id: Option<PlaceForm>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) event_time: Option<EventTimeForm>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) hints: Vec<String>,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(super) struct KeyForm {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) encoding: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) strip_prefixes: Vec<String>,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SignatureForm {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) header: Option<Names>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) headers: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) format: Option<FormatForm>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) encoding: Option<String>,
}

#[derive(Deserialize, Serialize)]
#[serde(untagged)]
pub(super) enum Names {
    One(String),
    Aliases(Vec<String>),
}

#[derive(Deserialize, Serialize)]
#[serde(untagged)]
pub(super) enum FormatForm {
    Name(String),
    Kind(FormatKind),
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all_fields = "camelCase", tag = "kind")]
pub(super) enum FormatKind {
    #[serde(rename = "value")]
    Value {
        #[serde(default)]
        prefix: String,
    },
    #[serde(rename = "pairs")]
    Pairs {
        separator: char,
        signature_key: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        timestamp_key: Option<String>,
        #[serde(default, skip_serializing_if = "core::ops::Not::not")]
        spaces: bool,
    },
    #[serde(rename = "tokens")]
    Tokens { tag: String },
    #[serde(rename = "positional")]
    Positional {},
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(super) struct TimestampForm {
    pub(super) from: SourceForm,
    pub(super) unit: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) tolerance_seconds: Option<ToleranceForm>,
}

#[derive(Deserialize, Serialize)]
#[serde(untagged)]
pub(super) enum SourceForm {
    Field(String),
    Place(PlaceForm),
}

#[derive(Deserialize, Serialize)]
#[serde(untagged)]
pub(super) enum ToleranceForm {
    Both(u32),
    Each(Distances),
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Distances {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) past: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) future: Option<u32>,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "lowercase")]
pub(super) enum PlaceForm {
    Body(String),
    Header(String),
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EventTimeForm {
    pub(super) body: String,
    pub(super) unit: String,
}

/// The entries of an object in the order in which they are written.
#[derive(Default)]
pub(super) struct Entries(pub(super) Vec<(String, String)>);

impl Entries {
    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Serialize for Entries {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        self.0.iter().try_for_each(|(name, value)| map.serialize_entry(name, value))?;
        map.end()
    }
}

impl<'de> Deserialize<'de> for Entries {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;

        impl<'de> Visitor<'de> for Reader {
            type Value = Entries;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object of header names and values")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Entries, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Entries(entries))
            }
        }

        deserializer.deserialize_map(Reader)
    }
}
