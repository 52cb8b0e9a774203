//! How a header is written, as a refusal says it, and as it is sent.

use countersign::{Delivery, Endpoint, Signing};
use serde_json::{Value, from_str, json};
use wasm_bindgen_test::wasm_bindgen_test;

/// How a header is written, by its format, its encoding and its algorithm.
const SHAPES: &[(&str, &str, &str, &str, &str)] = &[
    (r#""value""#, "hex", "hmac-sha384", "s", "<96 lower-case hex digits>"),
    (
        r#"{"kind":"value","prefix":"sha1="}"#,
        "hex-any-case",
        "hmac-sha1",
        "s",
        "sha1=<40 hex digits>",
    ),
    (
        r#"{"kind":"value","prefix":"HMAC "}"#,
        "base64",
        "hmac-sha1",
        "s",
        "HMAC <28 characters of base64>",
    ),
    (r#""value""#, "base64", "hmac-sha384", "s", "<64 characters of base64>"),
    (r#""value""#, "base64", "hmac-sha512", "s", "<88 characters of base64>"),
    (r#""value""#, "base64url", "hmac-sha512", "s", "<86 characters of base64url>"),
    (
        r#"{"kind":"pairs","separator":";","signatureKey":"h1","timestampKey":"ts","spaces":true}"#,
        "hex",
        "hmac-sha256",
        "ms",
        "ts=<Unix milliseconds>; h1=<64 lower-case hex digits>",
    ),
    (
        r#"{"kind":"pairs","separator":",","signatureKey":"s"}"#,
        "base64url",
        "hmac-sha256",
        "s",
        "s=<43 characters of base64url>",
    ),
    (
        r#"{"kind":"tokens","tag":"v1"}"#,
        "base64",
        "hmac-sha256",
        "s",
        "v1,<44 characters of base64>",
    ),
    (
        r#"{"kind":"positional"}"#,
        "hex",
        "hmac-sha256",
        "rfc3339",
        "<RFC 3339 date and time>,<64 lower-case hex digits>",
    ),
];

#[wasm_bindgen_test(unsupported = test)]
fn the_shape_of_a_header_is_told_for_every_format_and_encoding() {
    for (format, encoding, algorithm, unit, shape) in SHAPES {
        let format: Value = from_str(format).unwrap();
        let mut object = json!({ "name": "a", "algorithm": algorithm,
            "signature": { "header": "X-Sig", "format": format, "encoding": encoding } });
        if shape.contains(",<64") || shape.contains("ts=") {
            object["content"] = json!("{timestamp}{body}");
            object["timestamp"] = json!({ "from": "field", "unit": unit });
        }
        let endpoint =
            Endpoint::new(serde_json::from_value(object).unwrap(), ["hunter2hunter2"]).unwrap();
        let rejection = endpoint.verify(&Delivery::new(&[("X-Sig", "")], b""), 0).unwrap_err();
        let sentence = format!("X-Sig is malformed: expected {shape}.");
        assert_eq!(endpoint.sentence(rejection), sentence);
        // The shape is that of what is sent.
        let sent = endpoint.sign(b"", &Signing::at(1_700_000_000_000)).unwrap().remove(0).1;
        let words = shape.split('<').map(|piece| piece.split_once('>').unwrap_or(("", piece)).1);
        assert!(words.into_iter().all(|word| sent.contains(word)), "{sent} is not {shape}");
    }
}
