//! The corpus of `tests/vectors/explain` against the explainer, and what an explanation may not hold.
#![cfg(not(target_family = "wasm"))]

use std::fs;
use std::path::Path;

use countersign::explain::{
    BYTES_MAX, Case, Explanation, FindingCode, Held, Other, OtherKind, State, WALKS_MAX, explain,
};
use countersign::{Delivery, Keyring, Scheme, Secret, providers, sign};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    _comment: String,
    scheme: String,
    vectors: Vec<Vector>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Vector {
    id: String,
    comment: String,
    scheme: Option<String>,
    secrets: Vec<String>,
    #[serde(default)]
    others: Vec<OtherFacts>,
    headers: Vec<(String, String)>,
    body_hex: String,
    now: u64,
    reason: String,
    finding: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OtherFacts {
    kind: String,
    label: String,
    secret: String,
}

impl Vector {
    fn body(&self) -> Vec<u8> {
        hex::decode(&self.body_hex).unwrap()
    }

    fn explained(&self, scheme: &Scheme) -> Explanation {
        let body = self.body();
        let secrets: Vec<Held> = self.secrets.iter().map(|text| Held::Text(text)).collect();
        let others: Vec<Other> = self.others.iter().map(OtherFacts::ready).collect();
        let headers: Vec<(&str, &[u8])> =
            self.headers.iter().map(|(name, value)| (name.as_str(), value.as_bytes())).collect();
        explain(&Case {
            scheme,
            secrets: &secrets,
            others: &others,
            delivery: Delivery::new(&headers, &body),
            now_ms: self.now,
            bodies: &[],
        })
    }
}

impl OtherFacts {
    fn ready(&self) -> Other<'_> {
        let kind = match self.kind.as_str() {
            "previous" => OtherKind::Previous,
            "mode" => OtherKind::Mode,
            _ => OtherKind::Other,
        };
        Other { kind, label: &self.label, secret: &self.secret }
    }
}

fn scheme_of(text: &str) -> Scheme {
    providers::scheme(text).unwrap_or_else(|| text.parse().expect(text))
}

/// Every vector with the scheme that its receiver verifies by, and that of its sender.
fn vectors() -> Vec<(Vector, Scheme, Scheme)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors/explain");
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let is_corpus = |path: &std::path::PathBuf| {
        path.extension().is_some_and(|end| end == "json") && !path.ends_with("schema.json")
    };
    let files = names.filter(is_corpus).map(|path| fs::read_to_string(path).unwrap());
    let ready = |text: String| {
        let file: File = serde_json::from_str(&text).unwrap();
        let sender = scheme_of(&file.scheme);
        file.vectors.into_iter().map(move |vector| {
            let scheme = vector.scheme.as_deref().map_or(sender.clone(), scheme_of);
            (vector, scheme, sender.clone())
        })
    };
    files.flat_map(ready).collect()
}

#[test]
fn every_broken_delivery_gets_its_finding_first_and_every_attack_gets_none() {
    let (mut broken, mut attacks, mut problems) = (0, 0, Vec::new());
    for (vector, scheme, _) in vectors() {
        let explanation = vector.explained(&scheme);
        let got = explanation.findings.first().map(|finding| finding.code);
        match &vector.finding {
            Some(_) => broken += 1,
            None => attacks += 1,
        }
        let code = explanation.verdict.code.unwrap_or("verified");
        if got != vector.finding.as_deref() || code != vector.reason {
            let evidence = explanation.findings.first().map_or("", |finding| &finding.evidence);
            problems.push(format!(
                "{} {}: expected {} {:?}, got {code} {got:?} {evidence}",
                vector.id, vector.comment, vector.reason, vector.finding
            ));
        }
        if !explanation.work.complete {
            problems.push(format!("{} cost {:?}", vector.id, explanation.work));
        }
    }
    assert!(broken >= 80 && attacks >= 20, "{broken} broken, {attacks} attacks");
    assert!(problems.is_empty(), "{} of {broken}:\n{}", problems.len(), problems.join("\n"));
}

#[test]
fn the_corpus_has_a_delivery_for_every_code() {
    let mut first: Vec<String> =
        vectors().into_iter().filter_map(|(vector, _, _)| vector.finding).collect();
    first.sort();
    first.dedup();
    let mut codes: Vec<&str> = FindingCode::ALL.iter().map(|code| code.name()).collect();
    codes.sort_unstable();
    assert_eq!(first, codes);
}

/// Every spelling in which bytes could be taken out of a report.
fn spellings(bytes: &[u8]) -> Vec<String> {
    use data_encoding::{BASE32_NOPAD, BASE64_NOPAD, BASE64URL_NOPAD};
    let decimal: Vec<String> = bytes.iter().map(u8::to_string).collect();
    vec![
        hex::encode(bytes),
        hex::encode_upper(bytes),
        BASE64_NOPAD.encode(bytes),
        BASE64URL_NOPAD.encode(bytes),
        BASE32_NOPAD.encode(bytes),
        decimal.join(","),
        decimal.join(", "),
        String::from_utf8_lossy(bytes).into_owned(),
    ]
}

