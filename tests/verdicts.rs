//! How a refusal presents itself: what callers compare, what they log, what crosses to JavaScript.

use countersign::{Code, Family, Rejection};
use wasm_bindgen_test::wasm_bindgen_test;

#[cfg(feature = "browser-tests")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test(unsupported = test)]
fn every_code_has_the_number_of_its_place() {
    for (place, code) in (1_u8..).zip(Code::ALL) {
        assert_eq!(code.number(), place, "{code:?}");
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
fn a_refusal_prints_its_code_and_a_sentence() {
    let sentence = "SIGNATURE_MISMATCH: No secret signs these bytes with this signature.";
    assert_eq!(Code::SignatureMismatch.to_string(), sentence);
    assert_eq!(Rejection::SignatureMismatch.to_string(), sentence);
}

#[wasm_bindgen_test(unsupported = test)]
fn a_rejection_becomes_its_code() {
    assert_eq!(Code::from(Rejection::TimestampTooNew), Code::TimestampTooNew);
}
