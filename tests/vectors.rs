//! The corpus against the core: natively, and compiled to WebAssembly in Node and in browsers.

mod corpus;

use corpus::{DeliveryFacts, Vector, vectors};
use countersign::scheme::TimestampSource;
use countersign::{Delivery, Proof, Rejection, Signing};
use wasm_bindgen_test::wasm_bindgen_test;

#[cfg(feature = "browser-tests")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

fn verdict(verdict: Result<Proof, Rejection>) -> String {
    match verdict {
        Ok(_) => "verified".into(),
        Err(rejection) => format!("rejected {}", rejection.code().name()),
    }
}

fn verified(vector: &Vector, delivery: &Delivery) -> Result<Proof, Rejection> {
    vector.endpoint.verify(delivery, vector.now_ms).map(|verified| verified.proof())
}

/// Fails with every disagreement at once, each in a line that names its vector.
#[track_caller]
fn agree(judge: impl Fn(&Vector) -> Option<String>) {
    let mut count = 0;
    let disagreements: Vec<String> = vectors()
        .inspect(|_| count += 1)
        .filter_map(|vector| judge(&vector).map(|got| (vector, got)))
        .map(|(vector, got)| format!("{}: expected {}, got {got}", vector.name, vector.verdict))
        .collect();
    assert!(count > 2000, "only {count} vectors were found");
    assert!(disagreements.is_empty(), "{}", disagreements.join("\n"));
}

#[wasm_bindgen_test(unsupported = test)]
fn every_vector_gets_its_verdict() {
    agree(|vector| {
        let got = verdict(verified(vector, &Delivery::new(&vector.headers, &vector.body)));
        (got != vector.verdict).then_some(got)
    });
}

#[wasm_bindgen_test(unsupported = test)]
fn where_the_body_is_cut_changes_no_verdict() {
    for size in [1, 63, 64, 65, 4096] {
        agree(|vector| {
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
        });
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn every_verified_delivery_says_what_its_vector_says() {
    agree(|vector| {
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
    });
}

#[wasm_bindgen_test(unsupported = test)]
fn what_is_signed_verifies_for_every_scheme() {
    agree(|vector| {
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
    });
}

#[wasm_bindgen_test(unsupported = test)]
fn names_in_another_case_and_order_change_no_verdict() {
    agree(|vector| {
        let named = |(name, value): &(String, String)| (name.to_ascii_uppercase(), value.clone());
        let mut headers: Vec<(String, String)> = vector.headers.iter().map(named).collect();
        // A stable sort: what arrived twice under one name keeps its order.
        headers.sort_by(|(name, _), (other, _)| other.cmp(name));
        headers.insert(0, ("content-type".into(), "application/json".into()));
        let got = verdict(verified(vector, &Delivery::new(&headers, &vector.body)));
        (got != vector.verdict).then_some(got)
    });
}

#[wasm_bindgen_test(unsupported = test)]
fn a_request_line_changes_no_verdict_where_it_is_not_signed() {
    agree(|vector| {
        let delivery = Delivery::new(&vector.headers, &vector.body);
        let got = verdict(verified(vector, &delivery.with_request("PUT", "/hooks?token=a")));
        (got != vector.verdict).then_some(got)
    });
}

#[wasm_bindgen_test(unsupported = test)]
fn every_refusal_has_a_whole_sentence_that_quotes_nothing_secret() {
    agree(|vector| {
        let delivery = Delivery::new(&vector.headers, &vector.body);
        let rejection = vector.endpoint.verify(&delivery, vector.now_ms).err()?;
        let sentence = vector.endpoint.sentence(rejection);
        let body = String::from_utf8_lossy(&vector.body);
        let values = vector.headers.iter().map(|(_, value)| value.as_str());
        let mut hidden = vector.secrets.iter().map(String::as_str).chain(values).chain([&*body]);
        let is_whole = sentence.ends_with(['.', ')']) && !sentence.contains(['{', '}']);
        let is_discreet = hidden.all(|text| text.len() < 12 || !sentence.contains(text));
        (!is_whole || !is_discreet).then_some(sentence)
    });
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
    let listed: Vec<&str> = corpus::FILES.iter().map(|(name, _)| *name).collect();
    assert_eq!(found, listed);
}
