//! Tables of the core → JSON on standard output, for the generated part of the npm package and the docs.

use std::collections::BTreeMap;

use countersign::explain::{FindingCode, Framework, fix};
use countersign::scheme::{
    Field, HEADER_BYTES_MAX, Role, SIGNATURES_MAX, Scheme, SchemeError, Unit,
};
use countersign::{Code, Encoding, Mac, SECRET_BYTES_MAX, SECRETS_MAX, providers};
use serde_json::{Value, json};

fn main() {
    let catalogue = json!({
        "codes": Code::ALL.iter().copied().map(code).collect::<Vec<_>>(),
        "schemeProblems": SchemeError::ALL.iter().copied().map(problem).collect::<Vec<_>>(),
        "limits": {
            "headerBytes": HEADER_BYTES_MAX,
            "signatures": SIGNATURES_MAX,
            "secrets": SECRETS_MAX,
            "secretBytes": SECRET_BYTES_MAX,
        },
        "frameworks": Framework::NAMES.iter().map(|(name, _)| *name).collect::<Vec<_>>(),
        "findings": FindingCode::ALL.iter().copied().map(finding).collect::<Vec<_>>(),
        "providers": providers::ALL.iter().map(provider).collect::<Vec<_>>(),
    });
    println!("{catalogue:#}");
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

fn problem(error: SchemeError) -> Value {
    json!({ "number": error.number(), "field": error.field(), "problem": error.problem() })
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

fn provider(provider: &providers::Provider) -> Value {
    let scheme: Scheme =
        provider.scheme.parse().expect("a built-in scheme parses; a test holds that");
    let events = provider
        .events
        .iter()
        .map(|event| json!({ "type": event.name, "when": event.when, "payload": event.payload }));
    json!({
        "name": scheme.name(),
        "title": provider.title,
        "docs": provider.docs,
        "scheme": scheme.to_string(),
        "headers": headers(&scheme),
        "mac": name_of(Mac::NAMES, scheme.mac()),
        "encoding": name_of(Encoding::NAMES, scheme.encoding()),
        "format": line(&scheme, "format").unwrap_or_else(|| "value".to_owned()),
        "key": line(&scheme, "key").unwrap_or_else(|| "utf8".to_owned()),
        "content": line(&scheme, "content").unwrap_or_else(|| "{body}".to_owned()),
        "timestamp": line(&scheme, "timestamp"),
        "toleranceSeconds": scheme.tolerance().past_seconds,
        "toleranceFrom": provider.tolerance_from,
        "hints": scheme.hints().collect::<Vec<_>>(),
        "typeFrom": scheme.event_type().map(place),
        "idFrom": scheme.event_id().map(place),
        "eventTime": provider.event_time.map(|time| {
            json!({ "key": time.key, "unit": name_of(Unit::NAMES, time.unit) })
        }),
        "timeoutSeconds": provider.timeout_seconds,
        "retries": provider.retries.map(|retries| {
            json!({ "attempts": retries.attempts, "afterSeconds": retries.after_seconds })
        }),
        "retriesSay": provider.retries_say,
        "envelope": provider.envelope,
        "events": events.collect::<Vec<_>>(),
        "notes": provider.notes,
    })
}

fn headers(scheme: &Scheme) -> Value {
    let names = |wanted: Role| {
        let headers = scheme.headers().filter(|(_, role)| *role == wanted);
        headers.map(|(name, _)| name.to_owned()).collect::<Vec<_>>()
    };
    json!({
        "signature": names(Role::Signature),
        "timestamp": names(Role::Timestamp).first(),
        "content": names(Role::Content),
    })
}

/// One line of the text form, where fixed text and placeholders read well as they stand.
fn line(scheme: &Scheme, field: &str) -> Option<String> {
    let text = scheme.to_string();
    let mut fields = text.lines().filter_map(|line| line.split_once(": "));
    fields.find(|(name, _)| *name == field).map(|(_, value)| value.to_owned())
}

fn place(field: Field) -> String {
    match field {
        Field::Body(key) => format!("body {key}"),
        Field::Header(name) => format!("header {name}"),
    }
}

fn name_of<T: PartialEq + Copy>(names: &[(&'static str, T)], wanted: T) -> &'static str {
    names.iter().find(|(_, value)| *value == wanted).map_or("", |(name, _)| name)
}
