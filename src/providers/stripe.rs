//! Stripe: a timestamp and the raw body, signed together.

use super::Provider;

pub(super) const PROVIDER: Provider = Provider {
    title: "Stripe",
    docs: "https://docs.stripe.com/webhooks#verify-manually",
    // The whole secret is the key: whsec_ is part of it, and nothing is decoded.
    scheme: "
        name: stripe
        mac: sha256
        header: Stripe-Signature
        format: pairs , = v1 t
        content: {timestamp}.{body}
        timestamp: field s
        tolerance: 300 300
        type: body type
        id: body id
    ",
    event_time: None,
    envelope: "",
    events: &[],
    tolerance_from: "Stripe's libraries take five minutes.",
    retries: None,
    retries_say: "It tries again for up to three days in live mode, with growing delays; how often is not stated.",
    timeout_seconds: None,
    notes: &["The whole secret is the key: whsec_ is part of it, and nothing is decoded."],
};
