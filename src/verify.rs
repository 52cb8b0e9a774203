//! Verify: the walk from a delivery to a verdict.

use alloc::boxed::Box;

use crate::content::{self, Content};
use crate::delivery::Reading;
use crate::freshness::Limits;
use crate::header::{self, Claim};
use crate::json::Finder;
use crate::mac::{Keyring, Run};
use crate::scheme::{Scheme, Unit};
use crate::time::Timestamp;
use crate::verdict::{Detail, Rejection};

/// What the walk proved. Only the walk makes one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Proof {
    /// Which secret of the endpoint matches: once it is never the previous one, that one may go.
    pub secret_index: usize,
    /// The signed time in milliseconds since the epoch, where the scheme signs one.
    pub timestamp_ms: Option<i64>,
}

/// What a walk needs beside the delivery: what an endpoint holds.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Receiver<'e> {
    pub(crate) scheme: &'e Scheme,
    pub(crate) keyring: &'e Keyring,
    pub(crate) limits: Limits,
}

/// The whole walk, once it is known which headers arrived.
pub(crate) fn verify(
    receiver: Receiver,
    reading: &Reading,
    body: &[u8],
    now_ms: u64,
) -> Result<Proof, Rejection> {
    let (claim, content) = read(reading, receiver.scheme)?;
    let mut run = VerifyRun::after(receiver, &content);
    run.update(receiver, body);
    run.conclude(receiver, &claim, &content, now_ms)
}

/// The walk over a body that comes in chunks. It borrows nothing: every call is handed what the walk
/// reads, the same on every call.
#[derive(Debug)]
pub(crate) struct VerifyRun {
    run: Run,
    body_time: BodyTime,
}

impl VerifyRun {
    pub(crate) fn begin(receiver: Receiver, reading: &Reading) -> Result<Self, Rejection> {
        let (_, content) = read(reading, receiver.scheme)?;
        Ok(Self::after(receiver, &content))
    }

    /// The walk over the body, after what is signed in front of it.
    fn after(receiver: Receiver, content: &Content) -> Self {
        Self { run: Run::begin(receiver.keyring, content), body_time: BodyTime::default() }
    }

    pub(crate) fn update(&mut self, receiver: Receiver, chunk: &[u8]) {
        self.run.update(chunk);
        self.body_time.update(receiver, chunk);
    }

    pub(crate) fn finish(
        self,
        receiver: Receiver,
        reading: &Reading,
        now_ms: u64,
    ) -> Result<Proof, Rejection> {
        let (claim, content) = read(reading, receiver.scheme)?;
        self.conclude(receiver, &claim, &content, now_ms)
    }

    /// The end of the walk: which key matches, and whether the times that it proves are fresh.
    fn conclude(
        self,
        receiver: Receiver,
        claim: &Claim,
        content: &Content,
        now_ms: u64,
    ) -> Result<Proof, Rejection> {
        let Receiver { scheme, keyring, limits } = receiver;
        let secret_index = self.run.find_match(content, &claim.candidates);
        let secret_index = secret_index.ok_or_else(|| keyring.mismatch())?;
        let told = self.body_time.timestamp(receiver)?;
        let signed = if scheme.timestamp_path().is_some() { told } else { claim.timestamp };
        match (signed, told) {
            (Some(timestamp), _) => limits.check(timestamp, now_ms)?,
            (None, Some(timestamp)) => limits.check_event(timestamp, now_ms)?,
            (None, None) => {}
        }
        Ok(Proof { secret_index, timestamp_ms: signed.map(|timestamp| timestamp.ms) })
    }
}

/// Reads the claim, and assembles what it says is signed.
#[inline(never)]
fn read<'r>(
    reading: &Reading<'r>,
    scheme: &'r Scheme,
) -> Result<(Claim<'r>, Content<'r>), Rejection> {
    let claim = header::parse(reading, scheme)?;
    let content = content::assemble(scheme, reading, claim.timestamp);
    Ok((claim, content))
}

/// Looks for a time in the body: the signed one, for the schemes that keep it there, or the event's, for
/// the receivers that ask for it.
///
/// In a box: a finder is large, most walks need none, and a walk is handed from step to step.
#[derive(Debug, Default)]
struct BodyTime(Option<Box<Finder>>);

impl BodyTime {
    fn update(&mut self, receiver: Receiver, chunk: &[u8]) {
        if let Some((path, _)) = wanted(receiver) {
            self.0.get_or_insert_default().update(chunk, [Some(path), None]);
        }
    }

    fn timestamp(&self, receiver: Receiver) -> Result<Option<Timestamp<'_>>, Rejection> {
        let Some((_, unit)) = wanted(receiver) else { return Ok(None) };
        let text = self.0.as_ref().and_then(|finder| finder.found(0));
        let timestamp = text.and_then(|text| Timestamp::parse(text.as_bytes(), unit));
        timestamp.map(Some).ok_or(Rejection::new(Detail::BodyTime))
    }
}

/// Where in the body a time is looked for, and what it counts.
fn wanted(Receiver { scheme, limits, .. }: Receiver<'_>) -> Option<(&str, Unit)> {
    if let (Some(rule), Some(path)) = (scheme.timestamp(), scheme.timestamp_path()) {
        return Some((path, rule.unit));
    }
    limits.max_event_age_seconds?;
    scheme.event_time().map(|time| (time.path.as_str(), time.unit))
}
