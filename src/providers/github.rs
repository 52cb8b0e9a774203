//! GitHub: the raw body alone is signed.

use super::Provider;

pub(super) const PROVIDER: Provider = Provider {
    title: "GitHub",
    docs: "https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries",
    scheme: "
        name: github
        mac: sha256
        header: X-Hub-Signature-256
        format: value sha256=
        hint: X-GitHub-Event X-GitHub-Delivery
    ",
    envelope: "",
    events: &[],
    retries: None,
    timeout_seconds: Some(10),
    notes: &[
        "The event type stands in the unsigned X-GitHub-Event header only: it is a hint.",
        "The legacy X-Hub-Signature header, with HMAC-SHA-1, is never read.",
    ],
};
