//! Splits: a genuine delivery whose signed bytes somebody cut at another place, or whose value
//! somebody changed into one that a reader takes for the same. All of it is made without the secret.

use countersign::explain::{Case, explain};
use countersign::{Delivery, Endpoint, Headers, Scheme, Secret, Signing, providers};

const NOW_MS: u64 = 1_700_000_060_000;
const SECRET: &str = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3";

/// The headers of a genuine delivery.
fn signed(scheme: &str, body: &str) -> Headers {
    let endpoint = Endpoint::new(providers::scheme(scheme).unwrap(), [SECRET]).unwrap();
    let signing = Signing::at(NOW_MS - 60_000).with_id("msg_1");
    endpoint.sign(body.as_bytes(), &signing).unwrap()
}

/// The codes of what is found.
fn found(
    scheme: &str,
    headers: &[(String, String)],
    body: &str,
    hosts: &[&str],
) -> Vec<&'static str> {
    let bodies: Vec<(&str, &[u8])> =
        hosts.iter().map(|text| ("As the host writes it, it matches.", text.as_bytes())).collect();
    let (scheme, secrets) = (providers::scheme(scheme).unwrap(), [Secret::Text(SECRET)]);
    let delivery = Delivery::new(headers, body.as_bytes());
    let case = Case { bodies: &bodies, ..Case::new(&scheme, &secrets, delivery, NOW_MS) };
    explain(&case).findings.iter().map(|finding| finding.code.name()).collect()
}

/// The headers with a text replaced in every value.
fn with(headers: &[(String, String)], old: &str, new: &str) -> Vec<(String, String)> {
    headers.iter().map(|(name, value)| (name.clone(), value.replace(old, new))).collect()
}

