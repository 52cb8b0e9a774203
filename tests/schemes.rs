//! What a scheme may say, and the exact sentence for what it may not.

use countersign::scheme::{Field, Format, Role, TimestampSource, Tolerance, Unit};
use countersign::{Encoding, Mac, Scheme, SchemeError};
use wasm_bindgen_test::wasm_bindgen_test;

#[cfg(feature = "browser-tests")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

const SMALLEST: &str = "name: acme\nmac: sha256\nheader: X-Sig\n";

/// A scheme that is right, with one line replaced by others; `!field` takes a line away.
fn with(lines: &str) -> String {
    let replaced: Vec<&str> =
        lines.lines().filter_map(|line| line.trim_start_matches('!').split(':').next()).collect();
    let kept =
        SMALLEST.lines().filter(|line| !replaced.iter().any(|field| line.starts_with(field)));
    kept.chain(lines.lines().filter(|line| !line.starts_with('!'))).collect::<Vec<_>>().join("\n")
}

#[wasm_bindgen_test(unsupported = test)]
fn three_lines_are_a_scheme_and_the_rest_has_defaults() {
    let scheme: Scheme = SMALLEST.parse().unwrap();
    assert_eq!(scheme.name(), "acme");
    assert_eq!(scheme.mac(), Mac::Sha256);
    assert_eq!(scheme.encoding(), Encoding::Hex);
    assert_eq!(scheme.format(), Format::Value { prefix: "", blank: false });
    assert_eq!(scheme.headers().collect::<Vec<_>>(), [("X-Sig", Role::Signature)]);
    assert_eq!(scheme.content().count(), 1);
    assert_eq!(scheme.timestamp(), None);
    assert_eq!(scheme.hints().count(), 0);
}

#[wasm_bindgen_test(unsupported = test)]
fn every_field_is_read() {
    let scheme: Scheme = "
        name: acme-2
        mac: sha512
        key: base64 v1,whsec_ whsec_
        header: X-Sig X-Alias
        format: tokens v1
        encoding: base64
        content: {header:X-Id}.{timestamp}.{body}
        timestamp: header X-Time rfc3339
        tolerance: 60 none
        require: X-Version 1 X-Algorithm HmacSHA512
        type: body kind
        id: header X-Id
        hint: X-Topic X-Shop
    "
    .parse()
    .unwrap();
    let headers: Vec<_> = scheme.headers().collect();
    assert_eq!(
        headers,
        [
            ("X-Sig", Role::Signature),
            ("X-Alias", Role::Signature),
            ("X-Time", Role::Timestamp),
            ("X-Id", Role::Content),
            ("X-Version", Role::Required("1")),
            ("X-Algorithm", Role::Required("HmacSHA512")),
        ]
    );
    assert_eq!(scheme.format(), Format::Tokens { tag: "v1" });
    assert_eq!(scheme.timestamp(), Some((TimestampSource::Header("X-Time"), Unit::Rfc3339)));
    assert_eq!(scheme.tolerance(), Tolerance { past_seconds: Some(60), future_seconds: None });
    assert_eq!(scheme.event_type(), Some(Field::Body("kind")));
    assert_eq!(scheme.event_id(), Some(Field::Header("X-Id")));
    assert_eq!(scheme.hints().collect::<Vec<_>>(), ["X-Topic", "X-Shop"]);
}

#[wasm_bindgen_test(unsupported = test)]
fn a_scheme_prints_what_reads_the_same() {
    let scheme: Scheme =
        with("content: v0:{timestamp}\\s{{{body}}}\\n\ntimestamp: header T s").parse().unwrap();
    let again: Scheme = scheme.to_string().parse().unwrap();
    assert_eq!(again.to_string(), scheme.to_string());
    assert!(again.content().eq(scheme.content()));
}

#[wasm_bindgen_test(unsupported = test)]
fn a_tolerance_on_nothing_is_refused_and_on_a_timestamp_replaces_both_sides() {
    let mut timeless: Scheme = SMALLEST.parse().unwrap();
    assert_eq!(timeless.set_tolerance_seconds(Some(300)), Err(SchemeError::ToleranceNoTimestamp));
    assert_eq!(timeless.set_tolerance_seconds(None), Ok(()));
    let mut timed: Scheme =
        with("content: {timestamp}{body}\ntimestamp: header T s\ntolerance: 5 6").parse().unwrap();
    timed.set_tolerance_seconds(Some(9)).unwrap();
    assert_eq!(timed.tolerance(), Tolerance { past_seconds: Some(9), future_seconds: Some(9) });
}

