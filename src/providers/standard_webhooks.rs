//! Standard Webhooks: id, timestamp and raw body, signed together; many brands send it.

use super::Provider;

pub(super) const PROVIDER: Provider = Provider {
    title: "Standard Webhooks",
    docs: "https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md",
    scheme: "
        name: standard-webhooks
        mac: sha256
        key: base64 v1,whsec_ whsec_
        header: webhook-signature
        format: tokens v1
        encoding: base64
        content: {header:webhook-id}.{timestamp}.{body}
        timestamp: header webhook-timestamp s
        tolerance: 300 300
        type: body type
        id: header webhook-id
    ",
    event_time: None,
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
