//! Sentence: what a rejection says to the receiver: the place, what was expected, what arrived.
//!
//! A room of its own, off the walk: it is read only after a verdict, and the module for JavaScript
//! hands out the parameters and leaves the wording to its host.

use alloc::format;
use alloc::string::{String, ToString};

use crate::encoding::Encoding;
use crate::freshness::{EVENT_FUTURE_SECONDS, Limits};
use crate::scheme::{Format, HeaderRow, Role, Scheme, TimestampSource, Unit};
use crate::verdict::{Detail, Rejection};

/// The sentence of a rejection, with its parameters filled in.
pub(crate) fn of(rejection: Rejection, scheme: &Scheme, limits: Limits) -> String {
    let template = rejection.detail().sentence();
    let mut sentence = String::new();
    for piece in template.split_inclusive('}') {
        let (text, name) = piece.split_once('{').unwrap_or((piece, ""));
        sentence.push_str(text);
        sentence.push_str(&parameter(name.trim_end_matches('}'), rejection, scheme, limits));
    }
    sentence
}

fn parameter(name: &str, rejection: Rejection, scheme: &Scheme, limits: Limits) -> String {
    let row = rejection.header().and_then(|index| scheme.headers().get(index));
    match name {
        "header" => header(rejection, scheme),
        "shape" => shape(scheme),
        "unit" => unit(scheme).to_string(),
        "value" => match row {
            Some(HeaderRow { role: Role::Required(value), .. }) => value.clone(),
            _ => String::new(),
        },
        "path" => path(scheme).to_string(),
        "age" => seconds(rejection.distance_ms()),
        "limit" => limit(rejection.detail(), limits),
        _ => String::new(),
    }
}

/// The name of the header; of a signature header that did not arrive, all its names.
fn header(rejection: Rejection, scheme: &Scheme) -> String {
    let index = rejection.header().unwrap_or_default();
    let is_signature = scheme.headers().get(index).is_some_and(|row| row.role == Role::Signature);
    if rejection.detail() == Detail::HeaderMissing && is_signature {
        let names: alloc::vec::Vec<&str> = scheme.signature_names().collect();
        return names.join(" or ");
    }
    scheme.header_name(index).to_string()
}

/// How the signature header is written: `t=<Unix seconds>,v1=<64 hex digits>`.
pub(crate) fn shape(scheme: &Scheme) -> String {
    let signature = signature(scheme);
    match scheme.format() {
        Format::Value { prefix } => format!("{prefix}{signature}"),
        Format::Pairs { separator, signature_key, timestamp_key, spaces } => {
            let separator = char::from(*separator);
            let space = if *spaces { " " } else { "" };
            let time = timestamp_key
                .as_ref()
                .map(|key| format!("{key}=<{}>{separator}{space}", unit(scheme)));
            format!("{}{signature_key}={signature}", time.unwrap_or_default())
        }
        Format::Tokens { tag } => format!("{tag},{signature}"),
        Format::Positional => format!("<{}>,{signature}", unit(scheme)),
    }
}

/// How one signature is written: `<64 hex digits>`.
fn signature(scheme: &Scheme) -> String {
    let bytes = scheme.algorithm().tag_len();
    match scheme.encoding() {
        Encoding::Hex => format!("<{} lower-case hex digits>", bytes * 2),
        Encoding::HexAnyCase => format!("<{} hex digits>", bytes * 2),
        Encoding::Base64 => format!("<{} characters of base64>", bytes.div_ceil(3) * 4),
        Encoding::Base64Url => {
            format!("<{} characters of base64url>", (bytes * 4).div_ceil(3))
        }
    }
}

/// What the time of this scheme counts, in words.
fn unit(scheme: &Scheme) -> &'static str {
    let unit = scheme.timestamp().map(|rule| rule.unit);
    match unit.or(scheme.event_time().map(|time| time.unit)) {
        Some(Unit::Milliseconds) => "Unix milliseconds",
        Some(Unit::Rfc3339) => "RFC 3339 date and time",
        Some(Unit::Seconds) | None => "Unix seconds",
    }
}

/// Where the body tells the time.
fn path(scheme: &Scheme) -> &str {
    match scheme.timestamp().map(|rule| &rule.source) {
        Some(TimestampSource::Body(path)) => path,
        _ => scheme.event_time().map_or("", |time| &time.path),
    }
}

/// Milliseconds as seconds: `602 s`, `0.5 s`.
fn seconds(ms: u64) -> String {
    let (whole, rest) = (ms / 1000, ms % 1000);
    if rest == 0 {
        return format!("{whole} s");
    }
    let fraction = format!("{rest:03}");
    format!("{whole}.{} s", fraction.trim_end_matches('0'))
}

fn limit(detail: Detail, limits: Limits) -> String {
    let seconds = match detail {
        Detail::SignedTooOld => limits.tolerance.past_seconds,
        Detail::SignedTooNew => limits.tolerance.future_seconds,
        Detail::EventTooOld => limits.max_event_age_seconds,
        _ => Some(EVENT_FUTURE_SECONDS),
    };
    format!("{} s", seconds.unwrap_or_default())
}
