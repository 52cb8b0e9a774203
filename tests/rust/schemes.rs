//! What a scheme may say, in which forms, and what it prints.

use crate::objects::{PAIRED, SMALLEST, TIMED, read, with};
use countersign::scheme::{
    EventTime, Format, HeaderRow, KeyEncoding, KeyRule, Part, Piece, Place, Role, TimestampRule,
    TimestampSource, Tolerance, Unit,
};
use countersign::{Algorithm, Encoding, Scheme, SchemeError, SchemeSpec};
use serde_json::{Value, from_str, from_value, json, to_string};
use wasm_bindgen_test::wasm_bindgen_test;

/// Everything that one scheme can say, as it prints itself.
const LARGEST: &str = concat!(
    r#"{"name":"acme-2","algorithm":"hmac-sha512","#,
    r#""key":{"encoding":"base64","stripPrefixes":["v1,whsec_","whsec_"],"neverPrefixes":["whpk_"]},"#,
    r#""signature":{"header":["X-Sig","X-Alias"],"format":{"kind":"tokens","tag":"v1"},"#,
    r#""encoding":"base64"},"#,
    r#""content":"v0{{{header:X-Id}.{timestamp}\n{body}","#,
    r#""timestamp":{"from":{"header":"X-Time"},"unit":"rfc3339","toleranceSeconds":{"past":60}},"#,
    r#""require":{"X-Version":"1","X-Algorithm":"HmacSHA512"},"#,
    r#""type":{"body":"meta.kind"},"id":{"header":"X-Id"},"hints":["X-Topic","X-Shop"]}"#,
);

/// The fields of an object, before they are checked.
fn spec(object: Value) -> SchemeSpec {
    from_value(object).unwrap()
}

fn rows(scheme: &Scheme) -> Vec<(&str, Role)> {
    scheme.headers().iter().map(|HeaderRow { name, role }| (name.as_str(), role.clone())).collect()
}

fn literal(text: &str) -> Part {
    Part::Literal(text.into())
}

#[wasm_bindgen_test(unsupported = test)]
fn three_fields_are_a_scheme_and_the_rest_has_defaults() {
    let scheme: Scheme = from_str(SMALLEST).unwrap();
    assert_eq!(scheme.name(), "acme");
    assert_eq!(scheme.algorithm(), Algorithm::HmacSha256);
    assert_eq!(scheme.key(), &KeyRule::default());
    assert_eq!(scheme.key().encoding, KeyEncoding::Utf8);
    assert_eq!(scheme.encoding(), Encoding::Hex);
    assert_eq!(scheme.format(), &Format::Value { prefix: String::new() });
    assert_eq!(rows(&scheme), [("X-Sig", Role::Signature)]);
    assert_eq!(scheme.content(), [Part::Body]);
    assert_eq!(scheme.timestamp(), None);
    assert_eq!(scheme.tolerance(), Tolerance::default());
    assert_eq!((scheme.event_type(), scheme.event_id()), (None, None));
    assert_eq!(scheme.event_time(), None);
    assert_eq!(scheme.hints().len(), 0);
    let spec = SchemeSpec::new("acme", Algorithm::HmacSha256, "X-Sig");
    assert_eq!(Scheme::new(spec), Ok(scheme));
}

#[wasm_bindgen_test(unsupported = test)]
fn every_field_is_read() {
    let scheme: Scheme = from_str(LARGEST).unwrap();
    assert_eq!((scheme.name(), scheme.algorithm()), ("acme-2", Algorithm::HmacSha512));
    let strip_prefixes = vec!["v1,whsec_".into(), "whsec_".into()];
    let never_prefixes = vec!["whpk_".into()];
    let encoding = KeyEncoding::Base64;
    assert_eq!(scheme.key(), &KeyRule { encoding, strip_prefixes, never_prefixes });
    assert_eq!(
        rows(&scheme),
        [
            ("X-Sig", Role::Signature),
            ("X-Alias", Role::Signature),
            ("X-Time", Role::Timestamp),
            ("X-Id", Role::Content),
            ("X-Version", Role::Required("1".into())),
            ("X-Algorithm", Role::Required("HmacSHA512".into())),
        ]
    );
    assert_eq!(scheme.signature_names().collect::<Vec<_>>(), ["X-Sig", "X-Alias"]);
    assert_eq!((scheme.header_name(3), scheme.header_name(6)), ("X-Id", ""));
    assert_eq!(scheme.format(), &Format::Tokens { tag: "v1".into() });
    assert_eq!(scheme.encoding(), Encoding::Base64);
    let [brace, point, line] = [literal("v0{"), literal("."), literal("\n")];
    let content = [brace, Part::Header(3), point, Part::Timestamp, line, Part::Body];
    assert_eq!(scheme.content(), content);
    let tolerance = Tolerance { past_seconds: Some(60), future_seconds: None };
    let source = TimestampSource::Header("X-Time".into());
    let rule = TimestampRule { source, unit: Unit::Rfc3339, tolerance };
    assert_eq!((scheme.timestamp(), scheme.tolerance()), (Some(&rule), tolerance));
    assert_eq!(scheme.event_type(), Some(&Place::Body("meta.kind".into())));
    assert_eq!(scheme.event_id(), Some(&Place::Header("X-Id".into())));
    assert_eq!(scheme.hints(), ["X-Topic", "X-Shop"]);
}

