//! Recipes drawn from all over the scheme model.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::like;
use crate::recipe::{Clock, Grammar, Piece, Recipe, Spot};

/// Where one event field stands, before it is known which headers are signed.
type SpotChoice = Option<(bool, String, Index)>;

/// Names of headers, of which no two differ in letter case only; more than a scheme reads.
const HEADERS: [&str; 20] = [
    "X-Signature",
    "x-signature-2",
    "SIGNATURE",
    "Content-Type",
    "Date",
    "webhook-id",
    "webhook_id",
    "a",
    "B",
    "0",
    "-",
    "!#$%&'*+-.^_`|~",
    "__proto__",
    "constructor",
    "X-A-Very-Long-Name-That-Nobody-Would-Give-A-Header-Except-To-See-What-Happens-To-It-On-Its-Way",
    "X-1",
    "X-10",
    "X-2",
    "x.3",
    "X~4",
];

/// Recipes all over the model.
pub fn recipes() -> impl Strategy<Value = Recipe> {
    let words = (
        like("[a-z0-9-]{1,64}"),
        select(vec!["sha1", "sha256", "sha384", "sha512"]),
        option::of((select(vec!["utf8", "base64", "hex"]), vec(like("[!-~]{1,8}"), 0..3))),
        option::of(select(vec!["hex", "hex-any-case", "base64", "base64url"])),
        option::of((option::of(any::<u32>()), option::of(any::<u32>()))),
    );
    let headers = (Just(HEADERS).prop_shuffle(), 1..=4_usize, any::<bool>());
    let signed = (vec(pieces(), 0..=8), any::<Index>(), any::<Index>());
    let spot = || option::of((any::<bool>(), key(), any::<Index>()));
    let facts = (vec(fixed(), 0..=6), spot(), spot(), 0..=4_usize);
    (words, headers, grammars(), clocks(), signed, facts).prop_map(
        |(words, (names, signatures, each), grammar, (clock, unit), signed, facts)| {
            let (name, mac, key, encoding, tolerance) = words;
            let mut names = names.into_iter().map(String::from);
            let signature_headers = names.by_ref().take(signatures).collect();
            let time = match clock {
                _ if grammar.has_time() => Some((Clock::Field, unit)),
                Clock::Header(_) => Some((Clock::Header(names.next().unwrap()), unit)),
                Clock::Body(key) => Some((Clock::Body(key), unit)),
                // This grammar has no field for it: no time is signed.
                Clock::Field => None,
            };
            let (mut content, body, timestamp) = signed;
            bounded(&mut content);
            content.insert(body.index(content.len() + 1), Piece::Body);
            if matches!(time, Some((Clock::Field | Clock::Header(_), _))) {
                content.insert(timestamp.index(content.len() + 1), Piece::Timestamp);
            }
            for piece in &mut content {
                if let Piece::Header(name) = piece {
                    *name = names.next().unwrap();
                }
            }
            let (required, event_type, event_id, hints) = facts;
            Recipe {
                name,
                mac,
                key,
                signature_headers,
                each: each && !matches!(grammar, Grammar::Positional),
                encoding,
                tolerance: tolerance.filter(|_| time.is_some()),
                event_type: placed(event_type, &content),
                event_id: placed(event_id, &content),
                required: required
                    .into_iter()
                    .map(|value| (names.next().unwrap(), value))
                    .collect(),
                hints: names.take(hints).collect(),
                grammar,
                content,
                time,
            }
        },
    )
}

/// Keeps the content within its 16 pieces, two of which are the body and the timestamp, and within the
/// headers that are left.
fn bounded(content: &mut Vec<Piece>) {
    let mut budget = 14_usize;
    let mut headers = 5_usize;
    content.retain(|piece| {
        let cost = match piece {
            Piece::Literal(text) => text.len(),
            _ => 1,
        };
        let fits = cost <= budget && (headers > 0 || !matches!(piece, Piece::Header(_)));
        if fits {
            budget -= cost;
            headers -= usize::from(matches!(piece, Piece::Header(_)));
        }
        fits
    });
}

fn pieces() -> impl Strategy<Value = Piece> {
    prop_oneof![
        like("[ -~\n]{1,3}").prop_map(Piece::Literal),
        like("[.:|{}\\\\]").prop_map(Piece::Literal),
        Just(Piece::Header(String::new())),
    ]
}

/// Visible text without the comma that joins two headers.
fn fixed() -> impl Strategy<Value = String> {
    prop_oneof![12 => like("[!-+\\--~]{1,10}"), 1 => like("[!-+\\--~]{128}")]
}

fn label() -> impl Strategy<Value = String> {
    prop_oneof![6 => like("[a-z]"), 6 => like("[A-Za-z0-9_-]{1,8}"), 1 => like("[a-z]{128}")]
}

/// A key of the body.
fn key() -> impl Strategy<Value = String> {
    prop_oneof![12 => like("[!-~]{1,12}"), 1 => like("[!-~]{128}")]
}

fn grammars() -> impl Strategy<Value = Grammar> {
    // A prefix that ends in `\s` would read as one that ends in a blank.
    let prefix = option::of(fixed()).prop_map(Option::unwrap_or_default);
    let prefix = prefix.prop_filter("an escape", |prefix| !prefix.ends_with("\\s"));
    let pairs = (any::<bool>(), label(), option::of(label()), any::<bool>());
    prop_oneof![
        2 => (prefix, any::<bool>()).prop_map(|(prefix, blank)| Grammar::Value { prefix, blank }),
        3 => pairs.prop_map(|(comma, signature, timestamp, spaces)| {
            // `spaces` is a word of the grammar itself, and the two keys are told apart by name.
            let timestamp = timestamp.filter(|key| *key != signature && key != "spaces");
            let spaces = spaces && (!comma || timestamp.is_some());
            let separator = if comma { ',' } else { ';' };
            Grammar::Pairs { separator, signature, timestamp, spaces }
        }),
        1 => label().prop_map(|tag| Grammar::Tokens { tag }),
        1 => Just(Grammar::Positional),
    ]
}

/// Where the time stands, and what it counts. Names of headers are given out later.
fn clocks() -> impl Strategy<Value = (Clock, &'static str)> {
    let clock = prop_oneof![
        Just(Clock::Header(String::new())),
        key().prop_map(Clock::Body),
        Just(Clock::Field),
    ];
    (clock, select(vec!["s", "ms", "rfc3339"]))
}

fn placed(choice: SpotChoice, content: &[Piece]) -> Option<Spot> {
    let (in_header, key, index) = choice?;
    let headers: Vec<&String> = content
        .iter()
        .filter_map(|piece| match piece {
            Piece::Header(name) => Some(name),
            _ => None,
        })
        .collect();
    if in_header && !headers.is_empty() {
        Some(Spot::Header((*index.get(&headers)).clone()))
    } else {
        Some(Spot::Body(key))
    }
}
