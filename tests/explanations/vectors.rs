//! Vectors: the corpus of `tests/vectors/explain`, ready to be explained.

use std::fs;
use std::path::Path;

use countersign::explain::{Case, Explanation, Held, Other, OtherKind, explain};
use countersign::{Delivery, Scheme, providers};
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
pub struct Vector {
    pub id: String,
    pub comment: String,
    scheme: Option<String>,
    pub secrets: Vec<String>,
    #[serde(default)]
    pub others: Vec<OtherFacts>,
    pub headers: Vec<(String, String)>,
    pub body_hex: String,
    pub now: u64,
    pub reason: String,
    pub finding: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OtherFacts {
    kind: String,
    label: String,
    pub secret: String,
}

impl Vector {
    pub fn body(&self) -> Vec<u8> {
        hex::decode(&self.body_hex).unwrap()
    }

    pub fn explained(&self, scheme: &Scheme) -> Explanation {
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

pub fn scheme_of(text: &str) -> Scheme {
    providers::scheme(text).unwrap_or_else(|| text.parse().expect(text))
}

/// Every vector with the scheme that its receiver verifies by, and that of its sender.
pub fn vectors() -> Vec<(Vector, Scheme, Scheme)> {
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
