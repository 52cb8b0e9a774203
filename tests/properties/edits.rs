//! Edits: small changes of an object, after which it is nearly a scheme.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::like;
use crate::written::Json;

/// One small change of an object, at one of its values.
#[derive(Clone, Debug)]
pub enum Edit {
    Replace(Json),
    /// Of an object or a list: what it loses, gains or has twice.
    Drop(Index),
    Double(Index),
    Insert(Index, String, Json),
    Rename(Index, String),
    /// Of a text.
    Splice(Index, Index, String),
}

pub fn edits() -> impl Strategy<Value = (Index, Edit)> {
    let edit = prop_oneof![
        3 => values().prop_map(Edit::Replace),
        2 => any::<Index>().prop_map(Edit::Drop),
        1 => any::<Index>().prop_map(Edit::Double),
        3 => (any::<Index>(), words(), values())
            .prop_map(|(place, name, value)| Edit::Insert(place, name, value)),
        1 => (any::<Index>(), words()).prop_map(|(place, name)| Edit::Rename(place, name)),
        6 => (any::<Index>(), any::<Index>(), words())
            .prop_map(|(start, end, new)| Edit::Splice(start, end, new)),
    ];
    (any::<Index>(), edit)
}

impl Edit {
    pub fn apply(self, object: &mut Json, place: Index) {
        let mut left = place.index(count(object));
        let value = nth(object, &mut left).unwrap();
        match (self, value) {
            (Self::Replace(new), value) => *value = new,
            (Self::Drop(at), Json::Object(members)) if !members.is_empty() => {
                members.remove(at.index(members.len()));
            }
            (Self::Drop(at), Json::List(items)) if !items.is_empty() => {
                items.remove(at.index(items.len()));
            }
            (Self::Double(at), Json::Object(members)) if !members.is_empty() => {
                members.push(at.get(members).clone());
            }
            (Self::Double(at), Json::List(items)) if !items.is_empty() => {
                items.push(at.get(items).clone());
            }
            (Self::Insert(at, name, new), Json::Object(members)) => {
                members.insert(at.index(members.len() + 1), (name, new));
            }
            (Self::Insert(at, _, new), Json::List(items)) => {
                items.insert(at.index(items.len() + 1), new);
            }
            (Self::Rename(at, name), Json::Object(members)) if !members.is_empty() => {
                let at = at.index(members.len());
                members[at].0 = name;
            }
            (Self::Splice(start, end, new), Json::Text(text)) => {
                let mut letters: Vec<char> = text.chars().collect();
                let start = start.index(letters.len() + 1);
                let end = (start + end.index(4)).min(letters.len());
                letters.splice(start..end, new.chars());
                *text = letters.into_iter().collect();
            }
            _ => {}
        }
    }
}

/// How many values there are, with all that are in others.
fn count(value: &Json) -> usize {
    1 + match value {
        Json::Object(members) => members.iter().map(|(_, value)| count(value)).sum(),
        Json::List(items) => items.iter().map(count).sum(),
        Json::Plain(_) | Json::Text(_) => 0,
    }
}

fn nth<'v>(value: &'v mut Json, left: &mut usize) -> Option<&'v mut Json> {
    if *left == 0 {
        return Some(value);
    }
    *left -= 1;
    match value {
        Json::Object(members) => members.iter_mut().find_map(|(_, value)| nth(value, left)),
        Json::List(items) => items.iter_mut().find_map(|item| nth(item, left)),
        Json::Plain(_) | Json::Text(_) => None,
    }
}

fn values() -> impl Strategy<Value = Json> {
    let plain = select(vec!["null", "true", "false", "0", "300", "-1", "0.5", "4294967296"]);
    let leaf = prop_oneof![
        2 => plain.prop_map(|text| Json::Plain(text.into())),
        4 => words().prop_map(Json::Text),
    ];
    leaf.prop_recursive(2, 6, 3, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..3).prop_map(Json::List),
            vec((words(), inner), 0..3).prop_map(Json::Object),
        ]
    })
}

/// What objects, and what are nearly objects, are made of.
pub fn words() -> impl Strategy<Value = String> {
    const WORDS: &[&str] = &[
        "name",
        "algorithm",
        "key",
        "encoding",
        "stripPrefixes",
        "signature",
        "header",
        "headers",
        "format",
        "kind",
        "value",
        "prefix",
        "pairs",
        "separator",
        "signatureKey",
        "timestampKey",
        "spaces",
        "tokens",
        "tag",
        "positional",
        "content",
        "timestamp",
        "from",
        "field",
        "body",
        "unit",
        "s",
        "ms",
        "rfc3339",
        "toleranceSeconds",
        "past",
        "future",
        "require",
        "type",
        "id",
        "eventTime",
        "hints",
        "hmac-sha256",
        "sha256",
        "utf8",
        "base64",
        "hex",
        "X-Sig",
        "v1",
        "t",
        "{body}",
        "{timestamp}",
        "{header:A}",
        "{{",
        "}}",
        "{",
        "}",
        "$",
        ".",
        ",",
        ";",
        " ",
        "\n",
        "\"",
        "\\",
        "[",
        "]",
        ":",
        "null",
        "300",
        "é",
        "\t",
        "\0",
    ];
    prop_oneof![4 => select(WORDS).prop_map(String::from), 1 => like(".{0,4}")]
}
