//! JSON: what is found at the top level of a body is what a parser finds there.

use countersign::json::{Finder, KEYS_MAX, TEXT_BYTES_MAX};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::TestCaseResult;
use serde_json::Value;

use crate::{holds, like};

const KEYS: [&str; KEYS_MAX] = ["type", "i\"d😀"];

#[test]
fn what_is_found_in_json_is_what_a_parser_finds() {
    holds(1500, documents(), |document| {
        let parsed: Value = serde_json::from_str(&document).unwrap_or_else(|error| {
            panic!("the generator writes JSON: {error} in {document}");
        });
        agrees(&find(document.as_bytes(), &[usize::MAX]), &parsed)
    });
}

#[test]
fn what_is_found_in_damaged_json_is_what_a_parser_finds_if_it_reads_it_at_all() {
    let edits = vec((any::<Index>(), any::<Index>(), bytes()), 1..=3);
    holds(2000, (documents(), edits), |(document, edits)| {
        let mut body = document.into_bytes();
        for (start, end, new) in edits {
            let start = start.index(body.len() + 1);
            let end = (start + end.index(4)).min(body.len());
            body.splice(start..end, new);
        }
        let found = find(&body, &[usize::MAX]);
        // Of what is no JSON nobody says what stands there: it is enough that finding ends.
        serde_json::from_slice(&body).map_or(Ok(()), |parsed| agrees(&found, &parsed))
    });
}

#[test]
fn any_bytes_are_walked_to_their_end_wherever_they_are_cut() {
    let sizes = vec(1..=7_usize, 1..4);
    let pieces = prop_oneof![bytes(), documents().prop_map(String::into_bytes)];
    // Most begin inside a string, where there is more to go wrong.
    let start = select(vec![b"".as_slice(), b"{\"", b"{\"type\":\"", b"{\"x\":[\""]);
    let bodies = (start, vec(pieces, 0..5))
        .prop_map(|(start, pieces)| [start, pieces.concat().as_slice()].concat());
    holds(1000, (bodies, sizes), |(body, sizes)| {
        prop_assert_eq!(find(&body, &sizes), find(&body, &[usize::MAX]));
        Ok(())
    });
}

/// Compares what was found with a parsed body: strings and numbers of the top level, if they are not
/// empty and not longer than the limit.
fn agrees(found: &[Option<String>; KEYS_MAX], parsed: &Value) -> TestCaseResult {
    for (key, found) in KEYS.iter().zip(found) {
        match (parsed.as_object().and_then(|object| object.get(*key)), found) {
            (Some(Value::String(text)), _) => {
                let usable = Some(text).filter(|text| (1..=TEXT_BYTES_MAX).contains(&text.len()));
                prop_assert_eq!(found.as_ref(), usable);
            }
            (Some(number @ Value::Number(_)), Some(text)) => {
                prop_assert_eq!(&serde_json::from_str::<Value>(text).unwrap(), number);
            }
            (wanted @ Some(Value::Number(_)), None) => prop_assert!(false, "not found: {wanted:?}"),
            _ => prop_assert_eq!(found, &None),
        }
    }
    Ok(())
}

fn find(body: &[u8], sizes: &[usize]) -> [Option<String>; KEYS_MAX] {
    let mut finder = Finder::new();
    let mut rest = body;
    for size in sizes.iter().cycle() {
        let (chunk, behind) = rest.split_at((*size).min(rest.len()));
        finder.update(chunk, KEYS.map(Some));
        rest = behind;
        if rest.is_empty() {
            break;
        }
    }
    [0, 1].map(|index| finder.found(index).map(String::from))
}

