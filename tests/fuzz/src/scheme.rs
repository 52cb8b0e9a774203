//! Scheme: any text as a scheme, in JSON or in the private encoding; one that is accepted is written and
//! read back, signs and verifies, and does so behind the door, too.
//!
//! ```text
//! text FF ms FF body
//! ```
//! A text with a zero byte is the private encoding; any other is JSON.

mod usage;

use countersign::scheme::{HEADERS_MAX, PARTS_MAX, Piece, Place, Role, SchemeSpec, Tolerance};
use countersign::{Code, Scheme, SchemeError, wasm};
use serde_json::Value;

use crate::host::{self, TEXT_SIZE};
use crate::{fields, number, oracle, wire};
use usage::Usage;

pub fn scheme(data: &[u8]) {
    let [text, ms, body] = fields(data);
    let Ok(text) = std::str::from_utf8(text) else { return };
    let scheme = if text.contains('\0') { in_wire(text.as_bytes()) } else { in_json(text) };
    if let Some(scheme) = scheme {
        let ms = number(ms);
        keeps_its_limits(&scheme);
        prints_itself(&scheme);
        is_one_in_pieces(&scheme);
        prints_every_tolerance(&scheme, ms as u32);
        Usage::new(&scheme, ms, body).holds();
    }
}

/// Reads the private encoding; the door answers what another reader of it finds.
fn in_wire(bytes: &[u8]) -> Option<Scheme> {
    if bytes.len() > TEXT_SIZE {
        return None;
    }
    let read = wire::read(bytes);
    the_door_reads(bytes, read.as_ref().map(|_| ()).map_err(|problem| *problem));
    read.ok()
}

fn the_door_reads(bytes: &[u8], wanted: Result<(), SchemeError>) {
    let answer = wasm::scheme_check(host::write_text(bytes));
    match wanted {
        Ok(()) => assert_eq!(usize::try_from(answer), Ok(bytes.len())),
        Err(problem) => {
            assert_eq!(answer, -i32::from(Code::SchemeInvalid.number()));
            assert_eq!(host::lengths()[0], u32::from(problem.number()), "{problem}");
        }
    }
}

/// Reads JSON; what its fields say is put to the door, too, which has to find the same wrong with them.
fn in_json(text: &str) -> Option<Scheme> {
    let whole = serde_json::from_str::<Scheme>(text);
    let spec = match serde_json::from_str::<SchemeSpec>(text) {
        Ok(spec) => spec,
        Err(error) => {
            is_told(&error, whole.expect_err("what cannot be read is not a scheme"));
            return None;
        }
    };
    assert_eq!(oracle::template(&content_of(text)).as_ref(), Ok(&spec.content), "{text}");
    let scheme = Scheme::new(spec.clone());
    if let Some(bytes) = wire::write(&spec).filter(|bytes| bytes.len() <= wire::BYTES_MAX) {
        the_door_reads(&bytes, scheme.as_ref().map(|_| ()).map_err(|problem| *problem));
    }
    match scheme {
        Ok(scheme) => {
            assert_eq!(whole.ok().as_ref(), Some(&scheme), "two ways to read it disagree");
            Some(scheme)
        }
        Err(problem) => {
            let error = whole.expect_err("a problem makes it no scheme").to_string();
            assert!(error.starts_with(&problem.to_string()), "{error} hides {problem}");
            names_its_field(problem);
            None
        }
    }
}

/// The content that an object says; what says nothing signs the body alone.
fn content_of(text: &str) -> String {
    let object: Value = serde_json::from_str(text).expect("it was read before");
    object["content"].as_str().unwrap_or("{body}").to_owned()
}

/// Both ways to read JSON say the same, unless a problem of the scheme is told before one behind it.
fn is_told(error: &serde_json::Error, other: serde_json::Error) {
    let (error, other) = (error.to_string(), other.to_string());
    let problem = SchemeError::ALL.iter().find(|each| other.starts_with(&each.to_string()));
    assert!(error == other || problem.is_some(), "{error} and {other}");
    problem.copied().into_iter().for_each(names_its_field);
}