/// A text form for each problem there is.
const WRONG: &[(SchemeError, &str)] = &[
    (SchemeError::SchemeBytes, "content: é{body}"),
    (SchemeError::SchemeLine, "just words"),
    (SchemeError::SchemeLine, "tolerance:"),
    (SchemeError::SchemeField, "nmae: acme"),
    (SchemeError::SchemeTwice, "type: body a\ntype: body b"),
    (SchemeError::NameForm, "name: Acme"),
    (SchemeError::MacName, "mac: md5"),
    (SchemeError::HeaderNone, "!header"),
    (SchemeError::HeaderTwice, "header: X-Sig x-sig"),
    (SchemeError::HeaderForm, "header: X(Sig)"),
    (SchemeError::HeaderTooMany, "header: a b c d e f g h i j k l m n o p q"),
    (SchemeError::HeadersBoth, "header: a\nheaders: b"),
    (SchemeError::KeyForm, "key: base32"),
    (SchemeError::FormatForm, "format: jws"),
    (SchemeError::FormatPrefix, "format: value a,b"),
    (SchemeError::FormatKey, "format: pairs , = v(1)"),
    (
        SchemeError::FormatKey,
        "format: pairs , = t t\ncontent: {timestamp}{body}\ntimestamp: field s",
    ),
    (SchemeError::FormatSpaces, "format: pairs , = v1 spaces"),
    (SchemeError::FormatTag, "format: tokens v=1"),
    (
        SchemeError::FormatPositional,
        "!header\nheaders: a b\nformat: positional\ntimestamp: field s\ncontent: {timestamp}{body}",
    ),
    (SchemeError::EncodingName, "encoding: base32"),
    (SchemeError::ContentForm, "content: {url}{body}"),
    (SchemeError::ContentBodies, "content: {body}{body}"),
    (SchemeError::ContentTimestamps, "content: {timestamp}{timestamp}{body}"),
    (SchemeError::ContentTooMany, "content: {{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{body}"),
    (SchemeError::ContentNoTimestamp, "timestamp: header T s"),
    (SchemeError::ContentBodyTimestamp, "timestamp: body t s\ncontent: {timestamp}{body}"),
    (SchemeError::TimestampForm, "timestamp: cookie t s"),
    (SchemeError::TimestampUnit, "timestamp: header T minutes"),
    (SchemeError::TimestampUnsaid, "format: pairs , = v1 t"),
    (SchemeError::TimestampNowhere, "content: {timestamp}{body}"),
    (SchemeError::TimestampNoField, "timestamp: field s\ncontent: {timestamp}{body}"),
    (
        SchemeError::TimestampUnusedField,
        "format: pairs , = v1 t\ntimestamp: header T s\ncontent: {timestamp}{body}",
    ),
    (SchemeError::ToleranceNoTimestamp, "tolerance: 1 1"),
    (
        SchemeError::ToleranceForm,
        "timestamp: header T s\ncontent: {timestamp}{body}\ntolerance: 4294967296 1",
    ),
    (SchemeError::RequireForm, "require: X-Version"),
    (SchemeError::RequireValue, "require: X-Version 1,2"),
    (SchemeError::TypeForm, "type: cookie a"),
    (SchemeError::TypeUnsigned, "type: header X-Topic"),
    (SchemeError::TypeUnsigned, "type: header X-Sig"),
    (SchemeError::IdForm, "id: body"),
    (SchemeError::IdUnsigned, "id: header X-Id"),
];

#[wasm_bindgen_test(unsupported = test)]
fn every_problem_is_found_and_named() {
    for (problem, lines) in WRONG {
        let got = with(lines).parse::<Scheme>().map(|scheme| scheme.to_string());
        assert_eq!(got, Err(*problem), "{lines}");
    }
    for problem in SchemeError::ALL {
        assert!(WRONG.iter().any(|(tested, _)| tested == problem), "{problem:?} has no example");
    }
}

/// A delivery could never hold what such a scheme looks for.
#[wasm_bindgen_test(unsupported = test)]
fn a_word_that_is_looked_for_has_at_most_128_bytes() {
    let (longest, longer) = ("x".repeat(128), "x".repeat(129));
    for (problem, before, behind) in [
        (SchemeError::FormatPrefix, "format: value ", ""),
        (SchemeError::FormatKey, "format: pairs , = ", ""),
        (SchemeError::FormatTag, "format: tokens ", ""),
        (SchemeError::RequireValue, "require: X-Version ", ""),
        (SchemeError::TimestampForm, "timestamp: body ", " s"),
        (SchemeError::TypeForm, "type: body ", ""),
        (SchemeError::IdForm, "id: body ", ""),
    ] {
        let parse = |word: &str| with(&format!("{before}{word}{behind}")).parse::<Scheme>();
        assert!(parse(&longest).is_ok(), "{before}");
        assert_eq!(parse(&longer).map(|_| ()), Err(problem), "{before}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn a_problem_says_its_field_and_what_to_write() {
    let problem = with("mac: md5").parse::<Scheme>().map(|_| ()).unwrap_err();
    assert_eq!(problem.to_string(), "mac: sha1, sha256, sha384 or sha512");
}

#[wasm_bindgen_test(unsupported = test)]
fn every_problem_has_the_number_of_its_place() {
    for (place, problem) in (1_u8..).zip(SchemeError::ALL) {
        assert_eq!(problem.number(), place, "{problem:?}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn junk_is_refused_and_never_panics() {
    for text in ["", ":", "::", "\n\n", "name:", "name: a", "\0", "name: a\nmac: sha256\nheader:"] {
        assert!(text.parse::<Scheme>().is_err(), "{text:?}");
    }
    for line in ["content: {", "content: }", "content: \\", "content: {body", "content: {body}{"] {
        let got = with(line).parse::<Scheme>().map(|_| ());
        assert_eq!(got, Err(SchemeError::ContentForm), "{line}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn a_text_form_has_at_most_8192_bytes() {
    let longest = format!("{SMALLEST:\n<8192}");
    assert!(longest.parse::<Scheme>().is_ok());
    let longer = format!("{longest}\n").parse::<Scheme>().map(|_| ());
    assert_eq!(longer, Err(SchemeError::SchemeBytes));
    assert!("x".repeat(9000).parse::<Scheme>().is_err());
}

#[wasm_bindgen_test(unsupported = test)]
fn a_word_too_many_is_refused() {
    for line in [
        "format: pairs , = v1 t spaces more",
        "format: tokens v1 v2",
        "format: value a b",
        "format: positional x",
        "timestamp: header T s more\ncontent: {timestamp}{body}",
        "timestamp: header T s\ncontent: {timestamp}{body}\ntolerance: 1 2 3",
        "type: body a b",
    ] {
        assert!(with(line).parse::<Scheme>().is_err(), "{line}");
    }
}
