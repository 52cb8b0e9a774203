//! How much a scheme may say: headers, pieces, and the length of a word.

use crate::objects::{PAIRED, SMALLEST, TIMED, problem, read, with};
use countersign::SchemeError as E;
use serde_json::{from_str, json};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test(unsupported = test)]
fn a_scheme_reads_at_most_16_headers_and_signs_at_most_16_pieces() {
    let headers = |count| {
        let names: Vec<String> = (2..count).map(|index| format!("X-{index}")).collect();
        with(TIMED, "signature.header", json!(names))
    };
    assert_eq!(problem(&headers(16)).map(|scheme| scheme.headers().len()), Ok(16));
    assert_eq!(problem(&headers(17)).map(|_| ()), Err(E::HeaderTooMany));
    let content = |count| {
        let pieces = (1..count).map(|index| match index % 2 {
            1 => ".".into(),
            _ => format!("{{header:X-{index}}}"),
        });
        with(SMALLEST, "content", json!(format!("{{body}}{}", pieces.collect::<String>())))
    };
    assert_eq!(problem(&content(16)).map(|scheme| scheme.content().len()), Ok(16));
    assert_eq!(problem(&content(17)).map(|_| ()), Err(E::ContentTooMany));
}

/// Fields that hold a word which a delivery is searched for.
const WORDS: &[(E, &str, &str, &str)] = &[
    (E::KeyPrefix, SMALLEST, "key.stripPrefixes", r#"["WORD"]"#),
    (E::KeyNeverPrefix, SMALLEST, "key.neverPrefixes", r#"["WORD"]"#),
    (E::HeaderForm, SMALLEST, "signature.header", r#""WORD""#),
    (E::HeaderForm, SMALLEST, "signature.header", r#"["X-Sig","WORD"]"#),
    (E::HeaderForm, SMALLEST, "content", r#""{header:WORD}.{body}""#),
    (E::HeaderForm, TIMED, "timestamp.from.header", r#""WORD""#),
    (E::HeaderForm, TIMED, "require", r#"{"WORD":"1"}"#),
    (E::FormatPrefix, SMALLEST, "signature.format", r#"{"kind":"value","prefix":"WORD"}"#),
    (E::FormatPrefix, SMALLEST, "signature.format", r#"{"kind":"value","prefix":"WORD "}"#),
    (E::FormatSignatureKey, PAIRED, "signature.format.signatureKey", r#""WORD""#),
    (E::FormatTimestampKey, PAIRED, "signature.format.timestampKey", r#""WORD""#),
    (E::FormatTag, SMALLEST, "signature.format", r#"{"kind":"tokens","tag":"WORD"}"#),
    (E::RequireValue, TIMED, "require.X-Version", r#""WORD""#),
    (E::TimestampPath, SMALLEST, "timestamp", r#"{"from":{"body":"WORD"},"unit":"s"}"#),
    (E::TypePath, SMALLEST, "type.body", r#""WORD""#),
    (E::IdPath, SMALLEST, "id.body", r#""WORD""#),
    (E::EventTimePath, SMALLEST, "eventTime", r#"{"body":"WORD","unit":"s"}"#),
    (E::HintForm, SMALLEST, "hints", r#"["WORD"]"#),
];

/// A delivery could never hold what such a scheme looks for.
#[wasm_bindgen_test(unsupported = test)]
fn a_word_that_is_looked_for_has_at_most_128_bytes() {
    for (expected, base, path, value) in WORDS {
        let long = |len| from_str(&value.replace("WORD", &"x".repeat(len))).unwrap();
        assert!(read(&with(base, path, long(128))).is_ok(), "{expected:?}");
        assert_eq!(problem(&with(base, path, long(129))), Err(*expected));
    }
    let name = |len| problem(&with(SMALLEST, "name", json!("x".repeat(len)))).map(|_| ());
    assert_eq!((name(64), name(65)), (Ok(()), Err(E::NameForm)));
}

fn is_path(problem: E) -> bool {
    matches!(problem, E::TimestampPath | E::TypePath | E::IdPath | E::EventTimePath)
}

#[wasm_bindgen_test(unsupported = test)]
fn a_path_is_of_keys_joined_by_dots_and_has_at_most_128_bytes_in_all() {
    let path = |len: usize| format!("{}.{}.c", "a".repeat(62), "b".repeat(len - 65));
    for (_, base, field, value) in WORDS.iter().filter(|row| is_path(row.0)) {
        let at = |path: &str| with(base, field, from_str(&value.replace("WORD", path)).unwrap());
        for path in ["a", "a.b", "a.b.c.d", "__proto__.0", "\\\"", "a$.{b}", "[0]", &path(128)] {
            assert!(read(&at(path)).is_ok(), "{path}");
        }
        assert!(read(&at(&path(129))).is_err());
    }
}
