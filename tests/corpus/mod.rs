//! The corpus of `tests/vectors`, compiled in, so that the same suites run where there are no files.

#[macro_use]
mod files;
mod scheme;

use countersign::scheme::Tolerance;
use countersign::{Endpoint, Scheme, Secret};
use serde::Deserialize;
use serde_json::Value;

use scheme::Named;

macro_rules! with_their_texts {
    ($($test:ident = $name:literal,)*) => {
        /// Every file, by its name, with its text.
        pub const FILES: &[(&str, &str)] =
            &[$(($name, include_str!(concat!("../vectors/", $name, ".json")))),*];
    };
}
for_each_file!(with_their_texts);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    _comment: String,
    scheme: Named,
    #[serde(rename = "notes")]
    _notes: Value,
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
    tolerance_seconds: Option<Value>,
    max_event_age_seconds: Option<u32>,
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
    pub endpoint: Endpoint,
    /// The text of each secret, or its key in hex.
    pub secrets: Vec<String>,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
    pub now_ms: u64,
    /// `verified`, or `rejected` and the code.
    pub verdict: String,
    pub delivery: Option<DeliveryFacts>,
}

/// The vectors of one file.
pub fn vectors_of(name: &str, text: &str) -> impl Iterator<Item = Vector> {
    let file: File = serde_json::from_str(text).unwrap_or_else(|error| panic!("{name}: {error}"));
    let Named(scheme) = file.scheme;
    file.vectors.into_iter().map(move |facts| ready(facts, &scheme))
}

fn ready(facts: Facts, scheme: &Scheme) -> Vector {
    let endpoint = endpoint(&facts, scheme);
    let body = match (facts.body_hex, facts.body_repeat) {
        (Some(hex), None) => hex::decode(hex).unwrap(),
        (None, Some(Repeat { hex, times })) => hex::decode(hex).unwrap().repeat(times),
        _ => panic!("{}: one body, in one form", facts.id),
    };
    let secrets = facts.secrets.into_iter().map(|secret| match secret {
        SecretFacts::Text(text) | SecretFacts::Key { hex: text } => text,
    });
    Vector {
        name: format!("{} {}", facts.id, facts.comment),
        endpoint,
        secrets: secrets.collect(),
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

/// The receiver of a vector, with the limits that it chose.
fn endpoint(facts: &Facts, scheme: &Scheme) -> Endpoint {
    let keys: Vec<Option<Vec<u8>>> = facts.secrets.iter().map(SecretFacts::key).collect();
    let secrets = facts.secrets.iter().zip(&keys).map(|(secret, key)| match (secret, key) {
        (_, Some(key)) => Secret::Key(key),
        (SecretFacts::Text(text) | SecretFacts::Key { hex: text }, None) => Secret::Text(text),
    });
    let mut endpoint = Endpoint::new(scheme.clone(), secrets).expect(&facts.id);
    if let Some(seconds) = &facts.tolerance_seconds {
        endpoint = endpoint.with_tolerance(tolerance(seconds)).expect(&facts.id);
    }
    if let Some(seconds) = facts.max_event_age_seconds {
        endpoint = endpoint.with_max_event_age(seconds).expect(&facts.id);
    }
    endpoint
}

impl SecretFacts {
    fn key(&self) -> Option<Vec<u8>> {
        match self {
            Self::Text(_) => None,
            Self::Key { hex } => Some(hex::decode(hex).unwrap()),
        }
    }
}

/// One limit for both directions, or one for each.
fn tolerance(seconds: &Value) -> Tolerance {
    let (past, future) = match seconds {
        Value::Object(_) => (&seconds["past"], &seconds["future"]),
        both => (both, both),
    };
    Tolerance { past_seconds: limit(past), future_seconds: limit(future) }
}

/// A number of seconds, or `"off"` for any.
fn limit(seconds: &Value) -> Option<u32> {
    if let Some(seconds) = seconds.as_u64() {
        return Some(seconds.try_into().unwrap());
    }
    assert_eq!(seconds, "off");
    None
}
