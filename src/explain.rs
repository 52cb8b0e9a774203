//! Explain: why a delivery was refused, for developers; off the verify path, and not part of it.
//!
//! "Signature mismatch" says that something is wrong and not what. An explanation shows every step of
//! the walk with what it saw, and then tries what usually goes wrong: it changes the body, the secret,
//! the scheme, the headers or the clock back, and puts the result to the same
//! [`Endpoint::verify`](crate::Endpoint::verify). So a finding is a proof: with what it says undone, the delivery verifies.
//! What fits nothing is explained by nothing, and a forgery stays one.
//!
//! The work is bounded by [`WALKS_MAX`] and [`BYTES_MAX`]. A report never holds a secret, a key, a
//! signature or a body.
//!
//! # Examples
//! The feature `explain` switches this module on; every part of a report implements `Serialize`:
//!
//! ```toml
//! [dependencies]
//! countersign = { version = "0.1", features = ["explain"] }
//! serde_json = "1"
//! ```
//!
//! ```
//! use countersign::explain::{Case, explain, fix};
//! use countersign::{Delivery, Endpoint, Signing, providers};
//!
//! let scheme = providers::scheme("github").unwrap();
//! let sender = Endpoint::new(scheme.clone(), ["It's a Secret to Everybody"])?;
//! let headers = sender.sign(br#"{"ref": "main"}"#, &Signing::at(0))?;
//!
//! // A parser removed the space.
//! let delivery = Delivery::new(&headers, br#"{"ref":"main"}"#);
//! let report = explain(&Case::new(&scheme, &["It's a Secret to Everybody".into()], delivery, 0));
//! for finding in &report.findings {
//!     println!("{} {}", finding.code.sentence(), finding.evidence);
//!     println!("{}", fix(finding.code, None));
//! }
//!
//! let json = serde_json::to_value(&report).unwrap();
//! assert_eq!(json["verdict"]["code"], "SIGNATURE_MISMATCH");
//! assert_eq!(json["findings"][0]["code"], "BODY_RESTRINGIFIED");
//! # Ok::<(), countersign::Code>(())
//! ```

mod bodies;
mod change;
mod clock;
mod code;
mod fix;
mod headers;
mod known;
mod report;
mod schemes;
mod search;
mod secrets;
mod shape;
mod trial;
mod value;
mod walk;

use alloc::string::ToString;
use alloc::vec::Vec;

use zeroize::Zeroizing;

pub use code::FindingCode;
pub use fix::{Framework, fix};
pub use report::{
    Content, Explanation, Finding, HeaderSeen, PieceSeen, Saw, Shape, State, Step, TimeSeen,
    Verdict, Work,
};
pub use trial::{BYTES_MAX, WALKS_MAX};

use crate::delivery::Delivery;
use crate::freshness::Limits;
use crate::scheme::{Scheme, Tolerance};
use crate::secret::Secret;
use change::Key;
use trial::{Bench, Clock};

/// What another secret is to the receiver.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OtherKind {
    /// One that was rotated out.
    Previous,
    /// That of the other mode, test or live.
    Mode,
    /// That of another endpoint, or of another provider.
    Other,
}

/// A further secret that the sender may have used by mistake.
#[derive(Clone, Copy)]
pub struct Other<'a> {
    /// What it is.
    pub kind: OtherKind,
    /// What the receiver calls it; the report quotes it.
    pub label: &'a str,
    /// Its text.
    pub secret: &'a str,
}

impl core::fmt::Debug for Other<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "Other({:?}, {:?})", self.kind, self.label)
    }
}

/// A delivery to look into, with what its receiver verifies it by.
#[derive(Clone, Debug)]
pub struct Case<'a> {
    /// The scheme.
    pub scheme: &'a Scheme,
    /// How far the signed time may lie from now; `None` for the scheme's own tolerance.
    pub tolerance: Option<Tolerance>,
    /// How old the time in the body may be, in seconds; `None` where the receiver does not ask.
    pub max_event_age_seconds: Option<u32>,
    /// The secrets that the receiver holds.
    pub secrets: &'a [Secret<'a>],
    /// Secrets that it does not verify with, and that may be the right ones.
    pub others: &'a [Other<'a>],
    /// What arrived.
    pub delivery: Delivery<'a>,
    /// The receiver's time, in milliseconds since the epoch.
    pub now_ms: u64,
    /// What the host itself makes of the body, each with a sentence that says how: its own
    /// `JSON.stringify` knows best how it re-stringifies.
    pub bodies: &'a [(&'a str, &'a [u8])],
}

impl<'a> Case<'a> {
    /// A delivery by its scheme and its receiver's secrets, with nothing else known.
    pub const fn new(
        scheme: &'a Scheme,
        secrets: &'a [Secret<'a>],
        delivery: Delivery<'a>,
        now_ms: u64,
    ) -> Self {
        Self {
            scheme,
            tolerance: None,
            max_event_age_seconds: None,
            secrets,
            others: &[],
            delivery,
            now_ms,
            bodies: &[],
        }
    }

    fn limits(&self) -> Limits {
        Limits {
            tolerance: self.tolerance.unwrap_or(self.scheme.tolerance()),
            max_event_age_seconds: self.max_event_age_seconds,
        }
    }
}

/// Explains the verdict on a delivery.
///
/// # Examples
/// ```
/// use countersign::explain::{Case, FindingCode, explain};
/// use countersign::{Delivery, Endpoint, Signing, providers};
///
/// let scheme = providers::scheme("bookbag").unwrap();
/// let sender = Endpoint::new(scheme.clone(), ["bb_secret"])?;
/// let headers = sender.sign(br#"{"a":1}"#, &Signing::at(0))?;
///
/// let delivery = Delivery::new(&headers, br#"{"a":1}"#);
/// let explanation = explain(&Case::new(&scheme, &["bb_secret\n".into()], delivery, 0));
/// assert_eq!(explanation.verdict.code, Some("SIGNATURE_MISMATCH"));
/// assert_eq!(explanation.findings[0].code, FindingCode::SecretBlanks);
/// # Ok::<(), countersign::Code>(())
/// ```
pub fn explain(case: &Case) -> Explanation {
    explained(&mut bench(case), case)
}

/// As [`explain`](explain()), and shows the bytes that were signed beside those that arrived.
pub fn explain_with_content(case: &Case) -> (Explanation, Content) {
    let mut bench = bench(case).keeping_content();
    let explanation = explained(&mut bench, case);
    let received = bench.content(&[]);
    (explanation, Content { received, signed: bench.into_signed() })
}

fn bench<'a>(case: &Case<'a>) -> Bench<'a> {
    let keys: Vec<Key> = case.secrets.iter().map(owned).collect();
    let clock = Clock { limits: case.limits(), now_ms: case.now_ms };
    Bench::new(case.scheme, keys, &case.delivery, clock)
}

fn explained(bench: &mut Bench, case: &Case) -> Explanation {
    let verdict = bench.judge(&[], bench.clock);
    let findings = if verdict.is_ok() { Vec::new() } else { search::findings(bench, case) };
    let (steps, saw) = walk::retraced(bench, verdict);
    Explanation { verdict: walk::verdict(bench, verdict), steps, saw, findings, work: bench.work() }
}

fn owned(secret: &Secret) -> Key {
    match secret {
        Secret::Text(text) => Key::Text(Zeroizing::new((*text).to_string())),
        Secret::Key(bytes) => Key::Bytes(Zeroizing::new(bytes.to_vec())),
    }
}
