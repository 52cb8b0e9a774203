//! Stripe: a timestamp and the raw body, signed together.

use alloc::vec;

use super::{Provider, header, in_field, literal, pairs};
use crate::encoding::Encoding;
use crate::scheme::{Algorithm, Piece, Place, SchemeSpec, Tolerance, Unit};

pub(super) const PROVIDER: Provider = Provider {
    name: "stripe",
    title: "Stripe",
    docs: "https://docs.stripe.com/webhooks#verify-manually",
    scheme,
    envelope: "",
    events: &[],
    tolerance_from: "Stripe's libraries take five minutes.",
    retries: None,
    retries_say: "It tries again for up to three days in live mode, with growing delays; how often is not stated.",
    timeout_seconds: None,
    notes: &["The whole secret is the key: whsec_ is part of it, and nothing is decoded."],
};

fn scheme() -> SchemeSpec {
    // The whole secret is the key: whsec_ is part of it, and nothing is decoded.
    SchemeSpec {
        signature: header("Stripe-Signature", pairs(b',', "v1", "t"), Encoding::Hex),
        content: vec![Piece::Timestamp, literal("."), Piece::Body],
        timestamp: Some(in_field(Unit::Seconds, Tolerance::both(300))),
        event_type: Some(Place::Body("type".into())),
        event_id: Some(Place::Body("id".into())),
        ..SchemeSpec::new("stripe", Algorithm::HmacSha256, "")
    }
}
