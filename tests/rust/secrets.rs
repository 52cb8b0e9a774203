//! How the text of a secret becomes a key, and which secrets are refused.

use countersign::{
    Code, Delivery, Endpoint, SECRET_BYTES_MAX, SECRETS_MAX, Scheme, Secret, Signing, providers,
};
use serde_json::{from_value, json};
use wasm_bindgen_test::wasm_bindgen_test;

/// A scheme whose secrets are written like this, after these prefixes.
fn scheme(encoding: &str, prefixes: &[&str]) -> Scheme {
    let key = json!({ "encoding": encoding, "stripPrefixes": prefixes });
    let signature = json!({ "header": "X-Sig" });
    let object =
        json!({ "name": "acme", "algorithm": "hmac-sha256", "key": key, "signature": signature });
    from_value(object).unwrap()
}

/// The signature of an empty body; equal keys make equal ones.
fn signature<'s>(secret: impl Into<Secret<'s>>, scheme: &Scheme) -> Result<String, Code> {
    let endpoint = Endpoint::new(scheme.clone(), [secret])?;
    Ok(endpoint.sign(b"", &Signing::at(0))?.remove(0).1)
}

#[track_caller]
fn same_key(text: &str, encoding: &str, prefixes: &[&str], key: &[u8]) {
    let scheme = scheme(encoding, prefixes);
    let signature_of_key = signature(key, &scheme).unwrap();
    assert_eq!(signature(text, &scheme), Ok(signature_of_key), "{text} by {encoding}");
}

#[track_caller]
fn refused(text: &str, encoding: &str, prefixes: &[&str], code: Code) {
    let got = signature(text, &scheme(encoding, prefixes));
    assert_eq!(got, Err(code), "{text:?} by {encoding}");
}

#[wasm_bindgen_test(unsupported = test)]
fn the_scheme_decides_what_a_text_means() {
    same_key("whsec_AP8=", "utf8", &[], b"whsec_AP8=");
    same_key("whsec_AP8=", "base64", &["whsec_"], &[0x00, 0xff]);
    same_key("AP8=", "base64", &["whsec_"], &[0x00, 0xff]);
    same_key("AP8", "base64", &[], &[0x00, 0xff]);
    same_key("v1,whsec_AP8=", "base64", &["v1,whsec_", "whsec_"], &[0x00, 0xff]);
    same_key("00fF", "hex", &[], &[0x00, 0xff]);
}

#[wasm_bindgen_test(unsupported = test)]
fn a_text_and_bytes_are_secrets_of_their_own_kind() {
    let scheme = scheme("hex", &[]);
    let signatures = [Secret::Text("00ff"), "00ff".into(), Secret::Key(&[0, 255])];
    let [text, from_text, key] = signatures.map(|secret| signature(secret, &scheme).unwrap());
    assert_eq!((&text, &text), (&from_text, &key));
    // Bytes are the key itself, even where they could be a text.
    assert_ne!(signature(b"00ff".as_slice(), &scheme), Ok(text));
}

#[wasm_bindgen_test(unsupported = test)]
fn nothing_around_a_secret_is_trimmed() {
    same_key(" secret\n", "utf8", &[], b" secret\n");
    refused(" AP8=", "base64", &[], Code::SecretInvalid);
    refused("00ff\n", "hex", &[], Code::SecretInvalid);
}

#[wasm_bindgen_test(unsupported = test)]
fn the_first_prefix_that_matches_is_stripped_once() {
    same_key("a_a_x", "utf8", &["a_"], b"a_x");
    same_key("a_b_x", "utf8", &["b_", "a_"], b"b_x");
    same_key("xa_", "utf8", &["a_"], b"xa_");
}

