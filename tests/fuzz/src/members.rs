//! Members: what serde_json finds in a body, at a path.

use std::fmt;

use countersign::json::TEXT_BYTES_MAX;
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

/// The members of a body that is one JSON object, as they stand there, duplicates included.
pub struct Members<'b>(Vec<(String, &'b RawValue)>);

impl<'b> Members<'b> {
    /// `None` for a body that is not one JSON object.
    pub fn of(body: &'b [u8]) -> Option<Self> {
        serde_json::from_slice(body).ok()
    }

    /// The text of a string, or a number as it stands there, at keys joined by dots. Of several equal
    /// keys the last counts.
    pub fn at(&self, path: &str) -> Option<String> {
        let (key, path) =
            path.split_once('.').map_or((path, None), |(key, rest)| (key, Some(rest)));
        // A key of nothing, and one longer than any text that is kept, is equal to none.
        if key.is_empty() || key.len() > TEXT_BYTES_MAX {
            return None;
        }
        let (_, value) = self.0.iter().rev().find(|(other, _)| other == key)?;
        match path {
            Some(path) => Members::of(value.get().as_bytes())?.at(path),
            None => scalar(value.get()),
        }
    }
}

fn scalar(value: &str) -> Option<String> {
    let text: Option<String> = match value.as_bytes()[0] {
        b'"' => serde_json::from_str(value).ok(),
        b'-' | b'0'..=b'9' => Some(value.to_string()),
        _ => None,
    };
    text.filter(|text| (1..=TEXT_BYTES_MAX).contains(&text.len()))
}

impl<'de: 'b, 'b> Deserialize<'de> for Members<'b> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Collect)
    }
}

struct Collect;

impl<'de> Visitor<'de> for Collect {
    type Value = Members<'de>;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members<'de>, A::Error> {
        let mut members = Vec::new();
        while let Some(member) = map.next_entry()? {
            members.push(member);
        }
        Ok(Members(members))
    }
}
