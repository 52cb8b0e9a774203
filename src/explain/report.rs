//! Report: what an explanation says, as plain data.
//!
//! Nothing here can hold a secret, a key, a signature or a body: where those were looked at, the report
//! has their shape. Names of headers, the signed time and sentences of our own are all the text there is.

use alloc::string::String;
use alloc::vec::Vec;

use serde::Serialize;

use super::code::FindingCode;

/// Why a delivery was accepted or refused, step by step, and what would have to change.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Explanation {
    /// What [`Endpoint::verify`](crate::Endpoint::verify) says of this delivery.
    pub verdict: Verdict,
    /// The steps of the walk, in order; those behind the first that failed were not reached.
    pub steps: Vec<Step>,
    /// What the steps saw.
    pub saw: Saw,
    /// What is wrong, the likeliest first; empty when nothing that was tried explains it.
    pub findings: Vec<Finding>,
    /// What the search cost.
    pub work: Work,
}

/// The verdict on the delivery as it stands.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Verdict {
    /// Whether it is proven, and fresh.
    pub ok: bool,
    /// The code of the refusal.
    pub code: Option<&'static str>,
    /// Who has to act on it.
    pub family: Option<&'static str>,
    /// What exactly it was refused for, where the code says less.
    pub detail: Option<&'static str>,
    /// What happened: the place, what was expected and what arrived.
    pub sentence: String,
    /// Which secret fits, counted from 0.
    pub secret_index: Option<usize>,
}

/// How far the walk came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// The step had nothing to object to.
    Passed,
    /// The walk ended here.
    Failed,
    /// The walk ended before.
    NotReached,
}

/// One step of the walk.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Step {
    /// `headers`, `secret`, `claim`, `content`, `compare` or `freshness`.
    pub name: &'static str,
    /// How it went.
    pub state: State,
    /// What it saw, in one sentence.
    pub sentence: String,
}

/// What the steps saw, for whoever draws it.
#[derive(Clone, Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Saw {
    /// The headers that the scheme reads.
    pub headers: Vec<HeaderSeen>,
    /// The time that the delivery claims, as it stands in its header.
    pub timestamp: Option<String>,
    /// The pieces of the signed content, with where each lies in it.
    pub content: Vec<PieceSeen>,
    /// The signature that this scheme makes.
    pub expected: Shape,
    /// What came in the signature headers.
    pub received: Vec<Shape>,
    /// The signed time against now, where one could be read.
    pub time: Option<TimeSeen>,
}

/// One header that the scheme reads.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct HeaderSeen {
    /// The name that the scheme gives it.
    pub name: String,
    /// `signature`, `timestamp`, `content` or `required`.
    pub role: &'static str,
    /// How often it came.
    pub count: usize,
    /// How many bytes its value has.
    pub bytes: usize,
    /// A header that came, with a name much like it.
    pub near: Option<String>,
}

/// One piece of the signed content.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PieceSeen {
    /// `text`, `timestamp`, `header` or `body`.
    pub part: &'static str,
    /// The text itself, of fixed text and of the timestamp; the name, of a header.
    pub text: Option<String>,
    /// Where it begins in the signed content.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
}

/// The shape of a signature, of which it tells nothing else.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Shape {
    /// `hex`, `upper-case hex`, `mixed-case hex`, `base64`, `base64url` or `unknown`.
    pub encoding: &'static str,
    /// Its characters.
    pub characters: usize,
    /// The algorithm whose tags are as long; `None` if none is.
    pub algorithm: Option<&'static str>,
}

/// The signed time against now.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TimeSeen {
    /// In milliseconds since the epoch.
    pub signed_ms: i64,
    /// In milliseconds since the epoch.
    pub now_ms: i64,
    /// How far apart they are, e.g. `2 h 5 s ago`.
    pub difference: String,
    /// How old a delivery may be, in seconds; `None` for any age.
    pub tolerance_seconds: Option<u32>,
}

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Finding {
    /// What happened. The code knows its sentence; what to do is told by [`fix`](super::fix()).
    pub code: FindingCode,
    /// What shows it.
    pub evidence: String,
    /// Whether the walk proves it: with all proven findings undone, the delivery verifies. What is
    /// not proven is a likeness, and the evidence says of what.
    pub proven: bool,
}

impl Finding {
    pub(super) fn proven(code: FindingCode, evidence: String) -> Self {
        Self { code, evidence, proven: true }
    }

    pub(super) fn likeness(code: FindingCode, evidence: String) -> Self {
        Self { code, evidence, proven: false }
    }
}

/// The bytes that are signed, for whoever compares them. No part of an [`Explanation`], which is made
/// to be logged.
#[derive(Clone, Default)]
pub struct Content {
    /// What the receiver's walk hashes; `None` where it ends before.
    pub received: Option<Vec<u8>>,
    /// What fits, with all proven findings undone; `None` where nothing was found.
    pub signed: Option<Vec<u8>>,
}

impl core::fmt::Debug for Content {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Content(..)")
    }
}

/// What the search cost, and whether it was cut short.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Work {
    /// Walks that were tried.
    pub walks: u32,
    /// Bytes that were read, hashed or written for them.
    pub bytes: usize,
    /// Whether everything was tried; a large body may use up the bound before.
    pub complete: bool,
}
