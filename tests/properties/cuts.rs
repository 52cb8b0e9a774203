//! Cuts: one signature proves one delivery, however the bytes that it signs are cut into pieces.

use std::cell::Cell;

use countersign::scheme::{
    Format, Piece, Signature, TimestampRule, TimestampSource, Tolerance, Unit,
};
use countersign::{Algorithm, Delivery, Encoding, Endpoint, Scheme, SchemeError, SchemeSpec};
use hmac::{Hmac, KeyInit, Mac};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use sha2::Sha256;

use crate::holds;

const KEY: &[u8] = b"the key";
/// Characters of which numbers, dates and separators are made, so that pieces look like their neighbours.
const TEXTS: [&str; 9] = [".", "-", "--", "0", "1", ":", "T", ".1.", "1700000000"];
const SECONDS: [&str; 5] = ["1700000000", "1000000001", "0", "17", "170000000011"];
const MILLISECONDS: [&str; 4] = ["1700000000000", "1000000000001", "1", "170000000000"];
const DATES: [&str; 5] = [
    "2023-11-14T22:13:20Z",
    "2023-11-14T22:13:20.1Z",
    "2023-11-14T22:13:20.123456789Z",
    "2023-11-14T22:13:20+00:00",
    "2023-11-14T22:13:20.01-00:00",
];

/// A scheme in its pieces, and one delivery of it.
#[derive(Clone, Debug)]
struct Drawn {
    pieces: Vec<(Piece, String)>,
    unit: Unit,
}

#[test]
fn no_two_deliveries_have_the_same_signed_content() {
    let (schemes, proven) = (Cell::new(0), Cell::new(0));
    holds(3000, drawn(), |drawn| {
        let Ok(scheme) = drawn.scheme() else { return Ok(()) };
        schemes.set(schemes.get() + 1);
        let content = drawn.content();
        let cuts = Cuts::of(&drawn, &scheme, &content);
        let accepted: Vec<_> = cuts.all.iter().filter(|values| cuts.verifies(values)).collect();
        prop_assert!(accepted.len() <= 1, "{content:?} is signed by {accepted:#?}");
        proven.set(proven.get() + accepted.len());
        Ok(())
    });
    // Neither of these would be so if most of what is drawn were refused.
    assert!(schemes.get() > 1000, "{schemes:?} schemes of 3000");
    assert!(proven.get() * 3 > schemes.get(), "{proven:?} deliveries of {schemes:?} schemes");
}

/// A scheme is not refused for nothing: it would take one signature for two deliveries.
#[test]
fn what_is_refused_as_joined_has_two_deliveries_of_one_content() {
    let refused = [
        ("hb", ["evt9", "order=1"].as_slice(), ["evt9o", "rder=1"].as_slice()),
        ("bh", &["order=1", "evt9"], &["order=", "1evt9"]),
        ("hh.b", &["evt1", "user", ".", "{}"], &["evt1u", "ser", ".", "{}"]),
        ("b.hh", &["{}", ".", "evt1", "user"], &["{}", ".", "evt1u", "ser"]),
        ("htb", &["evt1", "1700000000", "{}"], &["evt", "1170000000", "0{}"]),
        ("bth", &["{}", "1700000000", "7evt"], &["{}1", "7000000007", "evt"]),
    ];
    for (letters, one, other) in refused {
        let pieces = letters.char_indices().map(|(index, letter)| match letter {
            'h' => Piece::Header(format!("X-{index}")),
            't' => Piece::Timestamp,
            'b' => Piece::Body,
            text => Piece::Literal(text.into()),
        });
        let pieces = pieces.map(|piece| (piece, String::new())).collect();
        let drawn = Drawn { pieces, unit: Unit::Seconds };
        assert_eq!(drawn.scheme().err(), Some(SchemeError::ContentJoined), "{letters}");
        assert_ne!(one, other);
        assert_eq!(one.concat(), other.concat(), "{letters}");
    }
}