#[test]
fn a_time_that_was_moved_into_the_body_is_found_nowhere() {
    for (scheme, body, before) in [
        ("agentbot", r#"{"a":1}"#, "1700000000."),
        ("stripe", r#"{"a":1}"#, "1700000000."),
        ("slack", "token=a&text=hi&n=1", "v0:1700000000:"),
        ("standard-webhooks", r#"{"a":1}"#, "1700000000."),
        ("standard-webhooks", r#"{"a":1}"#, "msg_1.1700000000."),
    ] {
        let fresh = with(&signed(scheme, body), "1700000000", "1700000055");
        assert!(found(scheme, &fresh, &format!("{before}{body}"), &[]).is_empty(), "{scheme}");
    }
}

#[test]
fn a_time_whose_last_digits_were_moved_into_the_body_is_found_nowhere() {
    for (scheme, body, before) in [
        ("agentbot", r#"{"a":1}"#, "00."),
        ("stripe", r#"{"a":1}"#, "00."),
        ("slack", "token=a&text=hi&n=1", "00:"),
    ] {
        let shorter = with(&signed(scheme, body), "1700000000", "17000000");
        assert!(found(scheme, &shorter, &format!("{before}{body}"), &[]).is_empty(), "{scheme}");
    }
}

#[test]
fn a_delivery_is_no_other_providers_with_its_time_in_the_body() {
    let headers = signed("agentbot", r#"{"a":1}"#);
    let (_, tag) = headers[0].1.split_once("v1=").unwrap();
    let headers = [("X-Bookbag-Signature".to_string(), format!("sha256={tag}"))];
    assert!(found("agentbot", &headers, r#"1700000000.{"a":1}"#, &[]).is_empty());
}

#[test]
fn the_beginning_of_a_body_is_no_header_that_is_signed() {
    for (scheme, body, name, value, rest) in [
        ("bookbag", r#"{"event":"x","n":1}"#, "X-Date", r#"{"event""#, r#""x","n":1}"#),
        ("github", "payload=%7B%7D&n=a_b", "X-Id", "b", "payload=%7B%7D&n=a"),
        ("shopify", "[1,2]", "X-Id", "2]", "[1"),
    ] {
        let mut headers = signed(scheme, body);
        headers.push((name.to_string(), value.to_string()));
        assert!(found(scheme, &headers, rest, &[]).is_empty(), "{scheme}");
    }
}

#[test]
fn a_value_that_only_a_lenient_reader_takes_for_the_same_is_another() {
    for (body, sent, host) in [
        (r#"{"a":null}"#, r#"{"a":1e999}"#, r#"{"a":null}"#),
        (r#"{"a":0}"#, r#"{"a":-0}"#, r#"{"a":0}"#),
        (r#"{"a":9007199254740992}"#, r#"{"a":9007199254740993}"#, r#"{"a":9007199254740992}"#),
        ("{\"a\":\"\u{123ff}\"}", r#"{"a":"\ud800\uffff"}"#, r#"{"a":"\ud800￿"}"#),
        (r#"{"a":"b c"}"#, r#"{"a":"b+c"}"#, r#"{"a":"b+c"}"#),
        (r#"{"a":"b"}"#, r#"{"a":"%62"}"#, r#"{"a":"%62"}"#),
        (r#"{"a":"b"}"#, r#"{"a":9,"z":"=%7B%22a%22%3A%22b"}"#, r#"{"a":9}"#),
        ("a=b+c&d=e", "a=b%2Bc&d=e", ""),
    ] {
        assert!(found("bookbag", &signed("bookbag", body), sent, &[host]).is_empty(), "{sent}");
    }
    // Other words for the same value are none of these.
    let headers = signed("bookbag", r#"{"1":1000,"a":12.5}"#);
    let found = found("bookbag", &headers, r#"{"a":12.50,"1":1e3}"#, &[r#"{"1":1000,"a":12.5}"#]);
    assert_eq!(found, ["BODY_RESTRINGIFIED"]);
}

#[test]
fn the_padding_of_a_secret_in_base32_is_no_secret() {
    let scheme = providers::scheme("bookbag").unwrap();
    let forger = Endpoint::new(scheme.clone(), ["====="]).unwrap();
    let headers = forger.sign(b"{}", &Signing::at(NOW_MS)).unwrap();
    let secrets = [Secret::Text("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXPJA======")];
    let explanation =
        explain(&Case::new(&scheme, &secrets, Delivery::new(&headers, b"{}"), NOW_MS));
    assert_eq!(explanation.findings, []);
}

#[test]
fn a_scheme_of_many_headers_is_no_more_work() {
    let bare =
        r#"{"name":"own","algorithm":"hmac-sha256","signature":{"header":"X-Own-Signature"}}"#;
    let bare: Scheme = serde_json::from_str(bare).unwrap();
    let many = r#"{
        "name": "own",
        "algorithm": "hmac-sha256",
        "signature": { "header": "X-Own-Signature" },
        "content": "{header:X-A}.{header:X-B}.{header:X-C}.{header:X-D}.{timestamp}{body}",
        "timestamp": { "from": { "header": "X-Time" }, "unit": "s" }
    }"#;
    let scheme: Scheme = serde_json::from_str(many).unwrap();
    let body = "a".repeat(4000);
    let sender = Endpoint::new(bare, [SECRET]).unwrap();
    let mut headers = sender.sign(body.as_bytes(), &Signing::at(NOW_MS)).unwrap();
    let more = [("X-A", "a"), ("X-B", "a"), ("X-C", "a"), ("X-D", "a"), ("X-Time", "1700000000")];
    headers.extend(more.map(|(name, value)| (name.to_string(), value.to_string())));
    let delivery = Delivery::new(&headers, body.as_bytes());
    let secrets = [Secret::Text(SECRET)];
    let start = std::time::Instant::now();
    let explanation = explain(&Case::new(&scheme, &secrets, delivery, NOW_MS));
    assert!(start.elapsed().as_secs() < 5, "{:?}: {:?}", start.elapsed(), explanation.findings);
}