#[wasm_bindgen_test(unsupported = test)]
fn an_empty_secret_is_refused_in_every_disguise() {
    let rules = [("utf8", [].as_slice()), ("base64", &[]), ("hex", &[]), ("base64", &["whsec_"])];
    for (encoding, prefixes) in rules {
        refused("", encoding, prefixes, Code::SecretEmpty);
        refused(" \t\r\n", encoding, prefixes, Code::SecretEmpty);
    }
    refused("whsec_", "utf8", &["whsec_"], Code::SecretEmpty);
    refused("whsec_", "base64", &["whsec_"], Code::SecretEmpty);
    let scheme = scheme("utf8", &[]);
    assert_eq!(signature([].as_slice(), &scheme), Err(Code::SecretEmpty));
    let none: [&str; 0] = [];
    assert_eq!(Endpoint::new(scheme, none).map(|_| ()), Err(Code::SecretEmpty));
}

#[wasm_bindgen_test(unsupported = test)]
fn one_secret_that_is_wrong_spoils_the_endpoint() {
    for secrets in [["", "right"], ["right", ""], ["right", " "]] {
        let got = Endpoint::new(scheme("utf8", &[]), secrets).map(|_| ());
        assert_eq!(got, Err(Code::SecretEmpty), "{secrets:?}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn what_does_not_decode_is_refused() {
    for text in ["AP9=", "AP8==", "A", "AP-_", "AP8=AP8="] {
        refused(text, "base64", &[], Code::SecretInvalid);
    }
    for text in ["0", "0g", "00f", "0x00"] {
        refused(text, "hex", &[], Code::SecretInvalid);
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn sizes_and_numbers_are_bounded() {
    let scheme = scheme("utf8", &[]);
    let longest = "x".repeat(SECRET_BYTES_MAX);
    assert!(signature(longest.as_str(), &scheme).is_ok());
    assert!(signature(longest.as_bytes(), &scheme).is_ok());
    let longer = format!("{longest}x");
    refused(&longer, "utf8", &[], Code::SecretInvalid);
    assert_eq!(signature(longer.as_bytes(), &scheme), Err(Code::SecretInvalid));
    // The limit is on the text, so that no host can cut two secrets down to the same key.
    refused(&"A".repeat(SECRET_BYTES_MAX + 4), "base64", &[], Code::SecretInvalid);
    refused(&"0".repeat(SECRET_BYTES_MAX + 2), "hex", &[], Code::SecretInvalid);
    let many = |count| Endpoint::new(scheme.clone(), vec!["x"; count]).map(|_| ());
    assert_eq!(many(SECRETS_MAX), Ok(()));
    assert_eq!(many(SECRETS_MAX + 1), Err(Code::SecretInvalid));
}

#[wasm_bindgen_test(unsupported = test)]
fn a_rotation_verifies_with_every_secret_and_says_which() {
    let bookbag = |secrets: &[&str]| {
        let scheme = providers::scheme("bookbag").unwrap();
        Endpoint::new(scheme, secrets.iter().copied()).unwrap()
    };
    let headers = bookbag(&["old"]).sign(b"{}", &Signing::at(0)).unwrap();
    let both = bookbag(&["new", "old"]);
    let verified = both.verify(&Delivery::new(&headers, b"{}"), 0).map(|is| is.secret_index());
    assert_eq!(verified, Ok(1));
}

#[wasm_bindgen_test(unsupported = test)]
fn debug_texts_tell_no_secret() {
    let secret = "hunter2hunter2";
    let texts = format!("{:?} {:?}", Secret::from(secret), Secret::from(secret.as_bytes()));
    assert_eq!(texts, "Secret(..) Secret(..)");
    let endpoint = Endpoint::new(scheme("utf8", &[]), [secret]).unwrap();
    assert_eq!(format!("{endpoint:?}"), "Endpoint(acme, Keyring(1 keys))");
    let headers = endpoint.sign(b"", &Signing::at(0)).unwrap();
    let delivery = Delivery::new(&headers, b"");
    let verification = format!("{:?}", endpoint.begin(&delivery).unwrap());
    assert_eq!(verification, "Verification(Endpoint(acme, Keyring(1 keys)))");
    let verified = format!("{:?}", endpoint.verify(&delivery, 0).unwrap());
    for text in [verification, verified] {
        assert!(!text.contains(secret) && !text.contains("104, 117, 110"), "{text}");
    }
}
