//! Vectors: the corpus of `tests/vectors/explain`, ready to be explained.

use std::fs;
use std::path::Path;

use countersign::explain::{Case, Explanation, Other, OtherKind, explain};
use countersign::{Delivery, Scheme, Secret};
use serde::Deserialize;

use crate::scheme::Named;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    _comment: String,
    scheme: Named,
    vectors: Vec<Vector>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vector {
    pub id: String,
    pub comment: String,
    scheme: Option<Named>,
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
        let secrets: Vec<Secret> = self.secrets.iter().map(|text| Secret::Text(text)).collect();
        let others: Vec<Other> = self.others.iter().map(OtherFacts::ready).collect();
        let delivery = Delivery::new(&self.headers, &body);
        explain(&Case { others: &others, ..Case::new(scheme, &secrets, delivery, self.now) })
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
        let Named(sender) = file.scheme;
        file.vectors.into_iter().map(move |mut vector| {
            let scheme = vector.scheme.take().map_or(sender.clone(), |Named(scheme)| scheme);
            (vector, scheme, sender.clone())
        })
    };
    files.flat_map(ready).collect()
}
