//! Tables of the core → JSON on standard output, for the generated part of the npm package and the docs.

use std::collections::BTreeMap;

use countersign::explain::{FindingCode, Framework, fix};
use countersign::scheme::{
    HEADER_BYTES_MAX, HEADERS_MAX, KeyEncoding, SIGNATURES_MAX, SchemeError, Unit,
};
use countersign::{
    Algorithm, Code, Detail, EVENT_FUTURE_SECONDS, Encoding, SECRET_BYTES_MAX, SECRETS_MAX,
};
use serde_json::{Value, json};

fn main() {
    let catalogue = json!({
        "codes": Code::ALL.iter().copied().map(code).collect::<Vec<_>>(),
        "details": Detail::ALL.iter().copied().map(detail).collect::<Vec<_>>(),
        "schemeProblems": SchemeError::ALL.iter().copied().map(problem).collect::<Vec<_>>(),
        "schemeNames": {
            "algorithms": names(Algorithm::NAMES),
            "keyEncodings": names(KeyEncoding::NAMES),
            "encodings": names(Encoding::NAMES),
            "units": names(Unit::NAMES),
        },
        "tagBytes": tag_bytes(),
        "limits": {
            "headers": HEADERS_MAX,
            "headerBytes": HEADER_BYTES_MAX,
            "signatures": SIGNATURES_MAX,
            "secrets": SECRETS_MAX,
            "secretBytes": SECRET_BYTES_MAX,
            "eventFutureSeconds": EVENT_FUTURE_SECONDS,
        },
        "frameworks": Framework::NAMES.iter().map(|(name, _)| *name).collect::<Vec<_>>(),
        "findings": FindingCode::ALL.iter().copied().map(finding).collect::<Vec<_>>(),
    });
    println!("{catalogue:#}");
}

fn names<T>(names: &[(&'static str, T)]) -> Vec<&'static str> {
    names.iter().map(|(name, _)| *name).collect()
}

/// How long the tag of each algorithm is, in bytes.
fn tag_bytes() -> BTreeMap<&'static str, usize> {
    Algorithm::NAMES.iter().map(|(name, algorithm)| (*name, algorithm.tag_len())).collect()
}

fn code(code: Code) -> Value {
    json!({
        "code": code.name(),
        "number": code.number(),
        "family": code.family().name(),
        "status": code.status(),
        "sentence": code.sentence(),
    })
}

fn detail(detail: Detail) -> Value {
    json!({
        "detail": detail.name(),
        "number": detail.number(),
        "code": detail.code().name(),
        "sentence": detail.sentence(),
    })
}

fn problem(error: SchemeError) -> Value {
    json!({
        "number": error.number(),
        "field": error.field(),
        "expected": error.expected(),
        "example": error.example(),
    })
}

fn finding(code: FindingCode) -> Value {
    let any = fix(code, None);
    let own = Framework::NAMES.iter().map(|(name, framework)| (*name, fix(code, Some(*framework))));
    json!({
        "code": code.name(),
        "group": code.group(),
        "sentence": code.sentence(),
        "fix": any,
        "fixes": own.filter(|(_, fix)| *fix != any).collect::<BTreeMap<_, _>>(),
    })
}
