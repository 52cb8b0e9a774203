//! Shopify: the raw body alone is signed, in base64.

use super::{Provider, Retries};

pub(super) const PROVIDER: Provider = Provider {
    title: "Shopify",
    docs: "https://shopify.dev/docs/apps/build/webhooks/subscribe/https",
    scheme: "
        name: shopify
        mac: sha256
        header: X-Shopify-Hmac-Sha256
        encoding: base64
        hint: X-Shopify-Topic X-Shopify-Shop-Domain X-Shopify-Webhook-Id X-Shopify-API-Version
    ",
    event_time: None,
    envelope: "",
    events: &[],
    tolerance_from: "",
    retries: Some(Retries { attempts: 9, after_seconds: &[] }),
    retries_say: "The retries are spread over four hours.",
    timeout_seconds: Some(5),
    notes: &["Topic, shop and webhook id stand in unsigned headers only: they are hints."],
};
