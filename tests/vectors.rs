//! The corpus against the core: natively, and compiled to WebAssembly in Node and in browsers.

mod corpus;

use corpus::{DeliveryFacts, Vector, vectors};
use countersign::{Delivery, Rejection, Verification, Verified, sign, verify};
use wasm_bindgen_test::wasm_bindgen_test;

#[cfg(feature = "browser-tests")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

fn verdict(verdict: Result<Verified, Rejection>) -> String {
    match verdict {
        Ok(_) => "verified".into(),
        Err(rejection) => format!("rejected {}", rejection.code().name()),
    }
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
        let headers = vector.header_slices();
        let delivery = Delivery::new(&headers, &vector.body);
        let got = verdict(verify(&delivery, &vector.scheme, &vector.keyring, vector.now_ms));
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
            let headers = vector.header_slices();
            let streamed = Verification::begin(&headers, &vector.scheme, &vector.keyring);
            let got = verdict(streamed.and_then(|mut verification| {
                vector.body.chunks(size).for_each(|chunk| verification.update(chunk));
                verification.finish(vector.now_ms)
            }));
            (got != vector.verdict).then_some(format!("{got} in chunks of {size}"))
        });
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn every_verified_delivery_says_what_its_vector_says() {
    agree(|vector| {
        let wanted = vector.delivery.as_ref()?;
        let headers = vector.header_slices();
        let delivery = Delivery::new(&headers, &vector.body);
        let verified = verify(&delivery, &vector.scheme, &vector.keyring, vector.now_ms).ok()?;
        let event = verified.event(&delivery, &vector.scheme);
        let got = DeliveryFacts {
            kind: event.kind,
            id: event.id,
            timestamp_ms: verified.timestamp_ms,
            secret_index: verified.secret_index,
            idempotency_key: event.idempotency_key,
        };
        (got != *wanted).then(|| format!("{got:?} instead of {wanted:?}"))
    });
}

#[wasm_bindgen_test(unsupported = test)]
fn what_is_signed_verifies_for_every_scheme() {
    agree(|vector| {
        let Vector { scheme, keyring, body, .. } = vector;
        // A scheme whose time stands in the body is signed by whoever writes the body.
        if matches!(scheme.timestamp(), Some((countersign::scheme::TimestampSource::Body(_), _))) {
            return None;
        }
        let headers = sign(body, scheme, keyring, vector.now_ms, "msg_1").expect(&vector.name);
        let headers: Vec<_> =
            headers.iter().map(|(name, value)| (name.as_str(), value.as_bytes())).collect();
        let got = verdict(verify(&Delivery::new(&headers, body), scheme, keyring, vector.now_ms));
        (got != "verified").then(|| format!("{got} for what was signed"))
    });
}

#[wasm_bindgen_test(unsupported = test)]
fn names_in_another_case_and_order_change_no_verdict() {
    agree(|vector| {
        let named: Vec<(String, &[u8])> = vector
            .headers
            .iter()
            .map(|(name, value)| (name.to_ascii_uppercase(), value.as_bytes()))
            .collect();
        let mut headers: Vec<(&str, &[u8])> =
            named.iter().map(|(name, value)| (name.as_str(), *value)).collect();
        // A stable sort: what came twice under one name keeps its order.
        headers.sort_by_key(|(name, _)| core::cmp::Reverse(*name));
        headers.insert(0, ("content-type", b"application/json"));
        let delivery = Delivery::new(&headers, &vector.body);
        let got = verdict(verify(&delivery, &vector.scheme, &vector.keyring, vector.now_ms));
        (got != vector.verdict).then_some(got)
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
