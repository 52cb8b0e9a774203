//! Flips: one bit of a genuine delivery changed on its way. What the verdict must be is worked out here,
//! from the grammar of the scheme and by other libraries, without the code that is under test.

use countersign::scheme::{Format, Role, TimestampSource, Unit};
use countersign::{Code, Scheme};
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::encodings;
use crate::holds;
use crate::joints::could_end_elsewhere;
use crate::plan::{KNOWN_SCHEMES, Plan, Sent, deliveries, timed};
use crate::time;

type Verdict = Result<(), Code>;

const MALFORMED: Verdict = Err(Code::SignatureMalformed);
const MISMATCH: Verdict = Err(Code::SignatureMismatch);
const REPEATED: Verdict = Err(Code::HeaderRepeated);
const NO_TIME: Verdict = Err(Code::TimestampMalformed);

#[test]
fn a_flipped_bit_of_the_body_is_a_mismatch() {
    let deliveries = deliveries().prop_filter("a body", |sent| !sent.body.is_empty());
    holds(1000, (deliveries, any::<Index>()), |(mut sent, index)| {
        let bit = index.index(sent.body.len() * 8);
        sent.body[bit / 8] ^= 1 << (bit % 8);
        prop_assert_eq!(sent.code(), MISMATCH);
        Ok(())
    });
}

#[test]
fn a_byte_more_or_less_at_either_end_of_the_body_is_a_mismatch() {
    let bytes = select(b"\0\t\n\r \"\\\x7f\xbf\xff{}09".as_slice());
    holds(
        1000,
        (deliveries(), bytes, any::<bool>(), any::<bool>()),
        |(mut sent, byte, less, end)| {
            let place = if end { sent.body.len() } else { 0 };
            if less && !sent.body.is_empty() {
                sent.body.remove(place.saturating_sub(1));
            } else {
                sent.body.insert(place, byte);
            }
            prop_assert_eq!(sent.code(), MISMATCH);
            Ok(())
        },
    );
}

#[test]
fn a_flipped_bit_of_the_signature_is_malformed_or_a_mismatch() {
    holds(1500, (deliveries(), any::<Index>()), |(sent, index)| {
        let field = Field::signature(&sent);
        field.judge(&sent, index.index(field.bits())).map_err(TestCaseError::fail)
    });
}

#[test]
fn a_flipped_bit_of_the_timestamp_is_malformed_or_a_mismatch() {
    let timed = deliveries().prop_filter("a time in a header", |sent| timestamp(sent).is_some());
    holds(1000, (timed, any::<Index>()), |(sent, index)| {
        let field = timestamp(&sent).unwrap();
        field.judge(&sent, index.index(field.bits())).map_err(TestCaseError::fail)
    });
}

#[test]
fn a_flipped_bit_of_the_id_is_malformed_or_a_mismatch() {
    let signed = deliveries().prop_filter("a signed header", |sent| !ids(sent).is_empty());
    holds(1000, (signed, any::<Index>(), any::<Index>()), |(sent, which, index)| {
        let fields = ids(&sent);
        let field = which.get(&fields);
        field.judge(&sent, index.index(field.bits())).map_err(TestCaseError::fail)
    });
}

#[test]
fn every_single_bit_counts_under_every_known_scheme() {
    let mut flips = 0;
    for scheme in KNOWN_SCHEMES.iter() {
        let (time_ms, id) = (1_704_067_200_123, "msg_2Lk~".to_string());
        let body = timed(scheme, b"{\"a\":1}".to_vec(), time_ms);
        let plan = Plan { scheme: scheme.clone(), key: b"key".to_vec(), body, time_ms, id };
        let sent = plan.sign().unwrap_or_else(|code| panic!("{code}: {plan:?}"));
        for bit in 0..sent.body.len() * 8 {
            let mut other = sent.clone();
            other.body[bit / 8] ^= 1 << (bit % 8);
            assert_eq!(other.code(), MISMATCH, "{other:?}");
        }
        let fields =
            [Field::signature(&sent)].into_iter().chain(timestamp(&sent)).chain(ids(&sent));
        for field in fields {
            for bit in 0..field.bits() {
                field.judge(&sent, bit).unwrap_or_else(|problem| panic!("{problem}"));
                flips += 1;
            }
        }
        flips += sent.body.len() * 8;
    }
    assert!(KNOWN_SCHEMES.len() >= 50, "{} schemes", KNOWN_SCHEMES.len());
    assert!(flips > 30_000, "{flips} flips");
    println!("measured: {flips} single bits flipped under {} known schemes", KNOWN_SCHEMES.len());
}

/// What stands at one place of a header, as it was sent.
struct Field {
    kind: Kind,
    header: usize,
    start: usize,
    text: Vec<u8>,
}

#[derive(Clone, Copy)]
enum Kind {
    Signature,
    TimeInSignatureHeader,
    TimeInHeader,
    Id,
}

impl Field {
    fn cut(sent: &Sent, kind: Kind, header: usize, start: usize, len: usize) -> Self {
        Self { kind, header, start, text: sent.headers[header].1[start..start + len].to_vec() }
    }

    /// The signature stands at the end of the first header.
    fn signature(sent: &Sent) -> Self {
        let len = encodings::spelling_len(&sent.plan.scheme);
        let start = sent.headers[0].1.len() - len;
        Self::cut(sent, Kind::Signature, 0, start, len)
    }

    fn bits(&self) -> usize {
        self.text.len() * 8
    }

