//! What a finder answers for one body and one path, in every shape that JSON has.

use countersign::json::{Finder, TEXT_BYTES_MAX};
use wasm_bindgen_test::wasm_bindgen_test;

fn find(body: &str, path: &str) -> Option<String> {
    let mut finder = Finder::new();
    // One byte at a time: where the body is cut must not matter.
    body.as_bytes().chunks(1).for_each(|chunk| finder.update(chunk, [Some(path), None]));
    finder.found(0).map(String::from)
}

#[track_caller]
fn finds(body: &str, text: &str) {
    assert_eq!(find(body, "type").as_deref(), Some(text), "{body}");
}

#[track_caller]
fn finds_nothing(body: &str) {
    assert_eq!(find(body, "type"), None, "{body}");
}

#[wasm_bindgen_test(unsupported = test)]
fn finds_strings_and_numbers_of_the_top_level() {
    finds(r#"{"type":"a"}"#, "a");
    finds(" { \"x\" : [1,{\"type\":\"no\"}] ,\n\"type\"\t:\r\"a\" } ", "a");
    finds(r#"{"type":1733155200000}"#, "1733155200000");
    finds(r#"{"type":-1.5e+3 }"#, "-1.5e+3");
}

#[wasm_bindgen_test(unsupported = test)]
fn reads_escapes_as_json_parse_does() {
    finds(r#"{"\u0074ype":"\u00e9\n\/\ud83d\ude00"}"#, "é\n/😀");
    finds(r#"{"x":"\\\"","type":"a\"b"}"#, "a\"b");
    finds_nothing(r#"{"type":"\ud83d"}"#);
    finds_nothing(r#"{"type":"\ud83dx"}"#);
    finds_nothing(r#"{"type":"\ude00\ud83d"}"#);
}

#[wasm_bindgen_test(unsupported = test)]
fn takes_the_last_of_duplicate_keys() {
    finds(r#"{"type":"a","type":"b"}"#, "b");
    finds_nothing(r#"{"type":"a","type":null}"#);
    finds_nothing(r#"{"type":"a","type":{"type":"b"}}"#);
    finds_nothing(r#"{"type":"a","type":[]}"#);
}

#[wasm_bindgen_test(unsupported = test)]
fn finds_nothing_where_nothing_of_use_stands() {
    for body in [
        r#"{"type":""}"#,
        r#"{"type":true}"#,
        r#"{"x":{"type":"a"}}"#,
        r#"["type","a"]"#,
        r#""type""#,
        "",
        "{}",
    ] {
        finds_nothing(body);
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn finds_nothing_in_what_is_not_one_complete_object() {
    for body in [
        r#"{"type":"a""#,
        r#"{"type":"a"}x"#,
        r#"{"type":"a"}{}"#,
        r#"{"type":"a",}"#,
        r#"{,"type":"a"}"#,
        r#"{"type" "a"}"#,
        r#"{"type":"a" "x":1}"#,
        r#"{"type":a}"#,
        r#"{"type":trueish}"#,
        r#"{"type":"\x"}"#,
        r#"{"type":"\u00g0"}"#,
        "{\"type\":\"a\nb\"}",
        "\u{feff}{\"type\":\"a\"}",
    ] {
        finds_nothing(body);
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn treats_a_text_beyond_the_limit_as_absent() {
    let long = "x".repeat(TEXT_BYTES_MAX);
    finds(&format!(r#"{{"type":"{long}"}}"#), &long);
    finds_nothing(&format!(r#"{{"type":"{long}x"}}"#));
}

#[track_caller]
fn at(path: &str, body: &str, expected: Option<&str>) {
    assert_eq!(find(body, path).as_deref(), expected, "{path} of {body}");
}

#[wasm_bindgen_test(unsupported = test)]
fn follows_a_path_through_objects_and_nothing_else() {
    at(
        "meta.event_name",
        r#"{"data":{"meta":{"event_name":"no"}},"meta":{"a":[{}],"event_name":"a"}}"#,
        Some("a"),
    );
    at("a.b.c", r#"{"a":{"b":{"c":1},"x":{"c":2}}}"#, Some("1"));
    at("a.b.c", r#"{"a":{"x":{"b":{"c":1}}},"b":{"c":2},"c":3}"#, None);
    at("a.b", r#"{"a":[{"b":1}]}"#, None);
    at("a.b", r#"{"a.b":1}"#, None);
    at("a.b", r#"{"a":"b"}"#, None);
    at("a.b", r#"{"a":{"b":{"b":1}}}"#, None);
    at("a.b", r#"{"a":{},"x":{"b":1}}"#, None);
}

#[wasm_bindgen_test(unsupported = test)]
fn takes_the_last_of_duplicate_keys_on_every_floor() {
    at("a.b", r#"{"a":{"b":1},"a":{"b":2}}"#, Some("2"));
    at("a.b", r#"{"a":{"b":1},"a":{}}"#, None);
    at("a.b", r#"{"a":{"b":1},"a":1}"#, None);
    at("a.b", r#"{"a":{"b":1,"b":[]}}"#, None);
    at("a.b", r#"{"a":{"b":1},"x":{"a":{"b":2}}}"#, Some("1"));
}

#[wasm_bindgen_test(unsupported = test)]
fn finds_two_paths_that_share_their_beginning_or_are_one() {
    let two = |paths, body: &str| {
        let mut finder = Finder::new();
        finder.update(body.as_bytes(), paths);
        [0, 1].map(|index| finder.found(index).map(String::from))
    };
    let body = r#"{"a":{"id":1,"type":"x"},"id":2}"#;
    let found = |one: &str, other: &str| [one, other].map(|text| Some(String::from(text)));
    assert_eq!(two([Some("a.type"), Some("a.id")], body), found("x", "1"));
    assert_eq!(two([Some("id"), Some("a.id")], body), found("2", "1"));
    assert_eq!(two([Some("id"), Some("id")], body), found("2", "2"));
}

#[wasm_bindgen_test(unsupported = test)]
fn walks_a_body_nested_a_million_deep() {
    let deep = format!(r#"{{"x":{}{},"type":"a"}}"#, "[".repeat(1 << 20), "]".repeat(1 << 20));
    finds(&deep, "a");
}
