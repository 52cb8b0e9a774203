//! Walk: the steps of the verdict that was given, with what each of them saw.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::report::{HeaderSeen, PieceSeen, Saw, State, Step, TimeSeen, Verdict};
use super::trial::{Bench, Refusal};
use super::{clock, headers, shape};
use crate::content;
use crate::delivery::{Delivery, Reading};
use crate::header;
use crate::scheme::{HeaderRow, Part, Role, same_name};
use crate::sentence;
use crate::time::Timestamp;
use crate::verdict::{Code, Detail};
use crate::verify::Proof;

pub(super) fn verdict(bench: &Bench, verdict: Result<Proof, Refusal>) -> Verdict {
    match verdict {
        Ok(Proof { secret_index, .. }) => Verdict {
            ok: true,
            code: None,
            family: None,
            detail: None,
            sentence: "The delivery is genuine, and fresh.".to_string(),
            secret_index: Some(secret_index),
        },
        Err(refusal) => Verdict {
            ok: false,
            code: Some(refusal.code.name()),
            family: Some(refusal.code.family().name()),
            detail: refusal.rejection.map(|rejection| rejection.detail().name()),
            sentence: reason(bench, refusal),
            secret_index: None,
        },
    }
}

/// Why it was refused, in the words of the receiver.
fn reason(bench: &Bench, refusal: Refusal) -> String {
    let told = |rejection| sentence::of(rejection, bench.scheme, bench.clock.limits);
    refusal.rejection.map_or_else(|| refusal.code.sentence().to_string(), told)
}

/// Retraces the walk that led to this verdict.
pub(super) fn retraced(bench: &Bench, verdict: Result<Proof, Refusal>) -> (Vec<Step>, Saw) {
    let mut saw =
        Saw { headers: headers(bench), expected: shape::expected(bench.scheme), ..Saw::default() };
    let came = saw.headers.iter().filter(|header| header.role == "signature" && header.count > 0);
    let names: Vec<String> = came.map(|header| header.name.clone()).collect();
    for (_, value) in
        bench.headers.iter().filter(|(name, _)| names.iter().any(|other| same_name(other, name)))
    {
        saw.received.extend(shape::received(&String::from_utf8_lossy(value)));
    }
    let headers: Vec<(&str, &[u8])> =
        bench.headers.iter().map(|(name, value)| (name.as_str(), value.as_slice())).collect();
    let values = Delivery::new(&headers, bench.body).values(bench.scheme);
    if let Ok(claim) = header::parse(&values.reading(), bench.scheme) {
        let text =
            claim.timestamp.map(|timestamp| String::from_utf8_lossy(timestamp.text).into_owned());
        saw.timestamp = text;
        saw.content = pieces(bench, &values.reading(), claim.timestamp);
        let proven = verdict.ok().and_then(|proof| proof.timestamp_ms);
        saw.time =
            claim.timestamp.map(|timestamp| timestamp.ms).or(proven).map(|ms| time(bench, ms));
    }
    (steps(bench, &saw, verdict), saw)
}

fn headers(bench: &Bench) -> Vec<HeaderSeen> {
    let seen = |HeaderRow { name, role }: &HeaderRow| {
        let came = bench.headers.iter().filter(|(other, _)| same_name(other, name));
        let (count, bytes) =
            came.fold((0, 0), |(count, bytes), (_, value)| (count + 1, bytes + value.len()));
        let near = if count == 0 {
            headers::near(name, &bench.headers).map(ToString::to_string)
        } else {
            None
        };
        let role = match role {
            Role::Signature => "signature",
            Role::Timestamp => "timestamp",
            Role::Content => "content",
            Role::Required(_) => "required",
        };
        HeaderSeen { name: name.clone(), role, count, bytes, near }
    };
    bench.scheme.headers().iter().map(seen).collect()
}

