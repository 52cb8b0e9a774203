//! Slack: a version, a timestamp and the raw body, signed together.

use alloc::vec;

use super::{Provider, Retries, header, in_header, literal, value};
use crate::encoding::Encoding;
use crate::scheme::{Algorithm, Piece, Place, SchemeSpec, Tolerance, Unit};

pub(super) const PROVIDER: Provider = Provider {
    name: "slack",
    title: "Slack",
    docs: "https://docs.slack.dev/authentication/verifying-requests-from-slack",
    scheme,
    envelope: "",
    events: &[],
    tolerance_from: "Slack's document says five minutes.",
    retries: Some(Retries { attempts: 4, after_seconds: &[0, 60, 300] }),
    retries_say: "",
    timeout_seconds: Some(3),
    notes: &[
        "Slash commands and interactions are form bodies: they have no type and no id.",
        "`type` is the outer one (event_callback, url_verification); the event's own is nested.",
    ],
};

fn scheme() -> SchemeSpec {
    SchemeSpec {
        signature: header("X-Slack-Signature", value("v0="), Encoding::Hex),
        content: vec![literal("v0:"), Piece::Timestamp, literal(":"), Piece::Body],
        timestamp: Some(in_header(
            "X-Slack-Request-Timestamp",
            Unit::Seconds,
            Tolerance::both(300),
        )),
        event_type: Some(Place::Body("type".into())),
        event_id: Some(Place::Body("event_id".into())),
        ..SchemeSpec::new("slack", Algorithm::HmacSha256, "")
    }
}
