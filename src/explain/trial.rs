//! Trial: a delivery with something changed, put to the same walk as every other.
//!
//! There is no second verifier: what is tried is judged by [`verify`](verify::verify), and what it costs is counted.

mod split;

use alloc::string::String;
use alloc::vec::Vec;

use super::change::{Change, Header, Key, last, weight};
use super::report::Work;
use crate::content;
use crate::delivery::Delivery;
use crate::freshness::Limits;
use crate::header;
use crate::mac::Keyring;
use crate::scheme::Scheme;
use crate::verdict::{Code, Family, Rejection};
use crate::verify::{self, Proof, Receiver};

/// Most walks that one explanation takes.
pub const WALKS_MAX: u32 = 20_000;
/// Most bytes that one explanation reads, hashes or writes, but for the last walk.
pub const BYTES_MAX: usize = 256 << 20;

/// A delivery that is looked into, and what looking has cost.
pub(super) struct Bench<'a> {
    pub(super) scheme: &'a Scheme,
    pub(super) keys: Vec<Key>,
    pub(super) headers: Vec<Header>,
    pub(super) body: &'a [u8],
    /// What the receiver judges with.
    pub(super) clock: Clock,
    /// What every walk reads, whatever it ends in.
    weight: usize,
    /// The content that fits, where somebody asked to see it.
    signed: Option<Vec<u8>>,
    keeps_content: bool,
    walks: u32,
    bytes: usize,
    is_cut_short: bool,
}

/// A delivery as changes make it.
struct Changed<'c> {
    scheme: &'c Scheme,
    headers: Vec<(&'c str, &'c [u8])>,
    body: &'c [u8],
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
    pub(super) limits: Limits,
    pub(super) now_ms: u64,
}

/// Why a trial was refused.
#[derive(Clone, Copy, Debug)]
pub(super) struct Refusal {
    pub(super) code: Code,
    /// What the walk says; `None` where a secret is no key and there was no walk.
    pub(super) rejection: Option<Rejection>,
}

impl From<Code> for Refusal {
    fn from(code: Code) -> Self {
        Self { code, rejection: None }
    }
}

impl From<Rejection> for Refusal {
    fn from(rejection: Rejection) -> Self {
        Self { code: rejection.code(), rejection: Some(rejection) }
    }
}

impl<'a> Bench<'a> {
    pub(super) fn new(
        scheme: &'a Scheme,
        keys: Vec<Key>,
        delivery: &Delivery<'a>,
        clock: Clock,
    ) -> Self {
        let headers = delivery.headers.iter();
        let headers: Vec<Header> =
            headers.map(|(name, value)| (String::from(*name), value.to_vec())).collect();
        Self {
            weight: weight(&headers),
            scheme,
            keys,
            headers,
            body: delivery.body,
            clock,
            signed: None,
            keeps_content: false,
            walks: 0,
            bytes: 0,
            is_cut_short: false,
        }
    }

    /// With the content that fits kept, for [`Bench::into_signed`].
    pub(super) fn keeping_content(self) -> Self {
        Self { keeps_content: true, ..self }
    }

    /// What the walk says of the delivery with these changes, at this time.
    pub(super) fn judge(&mut self, changes: &[&Change], clock: Clock) -> Result<Proof, Refusal> {
        let Changed { scheme, headers, body } = self.changed(changes);
        let keys = last(changes, |change| change.keys.as_ref()).unwrap_or(&self.keys);
        let mut keyring = Keyring::default();
        keys.iter().try_for_each(|key| keyring.add(scheme, key.secret()).map_err(Code::from))?;
        if keyring.is_empty() {
            return Err(Code::SecretEmpty.into());
        }
        let receiver = Receiver { scheme, keyring: &keyring, limits: clock.limits };
        let values = Delivery::new(&headers, body).values(scheme);
        let verdict = verify::verify(receiver, &values.reading(), body, clock.now_ms);
        let hashed = body.len().saturating_mul(keys.len());
        self.walks += 1;
        // What is malformed is refused before a byte of the body is hashed.
        let is_hashed = verdict.map_or_else(|no| no.code() == Code::SignatureMismatch, |_| true);
        self.charge(self.weight.saturating_add(if is_hashed { hashed } else { 0 }));
        verdict.map_err(Refusal::from)
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
        let clock = Clock { limits: Limits::default(), ..self.clock };
        match self.judge(changes, clock) {
            Ok(_) if self.may_be_cut_anew(changes) => Fit::WellFormed,
            Ok(_) => Fit::Fits,
            // The body's own time is read behind the compare.
            Err(refusal) if refusal.code.family() == Family::Malformed => Fit::Malformed,
            Err(_) => Fit::WellFormed,
        }
    }

    /// Whether what fits may be a genuine delivery whose pieces somebody cut at other places.
    fn may_be_cut_anew(&self, changes: &[&Change]) -> bool {
        let Changed { scheme, headers, body } = self.changed(changes);
        split::is_possible(self.scheme, scheme, &Delivery::new(&headers, body))
    }

    /// The delivery with these changes, and the scheme that it is read by.
    fn changed<'c>(&'c self, changes: &[&'c Change]) -> Changed<'c> {
        let scheme = last(changes, |change| change.scheme.as_ref()).unwrap_or(self.scheme);
        let headers = last(changes, |change| change.headers.as_ref()).unwrap_or(&self.headers);
        let headers = headers.iter().map(|(name, value)| (name.as_str(), value.as_slice()));
        let body = last(changes, |change| change.body.as_deref()).unwrap_or(self.body);
        Changed { scheme, headers: headers.collect(), body }
    }

    /// The bytes that are signed with these changes; `None` where no claim can be read.
    pub(super) fn content(&self, changes: &[&Change]) -> Option<Vec<u8>> {
        let Changed { scheme, headers, body } = self.changed(changes);
        let values = Delivery::new(&headers, body).values(scheme);
        let reading = values.reading();
        let claim = header::parse(&reading, scheme).ok()?;
        let content = content::assemble(scheme, &reading, claim.timestamp);
        let pieces = [content.before_body(), &[body], content.after_body()];
        Some(pieces.concat().concat())
    }

    /// Keeps the content that fits, if somebody asked to see it.
    pub(super) fn keep_content(&mut self, changes: &[&Change]) {
        if self.keeps_content {
            self.signed = self.content(changes);
        }
    }

    pub(super) fn into_signed(self) -> Option<Vec<u8>> {
        self.signed
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