#[wasm_bindgen_test(unsupported = test)]
fn the_time_of_an_event_is_read_where_no_time_is_signed() {
    let object = with(SMALLEST, "eventTime", json!({ "body": "data.ts", "unit": "ms" }));
    let time = EventTime { path: "data.ts".into(), unit: Unit::Milliseconds };
    assert_eq!(read(&object).unwrap().event_time(), Some(&time));
}

#[wasm_bindgen_test(unsupported = test)]
fn a_file_may_name_its_schema_which_says_nothing_of_the_scheme() {
    let object = with(SMALLEST, "$schema", json!("https://example.com/scheme.json"));
    let scheme = read(&object).unwrap();
    assert_eq!(to_string(&scheme).unwrap(), SMALLEST);
    assert!(read(&with(SMALLEST, "$schema", json!(1))).is_err());
    assert!(read(&with(SMALLEST, "signature.$schema", json!("a"))).is_err());
}

#[wasm_bindgen_test(unsupported = test)]
fn every_form_of_a_format_is_read() {
    let value = |prefix: &str| Format::Value { prefix: prefix.into() };
    let pairs = |separator, timestamp_key: Option<&str>, spaces| {
        let (signature_key, timestamp_key) = ("v1".into(), timestamp_key.map(String::from));
        Format::Pairs { separator, signature_key, timestamp_key, spaces }
    };
    for (format, expected) in [
        (r#""value""#, value("")),
        (r#"{"kind":"value"}"#, value("")),
        (r#"{"kind":"value","prefix":"sha256="}"#, value("sha256=")),
        (r#"{"kind":"value","prefix":"HMAC "}"#, value("HMAC ")),
        (r#"{"kind":"pairs","separator":",","signatureKey":"v1"}"#, pairs(b',', None, false)),
        (
            r#"{"kind":"pairs","separator":";","signatureKey":"v1","spaces":true}"#,
            pairs(b';', None, true),
        ),
        (
            r#"{"spaces":false,"timestampKey":"t","signatureKey":"v1","separator":",","kind":"pairs"}"#,
            pairs(b',', Some("t"), false),
        ),
        (r#"{"kind":"tokens","tag":"v1a"}"#, Format::Tokens { tag: "v1a".into() }),
        (r#"{"kind":"positional"}"#, Format::Positional),
    ] {
        let object = with(SMALLEST, "signature.format", from_str(format).unwrap());
        assert_eq!(spec(object).signature.format, expected, "{format}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn aliases_are_one_header_and_headers_are_several() {
    for (signature, names, each) in [
        (json!({ "header": "A" }), ["A"].as_slice(), false),
        (json!({ "header": ["A"] }), &["A"], false),
        (json!({ "header": ["A", "b"] }), &["A", "b"], false),
        (json!({ "headers": ["A"] }), &["A"], true),
        (json!({ "headers": ["A", "b"] }), &["A", "b"], true),
    ] {
        let signature = spec(with(SMALLEST, "signature", signature)).signature;
        assert_eq!((signature.headers.as_slice(), signature.each), (&*texts(names), each));
    }
    for signature in [json!({}), json!({ "header": "A", "headers": ["b"] })] {
        let got = read(&with(SMALLEST, "signature", signature));
        assert_eq!(got, Err("signature: expected either header or headers".into()));
    }
}

fn texts(list: &[&str]) -> Vec<String> {
    list.iter().copied().map(String::from).collect()
}

#[wasm_bindgen_test(unsupported = test)]
fn every_word_of_a_list_is_read() {
    for (name, algorithm) in Algorithm::NAMES {
        assert_eq!(spec(with(SMALLEST, "algorithm", json!(name))).algorithm, *algorithm);
        assert_eq!(algorithm.name(), *name);
    }
    for (name, encoding) in KeyEncoding::NAMES {
        assert_eq!(spec(with(SMALLEST, "key.encoding", json!(name))).key.encoding, *encoding);
    }
    for (name, encoding) in Encoding::NAMES {
        let spec = spec(with(SMALLEST, "signature.encoding", json!(name)));
        assert_eq!(spec.signature.encoding, *encoding);
    }
    for (name, unit) in Unit::NAMES {
        let timed = spec(with(TIMED, "timestamp.unit", json!(name)));
        assert_eq!(timed.timestamp.unwrap().unit, *unit);
        let told = spec(with(SMALLEST, "eventTime", json!({ "body": "ts", "unit": name })));
        assert_eq!(told.event_time.unwrap().unit, *unit);
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn a_tolerance_is_a_number_or_one_for_each_direction() {
    let each = |past_seconds, future_seconds| Tolerance { past_seconds, future_seconds };
    for (tolerance, expected) in [
        (json!(null), each(None, None)),
        (json!(300), Tolerance::both(300)),
        (json!(0), Tolerance::both(0)),
        (json!(u32::MAX), Tolerance::both(u32::MAX)),
        (json!({ "past": 5, "future": 6 }), each(Some(5), Some(6))),
        (json!({ "past": 5, "future": 5 }), Tolerance::both(5)),
        (json!({ "past": 5 }), each(Some(5), None)),
        (json!({ "future": 0 }), each(None, Some(0))),
    ] {
        let scheme = read(&with(TIMED, "timestamp.toleranceSeconds", tolerance)).unwrap();
        assert_eq!(scheme.tolerance(), expected);
        assert_eq!(from_str::<Scheme>(&to_string(&scheme).unwrap()).unwrap(), scheme);
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn what_is_required_keeps_the_order_in_which_it_was_written() {
    let require = r#"{"X-B":"1","X-D":"2","X-A":"3","X-C":"4"}"#;
    let text = TIMED.replace(r#"{"X-Version":"1"}"#, require);
    let scheme: Scheme = from_str(&text).unwrap();
    let names: Vec<&str> = scheme.headers().iter().skip(2).map(|row| row.name.as_str()).collect();
    assert_eq!(names, ["X-B", "X-D", "X-A", "X-C"]);
    assert_eq!(to_string(&scheme).unwrap(), text);
}

#[wasm_bindgen_test(unsupported = test)]
fn a_scheme_prints_what_reads_the_same() {
    let braces = json!("v0:{timestamp} {{{body}}}\n$ \\ ");
    let in_body = json!({ "from": { "body": "a.b" }, "unit": "ms", "toleranceSeconds": 5 });
    for object in [
        with(PAIRED, "content", braces),
        with(PAIRED, "signature.format", json!({ "kind": "positional" })),
        with(SMALLEST, "timestamp", in_body),
        with(SMALLEST, "signature", json!({ "headers": ["A"] })),
        with(SMALLEST, "signature.format", json!({ "kind": "value", "prefix": "HMAC " })),
        with(SMALLEST, "eventTime", json!({ "body": "ts", "unit": "rfc3339" })),
        from_str(TIMED).unwrap(),
    ] {
        let scheme = read(&object).unwrap();
        let printed = to_string(&scheme).unwrap();
        // Nothing is added, nothing is lost.
        assert_eq!(from_str::<Value>(&printed).unwrap(), object);
        assert_eq!(from_str::<Scheme>(&printed).unwrap(), scheme);
        assert_eq!(to_string(&scheme.to_spec()).unwrap(), printed);
        assert_eq!(Scheme::new(scheme.to_spec()), Ok(scheme));
    }
    for text in [SMALLEST, TIMED, PAIRED, LARGEST] {
        assert_eq!(to_string(&from_str::<Scheme>(text).unwrap()).unwrap(), text);
    }
}

/// A scheme that is made in Rust has to mean the same in a file, and in JavaScript.
#[wasm_bindgen_test(unsupported = test)]
fn what_rust_can_make_can_be_said_as_an_object_or_is_refused() {
    let text = |text: &str| Piece::Literal(text.into());
    let id = || Piece::Header("X-Id".into());
    for (content, template) in [
        (vec![id(), text(""), text("."), Piece::Body], Ok("{header:X-Id}.{body}")),
        (vec![text(""), text("v"), text(""), text("0:"), Piece::Body, text("")], Ok("v0:{body}")),
        (vec![text("{}{"), Piece::Body, text("}{body}")], Ok("{{}}{{{body}}}{{body}}")),
        (vec![text("$"), text("."), Piece::Body], Ok("$.{body}")),
        (vec![text("$"), text(""), Piece::Body], Err(SchemeError::ContentDollar)),
        (vec![Piece::Body, text("$"), id()], Err(SchemeError::ContentDollar)),
        (vec![text("\t"), Piece::Body], Err(SchemeError::ContentText)),
        (vec![Piece::Body, text("é")], Err(SchemeError::ContentText)),
    ] {
        let spec = SchemeSpec::new("acme", Algorithm::HmacSha256, "X-Sig");
        let scheme = Scheme::new(SchemeSpec { content, ..spec });
        let object = template.map(|template| with(SMALLEST, "content", json!(template)));
        assert_eq!(scheme, object.map(|object| read(&object).unwrap()));
    }
    for separator in [b'|', b'=', b' ', 0, 0xff] {
        let mut spec = SchemeSpec::new("acme", Algorithm::HmacSha256, "X-Sig");
        let (signature_key, timestamp_key) = ("v1".into(), None);
        spec.signature.format =
            Format::Pairs { separator, signature_key, timestamp_key, spaces: false };
        assert_eq!(Scheme::new(spec), Err(SchemeError::FormatSeparator));
    }
}
