//! JSON: what is found at two paths of a body is what a parser finds there.

use std::cell::{Cell, RefCell};

use countersign::json::{Finder, PATHS_MAX, TEXT_BYTES_MAX};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::TestCaseResult;
use serde_json::Value;

use crate::{holds, like};

/// Keys that paths are made of.
const KEYS: [&str; 3] = ["type", "i\"d😀", "a"];

type Paths = [String; PATHS_MAX];
type Found = [Option<String>; PATHS_MAX];

#[test]
fn what_is_found_in_json_is_what_a_parser_finds() {
    let (cases, found) = (Cell::new(0), RefCell::new([0; 5]));
    holds(2000, questions(), |(document, paths)| {
        cases.set(cases.get() + 1);
        let texts = find(document.as_bytes(), &paths, &[usize::MAX]);
        for (path, text) in paths.iter().zip(&texts) {
            found.borrow_mut()[path.matches('.').count()] += usize::from(text.is_some());
        }
        let parsed: Value = serde_json::from_str(&document).unwrap_or_else(|error| {
            panic!("the generator writes JSON: {error} in {document}");
        });
        agrees(&paths, &texts, &parsed)
    });
    // A search that finds nothing would agree with too much.
    let (cases, found) = (cases.get(), found.into_inner());
    let is_enough = cases < 1000 || found[..4].iter().all(|count| *count >= cases / 100);
    assert!(is_enough, "{found:?} of {cases} found, by the dots of the path");
}

#[test]
fn what_is_found_in_damaged_json_is_what_a_parser_finds_if_it_reads_it_at_all() {
    let edits = vec((any::<Index>(), any::<Index>(), bytes()), 1..=3);
    holds(2000, (questions(), edits), |((document, paths), edits)| {
        let mut body = document.into_bytes();
        for (start, end, new) in edits {
            let start = start.index(body.len() + 1);
            let end = (start + end.index(4)).min(body.len());
            body.splice(start..end, new);
        }
        let found = find(&body, &paths, &[usize::MAX]);
        // Of what is not JSON nobody says what stands there: it is enough that finding ends.
        serde_json::from_slice(&body).map_or(Ok(()), |parsed| agrees(&paths, &found, &parsed))
    });
}

#[test]
fn any_bytes_are_walked_to_their_end_wherever_they_are_cut() {
    let sizes = vec(1..=7_usize, 1..4);
    let pieces = prop_oneof![bytes(), documents().prop_map(String::into_bytes)];
    // Most begin inside a string, where there is more to go wrong.
    let start = select(vec![b"".as_slice(), b"{\"", b"{\"type\":\"", b"{\"x\":[\"", b"{\"a\":{"]);
    let bodies = (start, vec(pieces, 0..5))
        .prop_map(|(start, pieces)| [start, pieces.concat().as_slice()].concat());
    holds(1000, (bodies, paths(), sizes), |(body, paths, sizes)| {
        prop_assert_eq!(find(&body, &paths, &sizes), find(&body, &paths, &[usize::MAX]));
        Ok(())
    });
}

#[test]
fn what_is_found_at_one_path_does_not_depend_on_the_other() {
    holds(1000, questions(), |(document, paths)| {
        let body = document.as_bytes();
        let [first, second] = find(body, &paths, &[usize::MAX]);
        let [one, other] = paths.each_ref();
        let mut finders = [const { Finder::new() }; 3];
        finders[0].update(body, [Some(one), None]);
        finders[1].update(body, [None, Some(other)]);
        finders[2].update(body, [Some(other), Some(one)]);
        let text = |finder: usize, index| finders[finder].found(index).map(String::from);
        prop_assert_eq!((text(0, 0), text(0, 1)), (first.clone(), None));
        prop_assert_eq!((text(1, 0), text(1, 1)), (None, second.clone()));
        prop_assert_eq!((text(2, 0), text(2, 1)), (second, first));
        Ok(())
    });
}

