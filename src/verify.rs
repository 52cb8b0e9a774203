//! Verify: the walk from a delivery to a verdict.

use alloc::boxed::Box;

use crate::content::{self, Content};
use crate::delivery::{Delivery, Reading, Values};
use crate::freshness;
use crate::header::{self, Claim};
use crate::json::Finder;
use crate::mac::{Keyring, Run};
use crate::scheme::Scheme;
use crate::time::Timestamp;
use crate::verdict::Rejection;

/// What a proven delivery proved. Only the walk makes one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Verified {
    /// Which secret of the keyring fits: once it is never the previous one, that one may go.
    pub secret_index: usize,
    /// The signed time in milliseconds since the epoch, where the scheme signs one.
    pub timestamp_ms: Option<i64>,
}

/// Verifies one delivery at the time `now_ms`, in milliseconds since the epoch.
///
/// # Errors
/// Malformed: [`Rejection::HeaderMissing`], [`Rejection::HeaderRepeated`],
/// [`Rejection::SignatureMalformed`], [`Rejection::TimestampMalformed`],
/// [`Rejection::VersionUnknown`], [`Rejection::SignaturesTooMany`].
/// Rejected: [`Rejection::SignatureMismatch`] if no key fits; if one does,
/// [`Rejection::TimestampTooOld`] or [`Rejection::TimestampTooNew`].
///
/// # Examples
/// ```
/// use countersign::{Delivery, Keyring, Rejection, Secret, providers, sign, verify};
///
/// let scheme = providers::scheme("agentbot").unwrap();
/// let keyring = Keyring::new(&scheme, &[Secret::parse("ag_secret", &scheme)?])?;
///
/// let now_ms = 1_715_968_923_000;
/// let body = br#"{"event":"message.created"}"#;
/// let headers = sign(body, &scheme, &keyring, now_ms, "")?;
/// let headers: Vec<_> =
///     headers.iter().map(|(name, value)| (name.as_str(), value.as_bytes())).collect();
///
/// let verified = verify(&Delivery::new(&headers, body), &scheme, &keyring, now_ms)?;
/// assert_eq!(verified.secret_index, 0);
///
/// let tampered = Delivery::new(&headers, br#"{"event":"message.deleted"}"#);
/// let verdict = verify(&tampered, &scheme, &keyring, now_ms);
/// assert_eq!(verdict, Err(Rejection::SignatureMismatch));
/// # Ok::<(), countersign::Code>(())
/// ```
pub fn verify(
    delivery: &Delivery,
    scheme: &Scheme,
    keyring: &Keyring,
    now_ms: u64,
) -> Result<Verified, Rejection> {
    verify_reading(&delivery.values(scheme).reading(), delivery.body, scheme, keyring, now_ms)
}

/// [`verify`], once it is known which headers came.
pub(crate) fn verify_reading(
    reading: &Reading,
    body: &[u8],
    scheme: &Scheme,
    keyring: &Keyring,
    now_ms: u64,
) -> Result<Verified, Rejection> {
    let (claim, content) = Claim::read(reading, scheme)?;
    let mut run = VerifyRun::after(keyring, &content);
    run.update(body, scheme);
    run.conclude(&claim, &content, scheme, now_ms)
}

/// The walk over a body that comes in chunks; memory does not grow with it.
///
/// # Examples
/// ```
/// use countersign::{Keyring, Secret, Verification, providers, sign};
///
/// let scheme = providers::scheme("bookbag").unwrap();
/// let keyring = Keyring::new(&scheme, &[Secret::parse("bb_secret", &scheme)?])?;
/// let headers = sign(b"a large body", &scheme, &keyring, 0, "")?;
/// let headers: Vec<_> =
///     headers.iter().map(|(name, value)| (name.as_str(), value.as_bytes())).collect();
///
/// let mut verification = Verification::begin(&headers, &scheme, &keyring)?;
/// for chunk in [b"a large".as_slice(), b" body"] {
///     verification.update(chunk);
/// }
/// assert_eq!(verification.finish(0)?.secret_index, 0);
/// # Ok::<(), countersign::Code>(())
/// ```
#[derive(Debug)]
pub struct Verification<'a> {
    values: Values<'a>,
    scheme: &'a Scheme,
    run: VerifyRun,
}

