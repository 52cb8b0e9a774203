//! The corpus against the core: one test for each file of `tests/vectors`.

use countersign::scheme::TimestampSource;
use countersign::{Delivery, Proof, Rejection, Signing};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::corpus::{DeliveryFacts, FILES, Vector, vectors_of};

/// What holds for every vector; each says what it got where that is not so.
const CLAIMS: &[fn(&Vector) -> Option<String>] = &[
    gets_its_verdict,
    gets_the_same_verdict_wherever_its_body_is_cut,
    says_what_is_written_in_the_vector,
    verifies_when_its_body_is_signed_again,
    gets_the_same_verdict_with_names_in_another_case_and_order,
    gets_the_same_verdict_with_a_request_line_that_is_not_signed,
    is_refused_with_a_whole_sentence_that_quotes_nothing_secret,
];

macro_rules! one_test_each {
    ($($test:ident = $name:literal,)*) => {$(
        #[wasm_bindgen_test(unsupported = test)]
        fn $test() {
            judge($name);
        }
    )*};
}
for_each_file!(one_test_each);

/// Fails with every disagreement at once, each in a line that names its vector.
#[track_caller]
fn judge(file: &str) {
    let (name, text) = FILES.iter().find(|(name, _)| *name == file).unwrap();
    let vectors: Vec<Vector> = vectors_of(name, text).collect();
    assert!(!vectors.is_empty(), "{name} has no vectors");
    let disagreements = vectors.iter().flat_map(|vector| {
        let got = CLAIMS.iter().filter_map(move |claim| claim(vector));
        got.map(move |got| format!("{}: expected {}, got {got}", vector.name, vector.verdict))
    });
    let disagreements: Vec<String> = disagreements.collect();
    assert!(disagreements.is_empty(), "{}", disagreements.join("\n"));
}

fn verdict(verdict: Result<Proof, Rejection>) -> String {
    match verdict {
        Ok(_) => "verified".into(),
        Err(rejection) => format!("rejected {}", rejection.code().name()),
    }
}

fn verified(vector: &Vector, delivery: &Delivery) -> Result<Proof, Rejection> {
    vector.endpoint.verify(delivery, vector.now_ms).map(|verified| verified.proof())
}

fn gets_its_verdict(vector: &Vector) -> Option<String> {
    let got = verdict(verified(vector, &Delivery::new(&vector.headers, &vector.body)));
    (got != vector.verdict).then_some(got)
}

fn gets_the_same_verdict_wherever_its_body_is_cut(vector: &Vector) -> Option<String> {
    [1, 63, 64, 65, 4096].into_iter().find_map(|size| {
        // A byte at a time takes long over a large body and shows nothing new there.
        if vector.body.len() / size > 10_000 {
            return None;
        }
        let whole = verified(vector, &Delivery::new(&vector.headers, &vector.body));
        let streamed = vector.endpoint.begin(&Delivery::new(&vector.headers, b""));
        let streamed = streamed.and_then(|mut verification| {
            vector.body.chunks(size).for_each(|chunk| verification.update(chunk));
            verification.finish(vector.now_ms)
        });
        // All that is proven, and all that is said of a refusal.
        let is_same = streamed == whole && verdict(streamed) == vector.verdict;
        (!is_same).then(|| format!("{streamed:?} in chunks of {size}"))
    })
}

fn says_what_is_written_in_the_vector(vector: &Vector) -> Option<String> {
    let wanted = vector.delivery.as_ref()?;
    let delivery = Delivery::new(&vector.headers, &vector.body);
    let verified = vector.endpoint.verify(&delivery, vector.now_ms).ok()?;
    let event = verified.event();
    let got = DeliveryFacts {
        kind: event.kind,
        id: event.id,
        timestamp_ms: verified.timestamp_ms(),
        secret_index: verified.secret_index(),
        idempotency_key: event.idempotency_key,
    };
    (got != *wanted).then(|| format!("{got:?} instead of {wanted:?}"))
}

fn verifies_when_its_body_is_signed_again(vector: &Vector) -> Option<String> {
    let Vector { endpoint, body, now_ms, .. } = vector;
    // A time in the body is up to whoever writes the body.
    let source = endpoint.scheme().timestamp().map(|rule| &rule.source);
    let is_told = matches!(source, Some(TimestampSource::Body(_)));
    if is_told || endpoint.max_event_age_seconds().is_some() {
        return None;
    }
    let headers = endpoint.sign(body, &Signing::at(*now_ms).with_id("msg_1"));
    let headers = headers.expect(&vector.name);
    let got = verdict(verified(vector, &Delivery::new(&headers, body)));
    (got != "verified").then(|| format!("{got} for what was signed"))
}

fn gets_the_same_verdict_with_names_in_another_case_and_order(vector: &Vector) -> Option<String> {
    let named = |(name, value): &(String, String)| (name.to_ascii_uppercase(), value.clone());
    let mut headers: Vec<(String, String)> = vector.headers.iter().map(named).collect();
    // A stable sort: what arrived twice under one name keeps its order.
    headers.sort_by(|(name, _), (other, _)| other.cmp(name));
    headers.insert(0, ("content-type".into(), "application/json".into()));
    let got = verdict(verified(vector, &Delivery::new(&headers, &vector.body)));
    (got != vector.verdict).then(|| format!("{got} with names in another case and order"))
}

fn gets_the_same_verdict_with_a_request_line_that_is_not_signed(vector: &Vector) -> Option<String> {
    let delivery = Delivery::new(&vector.headers, &vector.body);
    let got = verdict(verified(vector, &delivery.with_request("PUT", "/hooks?token=a")));
    (got != vector.verdict).then(|| format!("{got} with a request line"))
}

fn is_refused_with_a_whole_sentence_that_quotes_nothing_secret(vector: &Vector) -> Option<String> {
    let delivery = Delivery::new(&vector.headers, &vector.body);
    let rejection = vector.endpoint.verify(&delivery, vector.now_ms).err()?;
    let sentence = vector.endpoint.sentence(rejection);
    let body = String::from_utf8_lossy(&vector.body);
    let values = vector.headers.iter().map(|(_, value)| value.as_str());
    let mut hidden = vector.secrets.iter().map(String::as_str).chain(values).chain([&*body]);
    let is_whole = sentence.ends_with(['.', ')']) && !sentence.contains(['{', '}']);
    let is_discreet = hidden.all(|text| text.len() < 12 || !sentence.contains(text));
    (!is_whole || !is_discreet).then(|| format!("the sentence {sentence:?}"))
}

#[cfg(not(target_family = "wasm"))]
#[test]
fn every_file_of_the_corpus_is_compiled_in() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/vectors");
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
    let mut found: Vec<String> = entries
        .filter_map(|name| name.into_string().unwrap().strip_suffix(".json").map(String::from))
        .filter(|name| name != "schema")
        .collect();
    found.sort();
    let listed: Vec<&str> = FILES.iter().map(|(name, _)| *name).collect();
    assert_eq!(found, listed);
}
