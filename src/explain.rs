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

mod case;
mod code;
mod report;

mod change;
mod known;
mod value;

mod shape;

mod trial;

mod bodies;
mod headers;
mod schemes;
mod secrets;

mod clock;

mod search;

mod walk;

mod fix;

use alloc::vec::Vec;

pub use case::{Case, Other, OtherKind};
pub use code::FindingCode;
pub use fix::{Framework, fix};
pub use report::{
    Content, Explanation, Finding, HeaderSeen, PieceSeen, Saw, Shape, State, Step, TimeSeen,
    Verdict, Work,
};
pub use trial::{BYTES_MAX, WALKS_MAX};

use change::Key;
use trial::{Bench, Clock};

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
    let keys: Vec<Key> = case.secrets.iter().map(Key::of).collect();
    let clock = Clock { limits: case.limits(), now_ms: case.now_ms };
    Bench::new(case.scheme, keys, &case.delivery, clock)
}

fn explained(bench: &mut Bench, case: &Case) -> Explanation {
    let verdict = bench.judge(&[], bench.clock);
    let findings = if verdict.is_ok() { Vec::new() } else { search::findings(bench, case) };
    let (steps, saw) = walk::retraced(bench, verdict);
    Explanation { verdict: walk::verdict(bench, verdict), steps, saw, findings, work: bench.work() }
}
