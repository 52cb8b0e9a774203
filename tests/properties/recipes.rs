//! Recipes drawn from all over the scheme model.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::like;
use crate::recipe::{Bit, Clock, Grammar, Recipe, Spot};

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
        select(vec!["hmac-sha1", "hmac-sha256", "hmac-sha384", "hmac-sha512"]),
        (
            select(vec!["utf8", "base64", "hex"]),
            vec(like("[!-~]{1,8}"), 0..3),
            vec(like("[!-~]{1,8}"), 0..3),
        ),
        select(vec!["hex", "hex-any-case", "base64", "base64url"]),
        tolerances(),
    );
    let headers = (Just(HEADERS).prop_shuffle(), 1..=4_usize, any::<bool>());
    let signed = (vec(bits(), 0..=8), any::<Index>(), any::<Index>());
    let spot = || option::of((any::<bool>(), path(), any::<Index>()));
    let facts = (vec(fixed(), 0..=6), spot(), spot(), option::of(path()), 0..=4_usize);
    (words, headers, grammars(), clocks(), signed, facts).prop_map(
        |(words, (names, signatures, each), grammar, (clock, unit), signed, facts)| {
            let (name, algorithm, key, encoding, tolerance) = words;
            let mut names = names.into_iter().map(String::from);
            let signature_headers = names.by_ref().take(signatures).collect();
            let time = match clock {
                _ if grammar.has_time() => Some((Clock::Field, unit)),
                Clock::Header(_) => Some((Clock::Header(names.next().unwrap()), unit)),
                Clock::Body(path) => Some((Clock::Body(path), unit)),
                // This grammar has no field for it: no time is signed.
                Clock::Field => None,
            };
            let (content, body, timestamp) = signed;
            let mut content = bounded(content);
            content.insert(body.index(content.len() + 1), Bit::Body);
            if matches!(time, Some((Clock::Field | Clock::Header(_), _))) {
                content.insert(timestamp.index(content.len() + 1), Bit::Timestamp);
            }
            for bit in &mut content {
                if let Bit::Header(name) = bit {
                    *name = names.next().unwrap();
                }
            }
            let content = written(content);
            let (required, event_type, event_id, event_time, hints) = facts;
            Recipe {
                name,
                algorithm,
                key,
                signature_headers,
                each: each && !matches!(grammar, Grammar::Positional),
                encoding,
                tolerance: if time.is_some() { tolerance } else { (None, None) },
                event_type: placed(event_type, &content),
                event_id: placed(event_id, &content),
                event_time: event_time.filter(|_| time.is_none()).map(|path| (path, unit)),
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

/// Into the past and into the future, now and then the same.
fn tolerances() -> impl Strategy<Value = (Option<u32>, Option<u32>)> {
    let limit = || option::of(prop_oneof![0..=600_u32, any::<u32>()]);
    prop_oneof![limit().prop_map(|both| (both, both)), (limit(), limit())]
}

/// Keeps the content within its 16 pieces, two of which are the body and the timestamp, and within the
/// headers that are left.
fn bounded(content: Vec<Bit>) -> Vec<Bit> {
    let mut headers = 0;
    let fits = |bit: &Bit| {
        headers += usize::from(matches!(bit, Bit::Header(_)));
        !matches!(bit, Bit::Header(_)) || headers <= 5
    };
    content.into_iter().filter(fits).take(14).collect()
}

/// Joins texts that follow each other, parts a header from what is no text, and takes away the meaning
/// that a dollar has before a placeholder.
fn written(content: Vec<Bit>) -> Vec<Bit> {
    let mut written: Vec<Bit> = Vec::new();
    for bit in content {
        match (written.last_mut(), bit) {
            (Some(Bit::Text(before)), Bit::Text(text)) => before.push_str(&text),
            (Some(Bit::Text(before)), bit) => {
                if before.ends_with('$') {
                    before.push('.');
                }
                written.push(bit);
            }
            (Some(before), bit) => {
                if matches!((&*before, &bit), (Bit::Header(_), _) | (_, Bit::Header(_)))
                    && !matches!(bit, Bit::Text(_))
                {
                    written.push(Bit::Text("|".into()));
                }
                written.push(bit);
            }
            (None, bit) => written.push(bit),
        }
    }
    written
}

fn bits() -> impl Strategy<Value = Bit> {
    prop_oneof![
        like("[ -~\n]{1,3}").prop_map(Bit::Text),
        like("[.:|{}$\\\\]").prop_map(Bit::Text),
        Just(Bit::Header(String::new())),
    ]
}

/// Visible text without the comma that joins two headers.
fn fixed() -> impl Strategy<Value = String> {
    prop_oneof![12 => like("[!-+\\--~]{1,10}"), 1 => like("[!-+\\--~]{128}")]
}

fn label() -> impl Strategy<Value = String> {
    prop_oneof![6 => like("[a-z]"), 6 => like("[A-Za-z0-9_-]{1,8}"), 1 => like("[a-z]{128}")]
}

/// The keys that lead to a value of the body.
fn path() -> impl Strategy<Value = String> {
    let key = || like("[!-\\-/-~]{1,12}");
    prop_oneof![
        8 => key(),
        4 => vec(key(), 2..=4).prop_map(|keys| keys.join(".")),
        1 => like("[!-\\-/-~]{63}\\.[!-\\-/-~]{64}"),
    ]
}

fn grammars() -> impl Strategy<Value = Grammar> {
    let prefix = option::of((fixed(), any::<bool>())).prop_map(|prefix| {
        let (text, has_space) = prefix.unwrap_or_default();
        text + if has_space { " " } else { "" }
    });
    let pairs = (any::<bool>(), label(), option::of(label()), any::<bool>());
    prop_oneof![
        2 => prefix.prop_map(|prefix| Grammar::Value { prefix }),
        3 => pairs.prop_map(|(comma, signature, timestamp, spaces)| {
            // The two keys are told apart by name.
            let timestamp = timestamp.filter(|key| *key != signature);
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
        path().prop_map(Clock::Body),
        Just(Clock::Field),
    ];
    (clock, select(vec!["s", "ms", "rfc3339"]))
}

fn placed(choice: SpotChoice, content: &[Bit]) -> Option<Spot> {
    let (in_header, path, index) = choice?;
    let headers: Vec<&String> = content
        .iter()
        .filter_map(|bit| match bit {
            Bit::Header(name) => Some(name),
            _ => None,
        })
        .collect();
    if in_header && !headers.is_empty() {
        Some(Spot::Header((*index.get(&headers)).clone()))
    } else {
        Some(Spot::Body(path))
    }
}