/// Compares what was found with a parsed body: strings and numbers at the end of a path through objects,
/// if they are not empty and not longer than the limit.
fn agrees(paths: &Paths, found: &Found, parsed: &Value) -> TestCaseResult {
    for (path, found) in paths.iter().zip(found) {
        let wanted = path.split('.').try_fold(parsed, |value, key| value.as_object()?.get(key));
        match (wanted, found) {
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

fn find(body: &[u8], paths: &Paths, sizes: &[usize]) -> Found {
    let wanted = paths.each_ref().map(|path| Some(path.as_str()));
    let mut finder = Finder::new();
    let mut rest = body;
    for size in sizes.iter().cycle() {
        let (chunk, behind) = rest.split_at((*size).min(rest.len()));
        finder.update(chunk, wanted);
        rest = behind;
        if rest.is_empty() {
            break;
        }
    }
    [0, 1].map(|index| finder.found(index).map(String::from))
}

/// A document, and two paths. Most lead to something in it.
fn questions() -> impl Strategy<Value = (String, Paths)> {
    let choices = (any::<Index>(), any::<Index>(), 0..4_u8);
    (documents(), paths(), choices).prop_map(|(document, paths, (first, second, kind))| {
        let mut known = Vec::new();
        leaves(&serde_json::from_str(&document).unwrap(), "", 4, &mut known);
        let [one, other] = paths;
        let known =
            |index: Index, other| if known.is_empty() { other } else { index.get(&known).clone() };
        let paths = match kind {
            0 => [one, other],
            1 => [known(first, one), other],
            _ => [known(first, one), known(second, other)],
        };
        (document, paths)
    })
}

/// The paths that lead to something, and have no more keys than this.
fn leaves(value: &Value, path: &str, keys: usize, known: &mut Vec<String>) {
    for (key, value) in value.as_object().into_iter().flatten().filter(|_| keys > 0) {
        let is_key = !key.is_empty() && !key.contains('.') && key.len() <= 128;
        let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
        match value {
            Value::String(_) | Value::Number(_) if is_key => known.push(path),
            Value::Object(_) if is_key => leaves(value, &path, keys - 1, known),
            _ => {}
        }
    }
}

/// Two paths of one to four keys; now and then one path, or one that goes on where the other ends.
fn paths() -> impl Strategy<Value = Paths> {
    let path = || vec(select(KEYS.as_slice()), 1..=4).prop_map(|keys| keys.join("."));
    (path(), path(), 0..8_u8).prop_map(|(one, other, kind)| match kind {
        0 => [one.clone(), one],
        1 => [format!("{one}.a"), one],
        2 => [one.clone(), format!("{one}.type")],
        _ => [one, other],
    })
}

/// Documents, most of them objects, in which the wanted keys are frequent, escaped, nested and twice.
fn documents() -> impl Strategy<Value = String> {
    let value = values();
    // Objects in objects, with another member on every floor.
    let floors = vec((keys(), keys(), scalars(), any::<bool>()), 1..4);
    let way = (floors, value.clone()).prop_map(|(floors, value)| {
        floors.into_iter().fold(value, |inside, (key, other, scalar, is_first)| {
            let (inside, other) = (format!("{key}:{inside}"), format!("{other}:{scalar}"));
            if is_first { format!("{{{inside},{other}}}") } else { format!("{{{other},{inside}}}") }
        })
    });
    let members = vec((spaces(), keys(), spaces(), prop_oneof![value.clone(), way]), 0..5);
    let object = (members, spaces()).prop_map(|(members, space)| {
        let pairs = members.iter().map(|(a, key, b, value)| format!("{a}{key}{b}:{a}{value}{b}"));
        format!("{space}{{{}{space}}}{space}", pairs.collect::<Vec<_>>().join(","))
    });
    prop_oneof![9 => object, 1 => value]
}

fn values() -> impl Strategy<Value = String> + Clone {
    scalars().prop_recursive(3, 16, 4, |inner| {
        let members = vec((keys(), spaces(), inner.clone()), 0..4);
        let object = members.prop_map(|members| {
            let pairs = members.iter().map(|(key, space, value)| format!("{key}{space}:{value}"));
            format!("{{{}}}", pairs.collect::<Vec<_>>().join(","))
        });
        let array = vec(inner, 0..4).prop_map(|items| format!("[{}]", items.join(",")));
        prop_oneof![3 => object, 1 => array]
    })
}

fn scalars() -> impl Strategy<Value = String> {
    let numbers = ["0", "-0", "1733155200000", "1.5e+3", "-1E-2", "0.10", "12345678901234567890"];
    prop_oneof![
        3 => strings().prop_map(|(text, letters)| quoted(&text, letters)),
        2 => select(Vec::from(numbers)).prop_map(String::from),
        1 => select(vec!["true", "false", "null", "{}", "[]"]).prop_map(String::from),
    ]
}

fn spaces() -> impl Strategy<Value = &'static str> {
    select(vec!["", "", "", " ", "\n", "\t\r\n "])
}

/// Keys in quotes, most of them wanted ones.
fn keys() -> impl Strategy<Value = String> {
    let name = prop_oneof![
        8 => select(KEYS.as_slice()).prop_map(String::from),
        2 => select(vec!["Type", "type ", "typ", "i\"d", "", "\\u0074ype", "a.a", "a.type"])
            .prop_map(String::from),
        1 => strings().prop_map(|(text, _)| text),
    ];
    (name, any::<u64>()).prop_map(|(name, letters)| quoted(&name, letters))
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
pub fn quoted(text: &str, letters: u64) -> String {
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
        b"{\"a\":{\"type\":",
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
