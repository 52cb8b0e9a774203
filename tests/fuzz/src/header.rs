//! Header: arbitrary header bytes in every format, whole and in chunks, against the oracle.
//!
//! ```text
//! scheme: 1 byte   a place in schemes.json; counted on, the same schemes with a limit to the event's age
//! cut:    1 byte   the body's chunks have one byte more than this
//! now FF time FF headers FF body
//! ```
//! Headers are separated by FE and begin with a byte that picks one of those the scheme reads. In a value
//! 01 and 02 stand for the true signatures of the two keys, 03 for one that is a bit off, and 04 for
//! the time: what is signed changes with every byte, so no mutation could keep them true.

mod attempt;

use std::sync::LazyLock;

use countersign::{Delivery, Endpoint, Rejection, Scheme, Secret, Verified, providers};
use serde::Deserialize;

use crate::{fields, number};
use attempt::{Attempt, KEYS, MAX_EVENT_AGE_SECONDS};

/// The schemes of schemes.json.
pub static SCHEMES: LazyLock<Vec<Scheme>> = LazyLock::new(|| {
    let names: Vec<String> = serde_json::from_str(include_str!("../schemes.json")).unwrap();
    names.iter().map(|name| scheme(name)).collect()
});

/// The scheme of a file of vectors: a built-in one, or the object that stands there.
fn scheme(name: &str) -> Scheme {
    if let Some(scheme) = providers::scheme(name) {
        return scheme;
    }
    let path = format!("{}/../vectors/{name}.json", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let file: File =
        serde_json::from_slice(&text).unwrap_or_else(|error| panic!("{path}: {error}"));
    file.scheme
}

/// A file of vectors, of which only the scheme counts here.
#[derive(Deserialize)]
struct File {
    scheme: Scheme,
}

pub fn header(data: &[u8]) {
    let Some(([which, cut], rest)) = data.split_first_chunk::<2>() else { return };
    let endpoint = endpoint(usize::from(*which));
    let [now, time, headers, body] = fields(rest);
    let now_ms = number(now);
    let attempt = Attempt::read(&endpoint, now_ms, time, headers, body);

    let names = endpoint.scheme().headers().iter().map(|row| row.name.as_str());
    let headers: Vec<(&str, &[u8])> = names
        .zip(&attempt.values)
        .flat_map(|(name, values)| values.iter().map(move |value| (name, value.as_slice())))
        .collect();
    let delivery = Delivery::new(&headers, body);
    let whole = endpoint.verify(&delivery, now_ms);
    let proof = whole.as_ref().map(Verified::proof).map_err(|rejection| *rejection);
    let begun = endpoint.begin(&Delivery::new(&headers, b""));
    let chunked = begun.and_then(|mut verification| {
        body.chunks(usize::from(*cut) + 1).for_each(|chunk| verification.update(chunk));
        verification.finish(now_ms)
    });
    assert_eq!(proof, chunked, "the chunks change the verdict");
    match proof {
        Ok(proof) => {
            assert!(attempt.is_proven(proof), "verified, and no true signature arrived");
            assert!(attempt.is_fresh(proof), "verified, and not fresh");
            assert!(attempt.is_told(proof), "verified, and the body tells another time");
        }
        Err(rejection) => is_explained(rejection, &attempt),
    }
}

fn endpoint(which: usize) -> Endpoint {
    let scheme = &SCHEMES[which % SCHEMES.len()];
    let is_limited = which / SCHEMES.len() % 2 == 1 && scheme.event_time().is_some();
    let endpoint = Endpoint::new(scheme.clone(), KEYS.map(Secret::Key)).unwrap();
    if is_limited { endpoint.with_max_event_age(MAX_EVENT_AGE_SECONDS).unwrap() } else { endpoint }
}

/// A refusal is about what arrived, and its sentence has every parameter filled in.
fn is_explained(rejection: Rejection, attempt: &Attempt) {
    assert_eq!(rejection.code(), rejection.detail().code());
    assert!(attempt.is_about_a_header(rejection), "{rejection:?}");
    assert!(attempt.is_about_a_time(rejection), "{rejection:?}");
    let sentence = attempt.endpoint.sentence(rejection);
    let is_filled = !sentence.contains(['{', '}']) && !sentence.contains("  ");
    assert!(is_filled && sentence.ends_with('.'), "{sentence}");
}
