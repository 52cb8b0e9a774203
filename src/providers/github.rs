//! GitHub: the raw body alone is signed.

use super::{Provider, Retries, header, texts, value};
use crate::encoding::Encoding;
use crate::scheme::{Algorithm, SchemeSpec};

pub(super) const PROVIDER: Provider = Provider {
    name: "github",
    title: "GitHub",
    docs: "https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries",
    scheme,
    envelope: "",
    events: &[],
    tolerance_from: "",
    retries: Some(Retries { attempts: 1, after_seconds: &[] }),
    retries_say: "A failed delivery is sent again by hand or by the API, and not otherwise.",
    timeout_seconds: Some(10),
    notes: &[
        "The event type stands in the unsigned X-GitHub-Event header only: it is a hint.",
        "The legacy X-Hub-Signature header, with HMAC-SHA-1, is never read.",
    ],
};

fn scheme() -> SchemeSpec {
    SchemeSpec {
        signature: header("X-Hub-Signature-256", value("sha256="), Encoding::Hex),
        hints: texts(&["X-GitHub-Event", "X-GitHub-Delivery"]),
        ..SchemeSpec::new("github", Algorithm::HmacSha256, "")
    }
}