/// The bytes of every MAC in a header's value, whatever it is written in.
fn tags(value: &str) -> Vec<Vec<u8>> {
    use data_encoding::{BASE64, BASE64_NOPAD, BASE64URL_NOPAD, HEXLOWER_PERMISSIVE};
    let words = value.split([',', ' ', ';', '"']).map(|word| {
        let bare = word.trim_end_matches('=');
        word[bare.rfind(['=', ':']).map_or(0, |at| at + 1)..].to_owned()
    });
    words
        .filter_map(|word| {
            [HEXLOWER_PERMISSIVE, BASE64, BASE64_NOPAD, BASE64URL_NOPAD]
                .iter()
                .find_map(|encoding| encoding.decode(word.as_bytes()).ok())
        })
        .filter(|tag| tag.len() >= 20)
        .collect()
}

/// The MACs that the holder of `secret` makes of a delivery as it came.
fn right_tags(vector: &Vector, scheme: &Scheme, secret: &str) -> Vec<Vec<u8>> {
    let Ok(secret) = Secret::parse(secret, scheme) else { return Vec::new() };
    let keyring = Keyring::new(scheme, &[secret]).unwrap();
    let id = vector.headers.iter().find(|(name, _)| name.ends_with("-id"));
    let id = id.map_or("msg_1", |(_, value)| value);
    let headers = sign(&vector.body(), scheme, &keyring, vector.now, id).unwrap_or_default();
    headers.iter().flat_map(|(_, value)| tags(value)).collect()
}

#[test]
fn no_report_holds_a_secret_or_a_right_mac_in_any_spelling() {
    let mut searched = 0;
    for (vector, scheme, sender) in vectors() {
        let report = serde_json::to_string(&vector.explained(&scheme)).unwrap();
        let held = vector.secrets.iter().chain(vector.others.iter().map(|other| &other.secret));
        let mut forbidden: Vec<Vec<u8>> = Vec::new();
        for secret in held {
            // The name of its variable is no secret; the advice says it too.
            let bare = secret.trim_start_matches("WEBHOOK_SECRET");
            let bare = bare.trim_matches(|char: char| !char.is_alphanumeric());
            forbidden.push(bare.as_bytes().to_vec());
            let parts = bare.split(['=', ' ', '"', '\'']).filter(|part| part.len() >= 10);
            forbidden.extend(parts.map(|part| part.as_bytes().to_vec()));
            forbidden.extend(right_tags(&vector, &scheme, secret));
            forbidden.extend(right_tags(&vector, &sender, secret));
        }
        forbidden.extend(vector.headers.iter().flat_map(|(_, value)| tags(value)));
        for bytes in forbidden.iter().filter(|bytes| bytes.len() >= 10) {
            for spelling in spellings(bytes) {
                searched += 1;
                // Not a part of it either: ten characters of a MAC are nothing by chance.
                let part: String = spelling.chars().take(10).collect();
                assert!(!report.contains(&part), "{} holds {part}: {report}", vector.id);
            }
        }
    }
    assert!(searched > 10_000, "only {searched} spellings were searched for");
}

#[test]
fn a_broken_report_would_be_noticed() {
    // The search above finds what it looks for in the header as it came.
    let (vector, scheme, sender) = vectors().remove(0);
    let text = serde_json::to_string(&vector.headers).unwrap();
    let tag = tags(&vector.headers[0].1).remove(0);
    assert!(spellings(&tag).iter().any(|spelling| text.contains(spelling)));
    assert!(!right_tags(&vector, &scheme, &vector.secrets[0]).is_empty());
    assert!(!right_tags(&vector, &sender, &vector.secrets[0]).is_empty());
}

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

#[test]
fn the_steps_end_where_the_verdict_says() {
    for (vector, scheme, _) in vectors() {
        let Explanation { steps, verdict, saw, .. } = vector.explained(&scheme);
        let failed: Vec<&str> =
            steps.iter().filter(|step| step.state == State::Failed).map(|step| step.name).collect();
        let expected = match verdict.code.unwrap() {
            "HEADER_MISSING" | "HEADER_REPEATED" => "headers",
            "SIGNATURE_MISMATCH" => "compare",
            "TIMESTAMP_TOO_OLD" | "TIMESTAMP_TOO_NEW" => "freshness",
            "SECRET_INVALID" => "secret",
            _ => "claim",
        };
        assert_eq!(failed, [expected], "{}", vector.id);
        if let Some(last) = saw.content.last() {
            let pieces = saw.content.iter().map(|piece| piece.end - piece.start).sum::<usize>();
            assert_eq!(last.end, pieces, "{}", vector.id);
            assert!(pieces >= vector.body_hex.len() / 2, "{}", vector.id);
        }
    }
}
