//! Shopify: the raw body alone is signed, in base64.

use super::{Provider, Retries, header, texts, value};
use crate::encoding::Encoding;
use crate::scheme::{Algorithm, SchemeSpec};

pub(super) const PROVIDER: Provider = Provider {
    name: "shopify",
    title: "Shopify",
    docs: "https://shopify.dev/docs/apps/build/webhooks/subscribe/https",
    scheme,
    envelope: "",
    events: &[],
    tolerance_from: "",
    retries: Some(Retries { attempts: 9, after_seconds: &[] }),
    retries_say: "The retries are spread over four hours.",
    timeout_seconds: Some(5),
    notes: &["Topic, shop and webhook id stand in unsigned headers only: they are hints."],
};

fn scheme() -> SchemeSpec {
    SchemeSpec {
        signature: header("X-Shopify-Hmac-Sha256", value(""), Encoding::Base64),
        hints: texts(&[
            "X-Shopify-Topic",
            "X-Shopify-Shop-Domain",
            "X-Shopify-Webhook-Id",
            "X-Shopify-API-Version",
        ]),
        ..SchemeSpec::new("shopify", Algorithm::HmacSha256, "")
    }
}