/// Where each piece of the signed content lies in it.
fn pieces(bench: &Bench, reading: &Reading, timestamp: Option<Timestamp>) -> Vec<PieceSeen> {
    let content = content::assemble(bench.scheme, reading, timestamp);
    let (before, after) = (content.before_body(), content.after_body());
    let bytes = before.iter().copied().chain([bench.body]).chain(after.iter().copied());
    let mut start = 0;
    let piece = |(part, bytes): (&Part, &[u8])| {
        let end = start + bytes.len();
        let (part, text) = match part {
            Part::Literal(text) => ("text", Some(text.clone())),
            Part::Timestamp => ("timestamp", Some(String::from_utf8_lossy(bytes).into_owned())),
            Part::Header(index) => ("header", Some(bench.scheme.header_name(*index).to_string())),
            Part::Body => ("body", None),
        };
        let piece = PieceSeen { part, text, start, end };
        start = end;
        piece
    };
    bench.scheme.content().iter().zip(bytes).map(piece).collect()
}

fn time(bench: &Bench, signed_ms: i64) -> TimeSeen {
    let now_ms = i64::try_from(bench.clock.now_ms).unwrap_or(i64::MAX);
    let difference = clock::difference(now_ms.saturating_sub(signed_ms));
    let tolerance_seconds = bench.clock.limits.tolerance.past_seconds;
    TimeSeen { signed_ms, now_ms, difference, tolerance_seconds }
}

const STEPS: [&str; 6] = ["secret", "headers", "claim", "content", "compare", "freshness"];

/// The steps up to the one that failed, and those that were not reached.
fn steps(bench: &Bench, saw: &Saw, verdict: Result<Proof, Refusal>) -> Vec<Step> {
    let failed = verdict.err().map(|refusal| match refusal.code {
        Code::HeaderMissing | Code::HeaderRepeated => 1,
        // The body's own time is read when the body is proven.
        Code::TimestampMalformed if is_of_body(refusal) => 5,
        Code::SignatureMalformed
        | Code::VersionUnknown
        | Code::SignaturesTooMany
        | Code::TimestampMalformed => 2,
        Code::SignatureMismatch => 4,
        Code::TimestampTooOld | Code::TimestampTooNew => 5,
        _ => 0,
    });
    let reason = verdict.err().map_or_else(String::new, |refusal| reason(bench, refusal));
    let step = |(index, name): (usize, &&'static str)| {
        let state = match failed {
            Some(failed) if index == failed => State::Failed,
            Some(failed) if index > failed => State::NotReached,
            _ => State::Passed,
        };
        Step { name, state, sentence: sentence(name, state, saw, &reason) }
    };
    STEPS.iter().enumerate().map(step).collect()
}

/// Whether it was refused for a time that stands in the body.
fn is_of_body(refusal: Refusal) -> bool {
    refusal.rejection.is_some_and(|rejection| rejection.detail() == Detail::BodyTime)
}

fn sentence(name: &str, state: State, saw: &Saw, reason: &str) -> String {
    match (name, state) {
        (_, State::NotReached) => "The walk ended before.".to_string(),
        ("headers", _) => headers_sentence(saw),
        ("claim", State::Passed) => match &saw.timestamp {
            Some(text) => format!("Signatures: {}; signed at {text}.", saw.received.len()),
            None => format!("Signatures: {}; without a time.", saw.received.len()),
        },
        ("content", _) => {
            let bytes = saw.content.last().map_or(0, |piece| piece.end);
            format!("Pieces: {}; {bytes} bytes in all.", saw.content.len())
        }
        ("compare", State::Passed) => "A secret signs these bytes with this signature.".to_string(),
        ("freshness", _) => match &saw.time {
            Some(time) => {
                format!("It was signed {}. {reason}", time.difference).trim_end().to_string()
            }
            None if state == State::Passed => "No time is signed.".to_string(),
            None => reason.to_string(),
        },
        (_, State::Failed) => reason.to_string(),
        _ => "Every secret makes a key.".to_string(),
    }
}

fn headers_sentence(saw: &Saw) -> String {
    let one = |header: &HeaderSeen| match (header.count, &header.near) {
        (0, Some(near)) => format!("`{}` is missing; `{near}` arrived.", header.name),
        (0, None) => format!("`{}` is missing.", header.name),
        (1, _) => format!("`{}` arrived, {} bytes.", header.name, header.bytes),
        (count, _) => format!("`{}` arrived {count} times.", header.name),
    };
    saw.headers.iter().map(one).collect::<Vec<String>>().join(" ")
}
