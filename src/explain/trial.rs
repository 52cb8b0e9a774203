//! Trial: a delivery with something changed, put to the same walk as every other.
//!
//! There is no second verifier: what is tried is judged by [`verify`], and what it costs is counted.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use zeroize::Zeroizing;

use super::code::FindingCode;
use super::report::Work;
use crate::delivery::Delivery;
use crate::mac::Keyring;
use crate::scheme::{Scheme, Tolerance};
use crate::secret::Secret;
use crate::verdict::{Code, Family};
use crate::verify::{Verified, verify};

/// Most walks that one explanation takes.
pub const WALKS_MAX: u32 = 20_000;
/// Most bytes that one explanation hashes or writes, but for the last walk.
pub const BYTES_MAX: usize = 256 << 20;

/// What a receiver holds: the text of a secret, or the key itself.
#[derive(Clone)]
pub(super) enum Key {
    Text(Zeroizing<String>),
    Bytes(Zeroizing<Vec<u8>>),
}

impl Key {
    pub(super) fn secret(&self, scheme: &Scheme) -> Result<Secret, Code> {
        match self {
            Self::Text(text) => Secret::parse(text, scheme),
            Self::Bytes(bytes) => Secret::from_bytes(bytes),
        }
    }
}

/// A header that owns itself.
pub(super) type Header = (String, Vec<u8>);

/// What is changed, and what it means if the delivery then verifies.
#[derive(Default)]
pub(super) struct Change {
    pub(super) meaning: Option<(FindingCode, String)>,
    pub(super) scheme: Option<Scheme>,
    pub(super) keys: Option<Vec<Key>>,
    pub(super) headers: Option<Vec<Header>>,
    pub(super) body: Option<Vec<u8>>,
}

impl Change {
    pub(super) fn means(code: FindingCode, evidence: impl Into<String>) -> Self {
        Self { meaning: Some((code, evidence.into())), ..Self::default() }
    }

    pub(super) fn scheme(self, scheme: Scheme) -> Self {
        Self { scheme: Some(scheme), ..self }
    }

    pub(super) fn key(self, key: Key) -> Self {
        Self { keys: Some(vec![key]), ..self }
    }

    pub(super) fn headers(self, headers: Vec<Header>) -> Self {
        Self { headers: Some(headers), ..self }
    }

    pub(super) fn body(self, body: Vec<u8>) -> Self {
        Self { body: Some(body), ..self }
    }
}

/// A delivery that is looked into, and what looking has cost.
pub(super) struct Bench<'a> {
    pub(super) scheme: &'a Scheme,
    pub(super) keys: Vec<Key>,
    pub(super) headers: Vec<Header>,
    pub(super) body: &'a [u8],
    pub(super) now_ms: u64,
    walks: u32,
    bytes: usize,
    is_cut_short: bool,
}

/// How well a trial went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fit {
    /// A secret signs it.
    Fits,
    /// No secret signs it; with another body, or another secret, one may.
    WellFormed,
    /// Its headers are refused before a body or a secret counts.
    Malformed,
}

/// What a trial is judged with.
#[derive(Clone, Copy)]
pub(super) struct Clock {
    pub(super) tolerance: Tolerance,
    pub(super) now_ms: u64,
}

impl<'a> Bench<'a> {
    pub(super) fn new(
        scheme: &'a Scheme,
        keys: Vec<Key>,
        delivery: &Delivery<'a>,
        now_ms: u64,
    ) -> Self {
        let headers = delivery.headers.iter();
        let headers = headers.map(|(name, value)| (String::from(*name), value.to_vec())).collect();
        let body = delivery.body;
        Self { scheme, keys, headers, body, now_ms, walks: 0, bytes: 0, is_cut_short: false }
    }

    /// What the walk says of the delivery with these changes, at this time.
    pub(super) fn judge(&mut self, changes: &[&Change], clock: Clock) -> Result<Verified, Code> {
        let mut scheme =
            last(changes, |change| change.scheme.as_ref()).unwrap_or(self.scheme).clone();
        scheme.tolerance = clock.tolerance;
        let keys = last(changes, |change| change.keys.as_ref()).unwrap_or(&self.keys);
        let headers = last(changes, |change| change.headers.as_ref()).unwrap_or(&self.headers);
        let body = last(changes, |change| change.body.as_deref()).unwrap_or(self.body);

        let secrets: Result<Vec<Secret>, Code> =
            keys.iter().map(|key| key.secret(&scheme)).collect();
        let keyring = Keyring::new(&scheme, &secrets?)?;
        let headers: Vec<(&str, &[u8])> =
            headers.iter().map(|(name, value)| (name.as_str(), value.as_slice())).collect();
        let verdict = verify(&Delivery::new(&headers, body), &scheme, &keyring, clock.now_ms);
        self.walks += 1;
        // What is malformed is refused before a byte of the body is hashed.
        let is_hashed = verdict.map_or_else(|no| no.code() == Code::SignatureMismatch, |_| true);
        self.charge(if is_hashed { body.len().saturating_mul(keys.len()) } else { 0 });
        verdict.map_err(Code::from)
    }

    /// Whether a secret signs the delivery with these changes, at whatever time.
    pub(super) fn fits(&mut self, changes: &[&Change]) -> bool {
        self.fit(changes) == Fit::Fits
    }

    /// As [`Bench::fits`], and whether it is worth trying something else beside these changes.
    pub(super) fn fit(&mut self, changes: &[&Change]) -> Fit {
        if self.is_spent() {
            self.is_cut_short = true;
            return Fit::Malformed;
        }
        let clock = Clock { tolerance: Tolerance::default(), now_ms: self.now_ms };
        match self.judge(changes, clock) {
            Ok(_) => Fit::Fits,
            // The body's own time is read behind the compare.
            Err(code) if code.family() == Family::Malformed => Fit::Malformed,
            Err(_) => Fit::WellFormed,
        }
    }

    /// Counts bytes that were written or hashed for a trial.
    pub(super) fn charge(&mut self, bytes: usize) {
        self.bytes = self.bytes.saturating_add(bytes);
    }

    /// Whether nothing more may be tried.
    pub(super) fn is_spent(&self) -> bool {
        self.walks >= WALKS_MAX || self.bytes >= BYTES_MAX
    }

    pub(super) fn work(&self) -> Work {
        Work { walks: self.walks, bytes: self.bytes, complete: !self.is_cut_short }
    }
}

/// What the last of the changes that changes it makes of one part of the delivery.
fn last<'c, T: ?Sized>(
    changes: &[&'c Change],
    part: impl Fn(&'c Change) -> Option<&'c T>,
) -> Option<&'c T> {
    changes.iter().rev().find_map(|change| part(change))
}
