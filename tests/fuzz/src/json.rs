//! JSON: any bytes as a body, in any chunks, against serde_json.
//!
//! ```text
//! cut:   1 byte   the chunks have one byte more than this
//! times: 1 byte   the unit comes 2^(this % 12) times
//! key FF other key FF head FF unit FF tail
//! ```
//! The body is the head, the unit many times and the tail: deep and long without a long input. That
//! a byte costs the same wherever it stands is for the fuzzer's own clock to see.

use std::fmt;

use countersign::json::{Finder, Keys, TEXT_BYTES_MAX};
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use crate::fields;

pub fn json(data: &[u8]) {
    let Some(([cut, times], rest)) = data.split_first_chunk::<2>() else { return };
    let [key, other, head, unit, tail] = fields(rest);
    let (Ok(key), Ok(other)) = (std::str::from_utf8(key), std::str::from_utf8(other)) else {
        return;
    };
    let body = [head, &unit.repeat(1 << (times % 12)), tail].concat();
    // A key that stands in both places is found in the first.
    let keys = [Some(key), Some(other).filter(|other| *other != key)];

    let found = find(&body, body.len().max(1), keys);
    assert_eq!(found, find(&body, usize::from(*cut) + 1, keys), "the chunks change what is found");
    for text in found.iter().flatten() {
        assert!((1..=TEXT_BYTES_MAX).contains(&text.len()));
    }
    if let Some(members) = members(&body) {
        for (key, found) in keys.iter().zip(found) {
            let wanted = key.and_then(|key| scalar(&members, key));
            assert_eq!(found, wanted, "{key:?} in {}", String::from_utf8_lossy(&body));
        }
    }
}

fn find(body: &[u8], size: usize, keys: Keys) -> [Option<String>; 2] {
    let mut finder = Finder::new();
    body.chunks(size).for_each(|chunk| finder.update(chunk, keys));
    [0, 1].map(|index| finder.found(index).map(String::from))
}

/// What serde_json finds under the last `key`: the text of a string, or a number as it stands there.
fn scalar(members: &Members, key: &str) -> Option<String> {
    // A key of nothing, and one longer than any text that is kept, is equal to none.
    if key.is_empty() || key.len() > TEXT_BYTES_MAX {
        return None;
    }
    let (_, value) = members.0.iter().rev().find(|(other, _)| other == key)?;
    let value = value.get();
    let text = match value.as_bytes()[0] {
        b'"' => serde_json::from_str(value).ok(),
        b'-' | b'0'..=b'9' => Some(value.to_string()),
        _ => None,
    };
    text.filter(|text: &String| (1..=TEXT_BYTES_MAX).contains(&text.len()))
}

/// The members of a body that is one JSON object, as they stand there, duplicates included.
fn members(body: &[u8]) -> Option<Members<'_>> {
    serde_json::from_slice(body).ok()
}

struct Members<'b>(Vec<(String, &'b RawValue)>);

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