impl<'a> Verification<'a> {
    /// Walks up to the body.
    ///
    /// # Errors
    /// As [`verify()`], malformed only.
    pub fn begin(
        headers: &'a [(&'a str, &'a [u8])],
        scheme: &'a Scheme,
        keyring: &Keyring,
    ) -> Result<Self, Rejection> {
        let values = Delivery::new(headers, &[]).values(scheme);
        let run = VerifyRun::begin(&values.reading(), scheme, keyring)?;
        Ok(Self { values, scheme, run })
    }

    /// Takes the next bytes of the body; where it is cut does not matter.
    pub fn update(&mut self, chunk: &[u8]) {
        self.run.update(chunk, self.scheme);
    }

    /// Walks from the body to the verdict.
    ///
    /// # Errors
    /// As [`verify()`].
    pub fn finish(self, now_ms: u64) -> Result<Verified, Rejection> {
        self.run.finish(&self.values.reading(), self.scheme, now_ms)
    }
}

/// A [`Verification`] that borrows nothing: every call is handed what the walk reads, the same on
/// every call.
#[derive(Debug)]
pub(crate) struct VerifyRun {
    run: Run,
    body_time: BodyTime,
}

impl VerifyRun {
    pub(crate) fn begin(
        reading: &Reading,
        scheme: &Scheme,
        keyring: &Keyring,
    ) -> Result<Self, Rejection> {
        let (_, content) = Claim::read(reading, scheme)?;
        Ok(Self::after(keyring, &content))
    }

    /// The walk over the body, after what is signed in front of it.
    fn after(keyring: &Keyring, content: &Content) -> Self {
        Self { run: Run::begin(keyring, content), body_time: BodyTime::default() }
    }

    pub(crate) fn update(&mut self, chunk: &[u8], scheme: &Scheme) {
        self.run.update(chunk);
        self.body_time.update(chunk, scheme);
    }

    pub(crate) fn finish(
        self,
        reading: &Reading,
        scheme: &Scheme,
        now_ms: u64,
    ) -> Result<Verified, Rejection> {
        let (claim, content) = Claim::read(reading, scheme)?;
        self.conclude(&claim, &content, scheme, now_ms)
    }

    /// The end of the walk: which key fits, and whether the time that it proves is fresh.
    fn conclude(
        self,
        claim: &Claim,
        content: &Content,
        scheme: &Scheme,
        now_ms: u64,
    ) -> Result<Verified, Rejection> {
        let secret_index = self.run.find_match(content, &claim.candidates)?;
        let timestamp = claim.timestamp.or(self.body_time.timestamp(scheme)?);
        freshness::check(scheme, timestamp, now_ms)?;
        Ok(Verified { secret_index, timestamp_ms: timestamp.map(|timestamp| timestamp.ms) })
    }
}

impl<'r> Claim<'r> {
    /// Reads the claim, and assembles what it says is signed.
    #[inline(never)]
    fn read(reading: &Reading<'r>, scheme: &'r Scheme) -> Result<(Self, Content<'r>), Rejection> {
        let claim = header::parse(reading, scheme)?;
        let content = content::assemble(scheme, reading, claim.timestamp);
        Ok((claim, content))
    }
}

/// Looks for the timestamp in the body, for the schemes that keep it there.
///
/// In a box: a finder is large, most schemes need none, and a walk is handed from step to step.
#[derive(Debug, Default)]
struct BodyTime(Option<Box<Finder>>);

impl BodyTime {
    fn update(&mut self, chunk: &[u8], scheme: &Scheme) {
        if let Some(key) = scheme.timestamp_body_key() {
            self.0.get_or_insert_default().update(chunk, [Some(key), None]);
        }
    }

    fn timestamp(&self, scheme: &Scheme) -> Result<Option<Timestamp<'_>>, Rejection> {
        let (Some((_, unit)), Some(_)) = (scheme.timestamp(), scheme.timestamp_body_key()) else {
            return Ok(None);
        };
        let text = self.0.as_ref().and_then(|finder| finder.found(0));
        let timestamp = text.and_then(|text| Timestamp::parse(text.as_bytes(), unit));
        timestamp.map(Some).ok_or(Rejection::TimestampMalformed)
    }
}