fn drawn() -> impl Strategy<Value = Drawn> {
    let unit = prop_oneof![Just(Unit::Seconds), Just(Unit::Milliseconds), Just(Unit::Rfc3339)];
    unit.prop_flat_map(|unit| {
        let times: &'static [&'static str] = match unit {
            Unit::Seconds => &SECONDS,
            Unit::Milliseconds => &MILLISECONDS,
            Unit::Rfc3339 => &DATES,
        };
        let text =
            || select(&TEXTS[..]).prop_map(|text| (Piece::Literal(text.into()), text.into()));
        let word = move || {
            prop_oneof![
                6 => select(&["a", "0", "1", "-"][..]),
                3 => select(&TEXTS[..]),
                1 => select(times),
            ]
        };
        let words = move |least| vec(word(), least..4).prop_map(|words| words.concat());
        let header = words(1).prop_map(|value| (Piece::Header(String::new()), value));
        let piece = prop_oneof![3 => text(), 2 => header];
        let time = select(times).prop_map(|time| (Piece::Timestamp, time.to_string()));
        let body = words(0).prop_map(|body| (Piece::Body, body));
        let others = (vec(piece, 0..=4), proptest::option::of(time), body);
        others.prop_flat_map(move |(mut pieces, time, body)| {
            // Each header that is cut anew costs as many tries as the content has bytes.
            let mut headers = 0;
            pieces.retain(|(piece, _)| {
                headers += u32::from(matches!(piece, Piece::Header(_)));
                headers <= 2 || !matches!(piece, Piece::Header(_))
            });
            pieces.extend(time);
            pieces.push(body);
            Just(pieces).prop_shuffle().prop_map(move |mut pieces| {
                for (index, (piece, _)) in pieces.iter_mut().enumerate() {
                    if let Piece::Header(name) = piece {
                        *name = format!("X-{index}");
                    }
                }
                Drawn { pieces, unit }
            })
        })
    })
}

impl Drawn {
    fn scheme(&self) -> Result<Scheme, SchemeError> {
        let mut spec = SchemeSpec::new("drawn", Algorithm::HmacSha256, "X-Signature");
        spec.signature = Signature {
            headers: vec!["X-Signature".into()],
            each: false,
            format: Format::Value { prefix: String::new() },
            encoding: Encoding::Hex,
        };
        spec.content = self.pieces.iter().map(|(piece, _)| piece.clone()).collect();
        spec.timestamp = spec.content.contains(&Piece::Timestamp).then(|| TimestampRule {
            source: TimestampSource::Header("X-Time".into()),
            unit: self.unit,
            tolerance: Tolerance::default(),
        });
        Scheme::new(spec)
    }

    fn content(&self) -> String {
        self.pieces.iter().map(|(_, value)| value.as_str()).collect()
    }
}

/// Every way to cut one content into the pieces of a scheme.
struct Cuts<'d> {
    drawn: &'d Drawn,
    endpoint: Endpoint,
    signature: String,
    /// The values of the pieces, in their order.
    all: Vec<Vec<&'d str>>,
}

impl<'d> Cuts<'d> {
    fn of(drawn: &'d Drawn, scheme: &Scheme, content: &'d str) -> Self {
        let mac = Hmac::<Sha256>::new_from_slice(KEY).unwrap().chain_update(content);
        let signature = hex::encode(mac.finalize().into_bytes());
        let endpoint = Endpoint::new(scheme.clone(), [KEY]).unwrap();
        let mut this = Self { drawn, endpoint, signature, all: Vec::new() };
        this.cut(content, &mut Vec::new());
        this
    }

    fn cut(&mut self, rest: &'d str, values: &mut Vec<&'d str>) {
        let Some((piece, drawn)) = self.drawn.pieces.get(values.len()) else {
            if rest.is_empty() {
                self.all.push(values.clone());
            }
            return;
        };
        let lengths = match piece {
            Piece::Literal(_) if rest.starts_with(drawn.as_str()) => drawn.len()..=drawn.len(),
            Piece::Literal(_) => return,
            // No time is longer than a date with all its digits; the walk judges what is none.
            Piece::Timestamp => 1..=rest.len().min(35),
            Piece::Header(_) => 1..=rest.len(),
            Piece::Body => 0..=rest.len(),
        };
        for length in lengths {
            let (value, rest) = rest.split_at(length);
            if *piece == Piece::Timestamp && !self.may_be_time(value) {
                continue;
            }
            values.push(value);
            self.cut(rest, values);
            values.pop();
        }
    }

    /// Saves most of the tries; what passes here is still for the walk to judge.
    fn may_be_time(&self, text: &str) -> bool {
        match self.drawn.unit {
            Unit::Rfc3339 => text.len() >= 20 && text.as_bytes()[10] == b'T',
            Unit::Seconds | Unit::Milliseconds => text.bytes().all(|byte| byte.is_ascii_digit()),
        }
    }

    fn verifies(&self, values: &[&str]) -> bool {
        let mut headers = vec![("X-Signature".to_string(), self.signature.clone())];
        let mut body = "";
        for ((piece, _), value) in self.drawn.pieces.iter().zip(values) {
            match piece {
                Piece::Header(name) => headers.push((name.clone(), (*value).to_string())),
                Piece::Timestamp => headers.push(("X-Time".into(), (*value).to_string())),
                Piece::Body => body = value,
                Piece::Literal(_) => {}
            }
        }
        let delivery = Delivery::new(&headers, body.as_bytes());
        self.endpoint.verify(&delivery, 1_700_000_000_000).is_ok()
    }
}
