//! Bounds: the work of an explanation ends, whatever it is asked.

use countersign::explain::{BYTES_MAX, Case, Explanation, Held, WALKS_MAX, Work, explain};
use countersign::{Delivery, Keyring, Scheme, Secret, providers, sign};

use crate::vectors::scheme_of;

fn forged(scheme: &Scheme, body: &[u8]) -> Explanation {
    let keyring =
        Keyring::new(scheme, &[Secret::from_bytes(b"a forger's own key").unwrap()]).unwrap();
    let headers = sign(body, scheme, &keyring, 1_700_000_000_000, "msg_1").unwrap();
    let headers: Vec<(&str, &[u8])> =
        headers.iter().map(|(name, value)| (name.as_str(), value.as_bytes())).collect();
    explain(&Case {
        scheme,
        secrets: &[Held::Key(b"the right key"), Held::Text("MDEyMzQ1Njc4OWFiY2RlZg==")],
        others: &[],
        delivery: Delivery::new(&headers, body),
        now_ms: 1_700_000_000_000,
        bodies: &[],
    })
}

#[test]
fn the_work_is_bounded_also_for_a_large_body() {
    let large = format!("{{\"text\":\"{}\"}}", "é</".repeat(1 << 18)).into_bytes();
    let list = format!("[{}1]", "1,".repeat(1 << 19)).into_bytes();
    let nested = "[".repeat(1 << 20).into_bytes();
    for (provider, body) in [("bookbag", list), ("standard-webhooks", large), ("slack", nested)] {
        assert!(body.len() >= 1 << 20);
        let Explanation { findings, work, .. } = forged(&scheme_of(provider), &body);
        assert!(findings.is_empty(), "{findings:?}");
        assert!(work.walks <= WALKS_MAX, "{work:?}");
        assert!(work.bytes > BYTES_MAX && !work.complete, "{work:?}");
        // The last text may be written in escapes only, and hashed under each of two secrets.
        assert!(work.bytes <= BYTES_MAX + body.len() * 6 * 3, "{work:?}");
    }
}

#[test]
fn a_small_body_never_reaches_the_bound() {
    for provider in providers::ALL {
        let scheme: Scheme = provider.scheme.parse().unwrap();
        let Explanation { work, .. } = forged(&scheme, br#"{"id":"evt_1","list":[1,2,3]}"#);
        assert!(work.complete && work.walks < WALKS_MAX / 2, "{}: {work:?}", provider.title);
    }
}

/// What it costs to look into a forged delivery with 16 secrets and 64 headers of this size.
fn work(size: usize) -> Work {
    let texts: Vec<String> = (0..16).map(|index| format!("a secret of many, {index}")).collect();
    let secrets: Vec<Held> = texts.iter().map(|text| Held::Text(text)).collect();
    let names: Vec<String> = (0..64).map(|index| format!("X-Time-{index}-Id")).collect();
    let (value, signature) = (vec![b'0'; size], format!("v0={}", "0".repeat(64)));
    let own: [(&str, &[u8]); 2] =
        [("X-Slack-Signature", signature.as_bytes()), ("X-Slack-Request-Timestamp", b"1700000000")];
    let many = names.iter().map(|name| (name.as_str(), value.as_slice()));
    let headers: Vec<(&str, &[u8])> = own.into_iter().chain(many).collect();
    let body = format!("{{\"text\":\"{}\"}}", "é</".repeat(20));
    let Explanation { findings, work, .. } = explain(&Case {
        scheme: &scheme_of("slack"),
        secrets: &secrets,
        others: &[],
        delivery: Delivery::new(&headers, body.as_bytes()),
        now_ms: 1_700_000_000_000,
        bodies: &[],
    });
    assert!(findings.is_empty(), "{findings:?}");
    work
}

#[test]
fn many_secrets_end_with_the_walks_and_large_headers_with_the_bytes() {
    let (small, large) = (work(40), work(1 << 20));
    assert!(small.walks == WALKS_MAX && !small.complete, "{small:?}");
    assert!(large.walks < 100 && !large.complete, "{large:?}");
    // The last walk reads all headers once more.
    assert!(large.bytes >= BYTES_MAX && large.bytes <= BYTES_MAX + (70 << 20), "{large:?}");
}
