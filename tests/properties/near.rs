//! Near: objects that are nearly schemes, and fields that nobody would write. Each is refused, or is a
//! scheme that prints itself and can be used.

use countersign::scheme::{Format, Piece, Place, TimestampSource};
use countersign::{Code, Delivery, Detail, Endpoint, Scheme, SchemeSpec, Signing};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::TestCaseResult;

use crate::recipes::recipes;
use crate::written::{Json, Style};
use crate::{holds, like};

#[test]
fn any_object_near_a_scheme_is_a_scheme_that_prints_itself_or_an_error() {
    let near = (recipes(), any::<u64>(), vec(edits(), 1..=3));
    holds(3000, near, |(recipe, style, edits)| {
        let mut style = Style(style);
        let mut object = recipe.object(&mut style);
        for (place, edit) in edits {
            edit.apply(&mut object, place);
        }
        let text = object.written(&mut style);
        // What is not JSON in the first place is not this test's affair.
        serde_json::from_str::<serde_json::Value>(&text).expect(&text);
        serde_json::from_str::<Scheme>(&text).map_or(Ok(()), |scheme| is_sound(&scheme))
    });
}

#[test]
fn any_text_is_a_scheme_that_prints_itself_or_an_error() {
    let edits = vec((any::<Index>(), any::<Index>(), words()), 1..=3);
    let near = (recipes(), any::<u64>(), edits).prop_map(|(recipe, style, edits)| {
        let mut style = Style(style);
        let mut text = recipe.object(&mut style).written(&mut style).into_bytes();
        for (start, end, new) in edits {
            let start = start.index(text.len() + 1);
            let end = (start + end.index(12)).min(text.len());
            text.splice(start..end, new.into_bytes());
        }
        text
    });
    let far = vec(words(), 0..20).prop_map(|words| words.concat().into_bytes());
    holds(2000, prop_oneof![4 => near, 1 => far], |text| {
        serde_json::from_slice::<Scheme>(&text).map_or(Ok(()), |scheme| is_sound(&scheme))
    });
}

#[test]
fn fields_of_any_kind_are_a_scheme_that_prints_itself_or_an_error() {
    let edits = vec((select(FIELDS), like(".{0,6}|[ -~]{0,6}"), any::<u8>()), 1..=3);
    holds(3000, (recipes(), edits), |(recipe, edits)| {
        let mut spec = recipe.spec();
        for (edit, text, byte) in &edits {
            edit(&mut spec, text, *byte);
        }
        Scheme::new(spec).map_or(Ok(()), |scheme| is_sound(&scheme))
    });
}

/// A scheme says the same in a file as in Rust; and what it signs, it reads.
fn is_sound(scheme: &Scheme) -> TestCaseResult {
    let printed = serde_json::to_string(scheme).unwrap();
    let again = serde_json::from_str::<Scheme>(&printed).map_err(|error| error.to_string());
    prop_assert_eq!(again.as_ref(), Ok(scheme), "{}", printed);
    prop_assert_eq!(&Scheme::new(scheme.to_spec()), &Ok(scheme.clone()));

    let endpoint = Endpoint::new(scheme.clone(), [b"key".as_slice()]).unwrap();
    let signed = endpoint.sign(b"{}", &Signing::at(1_700_000_000_000).with_id("~"));
    prop_assert!(matches!(signed, Ok(_) | Err(Code::OptionInvalid)), "{:?}", signed);
    for headers in [signed.unwrap_or_default(), Vec::new()] {
        let verdict = endpoint.verify(&Delivery::new(&headers, b"{}"), 1_700_000_000_000);
        let detail = verdict.map_or_else(|rejection| Some(rejection.detail()), |_| None);
        let source = scheme.timestamp().map(|rule| &rule.source);
        let wanted = match source {
            _ if headers.is_empty() => Some(Detail::HeaderMissing),
            Some(TimestampSource::Body(_)) => Some(Detail::BodyTime),
            _ => None,
        };
        prop_assert_eq!(detail, wanted, "{}", printed);
    }
    Ok(())
}

/// What Rust code may write into a field.
type FieldEdit = fn(&mut SchemeSpec, &str, u8);

const FIELDS: &[FieldEdit] = &[
    |spec, text, _| spec.name = text.into(),
    |spec, text, _| spec.key.strip_prefixes.push(text.into()),
    |spec, text, _| spec.signature.headers.push(text.into()),
    |spec, text, _| spec.signature.headers = vec![text.into()],
    |spec, _, _| spec.signature.headers.clear(),
    |spec, _, _| spec.signature.each = !spec.signature.each,
    |spec, _, _| spec.signature.format = Format::Positional,
    |spec, text, _| spec.signature.format = Format::Value { prefix: text.into() },
    |spec, text, _| spec.signature.format = Format::Tokens { tag: text.into() },
    |spec, text, byte| {
        let (signature_key, timestamp_key) = (text.into(), None);
        spec.signature.format =
            Format::Pairs { separator: byte, signature_key, timestamp_key, spaces: false };
    },
    |spec, text, byte| {
        if let Format::Pairs { separator, timestamp_key, spaces, .. } = &mut spec.signature.format {
            *timestamp_key = Some(text.into());
            *separator = [b',', b';', byte][usize::from(byte) % 3];
            *spaces = !*spaces;
        }
    },
    |spec, text, byte| insert(spec, byte, Piece::Literal(text.into())),
    |spec, _, byte| insert(spec, byte, Piece::Literal("$".into())),
    |spec, text, byte| insert(spec, byte, Piece::Header(text.into())),
    |spec, _, byte| {
        insert(spec, byte, [Piece::Body, Piece::Timestamp][usize::from(byte) % 2].clone());
    },
    |spec, _, byte| {
        let place = usize::from(byte) % spec.content.len().max(1);
        let kept = spec.content.iter().enumerate().filter(|(index, _)| *index != place);
        spec.content = kept.map(|(_, piece)| piece.clone()).collect();
    },
    |spec, _, _| spec.timestamp = None,
    |spec, text, byte| {
        if let Some(rule) = &mut spec.timestamp {
            rule.source = match byte % 3 {
                0 => TimestampSource::Field,
                1 => TimestampSource::Header(text.into()),
                _ => TimestampSource::Body(text.into()),
            };
        }
    },
    |spec, text, _| spec.require.push(("X-Other".into(), text.into())),
    |spec, text, _| spec.require.push((text.into(), "1".into())),
    |spec, text, _| spec.event_type = Some(Place::Body(text.into())),
    |spec, text, _| spec.event_id = Some(Place::Header(text.into())),
    |spec, text, _| {
        if let Some(time) = &mut spec.event_time {
            time.path = text.into();
        }
    },
    |spec, text, _| spec.hints.push(text.into()),
];

fn insert(spec: &mut SchemeSpec, byte: u8, piece: Piece) {
    let place = usize::from(byte) % (spec.content.len() + 1);
    spec.content.insert(place, piece);
}

/// One small change of an object, at one of its values.
#[derive(Clone, Debug)]
enum Edit {
    Replace(Json),
    /// Of an object or a list: what it loses, gains or has twice.
    Drop(Index),
    Double(Index),
    Insert(Index, String, Json),
    Rename(Index, String),
    /// Of a text.
    Splice(Index, Index, String),
}

fn edits() -> impl Strategy<Value = (Index, Edit)> {
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
    fn apply(self, object: &mut Json, place: Index) {
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
fn words() -> impl Strategy<Value = String> {
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
