//! What a refusal says to the receiver: the place, what was expected, what arrived, and nothing secret.

use countersign::{Delivery, Detail, Endpoint, Rejection, Scheme, Signing};
use serde_json::from_str;
use wasm_bindgen_test::wasm_bindgen_test;

const SECRET: &str = "hunter2hunter2";
const NOW_MS: u64 = 1_700_000_000_000;
const EVENT: &str = r#"{"data":{"ts":1700000000000}}"#;

/// A time beside the signature, a signed id, a required version.
const PAIRS: &str = r#"{
    "name": "pairs",
    "algorithm": "hmac-sha256",
    "signature": {
        "header": ["X-Sig", "X-Alias"],
        "format": { "kind": "pairs", "separator": ",", "signatureKey": "v1", "timestampKey": "t" }
    },
    "content": "{timestamp}.{header:X-Id}.{body}",
    "timestamp": { "from": "field", "unit": "s", "toleranceSeconds": { "past": 300, "future": 5 } },
    "require": { "X-Version": "1" }
}"#;
/// A time in a header.
const HEADED: &str = r#"{
    "name": "headed",
    "algorithm": "hmac-sha256",
    "signature": { "header": "X-Sig", "format": { "kind": "value", "prefix": "v0=" } },
    "content": "{timestamp}{body}",
    "timestamp": { "from": { "header": "X-Time" }, "unit": "rfc3339" }
}"#;
/// As HEADED, in milliseconds.
const JOINED: &str = r#"{
    "name": "joined",
    "algorithm": "hmac-sha256",
    "signature": { "header": "X-Sig", "format": { "kind": "value", "prefix": "v0=" } },
    "content": "{timestamp}{body}",
    "timestamp": { "from": { "header": "X-Time" }, "unit": "ms" }
}"#;
/// A time in the body that is signed.
const TOLD: &str = r#"{
    "name": "told",
    "algorithm": "hmac-sha256",
    "signature": { "header": "X-Sig" },
    "timestamp": { "from": { "body": "data.ts" }, "unit": "ms", "toleranceSeconds": 60 }
}"#;
/// The time of an event, which is checked on request.
const AGED: &str = r#"{
    "name": "aged",
    "algorithm": "hmac-sha256",
    "signature": { "header": "X-Sig" },
    "eventTime": { "body": "data.ts", "unit": "ms" }
}"#;

fn endpoint(scheme: &str) -> Endpoint {
    let scheme: Scheme = from_str(scheme).unwrap();
    let has_age = scheme.event_time().is_some();
    let endpoint = Endpoint::new(scheme, [SECRET]).unwrap();
    if has_age { endpoint.with_max_event_age(600).unwrap() } else { endpoint }
}

/// A genuine delivery of this body, as it is judged some milliseconds after it was signed.
fn judged(endpoint: &Endpoint, body: &str, after_ms: i64) -> Result<(), Rejection> {
    judged_with(endpoint, body, after_ms, |_| {})
}

fn judged_with(
    endpoint: &Endpoint,
    body: &str,
    after_ms: i64,
    change: impl Fn(&mut Vec<(String, String)>),
) -> Result<(), Rejection> {
    let signing = Signing::at(NOW_MS).with_id("msg_1");
    let mut headers = endpoint.sign(body.as_bytes(), &signing).unwrap();
    change(&mut headers);
    let delivery = Delivery::new(&headers, body.as_bytes());
    let now_ms = NOW_MS.checked_add_signed(after_ms).unwrap();
    endpoint.verify(&delivery, now_ms).map(|_| ())
}

/// Gives a header another value, in which `GENUINE` is its own; a value of nothing takes it away.
fn changed(headers: &mut Vec<(String, String)>, name: &str, value: &str) {
    let place = headers.iter().position(|(other, _)| other == name);
    let genuine = place.map(|place| headers.remove(place).1).unwrap_or_default();
    if !value.is_empty() {
        let value = value.replace("GENUINE", &genuine).replace("ZEROS", &"0".repeat(64));
        headers.push((name.into(), value.replace("LONG", &"x".repeat(4095))));
    }
}

