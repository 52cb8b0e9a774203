//! How the text of a secret becomes a key, and which secrets are refused.

use countersign::{
    Code, Delivery, Detail, Endpoint, SECRET_BYTES_MAX, SECRETS_MAX, Scheme, Secret, Signing,
    providers,
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
fn a_text_is_never_changed_and_white_space_around_an_encoded_key_counts_for_nothing() {
    same_key(" secret\n", "utf8", &[], b" secret\n");
    same_key(" AP8=", "base64", &[], &[0x00, 0xff]);
    same_key("\twhsec_AP8=\r\n", "base64", &["whsec_"], &[0x00, 0xff]);
    same_key("00ff\n", "hex", &[], &[0x00, 0xff]);
    refused("AP 8=", "base64", &[], Code::SecretInvalid);
    refused("whsec_ AP8=", "base64", &["whsec_"], Code::SecretInvalid);
}

#[wasm_bindgen_test(unsupported = test)]
fn an_encoded_key_is_decoded_as_senders_decode_it() {
    for text in ["AP8=", "AP8", "AP8==", "AP9=", "AP9", "AP//"] {
        let key: &[u8] = if text == "AP//" { &[0x00, 0xff, 0xff] } else { &[0x00, 0xff] };
        same_key(text, "base64", &[], key);
    }
    same_key("c2VjcmV0Ch==", "base64", &[], b"secret\n");
    same_key("aaaaaaaaaa", "base64", &[], b"\x69\xa6\x9a\x69\xa6\x9a\x69");
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
    refused("whsec_", "utf8", &[], Code::SecretEmpty);
    refused(" whsec_\n", "utf8", &[], Code::SecretEmpty);
    let scheme = scheme("utf8", &[]);
    assert_eq!(signature([].as_slice(), &scheme), Err(Code::SecretEmpty));
    // HMAC fills a key up with zeros: these sign as the empty key does.
    for key in [[0; 1].as_slice(), &[0; 32], &[0; 64], &[0; 4096], b"  ", b"\0 \n"] {
        assert_eq!(signature(key, &scheme), Err(Code::SecretEmpty), "{key:?}");
    }
    refused("\0", "utf8", &[], Code::SecretEmpty);
    refused("sk_ ", "utf8", &["sk_"], Code::SecretEmpty);
    refused("whsec_ICAg", "base64", &["whsec_"], Code::SecretEmpty);
    refused("whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "base64", &["whsec_"], Code::SecretEmpty);
    refused("0000", "hex", &[], Code::SecretEmpty);
    let none: [&str; 0] = [];
    assert_eq!(Endpoint::new(scheme, none).map(|_| ()), Err(Code::SecretEmpty));
}

/// The core knows the white space of Unicode by its bytes, so each is asked for once.
#[wasm_bindgen_test(unsupported = test)]
fn a_key_of_what_nobody_sees_is_refused_in_any_alphabet() {
    const INVISIBLE: &str = "\0\u{ad}\u{180e}\u{200b}\u{200c}\u{200d}\u{200e}\u{200f}\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}\
        \u{2060}\u{2061}\u{2062}\u{2063}\u{2064}\u{2065}\u{2066}\u{2067}\u{2068}\u{2069}\u{206a}\u{206b}\u{206c}\u{206d}\
        \u{206e}\u{206f}\u{2800}\u{3164}\u{feff}";
    let scheme = scheme("utf8", &[]);
    for letter in char::MIN..=char::MAX {
        let is_white = letter.is_whitespace() && !matches!(letter, '\x0b' | '\x0c');
        let is_seen = !is_white && !INVISIBLE.contains(letter);
        // Those that share no first byte with an unseen one need no endpoint each.
        if is_seen
            && !matches!(letter as u32, 0..0x1000 | 0x1600..0x1900 | 0x2000..0x3200 | 0xfe00..0xff00)
        {
            continue;
        }
        let code = signature(letter.to_string().as_str(), &scheme).err();
        assert_eq!(code, (!is_seen).then_some(Code::SecretEmpty), "{letter:?}");
    }
    assert_eq!(signature(" \u{3000}x", &scheme).err(), None);
}

#[wasm_bindgen_test(unsupported = test)]
fn the_text_of_a_value_that_was_not_there_is_no_secret() {
    for text in [
        "undefined",
        "null",
        "NaN",
        "None",
        "nil",
        "<nil>",
        "[object Object]",
        "[object Promise]",
        " null\n",
        "whsec_undefined",
        "whsec_[object Object]",
        "\"undefined\"",
        "'whsec_None'",
        "NULL",
        "${STRIPE_SECRET}",
        "() => process.env.SECRET",
        "async () => (await vault()).secret",
        "function secret() { return 1; }",
    ] {
        refused(text, "utf8", &[], Code::SecretInvalid);
        refused(text, "base64", &["whsec_"], Code::SecretInvalid);
        // Bytes are the key itself.
        assert!(signature(text.as_bytes(), &scheme("utf8", &[])).is_ok());
    }
    for text in [
        "undefinedx",
        "nullable",
        "xnull",
        "[object Object]x",
        "nothing",
        "\"null'",
        "secret_",
        "$SECRET",
        "f() =>",
    ] {
        same_key(text, "utf8", &[], text.as_bytes());
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn a_key_that_is_never_the_secret_of_a_webhook_is_refused() {
    let open = |provider: &str, secret: &str| {
        Endpoint::new(providers::scheme(provider).unwrap(), [secret]).map(|_| ())
    };
    for secret in
        ["sk_live_0123456789", "rk_test_0123456789", "pk_live_0123456789", " sk_live_0123"]
    {
        assert_eq!(open("stripe", secret), Err(Code::SecretInvalid), "{secret}");
    }
    assert_eq!(open("stripe", "whsec_sk_live"), Ok(()));
    for (provider, secret) in [
        ("github", "ghp_0123456789"),
        ("github", "-----BEGIN RSA PRIVATE KEY-----\nMIIE"),
        ("shopify", "shptka_0123456789"),
        ("stripe", "\"sk_live_0123456789\""),
        ("slack", "xoxe.xoxp-1-0123456789"),
    ] {
        assert_eq!(open(provider, secret), Err(Code::SecretInvalid), "{secret}");
    }
    assert_eq!(open("shopify", "shpss_0123456789"), Ok(()));
    assert_eq!(open("agentbot", "sk_live_0123456789"), Ok(()));
}

#[wasm_bindgen_test(unsupported = test)]
fn a_mismatch_tells_of_a_line_break_at_the_end_of_a_secret() {
    let told = |encoding: &str, secrets: &[&str]| {
        let scheme = scheme(encoding, &[]);
        let headers = Endpoint::new(scheme.clone(), ["61626364"]).unwrap();
        let headers = headers.sign(b"{}", &Signing::at(0)).unwrap();
        let endpoint = Endpoint::new(scheme, secrets.iter().copied()).unwrap();
        endpoint.verify(&Delivery::new(&headers, b"[]"), 0).map(|_| ()).unwrap_err().detail()
    };
    assert_eq!(told("utf8", &["secret\n"]), Detail::MismatchLineBreak);
    assert_eq!(told("utf8", &["secret", "other\r\n"]), Detail::MismatchLineBreak);
    assert_eq!(told("utf8", &["secret\n\t "]), Detail::MismatchLineBreak);
    assert_eq!(told("utf8", &["secret"]), Detail::Mismatch);
    assert_eq!(told("utf8", &["se\ncret "]), Detail::Mismatch);
    assert_eq!(told("hex", &["6162\n"]), Detail::Mismatch);
    let of_bytes = |key: &[u8]| {
        let scheme = scheme("utf8", &[]);
        let endpoint = Endpoint::new(scheme.clone(), [key]).unwrap();
        let signed =
            Endpoint::new(scheme, ["secret"]).unwrap().sign(b"{}", &Signing::at(0)).unwrap();
        endpoint.verify(&Delivery::new(&signed, b"{}"), 0).map(|_| ()).unwrap_err().detail()
    };
    assert_eq!(of_bytes(b"secret\r\n"), Detail::MismatchLineBreak);
    assert_eq!(of_bytes(b"\x80ecret\n"), Detail::Mismatch);
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
    for text in ["A", "AP8/A", "AP-_", "AP8=AP8=", "AP8===", "=AP8", "AP8\u{a0}"] {
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
