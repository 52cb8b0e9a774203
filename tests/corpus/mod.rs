//! The corpus of `tests/vectors`, compiled in, so that the same suites run where there are no files.

use countersign::{Keyring, Scheme, Secret, providers};
use serde::Deserialize;

/// Names every file of `tests/vectors`; a native test holds that none is missing.
macro_rules! files {
    ($($name:literal)*) => {
        pub const FILES: &[(&str, &str)] =
            &[$(($name, include_str!(concat!("../vectors/", $name, ".json")))),*];
    };
}

files! {
    "adyen-banking"
    "affirm"
    "agentbot"
    "airtable"
    "authorize-net"
    "bookbag"
    "box"
    "buildkite"
    "chatbase"
    "circleci"
    "coinbase-commerce"
    "convoy-sha512"
    "convoy-sha512-base64"
    "digivault"
    "docusign"
    "elevenlabs"
    "front"
    "front-rule"
    "github"
    "github-sha1"
    "gocardless"
    "house-base64url"
    "house-dated"
    "house-sha384"
    "hub-sha256"
    "libromi"
    "line"
    "linear"
    "linkedin"
    "mux"
    "notion"
    "paddle"
    "pusher"
    "razorpay"
    "recurly"
    "restringify-agentbot"
    "restringify-bookbag"
    "restringify-chatbase"
    "restringify-digivault"
    "restringify-github"
    "restringify-libromi"
    "restringify-shopify"
    "restringify-slack"
    "restringify-standard-webhooks"
    "restringify-stripe"
    "retell"
    "sanity"
    "shopify"
    "sinch"
    "slack"
    "standard-webhooks"
    "stripe"
    "svix"
    "teams-outgoing"
    "twitch"
    "vercel"
    "workos"
    "x-twitter"
    "zendesk"
    "zendesk-body-first"
    "zoom"
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    _comment: String,
    scheme: String,
    #[serde(rename = "notes")]
    _notes: serde_json::Value,
    vectors: Vec<Facts>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Facts {
    id: String,
    comment: String,
    #[serde(rename = "source")]
    _source: Option<String>,
    #[serde(rename = "flags")]
    _flags: Vec<String>,
    secrets: Vec<SecretFacts>,
    headers: Vec<(String, String)>,
    body_hex: Option<String>,
    body_repeat: Option<Repeat>,
    now: u64,
    tolerance_seconds: Option<serde_json::Value>,
    result: String,
    reason: Option<String>,
    delivery: Option<DeliveryFacts>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum SecretFacts {
    Text(String),
    Key { hex: String },
}

#[derive(Deserialize)]
struct Repeat {
    hex: String,
    times: usize,
}

/// What a verified delivery says; what is not listed is absent.
#[derive(Debug, Default, Deserialize, PartialEq)]
#[serde(deny_unknown_fields, default)]
pub struct DeliveryFacts {
    #[serde(rename = "type")]
    pub kind: Option<String>,
    pub id: Option<String>,
    pub timestamp_ms: Option<i64>,
    pub secret_index: usize,
    pub idempotency_key: String,
}

/// One vector, ready to be judged.
pub struct Vector {
    /// `agentbot/017 duplicate t=`
    pub name: String,
    pub scheme: Scheme,
    pub keyring: Keyring,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
    pub now_ms: u64,
    /// `verified`, or `rejected` and the code.
    pub verdict: String,
    pub delivery: Option<DeliveryFacts>,
}

impl Vector {
    pub fn header_slices(&self) -> Vec<(&str, &[u8])> {
        self.headers.iter().map(|(name, value)| (name.as_str(), value.as_bytes())).collect()
    }
}

/// Every vector of every file.
pub fn vectors() -> impl Iterator<Item = Vector> {
    FILES.iter().flat_map(|(name, text)| {
        let file: File =
            serde_json::from_str(text).unwrap_or_else(|error| panic!("{name}: {error}"));
        let scheme = scheme(&file.scheme);
        file.vectors.into_iter().map(move |facts| ready(facts, scheme.clone()))
    })
}

fn scheme(text: &str) -> Scheme {
    let built_in = providers::scheme(text);
    built_in.unwrap_or_else(|| text.parse().unwrap_or_else(|error| panic!("{text}: {error}")))
}

fn ready(facts: Facts, mut scheme: Scheme) -> Vector {
    match facts.tolerance_seconds {
        None => {}
        Some(serde_json::Value::Number(seconds)) => {
            let seconds = u32::try_from(seconds.as_u64().unwrap()).unwrap();
            scheme.set_tolerance_seconds(Some(seconds)).unwrap();
        }
        Some(_) => scheme.set_tolerance_seconds(None).unwrap(),
    }
    let secrets: Vec<Secret> =
        facts.secrets.into_iter().map(|secret| ready_secret(secret, &scheme)).collect();
    let body = match (facts.body_hex, facts.body_repeat) {
        (Some(hex), None) => hex::decode(hex).unwrap(),
        (None, Some(Repeat { hex, times })) => hex::decode(hex).unwrap().repeat(times),
        _ => panic!("{}: one body, in one form", facts.id),
    };
    Vector {
        name: format!("{} {}", facts.id, facts.comment),
        keyring: Keyring::new(&scheme, &secrets).unwrap(),
        scheme,
        headers: facts.headers,
        body,
        now_ms: facts.now,
        verdict: [Some(facts.result), facts.reason]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" "),
        delivery: facts.delivery,
    }
}

fn ready_secret(secret: SecretFacts, scheme: &Scheme) -> Secret {
    match secret {
        SecretFacts::Text(text) => Secret::parse(&text, scheme).unwrap(),
        SecretFacts::Key { hex } => Secret::from_bytes(&hex::decode(hex).unwrap()).unwrap(),
    }
}
