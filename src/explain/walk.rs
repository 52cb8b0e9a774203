//! Walk: the steps of the verdict that was given, with what each of them saw.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::report::{HeaderSeen, PieceSeen, Saw, State, Step, TimeSeen, Verdict};
use super::trial::Bench;
use super::{clock, header, shape};
use crate::content;
use crate::delivery::{Delivery, Reading};
use crate::header as claims;
use crate::scheme::{Part, Role, Scheme, same_name};
use crate::time::Timestamp;
use crate::verdict::Code;
use crate::verify::Verified;

pub(super) fn verdict(verdict: Result<Verified, Code>) -> Verdict {
    match verdict {
        Ok(Verified { secret_index, .. }) => Verdict {
            ok: true,
            code: None,
            family: None,
            sentence: "The delivery is genuine, and fresh.",
            secret_index: Some(secret_index),
        },
        Err(code) => Verdict {
            ok: false,
            code: Some(code.name()),
            family: Some(code.family().name()),
            sentence: code.sentence(),
            secret_index: None,
        },
    }
}

/// Retraces the walk that led to this verdict.
pub(super) fn retraced(bench: &Bench, verdict: Result<Verified, Code>) -> (Vec<Step>, Saw) {
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
    if let Ok(claim) = claims::parse(&values.reading(), bench.scheme) {
        let text =
            claim.timestamp.map(|timestamp| String::from_utf8_lossy(timestamp.text).into_owned());
        saw.timestamp = text;
        saw.content = pieces(bench, &values.reading(), claim.timestamp);
        let proven = verdict.ok().and_then(|verified| verified.timestamp_ms);
        saw.time =
            claim.timestamp.map(|timestamp| timestamp.ms).or(proven).map(|ms| time(bench, ms));
    }
    (steps(bench.scheme, &saw, verdict), saw)
}

fn headers(bench: &Bench) -> Vec<HeaderSeen> {
    let seen = |(name, role): (&str, Role)| {
        let came = bench.headers.iter().filter(|(other, _)| same_name(other, name));
        let (count, bytes) =
            came.fold((0, 0), |(count, bytes), (_, value)| (count + 1, bytes + value.len()));
        let near = if count == 0 {
            header::near(name, &bench.headers).map(ToString::to_string)
        } else {
            None
        };
        let role = match role {
            Role::Signature => "signature",
            Role::Timestamp => "timestamp",
            Role::Content => "content",
            Role::Required(_) => "required",
        };
        HeaderSeen { name: name.to_string(), role, count, bytes, near }
    };
    bench.scheme.headers().map(seen).collect()
}

/// Where each piece of the signed content lies in it.
fn pieces(bench: &Bench, reading: &Reading, timestamp: Option<Timestamp>) -> Vec<PieceSeen> {
    let content = content::assemble(bench.scheme, reading, timestamp);
    let (before, after) = (content.before_body(), content.after_body());
    let bytes = before.iter().copied().chain([bench.body]).chain(after.iter().copied());
    let names: Vec<&str> = bench.scheme.headers().map(|(name, _)| name).collect();
    let mut start = 0;
    let piece = |(part, bytes): (Part, &[u8])| {
        let end = start + bytes.len();
        let (part, text) = match part {
            Part::Literal(text) => ("text", Some(text.to_string())),
            Part::Timestamp => ("timestamp", Some(String::from_utf8_lossy(bytes).into_owned())),
            Part::Header(index) => ("header", names.get(index).map(ToString::to_string)),
            Part::Body => ("body", None),
        };
        let piece = PieceSeen { part, text, start, end };
        start = end;
        piece
    };
    bench.scheme.content().zip(bytes).map(piece).collect()
}

fn time(bench: &Bench, signed_ms: i64) -> TimeSeen {
    let now_ms = i64::try_from(bench.now_ms).unwrap_or(i64::MAX);
    let difference = clock::difference(now_ms.saturating_sub(signed_ms));
    let tolerance_seconds = bench.scheme.tolerance.past_seconds;
    TimeSeen { signed_ms, now_ms, difference, tolerance_seconds }
}

const STEPS: [&str; 6] = ["secret", "headers", "claim", "content", "compare", "freshness"];

/// The steps up to the one that failed, and those that were not reached.
fn steps(scheme: &Scheme, saw: &Saw, verdict: Result<Verified, Code>) -> Vec<Step> {
    let failed = verdict.err().map(|code| match code {
        Code::HeaderMissing | Code::HeaderRepeated => 1,
        // The body's own time is read when the body is proven.
        Code::TimestampMalformed if scheme.timestamp_body_key().is_some() => 5,
        Code::SignatureMalformed
        | Code::VersionUnknown
        | Code::SignaturesTooMany
        | Code::TimestampMalformed => 2,
        Code::SignatureMismatch => 4,
        Code::TimestampTooOld | Code::TimestampTooNew => 5,
        _ => 0,
    });
    let step = |(index, name): (usize, &&'static str)| {
        let state = match failed {
            Some(failed) if index == failed => State::Failed,
            Some(failed) if index > failed => State::NotReached,
            _ => State::Passed,
        };
        Step { name, state, sentence: sentence(name, state, saw, verdict) }
    };
    STEPS.iter().enumerate().map(step).collect()
}

fn sentence(name: &str, state: State, saw: &Saw, verdict: Result<Verified, Code>) -> String {
    let code = verdict.err().map_or("", Code::sentence);
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
                format!("It was signed {}. {code}", time.difference).trim_end().to_string()
            }
            None if state == State::Passed => "No time is signed.".to_string(),
            None => code.to_string(),
        },
        (_, State::Failed) => code.to_string(),
        _ => "Every secret makes a key.".to_string(),
    }
}

fn headers_sentence(saw: &Saw) -> String {
    let one = |header: &HeaderSeen| match (header.count, &header.near) {
        (0, Some(near)) => format!("`{}` did not come; `{near}` did.", header.name),
        (0, None) => format!("`{}` did not come.", header.name),
        (1, _) => format!("`{}` came, {} bytes.", header.name, header.bytes),
        (count, _) => format!("`{}` came {count} times.", header.name),
    };
    saw.headers.iter().map(one).collect::<Vec<String>>().join(" ")
}
