//! What is not a scheme in the object form, whatever it says: other words, other fields, other JSON.

use crate::objects::{PAIRED, SMALLEST, TIMED, read, with};
use countersign::Scheme;
use serde_json::{Value, from_str, json};
use wasm_bindgen_test::wasm_bindgen_test;

/// Words that no list has, with the sentence that shows the list.
const NO_WORDS: &[(&str, &str, &str)] = &[
    (
        "algorithm",
        r#""md5""#,
        "algorithm: expected one of hmac-sha1, hmac-sha256, hmac-sha384, hmac-sha512",
    ),
    ("key.encoding", r#""base32""#, "key.encoding: expected one of utf8, base64, hex"),
    (
        "signature.encoding",
        r#""HEX""#,
        "signature.encoding: expected one of hex, hex-any-case, base64, base64url",
    ),
    (
        "signature.format",
        r#""jws""#,
        "signature.format: expected \"value\", or an object of a kind",
    ),
    ("timestamp.from", r#""cookie""#, "timestamp.from: expected \"field\", { header } or { body }"),
    ("timestamp.unit", r#""minutes""#, "timestamp.unit: expected one of s, ms, rfc3339"),
    ("eventTime", r#"{"body":"ts","unit":""}"#, "eventTime.unit: expected one of s, ms, rfc3339"),
];

#[wasm_bindgen_test(unsupported = test)]
fn a_word_that_no_list_has_is_refused_with_the_list() {
    for (path, word, sentence) in NO_WORDS {
        let object = with(PAIRED, path, from_str(word).unwrap());
        assert_eq!(read(&object), Err((*sentence).into()), "{object}");
    }
}

/// Fields that no scheme has, and fields of another kind of object.
const UNKNOWN: &[(&str, &str, &str)] = &[
    (SMALLEST, "mac", r#""sha256""#),
    (SMALLEST, "Name", r#""acme""#),
    (SMALLEST, "event_time", r#"{"body":"ts","unit":"s"}"#),
    (SMALLEST, "hint", r#"["X-Topic"]"#),
    (SMALLEST, "key.prefixes", r#"["whsec_"]"#),
    (SMALLEST, "signature.alias", r#""X-Alias""#),
    (SMALLEST, "signature.format", r#"{"kind":"value","tag":"v1"}"#),
    (SMALLEST, "signature.format", r#"{"kind":"tokens","tag":"v1","prefix":"v1,"}"#),
    (SMALLEST, "signature.format", r#"{"kind":"jws"}"#),
    (SMALLEST, "signature.format", r#"{"prefix":"v1"}"#),
    (PAIRED, "signature.format", r#"{"kind":"positional","spaces":true}"#),
    (PAIRED, "signature.format.equals", r#""=""#),
    (PAIRED, "signature.format.signature_key", r#""v1""#),
    (TIMED, "timestamp.tolerance", "300"),
    (TIMED, "timestamp.from", r#"{"cookie":"t"}"#),
    (TIMED, "timestamp.from.body", r#""t""#),
    (TIMED, "timestamp.toleranceSeconds", r#"{"past":5,"ahead":5}"#),
    (SMALLEST, "type", r#"{"path":"a"}"#),
    (SMALLEST, "type", r#"{"body":"a","header":"X-Id"}"#),
    (SMALLEST, "id", "{}"),
    (SMALLEST, "eventTime", r#"{"body":"ts","unit":"s","toleranceSeconds":300}"#),
    (SMALLEST, "eventTime", r#"{"header":"X-Time","unit":"s"}"#),
];

#[wasm_bindgen_test(unsupported = test)]
fn a_field_that_no_scheme_has_is_refused_on_every_floor() {
    for (base, path, value) in UNKNOWN {
        let object = with(base, path, from_str(value).unwrap());
        assert!(read(&object).is_err(), "{object}");
    }
    let sentence = read(&with(SMALLEST, "mac", json!("sha256"))).unwrap_err();
    assert!(sentence.starts_with("unknown field `mac`, expected one of"), "{sentence}");
}

#[wasm_bindgen_test(unsupported = test)]
fn a_field_that_is_written_twice_is_refused() {
    for (once, twice) in [
        (r#""name":"acme""#, r#""name":"acme","name":"acme""#),
        (r#""header":"X-Sig""#, r#""header":"X-Sig","header":"X-Sig""#),
        (r#""unit":"s""#, r#""unit":"s","unit":"s""#),
        (r#""X-Version":"1""#, r#""X-Version":"1","X-Version":"1""#),
    ] {
        let text = TIMED.replace(once, twice);
        assert!(text.len() > TIMED.len() && from_str::<Scheme>(&text).is_err(), "{text}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn what_is_not_one_character_is_not_a_separator() {
    for separator in [json!(""), json!(",,"), json!(", "), json!(44), json!([","])] {
        let object = with(PAIRED, "signature.format.separator", separator);
        assert!(read(&object).is_err(), "{object}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn what_is_no_tolerance_is_refused() {
    for tolerance in ["-1", "1.5", "4294967296", "\"300\"", "\"off\"", "true", r#"{"past":-1}"#] {
        let tolerance = from_str(tolerance).unwrap();
        let object = with(TIMED, "timestamp.toleranceSeconds", tolerance);
        assert!(read(&object).is_err(), "{object}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn junk_is_refused_and_never_panics() {
    for text in ["", "null", "true", "0", "\"acme\"", "[]", "{}", "{", "\0", r#"{"name":"acme"}"#] {
        assert!(from_str::<Scheme>(text).is_err(), "{text:?}");
    }
    for deep in ["[", "{\"key\":"] {
        assert!(from_str::<Scheme>(&deep.repeat(1 << 16)).is_err());
    }
    // Every field, and every field in it, as what it is not.
    for base in [TIMED, PAIRED] {
        let whole: Value = from_str(base).unwrap();
        for (field, value) in whole.as_object().unwrap() {
            let inner = value.as_object().into_iter().flat_map(|fields| fields.keys());
            let inner = inner.map(|name| format!("{field}.{name}"));
            for path in inner.chain([field.clone()]) {
                for junk in [json!(-1.5), json!([[]]), json!(["\0"]), json!({ "": {} })] {
                    let object = with(base, &path, junk);
                    assert!(read(&object).is_err(), "{object}");
                }
            }
        }
    }
}