const SHAPE: &str = "expected t=<Unix seconds>,v1=<64 lower-case hex digits>.";
/// Seventeen signatures behind a time.
const MANY: &str = concat!(
    "t=1,v1=ZEROS,v1=ZEROS,v1=ZEROS,v1=ZEROS,v1=ZEROS,v1=ZEROS,v1=ZEROS,v1=ZEROS,v1=ZEROS,",
    "v1=ZEROS,v1=ZEROS,v1=ZEROS,v1=ZEROS,v1=ZEROS,v1=ZEROS,v1=ZEROS,v1=ZEROS"
);

/// What a genuine delivery is refused for when one of its headers has another value, and the sentence;
/// `SHAPE` in it stands for the shape of the header.
const HEADERS: &[(Detail, &str, &str, &str, &str)] = &[
    (Detail::HeaderMissing, PAIRS, "X-Sig", "", "X-Sig or X-Alias is missing."),
    (Detail::HeaderMissing, PAIRS, "X-Id", "", "X-Id is missing."),
    (Detail::HeaderMissing, PAIRS, "X-Version", "", "X-Version is missing."),
    (Detail::HeaderMissing, HEADED, "X-Time", "", "X-Time is missing."),
    (Detail::HeaderRepeated, PAIRS, "X-Id", "a, b", "X-Id arrived more than once."),
    (Detail::HeaderRepeated, HEADED, "X-Sig", "GENUINE, GENUINE", "X-Sig arrived more than once."),
    (
        Detail::AliasesDiffer,
        PAIRS,
        "X-Alias",
        "v1=ZEROS",
        "X-Alias arrived with another value than the same header under its other name.",
    ),
    (
        Detail::TimestampRepeated,
        PAIRS,
        "X-Sig",
        "t=1,GENUINE",
        "X-Sig holds more than one timestamp: SHAPE",
    ),
    (Detail::FormatMismatch, PAIRS, "X-Sig", "GENUINE,v1", "X-Sig is malformed: SHAPE"),
    (Detail::FormatMismatch, PAIRS, "X-Sig", "LONG\t", "X-Sig is malformed: SHAPE"),
    (Detail::FormatMismatch, PAIRS, "X-Sig", "LONGx", "X-Sig is malformed: SHAPE"),
    (Detail::HeaderTooLong, PAIRS, "X-Sig", "LONGxx", "X-Sig is longer than 4096 bytes: SHAPE"),
    (
        Detail::Undecodable,
        PAIRS,
        "X-Sig",
        "GENUINE0",
        "X-Sig holds a signature that does not decode: SHAPE",
    ),
    (Detail::NoSignature, PAIRS, "X-Sig", "t=1700000000", "X-Sig holds no signature: SHAPE"),
    (
        Detail::SignedHeader,
        PAIRS,
        "X-Id",
        "a b",
        "X-Id is malformed: expected one value of visible ASCII, without spaces and commas.",
    ),
    (
        Detail::Ambiguous,
        PAIRS,
        "X-Id",
        "a.b",
        "X-Id holds the text that ends it in the signed content, so that could be split in two ways.",
    ),
    (Detail::TimestampMissing, PAIRS, "X-Sig", "v1=ZEROS", "X-Sig holds no timestamp: SHAPE"),
    (
        Detail::TimestampForm,
        PAIRS,
        "X-Sig",
        "t=01,v1=ZEROS",
        "X-Sig holds a malformed timestamp: expected Unix seconds.",
    ),
    (
        Detail::TimestampForm,
        HEADED,
        "X-Time",
        "1700000000",
        "X-Time holds a malformed timestamp: expected RFC 3339 date and time.",
    ),
    (
        Detail::TimestampDigits,
        JOINED,
        "X-Time",
        "170000000000",
        "X-Time holds a malformed timestamp: expected Unix milliseconds with as many digits as now.",
    ),
    (
        Detail::NoKnownVersion,
        PAIRS,
        "X-Sig",
        "t=1,v0=ZEROS",
        "X-Sig holds no signature of a known version: SHAPE",
    ),
    (
        Detail::RequiredValue,
        PAIRS,
        "X-Version",
        "2",
        "X-Version has another value than this scheme requires: expected 1.",
    ),
    (Detail::SignaturesTooMany, PAIRS, "X-Sig", MANY, "X-Sig holds more than 16 signatures."),
    (
        Detail::Mismatch,
        PAIRS,
        "X-Sig",
        "t=1,v1=ZEROS",
        "Signature mismatch: the secret is wrong, or the body is not the raw bytes that arrived \
         (was it parsed and serialized again?). countersign/explain can tell which.",
    ),
];

