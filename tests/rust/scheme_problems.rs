//! What a scheme may not say, with the exact sentence for it.

use crate::objects::{PAIRED, SMALLEST, TIMED, problem, read, with};
use countersign::SchemeError;
use countersign::SchemeError as E;
use serde_json::{Value, from_str, json};
use wasm_bindgen_test::wasm_bindgen_test;

/// For each problem: an object that is right, the field that is wrong, and the values that make it so.
const WRONG: &[(SchemeError, &str, &str, &str)] = &[
    (E::NameForm, SMALLEST, "name", r#"["Acme", "", "a b", "a_b", "é", "acme\n"]"#),
    (E::KeyPrefix, SMALLEST, "key.stripPrefixes", r#"[[""], ["whsec_", "a b"], ["\n"], ["é"]]"#),
    (E::KeyNeverPrefix, SMALLEST, "key.neverPrefixes", r#"[[""], ["sk_", "a b"], ["\n"], ["é"]]"#),
    (E::HeaderNone, SMALLEST, "signature", r#"[{"header":[]}, {"headers":[]}]"#),
    (E::HeaderForm, SMALLEST, "signature.header", r#"["X(Sig)", "", "X Sig", ["X-Sig", "é"]]"#),
    (E::HeaderForm, SMALLEST, "signature", r#"[{"headers":["X-Sig","X:"]}]"#),
    (E::HeaderForm, SMALLEST, "content", r#"["{header:}{body}", "{header:X-Id:}{body}"]"#),
    (E::HeaderForm, TIMED, "timestamp.from.header", r#"["", "X-Time,"]"#),
    (E::HeaderForm, TIMED, "require", r#"[{"X{":"1"}]"#),
    (E::HeaderTwice, SMALLEST, "signature.header", r#"[["X-Sig", "x-sig"]]"#),
    (
        E::HeaderTwice,
        SMALLEST,
        "content",
        r#"["{header:X-sig}.{body}", "{header:a}.{body}.{header:A}"]"#,
    ),
    (E::HeaderTwice, TIMED, "timestamp.from.header", r#"["x-SIG", "X-VERSION"]"#),
    (E::HeaderTwice, TIMED, "require", r#"[{"X-sig":"1"}, {"X-time":"1"}, {"A":"1","a":"1"}]"#),
    (
        E::HeaderTooMany,
        SMALLEST,
        "signature.header",
        r#"[["a","b","c","d","e","f","g","h","i","j","k","l","m","n","o","p","q"]]"#,
    ),
    (
        E::FormatPrefix,
        SMALLEST,
        "signature.format",
        r#"[{"kind":"value","prefix":"a,b"}, {"kind":"value","prefix":" "}, {"kind":"value","prefix":"a  "},
            {"kind":"value","prefix":" a"}, {"kind":"value","prefix":"a b"}, {"kind":"value","prefix":"é"}]"#,
    ),
    (
        E::FormatSignatureKey,
        PAIRED,
        "signature.format.signatureKey",
        r#"["v(1)", "", "v 1", "v=", "é"]"#,
    ),
    (
        E::FormatTimestampKey,
        PAIRED,
        "signature.format.timestampKey",
        r#"["v1", "", "t t", "t=", "é"]"#,
    ),
    (E::FormatSpaces, PAIRED, "signature.format.timestampKey", "[null]"),
    (
        E::FormatTag,
        SMALLEST,
        "signature.format",
        r#"[{"kind":"tokens","tag":"v=1"}, {"kind":"tokens","tag":""}, {"kind":"tokens","tag":"v,"}]"#,
    ),
    (
        E::FormatPositional,
        PAIRED,
        "signature",
        r#"[{"headers":["a"],"format":{"kind":"positional"}}, {"headers":["a","b"],"format":{"kind":"positional"}}]"#,
    ),
    (
        E::ContentForm,
        TIMED,
        "content",
        r#"["{url}{body}", "{", "}", "{body", "body}", "{body}{", "{{body}", "{body}}", "{}{body}", "{{{{body}",
            "{ body}", "{Body}", "{header}{body}", "{header:X-Id", "{{{{{body}}", "{timestamp }{body}"]"#,
    ),
    (
        E::ContentDollar,
        TIMED,
        "content",
        r#"["${timestamp}.{body}", "{timestamp}.${body}", "$${body}", "{body}${header:X-Id}", "${url}", "{{$${body}"]"#,
    ),
    (
        E::ContentText,
        TIMED,
        "content",
        r#"["é{body}", "{body}\t", "\r\n{body}", "{body}\u007f", "\u0000{body}"]"#,
    ),
    (
        E::ContentBodies,
        TIMED,
        "content",
        r#"["", "body", "{timestamp}{body}{body}", "{timestamp}{{body}}"]"#,
    ),
    (E::ContentTimestamps, TIMED, "content", r#"["{timestamp}{timestamp}{body}"]"#),
    (E::ContentBodyTimestamp, TIMED, "timestamp.from", r#"[{"body":"t"}]"#),
    (E::ContentNoTimestamp, TIMED, "content", r#"["{body}", "{{timestamp}}{body}"]"#),
    (
        E::ContentTooMany,
        SMALLEST,
        "content",
        r#"["{body}.{header:a}.{header:b}.{header:c}.{header:d}.{header:e}.{header:f}.{header:g}.{header:h}"]"#,
    ),
    (
        E::ContentJoined,
        SMALLEST,
        "content",
        r#"["{header:a}{body}", "{body}{header:a}", "{header:a}{header:b}.{body}", "{body}.{header:a}{header:b}",
            ".{header:a}{body}.", "{header:a}.{header:b}{body}"]"#,
    ),
    (
        E::ContentJoined,
        TIMED,
        "content",
        r#"["{header:a}{timestamp}{body}", "{body}{timestamp}{header:a}", "{header:a}{timestamp}{header:b}.{body}"]"#,
    ),
    (E::TimestampUnsaid, PAIRED, "timestamp", "[null]"),
    (E::TimestampNowhere, TIMED, "timestamp", "[null]"),
    (E::TimestampNoField, TIMED, "timestamp.from", r#"["field"]"#),
    (E::TimestampUnusedField, PAIRED, "timestamp.from", r#"[{"header":"X-Time"}, {"body":"t"}]"#),
    (E::TimestampPath, SMALLEST, "timestamp", r#"[{"from":{"body":"PATH"},"unit":"s"}]"#),
    (E::RequireValue, TIMED, "require.X-Version", r#"["1,2", "", "a b", "1\n", "é"]"#),
    (E::TypePath, SMALLEST, "type", r#"[{"body":"PATH"}]"#),
    (E::TypeUnsigned, TIMED, "type.header", r#"["X-Topic", "X-Sig", "X-Time", "X-Version", ""]"#),
    (E::IdPath, SMALLEST, "id", r#"[{"body":"PATH"}]"#),
    (E::IdUnsigned, TIMED, "id.header", r#"["X-Topic", "X-Sig", "X-Time", "X-Version", ""]"#),
    (E::EventTimePath, SMALLEST, "eventTime", r#"[{"body":"PATH","unit":"s"}]"#),
    (E::EventTimeBeside, TIMED, "eventTime", r#"[{"body":"ts","unit":"s"}]"#),
    (E::HintForm, SMALLEST, "hints", r#"[[""], ["X-Shop","X Topic"], ["é"]]"#),
    (E::FormatSeparator, PAIRED, "signature.format.separator", r#"["|", "=", " ", "é", "Ĭ"]"#),
];

/// What is no path through a body; the text of JSON strings.
const NO_PATHS: &[&str] = &["", ".", "a.", ".a", "a..b", "a b", "a\\tb", "é", "a\\u007f"];

/// The objects of a row.
fn objects(base: &str, path: &str, values: &str) -> Vec<Value> {
    let paths = if values.contains("PATH") { NO_PATHS } else { &[""] };
    let lists = paths.iter().map(|text| values.replace("PATH", text));
    let lists = lists.map(|list| from_str::<Vec<Value>>(&list).expect(&list));
    lists.flatten().map(|value| with(base, path, value)).collect()
}

#[wasm_bindgen_test(unsupported = test)]
fn every_problem_is_found_and_named() {
    for (expected, base, path, values) in WRONG {
        for object in objects(base, path, values) {
            assert_eq!(problem(&object), Err(*expected), "{object}");
            assert_eq!(read(&object), Err(expected.to_string()), "{object}");
        }
    }
    for problem in SchemeError::ALL {
        // A size limits only what crosses into the module for JavaScript.
        let is_native = *problem != SchemeError::SchemeBytes;
        let has_example = WRONG.iter().any(|(tested, ..)| tested == problem);
        assert_eq!(has_example, is_native, "{problem:?}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn a_dollar_is_text_where_no_placeholder_follows() {
    for content in ["$.{body}", "$ {body}", "{body}$", "$$ {{body}} {body}", "${{body}} {body}"] {
        assert!(read(&with(SMALLEST, "content", json!(content))).is_ok(), "{content}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn a_problem_says_its_field_what_was_expected_and_what_to_write() {
    for (problem, sentence) in [
        (E::NameForm, "name: expected 1 to 64 characters of a-z, 0-9 and -, as in \"acme\""),
        (
            E::ContentDollar,
            "content: expected placeholders without a $ in front: this is not a template literal, \
             as in \"{timestamp}.{body}\"",
        ),
        (
            E::FormatSpaces,
            "signature.format.spaces: expected a timestampKey beside it: without one, a header \
             that arrived twice looks like one with a space",
        ),
        (
            E::TimestampNowhere,
            "timestamp: expected where it stands: the content has a {timestamp}, as in \
             { from: { header: \"X-Acme-Timestamp\" }, unit: \"s\" }",
        ),
        (
            E::EventTimeBeside,
            "eventTime: expected no eventTime beside a timestamp: that is signed, and \
             toleranceSeconds checks it",
        ),
    ] {
        assert_eq!(problem.to_string(), sentence);
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn every_problem_has_the_number_of_its_place_and_a_sentence_of_its_own() {
    let sentences: Vec<String> = SchemeError::ALL.iter().map(E::to_string).collect();
    for (place, problem) in (1_u8..).zip(SchemeError::ALL) {
        assert_eq!(problem.number(), place, "{problem:?}");
        let namesakes = sentences.iter().filter(|sentence| **sentence == problem.to_string());
        assert_eq!(namesakes.count(), 1, "{problem}");
    }
}

/// Puts what a problem advises where it says, and reads the scheme again.
#[wasm_bindgen_test(unsupported = test)]
fn a_scheme_that_follows_the_advice_of_its_problem_is_right() {
    for (place, (problem, base, path, values)) in WRONG.iter().enumerate() {
        // Only the first row of a problem is wrong where the advice says.
        let is_first = WRONG[..place].iter().all(|(earlier, ..)| earlier != problem);
        if problem.example().is_empty() || !is_first {
            continue;
        }
        let mut object = objects(base, path, values).remove(0);
        let (field, advice) = match problem {
            // A header that is not signed is moved.
            E::TypeUnsigned | E::IdUnsigned => {
                object.as_object_mut().unwrap().remove(path.split('.').next().unwrap());
                ("hints", problem.example().trim_start_matches("hints: "))
            }
            // A format is shown beside its header.
            E::FormatPositional => ("signature", problem.example()),
            _ => (problem.field(), problem.example()),
        };
        let object = with(&object.to_string(), field, from_str(&json_of(advice)).expect(advice));
        assert_eq!(read(&object).err(), None, "{problem}: {object}");
    }
}

/// An object as JavaScript writes it, with its keys in quotes.
fn json_of(advice: &str) -> String {
    let keys = ["from", "unit", "header", "format", "kind"];
    keys.iter().fold(advice.to_string(), |text, key| {
        text.replace(&format!("{key}: "), &format!("\"{key}\": "))
    })
}
