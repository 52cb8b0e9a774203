//! What may be signed: nothing that a receiver would have to refuse, or could read as another delivery.

use countersign::{Code, Keyring, Scheme, Secret, sign};
use wasm_bindgen_test::wasm_bindgen_test;

#[cfg(feature = "browser-tests")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

/// An id, a point, a time, a point and the body are signed.
const DOTTED: &str = "
    name: dotted
    mac: sha256
    header: X-Sig
    content: {header:X-Id}.{timestamp}.{body}
    timestamp: header X-Time s
";
const BARE: &str = "name: bare\nmac: sha256\nheader: X-Sig";

fn signed(scheme: &str, timestamp_ms: u64, id: &str) -> Result<usize, Code> {
    let scheme: Scheme = scheme.parse().unwrap();
    let keyring = Keyring::new(&scheme, [&Secret::from_bytes(b"key").unwrap()]).unwrap();
    sign(b"{}", &scheme, &keyring, timestamp_ms, id).map(|headers| headers.len())
}

#[wasm_bindgen_test(unsupported = test)]
fn an_id_that_its_header_cannot_hold_is_refused() {
    assert_eq!(signed(DOTTED, 0, "msg_1"), Ok(3));
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
    assert_eq!(signed(DOTTED, 999_999_999_999_999_999, "msg_1"), Ok(3));
    assert_eq!(signed(DOTTED, 1_000_000_000_000_000_000, "msg_1"), Err(Code::OptionInvalid));
    assert_eq!(signed(BARE, u64::MAX, ""), Ok(1));
}

#[wasm_bindgen_test(unsupported = test)]
fn an_id_that_nothing_signs_is_ignored() {
    assert_eq!(signed(BARE, 0, "not, an id"), Ok(1));
}