    /// Flips one bit and compares the verdict with what the rules say.
    fn judge(&self, sent: &Sent, bit: usize) -> Result<(), String> {
        let (index, mask) = (bit / 8, 1 << (bit % 8));
        let mut sent = sent.clone();
        sent.headers[self.header].1[self.start + index] ^= mask;
        let mut flipped = self.text.clone();
        flipped[index] ^= mask;

        let scheme = &sent.plan.scheme;
        let wanted = match self.kind {
            Kind::Signature => self.signature_verdict(scheme, &flipped, index),
            Kind::TimeInSignatureHeader => time_in_signature_header(scheme, &flipped, index),
            Kind::TimeInHeader => time_in_header(scheme, &flipped, index),
            Kind::Id => id_verdict(scheme, self.header_name(&sent), &flipped, index),
        };
        let got = sent.code();
        let flip = format!("bit {bit} of {}", self.text.escape_ascii());
        (got == wanted).then_some(()).ok_or(format!("{flip}: {got:?}, not {wanted:?}: {sent:?}"))
    }

    fn header_name<'s>(&self, sent: &'s Sent) -> &'s str {
        &sent.headers[self.header].0
    }

    /// A separator may cut the signature in two, which leaves no whole one, or look as if a field, or
    /// the header, arrived twice. Anything else is a spelling of another tag, or of none.
    fn signature_verdict(&self, scheme: &Scheme, flipped: &[u8], index: usize) -> Verdict {
        let behind = &flipped[index + 1..];
        match (flipped[index], scheme.format()) {
            (byte, _) if !is_clean(byte) => MALFORMED,
            (b',', Format::Value { .. } | Format::Pairs { separator: b';', .. }) => REPEATED,
            (b',' | b';', Format::Pairs { timestamp_key: Some(key), .. })
                if behind.starts_with(format!("{key}=").as_bytes()) =>
            {
                REPEATED
            }
            // Before this space stands a comma.
            (b' ', Format::Tokens { .. } | Format::Positional) if index == 0 => REPEATED,
            _ => match encodings::tag(scheme, flipped) {
                // Where the scheme takes either letter case, the case of a letter says nothing.
                Some(tag) if Some(&tag) == encodings::tag(scheme, &self.text).as_ref() => Ok(()),
                Some(_) => MISMATCH,
                None => MALFORMED,
            },
        }
    }
}

/// The timestamp, where a header carries it.
fn timestamp(sent: &Sent) -> Option<Field> {
    let scheme = &sent.plan.scheme;
    match &scheme.timestamp()?.source {
        TimestampSource::Body(_) => None,
        TimestampSource::Header(name) => {
            let header = sent.headers.iter().position(|(other, _)| other == name)?;
            let len = sent.headers[header].1.len();
            Some(Field::cut(sent, Kind::TimeInHeader, header, 0, len))
        }
        TimestampSource::Field => {
            let before = match scheme.format() {
                Format::Pairs { timestamp_key: Some(key), .. } => key.len() + 1,
                _ => 0,
            };
            let behind = &sent.headers[0].1[before..];
            let len = behind.iter().position(|byte| matches!(byte, b',' | b';'))?;
            Some(Field::cut(sent, Kind::TimeInSignatureHeader, 0, before, len))
        }
    }
}

/// The signed headers.
fn ids(sent: &Sent) -> Vec<Field> {
    let names: Vec<&str> = crate::plan::names(&sent.plan.scheme, &Role::Content);
    let place = |name: &str| sent.headers.iter().position(|(other, _)| other == name).unwrap();
    let field = |header: usize| Field::cut(sent, Kind::Id, header, 0, sent.headers[header].1.len());
    names.into_iter().map(|name| field(place(name))).collect()
}

/// Beside the signature, a separator ends the field early, and what follows it is no field.
fn time_in_signature_header(scheme: &Scheme, flipped: &[u8], index: usize) -> Verdict {
    let unit = scheme.timestamp().unwrap().unit;
    match (flipped[index], scheme.format()) {
        (byte, _) if !is_clean(byte) => MALFORMED,
        (b',', Format::Pairs { separator: b';', .. }) => REPEATED,
        // What follows it is a signature that does not decode, and is skipped beside the other.
        (b',', Format::Positional) => NO_TIME,
        (b',', _)
        | (b' ', Format::Pairs { .. })
        | (b';', Format::Pairs { separator: b';', .. }) => MALFORMED,
        _ => time_verdict(flipped, unit),
    }
}

/// A header of its own holds one thing; a comma means that it arrived twice.
fn time_in_header(scheme: &Scheme, flipped: &[u8], index: usize) -> Verdict {
    match flipped[index] {
        b',' => REPEATED,
        _ => time_verdict(flipped, scheme.timestamp().unwrap().unit),
    }
}

/// Another time is another content, whatever time it is.
fn time_verdict(flipped: &[u8], unit: Unit) -> Verdict {
    let text = std::str::from_utf8(flipped).ok();
    match text.and_then(|text| time::milliseconds(text, unit)) {
        Some(_) => MISMATCH,
        None => NO_TIME,
    }
}

/// A signed header is one thing that ends where it can be told to end.
fn id_verdict(scheme: &Scheme, name: &str, flipped: &[u8], index: usize) -> Verdict {
    let place = scheme.headers().iter().position(|row| row.name == name).unwrap();
    let could_end_elsewhere = could_end_elsewhere(scheme, place, &String::from_utf8_lossy(flipped));
    match flipped[index] {
        b',' => REPEATED,
        byte if !is_clean(byte) || byte == b' ' || could_end_elsewhere => MALFORMED,
        _ => MISMATCH,
    }
}

/// What a header may hold at all.
fn is_clean(byte: u8) -> bool {
    (0x20..=0x7e).contains(&byte)
}
