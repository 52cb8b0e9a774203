//! Bounds: the work of an explanation ends, whatever it is asked.

use countersign::explain::{BYTES_MAX, Case, Explanation, WALKS_MAX, Work, explain};
use countersign::{Delivery, Endpoint, Scheme, Secret, Signing, providers};

const NOW_MS: u64 = 1_700_000_000_000;

fn forged(scheme: &Scheme, body: &[u8]) -> Explanation {
    let key = b"a forger's own key".as_slice();
    let forger = Endpoint::new(scheme.clone(), [key]).unwrap();
    let headers = forger.sign(body, &Signing::at(NOW_MS).with_id("msg_1")).unwrap();
    let secrets = [Secret::Key(b"the right key"), Secret::Text("MDEyMzQ1Njc4OWFiY2RlZg==")];
    explain(&Case::new(scheme, &secrets, Delivery::new(&headers, body), NOW_MS))
}

#[test]
fn the_work_is_bounded_also_for_a_large_body() {
    let large = format!("{{\"text\":\"{}\"}}", "é</".repeat(1 << 18)).into_bytes();
    let list = format!("[{}1]", "1,".repeat(1 << 19)).into_bytes();
    let nested = "[".repeat(1 << 20).into_bytes();
    for (provider, body) in [("bookbag", list), ("standard-webhooks", large), ("slack", nested)] {
        assert!(body.len() >= 1 << 20);
        let Explanation { findings, work, .. } =
            forged(&providers::scheme(provider).unwrap(), &body);
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
        let scheme = providers::scheme(provider.name).unwrap();
        let Explanation { work, .. } = forged(&scheme, br#"{"id":"evt_1","list":[1,2,3]}"#);
        assert!(work.complete && work.walks < WALKS_MAX / 2, "{}: {work:?}", provider.title);
    }
}

/// What it costs to look into a forged delivery with 16 secrets and 64 headers of this size.
fn work(size: usize) -> Work {
    let texts: Vec<String> = (0..16).map(|index| format!("a secret of many, {index}")).collect();
    let secrets: Vec<Secret> = texts.iter().map(|text| Secret::Text(text)).collect();
    let signature = format!("v0={}", "0".repeat(64));
    let mut headers = vec![
        ("X-Slack-Signature".to_string(), signature),
        ("X-Slack-Request-Timestamp".to_string(), "1700000000".to_string()),
    ];
    headers.extend((0..64).map(|index| (format!("X-Time-{index}-Id"), "0".repeat(size))));
    let body = format!("{{\"text\":\"{}\"}}", "é</".repeat(20));
    let delivery = Delivery::new(&headers, body.as_bytes());
    let scheme = providers::scheme("slack").unwrap();
    let Explanation { findings, work, .. } =
        explain(&Case::new(&scheme, &secrets, delivery, NOW_MS));
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