/// Documents, most of them objects, in which the wanted keys come often, escaped, nested and twice.
fn documents() -> impl Strategy<Value = String> {
    let blank = || select(vec!["", "", "", " ", "\n", "\t\r\n "]);
    let scalar = prop_oneof![
        3 => strings().prop_map(|(text, letters)| quoted(&text, letters)),
        2 => select(vec!["0", "-0", "1733155200000", "1.5e+3", "-1E-2", "0.10", "12345678901234567890"])
            .prop_map(String::from),
        1 => select(vec!["true", "false", "null", "{}", "[]"]).prop_map(String::from),
    ];
    let key = || {
        let name = prop_oneof![
            5 => select(KEYS.as_slice()).prop_map(String::from),
            2 => select(vec!["Type", "type ", "typ", "i\"d", "", "\\u0074ype"]).prop_map(String::from),
            1 => strings().prop_map(|(text, _)| text),
        ];
        (name, any::<u64>()).prop_map(|(name, letters)| quoted(&name, letters))
    };
    let value = scalar.prop_recursive(3, 16, 4, move |inner| {
        let members = vec((key(), blank(), inner.clone()), 0..4);
        let object = members.prop_map(|members| {
            let pairs = members.iter().map(|(key, blank, value)| format!("{key}{blank}:{value}"));
            format!("{{{}}}", pairs.collect::<Vec<_>>().join(","))
        });
        let array = vec(inner, 0..4).prop_map(|items| format!("[{}]", items.join(",")));
        prop_oneof![object, array]
    });
    let members = vec((blank(), key(), blank(), value.clone(), blank()), 0..6);
    let top = members.prop_map(|members| {
        let pairs =
            members.iter().map(|(a, key, b, value, c)| format!("{a}{key}{b}:{a}{value}{c}"));
        pairs.collect::<Vec<_>>().join(",")
    });
    let object = (blank(), top, blank()).prop_map(|(a, top, b)| format!("{a}{{{top}{b}}}{b}"));
    prop_oneof![9 => object, 1 => value]
}

/// Texts, now and then longer than what is kept, and which of their letters are written as escapes.
fn strings() -> impl Strategy<Value = (String, u64)> {
    let text = prop_oneof![
        4 => like("[a-z.]{0,8}"),
        2 => like("[\\x00-\\x7f]{1,6}"),
        3 => like("\\PC{0,5}"),
        1 => any::<char>().prop_map(String::from),
        1 => (1022..=1026_usize).prop_map(|len| "x".repeat(len)),
        1 => (340..=343_usize).prop_map(|len| "\u{20ac}".repeat(len)),
    ];
    (text, any::<u64>())
}

/// A JSON string in which some letters, and all that must be, are written as escapes.
fn quoted(text: &str, letters: u64) -> String {
    let mut json = String::from("\"");
    for (index, letter) in text.chars().enumerate() {
        let must = letter < ' ' || matches!(letter, '"' | '\\');
        if must || letters >> (index % 64) & 3 == 3 {
            json.push_str(&escaped(letter, letters >> (index % 32)));
        } else {
            json.push(letter);
        }
    }
    json + "\""
}

fn escaped(letter: char, letters: u64) -> String {
    const SHORT: &[(char, &str)] = &[
        ('"', "\\\""),
        ('\\', "\\\\"),
        ('/', "\\/"),
        ('\u{8}', "\\b"),
        ('\u{c}', "\\f"),
        ('\n', "\\n"),
        ('\r', "\\r"),
        ('\t', "\\t"),
    ];
    let short = SHORT.iter().find(|(short, _)| *short == letter && letters & 4 == 0);
    let unit = |unit: &u16| match letters & 8 {
        0 => format!("\\u{unit:04x}"),
        _ => format!("\\u{unit:04X}"),
    };
    let units = || letter.encode_utf16(&mut [0; 2]).iter().map(unit).collect();
    short.map_or_else(units, |(_, escape)| (*escape).to_string())
}

fn bytes() -> impl Strategy<Value = Vec<u8>> {
    // What JSON is made of, halves of surrogate pairs and ends of texts among it.
    const PIECES: &[&[u8]] = &[
        b"\\udc00",
        b"\\ud83d",
        b"\\ud83d\\ude00",
        b"\\u12",
        b"\\",
        b"\"",
        b"{\"type\":",
        b"}",
        b",\"x\":",
        b"[[{",
        b"}]]",
        b"\"a\"",
        b"1e5",
        b"null",
        b"\xef\xbb\xbf",
    ];
    prop_oneof![
        vec(select(PIECES), 0..4).prop_map(|pieces| pieces.concat()),
        vec(select(b"{}[]\",:\\u0dD8c 19-+.eEtrufalsn\n\0\x7f\xc3\xa9\xff".as_slice()), 0..6),
        vec(any::<u8>(), 0..6),
    ]
}
