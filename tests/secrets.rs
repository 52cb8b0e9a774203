//! How the text of a secret becomes a key, and which secrets are refused.

use countersign::{
    Code, Delivery, Keyring, SECRET_BYTES_MAX, SECRETS_MAX, Scheme, Secret, Verification,
    providers, sign, verify,
};
use wasm_bindgen_test::wasm_bindgen_test;

#[cfg(feature = "browser-tests")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

fn scheme(key: &str) -> Scheme {
    format!("name: acme\nmac: sha256\nheader: X-Sig\nkey: {key}").parse().unwrap()
}

/// The signature of an empty body; equal keys make equal ones.
fn signature(secret: &Secret, scheme: &Scheme) -> String {
    let keyring = Keyring::new(scheme, [secret]).unwrap();
    sign(b"", scheme, &keyring, 0, "").unwrap().remove(0).1
}

#[track_caller]
fn same_key(text: &str, key_rule: &str, key: &[u8]) {
    let scheme = scheme(key_rule);
    let parsed = Secret::parse(text, &scheme).unwrap();
    let bytes = Secret::from_bytes(key).unwrap();
    assert_eq!(signature(&parsed, &scheme), signature(&bytes, &scheme), "{text} by {key_rule}");
}

#[track_caller]
fn refused(text: &str, key_rule: &str, code: Code) {
    let got = Secret::parse(text, &scheme(key_rule)).map(|_| ());
    assert_eq!(got, Err(code), "{text:?} by {key_rule}");
}

#[wasm_bindgen_test(unsupported = test)]
fn the_scheme_decides_what_a_text_means() {
    same_key("whsec_AP8=", "utf8", b"whsec_AP8=");
    same_key("whsec_AP8=", "base64 whsec_", &[0x00, 0xff]);
    same_key("AP8=", "base64 whsec_", &[0x00, 0xff]);
    same_key("AP8", "base64", &[0x00, 0xff]);
    same_key("v1,whsec_AP8=", "base64 v1,whsec_ whsec_", &[0x00, 0xff]);
    same_key("00fF", "hex", &[0x00, 0xff]);
}

#[wasm_bindgen_test(unsupported = test)]
fn nothing_around_a_secret_is_trimmed() {
    same_key(" secret\n", "utf8", b" secret\n");
    refused(" AP8=", "base64", Code::SecretInvalid);
    refused("00ff\n", "hex", Code::SecretInvalid);
}

#[wasm_bindgen_test(unsupported = test)]
fn a_prefix_is_stripped_once() {
    same_key("a_a_x", "utf8 a_", b"a_x");
    same_key("8secret", " utf8", b"8secret");
}

#[wasm_bindgen_test(unsupported = test)]
fn an_empty_secret_is_refused_in_every_disguise() {
    for rule in ["utf8", "base64", "hex", "base64 whsec_"] {
        refused("", rule, Code::SecretEmpty);
        refused(" \t\r\n", rule, Code::SecretEmpty);
    }
    refused("whsec_", "utf8 whsec_", Code::SecretEmpty);
    refused("whsec_", "base64 whsec_", Code::SecretEmpty);
    assert_eq!(Secret::from_bytes(&[]).map(|_| ()), Err(Code::SecretEmpty));
    let none: [&Secret; 0] = [];
    assert_eq!(Keyring::new(&scheme("utf8"), none).map(|_| ()), Err(Code::SecretEmpty));
}

#[wasm_bindgen_test(unsupported = test)]
fn what_does_not_decode_is_refused() {
    for text in ["AP9=", "AP8==", "A", "AP-_", "AP8=AP8="] {
        refused(text, "base64", Code::SecretInvalid);
    }
    for text in ["0", "0g", "00f", "0x00"] {
        refused(text, "hex", Code::SecretInvalid);
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn sizes_and_numbers_are_bounded() {
    let scheme = scheme("utf8");
    let longest = "x".repeat(SECRET_BYTES_MAX);
    assert!(Secret::parse(&longest, &scheme).is_ok());
    refused(&format!("{longest}x"), "utf8", Code::SecretInvalid);
    // The limit is on the text, so that no host can cut two secrets down to the same key.
    refused(&"A".repeat(SECRET_BYTES_MAX + 4), "base64", Code::SecretInvalid);
    refused(&"0".repeat(SECRET_BYTES_MAX + 2), "hex", Code::SecretInvalid);
    let secrets = vec![Secret::parse("x", &scheme).unwrap(); SECRETS_MAX + 1];
    assert!(Keyring::new(&scheme, &secrets[..SECRETS_MAX]).is_ok());
    let too_many = Keyring::new(&scheme, &secrets).map(|_| ());
    assert_eq!(too_many, Err(Code::SecretInvalid));
}

#[wasm_bindgen_test(unsupported = test)]
fn a_rotation_verifies_with_every_secret_and_says_which() {
    let scheme = providers::scheme("bookbag").unwrap();
    let secret = |text| Secret::parse(text, &scheme).unwrap();
    let old = Keyring::new(&scheme, [&secret("old")]).unwrap();
    let both = Keyring::new(&scheme, [&secret("new"), &secret("old")]).unwrap();
    let headers = sign(b"{}", &scheme, &old, 0, "").unwrap();
    let headers: Vec<_> =
        headers.iter().map(|(name, value)| (name.as_str(), value.as_bytes())).collect();
    let verified = verify(&Delivery::new(&headers, b"{}"), &scheme, &both, 0).unwrap();
    assert_eq!(verified.secret_index, 1);
}

#[wasm_bindgen_test(unsupported = test)]
fn debug_texts_tell_no_secret() {
    let scheme = scheme("utf8");
    let secret = Secret::parse("hunter2hunter2", &scheme).unwrap();
    let keyring = Keyring::new(&scheme, [&secret]).unwrap();
    assert_eq!(format!("{secret:?} {keyring:?}"), "Secret(..) Keyring(1 keys)");
    let headers = sign(b"", &scheme, &keyring, 0, "").unwrap();
    let headers: Vec<_> =
        headers.iter().map(|(name, value)| (name.as_str(), value.as_bytes())).collect();
    let verification = Verification::begin(&headers, &scheme, &keyring).unwrap();
    assert!(format!("{verification:?}").contains("run: Run(..)"), "{verification:?}");
}