fn names_its_field(problem: SchemeError) {
    const FIELDS: [&str; 11] = [
        "scheme",
        "name",
        "key",
        "signature",
        "content",
        "timestamp",
        "require",
        "type",
        "id",
        "eventTime",
        "hints",
    ];
    assert_eq!(SchemeError::ALL[usize::from(problem.number()) - 1], problem);
    let top = problem.field().split('.').next().unwrap();
    assert!(FIELDS.contains(&top), "{top} is not a field");
    let said = problem.to_string();
    assert!(said.starts_with(&format!("{}: expected ", problem.field())), "{said}");
}

fn keeps_its_limits(scheme: &Scheme) {
    let count = |wanted: fn(&Piece) -> bool| {
        scheme.to_spec().content.iter().filter(|piece| wanted(piece)).count()
    };
    assert!((1..=HEADERS_MAX).contains(&scheme.headers().len()));
    assert!((1..=PARTS_MAX).contains(&scheme.content().len()));
    assert_eq!(count(|piece| *piece == Piece::Body), 1);
    assert!(count(|piece| *piece == Piece::Timestamp) <= 1);
    assert!(scheme.headers().iter().any(|row| row.role == Role::Signature));
    assert!(scheme.timestamp().is_some() || scheme.tolerance() == Default::default());
    assert!(scheme.timestamp().is_none() || scheme.event_time().is_none());
    for (index, row) in scheme.headers().iter().enumerate() {
        let is_same = |other: &str| other.eq_ignore_ascii_case(&row.name);
        let namesakes = scheme.headers().iter().filter(|other| is_same(&other.name)).count();
        assert_eq!((scheme.header_name(index), namesakes), (row.name.as_str(), 1));
    }
    for place in [scheme.event_type(), scheme.event_id()].into_iter().flatten() {
        let Place::Header(name) = place else { continue };
        let signed = scheme.headers().iter().filter(|row| row.role == Role::Content);
        assert!(signed.map(|row| &row.name).any(|other| other.eq_ignore_ascii_case(name)));
    }
}

fn prints_itself(scheme: &Scheme) {
    let spec = scheme.to_spec();
    assert_eq!(Scheme::new(spec.clone()).as_ref(), Ok(scheme), "its fields are another scheme");
    let printed = serde_json::to_string(scheme).unwrap();
    assert_eq!(serde_json::to_string(&spec).unwrap(), printed);
    let again: Scheme = serde_json::from_str(&printed).expect("what a scheme prints is a scheme");
    assert_eq!(again, *scheme, "printing changes the scheme");
    let bytes = wire::write(&spec).expect("no field of a scheme has a zero byte");
    if bytes.len() <= wire::BYTES_MAX {
        assert_eq!(wire::read(&bytes).as_ref(), Ok(scheme), "the encoding changes the scheme");
    }
}

/// Fixed text in many pieces, some of them empty, as only Rust can write it, is the same scheme.
fn is_one_in_pieces(scheme: &Scheme) {
    let mut spec = scheme.to_spec();
    let pieces = spec.content.iter().flat_map(|piece| match piece {
        Piece::Literal(text) => text
            .split_inclusive(|_| true)
            .chain([""])
            .map(|part| Piece::Literal(part.into()))
            .collect(),
        _ => vec![Piece::Literal(String::new()), piece.clone()],
    });
    spec.content = pieces.collect();
    assert_eq!(Scheme::new(spec).as_ref(), Ok(scheme), "its pieces are another scheme");
}

/// Two limits, equal or not, and each without the other: all are written and read back.
fn prints_every_tolerance(scheme: &Scheme, seconds: u32) {
    let mut spec = scheme.to_spec();
    let Some(rule) = &mut spec.timestamp else { return };
    let limits = [None, Some(seconds), Some(seconds ^ 1)];
    for (past_seconds, future_seconds) in limits.into_iter().zip(limits.into_iter().rev()) {
        rule.tolerance = Tolerance { past_seconds, future_seconds };
        let scheme = Scheme::new(SchemeSpec { timestamp: Some(rule.clone()), ..scheme.to_spec() });
        prints_itself(&scheme.expect("any tolerance is as good"));
    }
}
