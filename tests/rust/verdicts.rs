//! How a refusal presents itself: what callers compare, what they log, what crosses to JavaScript.

use std::collections::BTreeSet;

use countersign::{Code, Delivery, Detail, Endpoint, Family, providers};
use wasm_bindgen_test::wasm_bindgen_test;

/// Every code with its family and its HTTP status, in the order of their numbers. All of it is API.
const CODES: &[(&str, Family, u16)] = &[
    ("SECRET_EMPTY", Family::Misuse, 500),
    ("SECRET_INVALID", Family::Misuse, 500),
    ("SECRET_UNAVAILABLE", Family::Misuse, 503),
    ("PROVIDER_UNKNOWN", Family::Misuse, 500),
    ("SCHEME_INVALID", Family::Misuse, 500),
    ("OPTION_INVALID", Family::Misuse, 500),
    ("REQUEST_MISSING", Family::Misuse, 500),
    ("BODY_NOT_RAW", Family::Misuse, 500),
    ("BODY_CONSUMED", Family::Misuse, 500),
    ("HEADERS_INVALID", Family::Misuse, 500),
    ("WASM_UNAVAILABLE", Family::Misuse, 500),
    ("HEADER_MISSING", Family::Malformed, 401),
    ("HEADER_REPEATED", Family::Malformed, 401),
    ("SIGNATURE_MALFORMED", Family::Malformed, 401),
    ("TIMESTAMP_MALFORMED", Family::Malformed, 401),
    ("VERSION_UNKNOWN", Family::Malformed, 401),
    ("SIGNATURES_TOO_MANY", Family::Malformed, 401),
    ("SIGNATURE_MISMATCH", Family::Rejected, 401),
    ("SECRET_NOT_ACCEPTED", Family::Rejected, 401),
    ("TIMESTAMP_TOO_OLD", Family::Rejected, 401),
    ("TIMESTAMP_TOO_NEW", Family::Rejected, 401),
    ("PAYLOAD_NOT_JSON", Family::Unreadable, 400),
    ("METHOD_NOT_ALLOWED", Family::Transport, 405),
    ("BODY_TOO_LARGE", Family::Transport, 413),
    ("READ_TIMEOUT", Family::Transport, 408),
];

#[wasm_bindgen_test(unsupported = test)]
fn every_code_is_listed_and_has_the_number_of_its_place() {
    let codes = Code::ALL.iter().map(|code| (code.name(), code.family(), code.status()));
    assert_eq!(codes.collect::<Vec<_>>(), CODES);
    for (place, code) in (1_u8..).zip(Code::ALL) {
        assert_eq!(code.number(), place, "{code:?}");
        assert!(code.sentence().ends_with('.'), "{code}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn a_family_is_spelled_as_in_javascript() {
    let families = [
        Family::Misuse,
        Family::Malformed,
        Family::Rejected,
        Family::Unreadable,
        Family::Transport,
    ];
    let names = ["misuse", "malformed", "rejected", "unreadable", "transport"];
    assert_eq!(families.map(Family::name), names);
}

#[wasm_bindgen_test(unsupported = test)]
fn every_detail_has_the_number_of_its_place_and_a_name_of_its_own() {
    for (place, detail) in (1_u8..).zip(Detail::ALL) {
        assert_eq!(detail.number(), place, "{detail:?}");
    }
    let names: BTreeSet<&str> = Detail::ALL.iter().map(|detail| detail.name()).collect();
    assert_eq!(names.len(), Detail::ALL.len());
    let kebab = |byte: u8| byte.is_ascii_lowercase() || byte == b'-';
    assert!(names.iter().all(|name| name.bytes().all(kebab)), "{names:?}");
}

#[wasm_bindgen_test(unsupported = test)]
fn every_code_that_traffic_can_cause_has_details_and_no_other_has_one() {
    for code in Code::ALL {
        let is_caused = match code.family() {
            Family::Malformed | Family::Rejected => *code != Code::SecretNotAccepted,
            Family::Misuse | Family::Unreadable | Family::Transport => false,
        };
        let has_details = Detail::ALL.iter().any(|detail| detail.code() == *code);
        assert_eq!(has_details, is_caused, "{code}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn a_sentence_has_no_parameters_but_those_that_are_known() {
    const KNOWN: &[&str] = &["header", "shape", "unit", "value", "path", "age", "limit"];
    let mut used = BTreeSet::new();
    for detail in Detail::ALL {
        let sentence = detail.sentence();
        for piece in sentence.split('{').skip(1) {
            let (name, rest) = piece.split_once('}').expect(sentence);
            assert!(KNOWN.contains(&name) && !rest.contains('}'), "{sentence}");
            used.insert(name);
        }
    }
    assert_eq!(used.len(), KNOWN.len(), "{used:?}");
}

#[wasm_bindgen_test(unsupported = test)]
fn a_refusal_prints_its_code_and_a_sentence() {
    let sentence = "SIGNATURE_MISMATCH: Signature mismatch: the secret is wrong, or the body is not \
                    the raw bytes that arrived.";
    assert_eq!(Code::SignatureMismatch.to_string(), sentence);
    let endpoint = Endpoint::new(providers::scheme("bookbag").unwrap(), ["secret"]).unwrap();
    let headers = [("X-Bookbag-Signature", format!("sha256={}", "0".repeat(64)))];
    let rejection = endpoint.verify(&Delivery::new(&headers, b"{}"), 0).unwrap_err();
    assert_eq!(rejection.to_string(), sentence);
    assert_eq!(Code::from(rejection), Code::SignatureMismatch);
}
