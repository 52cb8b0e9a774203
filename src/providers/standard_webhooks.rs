//! Standard Webhooks: id, timestamp and raw body, signed together; many brands send it.

use alloc::vec;

use super::{Provider, header, in_header, literal, texts};
use crate::encoding::Encoding;
use crate::scheme::{Algorithm, Format, KeyEncoding, KeyRule, Piece, Place, SchemeSpec, Tolerance, Unit};

pub(super) const PROVIDER: Provider = Provider {
    name: "standard-webhooks",
    title: "Standard Webhooks",
    docs: "https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md",
    scheme,
    envelope: "",
    events: &[],
    tolerance_from: "The specification leaves it to the receiver; its own libraries take five minutes.",
    retries: None,
    retries_say: "Each brand that sends it has its own schedule.",
    timeout_seconds: None,
    notes: &[
        "The signed webhook-id is the idempotency key.",
        "Asymmetric signatures (v1a) are skipped; a v1 signature must come along.",
    ],
};

fn scheme() -> SchemeSpec {
    SchemeSpec {
        key: KeyRule {
            encoding: KeyEncoding::Base64,
            strip_prefixes: texts(&["v1,whsec_", "whsec_"]),
        },
        signature: header(
            "webhook-signature",
            Format::Tokens { tag: "v1".into() },
            Encoding::Base64,
        ),
        content: vec![
            Piece::Header("webhook-id".into()),
            literal("."),
            Piece::Timestamp,
            literal("."),
            Piece::Body,
        ],
        timestamp: Some(in_header("webhook-timestamp", Unit::Seconds, Tolerance::both(300))),
        event_type: Some(Place::Body("type".into())),
        event_id: Some(Place::Header("webhook-id".into())),
        ..SchemeSpec::new("standard-webhooks", Algorithm::HmacSha256, "")
    }
}
