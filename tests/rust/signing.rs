//! What may be signed: nothing that a receiver would have to refuse, or could read as another delivery.

use countersign::{Code, Delivery, Endpoint, Rejection, Scheme, Signing};
use wasm_bindgen_test::wasm_bindgen_test;

/// An id, a point, a time, a point and the body are signed.
const DOTTED: &str = r#"{
    "name": "dotted",
    "algorithm": "hmac-sha256",
    "signature": { "header": ["X-Sig", "X-Alias"] },
    "content": "{header:X-Id}.{timestamp}.{body}",
    "timestamp": { "from": { "header": "X-Time" }, "unit": "s" },
    "require": { "X-Version": "1" }
}"#;
const BARE: &str =
    r#"{ "name": "bare", "algorithm": "hmac-sha256", "signature": { "headers": ["X-1", "X-2"] } }"#;

fn endpoint(scheme: &str, secrets: &[&str]) -> Endpoint {
    let scheme: Scheme = serde_json::from_str(scheme).unwrap();
    Endpoint::new(scheme, secrets.iter().copied()).unwrap()
}

/// The names of the headers to send.
fn signed(scheme: &str, timestamp_ms: u64, id: &str) -> Result<Vec<String>, Code> {
    let headers = endpoint(scheme, &["key"]).sign(b"{}", &Signing::at(timestamp_ms).with_id(id))?;
    Ok(headers.into_iter().map(|(name, _)| name).collect())
}

#[wasm_bindgen_test(unsupported = test)]
fn the_first_signature_header_and_all_others_are_sent_as_they_are_spelled() {
    let names = ["X-Sig", "X-Time", "X-Id", "X-Version"].map(String::from);
    assert_eq!(signed(DOTTED, 0, "msg_1"), Ok(Vec::from(names)));
    assert_eq!(signed(BARE, 0, ""), Ok(vec!["X-1".into()]));
}

#[wasm_bindgen_test(unsupported = test)]
fn an_id_that_its_header_cannot_hold_is_refused() {
    for id in ["", "msg 1", "msg,1", "msg\n1", "müsli"] {
        assert_eq!(signed(DOTTED, 0, id), Err(Code::OptionInvalid), "{id:?}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn an_id_with_the_text_that_ends_it_is_refused() {
    assert_eq!(signed(DOTTED, 0, "msg.1"), Err(Code::OptionInvalid));
}

#[wasm_bindgen_test(unsupported = test)]
fn a_time_of_too_many_digits_is_refused_where_time_is_signed() {
    assert!(signed(DOTTED, 999_999_999_999_999_999, "msg_1").is_ok());
    assert_eq!(signed(DOTTED, 1_000_000_000_000_000_000, "msg_1"), Err(Code::OptionInvalid));
    assert!(signed(BARE, u64::MAX, "").is_ok());
}

#[wasm_bindgen_test(unsupported = test)]
fn an_id_that_nothing_signs_is_ignored() {
    assert!(signed(BARE, 0, "not, an id").is_ok());
}

#[wasm_bindgen_test(unsupported = test)]
fn a_request_line_that_nothing_signs_is_ignored() {
    let endpoint = endpoint(DOTTED, &["key"]);
    let signing = Signing::at(0).with_id("msg_1");
    let alone = endpoint.sign(b"{}", &signing);
    assert_eq!(endpoint.sign(b"{}", &signing.with_request("PUT", "/hooks")), alone);
}

#[wasm_bindgen_test(unsupported = test)]
fn the_first_secret_signs() {
    let headers = endpoint(BARE, &["new", "old"]).sign(b"{}", &Signing::at(0)).unwrap();
    let delivery = Delivery::new(&headers, b"{}");
    let matched = |secrets: &[&str]| {
        let verdict = endpoint(BARE, secrets).verify(&delivery, 0).map(|is| is.secret_index());
        verdict.map_err(Rejection::code)
    };
    assert_eq!(matched(&["new"]), Ok(0));
    assert_eq!(matched(&["old"]), Err(Code::SignatureMismatch));
    assert_eq!(matched(&["old", "new"]), Ok(1));
}
