//! Forgeries: of a delivery that somebody tampered with nothing is found, whatever arrives nothing
//! panics, and no report holds a secret or a MAC.

use countersign::explain::{Case, Explanation, Other, OtherKind, WALKS_MAX, explain};
use countersign::scheme::Tolerance;
use countersign::{Delivery, Endpoint, Scheme, Secret, Signing, providers};
use data_encoding::{BASE64, BASE64_NOPAD, BASE64URL_NOPAD};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::{holds, like};

const NOW_MS: u64 = 1_733_155_200_000;

/// A genuine delivery, and the secret that its receiver holds.
#[derive(Clone, Debug)]
struct Sent {
    scheme: Scheme,
    secret: String,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

impl Sent {
    fn new(scheme: Scheme, secret: String, body: String) -> Self {
        let endpoint = Endpoint::new(scheme.clone(), [secret.as_str()]).unwrap();
        let signing = Signing::at(NOW_MS).with_id("msg_1");
        let headers = endpoint.sign(body.as_bytes(), &signing).unwrap();
        Self { headers, scheme, secret, body: body.into_bytes() }
    }

    fn explained(&self) -> Explanation {
        let secrets = [Secret::Text(&self.secret)];
        let delivery = Delivery::new(&self.headers, &self.body);
        explain(&Case::new(&self.scheme, &secrets, delivery, NOW_MS))
    }
}

fn schemes() -> impl Strategy<Value = Scheme> {
    select(providers::ALL).prop_map(|provider| providers::scheme(provider.name).unwrap())
}

/// Secrets that every built-in scheme reads: their letters are digits of base64, too.
fn secrets() -> impl Strategy<Value = String> {
    like("[a-z0-9]{16,40}").prop_map(|text| BASE64.encode(text.as_bytes()))
}

/// Bodies with something for every habit to take hold of.
fn bodies() -> impl Strategy<Value = String> {
    like(r#"\{"id":"[a-z0-9]{4,12}","n":[1-9][0-9]{0,5},"text":"[a-zA-Z0-9 éß<&/+%]{0,40}"\}\n?"#)
}

fn deliveries() -> impl Strategy<Value = Sent> {
    (schemes(), secrets(), bodies())
        .prop_map(|(scheme, secret, body)| Sent::new(scheme, secret, body))
}

/// What a forger does, and no gateway, parser or developer.
#[derive(Clone, Debug)]
enum Tampering {
    BodyBit(Index, u8),
    SignatureDigit(Index),
    Signature(String),
    Time(u32),
    SecretLetter(Index),
}

fn tamperings() -> impl Strategy<Value = Tampering> {
    prop_oneof![
        3 => (any::<Index>(), 0..8_u8).prop_map(|(at, bit)| Tampering::BodyBit(at, bit)),
        2 => any::<Index>().prop_map(Tampering::SignatureDigit),
        1 => secrets().prop_map(Tampering::Signature),
        1 => (1..100_000_000_u32).prop_map(Tampering::Time),
        2 => any::<Index>().prop_map(Tampering::SecretLetter),
    ]
}

impl Tampering {
    fn apply(&self, sent: &mut Sent) {
        match self {
            Self::BodyBit(at, bit) => {
                // Of a letter or a digit: a space may be a gateway's doing.
                let letters = |(_, byte): &(usize, &u8)| byte.is_ascii_alphanumeric();
                let places: Vec<usize> =
                    sent.body.iter().enumerate().filter(letters).map(|(place, _)| place).collect();
                sent.body[*at.get(&places)] ^= 1 << bit;
            }
            Self::SignatureDigit(at) => {
                let value = &mut sent.headers[0].1;
                let end = value.trim_end_matches('=').len();
                *value = with_other_letter(value, end - 1 - at.index(24));
            }
            Self::Signature(secret) => {
                let body = String::from_utf8(sent.body.clone()).unwrap();
                sent.headers = Sent::new(sent.scheme.clone(), secret.clone(), body).headers;
            }
            Self::Time(seconds) => retime(sent, NOW_MS / 1000 - u64::from(*seconds)),
            Self::SecretLetter(at) => {
                sent.secret = with_other_letter(&sent.secret, at.index(sent.secret.len() - 4));
            }
        }
    }
}

/// Another time. Where no header tells one, the signature loses its last digits instead.
fn retime(sent: &mut Sent, seconds: u64) {
    let (old, new) = ((NOW_MS / 1000).to_string(), seconds.to_string());
    match sent.headers.iter_mut().find(|(_, value)| value.contains(&old)) {
        Some((_, value)) => *value = value.replace(&old, &new),
        None => sent.headers[0].1.truncate(20),
    }
}

/// The text with one letter changed, and not only in its case.
fn with_other_letter(text: &str, at: usize) -> String {
    let mut bytes = text.as_bytes().to_vec();
    bytes[at] = if bytes[at] == b'7' { b'3' } else { b'7' };
    String::from_utf8(bytes).unwrap()
}

#[test]
fn of_a_delivery_that_was_tampered_with_nothing_is_found() {
    holds(300, (deliveries(), tamperings()), |(mut sent, tampering)| {
        prop_assert!(sent.explained().verdict.ok, "{:?}", sent);
        tampering.apply(&mut sent);
        let explanation = sent.explained();
        prop_assert!(!explanation.verdict.ok);
        prop_assert_eq!(explanation.findings, []);
        Ok(())
    });
}

#[test]
fn nothing_that_arrives_makes_it_panic() {
    let names = like("[A-Za-z-]{0,12}|\\PC{0,8}");
    let value =
        || prop_oneof![like("[ -~]{0,80}").prop_map(String::into_bytes), vec(any::<u8>(), 0..80)];
    let values = (vec((names, value()), 0..6), value(), any::<bool>());
    let texts = prop_oneof![like("\\PC{0,40}"), like("[\"'\\n \\\\=_A-Za-z0-9+/-]{0,60}")];
    let bodies = prop_oneof![
        vec(any::<u8>(), 0..200),
        like(r#"[\[{"\\u0041d,:\}\] \n%+é]{0,60}"#).prop_map(String::into_bytes),
        vec(any::<u8>(), 0..60).prop_map(|bytes| [b"\x1f\x8b\x08\x18", bytes.as_slice()].concat()),
        vec(any::<u8>(), 0..60).prop_map(|bytes| [b"\x78", bytes.as_slice()].concat()),
    ];
    let inputs = (schemes(), values, vec(texts, 0..3), bodies, any::<u64>());
    holds(400, inputs, |(scheme, (mut headers, value, is_read), secrets, body, now_ms)| {
        if is_read {
            headers.push((scheme.header_name(0).to_string(), value));
        }
        let held: Vec<Secret> = secrets.iter().map(|text| Secret::Text(text)).collect();
        let others: Vec<Other> = secrets
            .iter()
            .map(|secret| Other { kind: OtherKind::Other, label: "another", secret })
            .collect();
        let delivery = Delivery::new(&headers, &body);
        let explanation = explain(&Case {
            others: &others,
            bodies: &[("As it is, it matches.", &body)],
            tolerance: is_read.then_some(Tolerance::both(0)),
            max_event_age_seconds: is_read.then_some(0),
            ..Case::new(&scheme, &held, delivery, now_ms)
        });
        prop_assert!(!explanation.verdict.ok && explanation.work.walks <= WALKS_MAX);
        prop_assert!(explanation.findings.iter().all(|finding| !finding.proven));
        Ok(())
    });
}

/// What people do to a delivery, which is found.
const HABITS: &[fn(&mut Sent)] = &[
    |sent| sent.secret.push('\n'),
    |sent| sent.secret = format!("\"{}\"", sent.secret),
    |sent| sent.secret = format!("whsec_{}", sent.secret),
    |sent| sent.body.insert(1, b' '),
    |sent| sent.headers[0].1.push(' '),
    |sent| sent.headers[0].0.insert(0, 'X'),
    |sent| sent.headers[0].1 = sent.headers[0].1.to_uppercase(),
];

#[test]
fn no_report_holds_a_secret_a_key_or_a_mac() {
    let broken = prop_oneof![
        tamperings().prop_map(|tampering| (Some(tampering), 0)),
        (0..HABITS.len()).prop_map(|habit| (None, habit)),
    ];
    holds(200, (deliveries(), broken), |(mut sent, (tampering, habit))| {
        let mut hidden = tags(&sent);
        hidden.push(sent.secret.clone().into_bytes());
        hidden.extend(BASE64.decode(sent.secret.as_bytes()));
        match tampering {
            Some(tampering) => tampering.apply(&mut sent),
            None => HABITS[habit](&mut sent),
        }
        hidden.push(sent.secret.trim().as_bytes().to_vec());
        // The MAC of what arrived would let it pass.
        if let Ok(body) = String::from_utf8(sent.body.clone())
            && Endpoint::new(sent.scheme.clone(), [sent.secret.as_str()]).is_ok()
        {
            hidden.extend(tags(&Sent::new(sent.scheme.clone(), sent.secret.clone(), body)));
        }
        let explanation = sent.explained();
        let report = serde_json::to_string(&explanation).unwrap() + &format!("{explanation:?}");
        for bytes in hidden.iter().filter(|bytes| bytes.len() >= 16) {
            for spelling in spellings(bytes) {
                prop_assert!(!report.contains(&spelling[..12]), "{}: {}", spelling, report);
            }
        }
        Ok(())
    });
}

/// The MACs of a delivery.
fn tags(sent: &Sent) -> Vec<Vec<u8>> {
    crate::redaction::tags(&sent.headers[0].1)
}

fn spellings(bytes: &[u8]) -> [String; 5] {
    [
        hex::encode(bytes),
        hex::encode_upper(bytes),
        BASE64_NOPAD.encode(bytes),
        BASE64URL_NOPAD.encode(bytes),
        bytes.escape_ascii().to_string(),
    ]
}