/// What a genuine delivery of this body is refused for, some milliseconds after it was signed.
const TIMES: &[(Detail, &str, &str, i64, &str)] = &[
    (Detail::SignedTooOld, PAIRS, "", 602_999, "Signed 602 s ago; the tolerance is 300 s."),
    (Detail::SignedTooNew, PAIRS, "", -6_000, "Signed 6 s in the future; the tolerance is 5 s."),
    (Detail::SignedTooOld, TOLD, EVENT, 60_500, "Signed 60.5 s ago; the tolerance is 60 s."),
    (
        Detail::SignedTooNew,
        TOLD,
        EVENT,
        -60_001,
        "Signed 60.001 s in the future; the tolerance is 60 s.",
    ),
    (
        Detail::BodyTime,
        TOLD,
        "{}",
        0,
        "The body's data.ts is missing or malformed: expected Unix milliseconds.",
    ),
    (
        Detail::BodyTime,
        AGED,
        r#"{"data":{"ts":"now"}}"#,
        0,
        "The body's data.ts is missing or malformed: expected Unix milliseconds.",
    ),
    (
        Detail::EventTooOld,
        AGED,
        EVENT,
        602_050,
        "The body's data.ts is 602.05 s ago; maxEventAgeSeconds allows 600 s.",
    ),
    (
        Detail::EventTooNew,
        AGED,
        EVENT,
        -301_000,
        "The body's data.ts is 301 s in the future; 300 s are allowed.",
    ),
];

#[wasm_bindgen_test(unsupported = test)]
fn a_refusal_for_a_header_names_it_and_what_was_expected() {
    for (detail, scheme, name, value, sentence) in HEADERS {
        let endpoint = endpoint(scheme);
        let verdict = judged_with(&endpoint, "{}", 0, |headers| changed(headers, name, value));
        let rejection = verdict.expect_err(sentence);
        assert_eq!(rejection.detail(), *detail, "{sentence}");
        assert_eq!(endpoint.sentence(rejection), sentence.replace("SHAPE", SHAPE));
        let header = rejection.header().map(|index| endpoint.scheme().header_name(index));
        // Which header is wrong, nobody knows of a mismatch.
        let expected = (*detail != Detail::Mismatch).then_some(*name);
        assert_eq!((header, rejection.distance_ms()), (expected, 0), "{sentence}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn a_refusal_for_a_time_says_how_far_it_is_from_now() {
    for (detail, scheme, body, after_ms, sentence) in TIMES {
        let endpoint = endpoint(scheme);
        let rejection = judged(&endpoint, body, *after_ms).expect_err(sentence);
        assert_eq!(rejection.detail(), *detail, "{sentence}");
        assert_eq!(endpoint.sentence(rejection), *sentence);
        let is_counted = !matches!(detail, Detail::BodyTime);
        assert_eq!(rejection.distance_ms() > 0, is_counted, "{sentence}");
        assert_eq!(rejection.header(), None, "{sentence}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn a_mismatch_says_that_a_secret_ends_in_a_line_break() {
    let scheme: Scheme = from_str(HEADED).unwrap();
    let secret = format!("{SECRET}\n");
    let endpoint = Endpoint::new(scheme.clone(), [secret.as_str()]).unwrap();
    let headers =
        Endpoint::new(scheme, [SECRET]).unwrap().sign(b"{}", &Signing::at(NOW_MS)).unwrap();
    let rejection = endpoint.verify(&Delivery::new(&headers, b"{}"), NOW_MS).unwrap_err();
    assert_eq!(rejection.detail(), Detail::MismatchLineBreak);
    let sentence = endpoint.sentence(rejection);
    assert!(sentence.contains("a secret ends in a line break"), "{sentence}");
    assert!(!sentence.contains(SECRET));
}

#[wasm_bindgen_test(unsupported = test)]
fn every_detail_is_tried_and_no_sentence_holds_the_secret() {
    let tried = HEADERS.iter().map(|row| row.0).chain(TIMES.iter().map(|row| row.0));
    let tried: Vec<Detail> = tried.chain([Detail::MismatchLineBreak]).collect();
    for detail in Detail::ALL {
        assert!(tried.contains(detail), "{detail:?} has no example");
    }
    let sentences = HEADERS.iter().map(|row| row.4).chain(TIMES.iter().map(|row| row.4));
    assert!(!sentences.collect::<String>().contains(&SECRET[..4]));
}
