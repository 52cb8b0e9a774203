//! Table: every built-in provider, by name. Written by pkg-template/generate.mjs from src/providers/*.toml; do not edit.

use super::{EventType, Provider, Retries, content, prefixed, texts};
use crate::encoding::Encoding;
use crate::scheme::{Algorithm, EventTime, Format, KeyEncoding, KeyRule, Place, SchemeSpec, Signature, TimestampRule, TimestampSource, Tolerance, Unit};

/// Every built-in provider, by name.
pub static ALL: &[Provider] = &[
    Provider {
        name: "agentbot",
        title: "Agentbot",
        docs: "https://agenbot.vercel.app/docs/webhooks",
        scheme: scheme_of_agentbot,
        events: &[
            EventType { name: "conversation.created", when: "A new conversation starts." },
            EventType { name: "conversation.closed", when: "An agent closes a conversation." },
            EventType { name: "message.created", when: "A visitor, an agent or the AI writes a message." },
            EventType { name: "conversation.needs_human", when: "The AI asks for a human to take over." },
            EventType { name: "ticket.created", when: "A ticket is filed." },
            EventType { name: "ticket.updated", when: "A ticket's status, priority or assignee changes." },
        ],
        retries: Some(Retries { attempts: 5, after_seconds: &[60, 300, 1_800, 10_800] }),
        timeout_seconds: None,
        notes: &[
            "X-Agentbot-Event and X-Agentbot-Delivery-Id are not signed: route by the body's `event`.",
            "Whether a retry carries a new `t` is not documented; if it does not, the third attempt and those after it are older than the default tolerance. Choose toleranceSeconds: 14400 to accept them all.",
            "The documented sample signs a re-stringified body; the signature covers the raw one.",
        ],
    },
    Provider {
        name: "bookbag",
        title: "Bookbag",
        docs: "https://bookbag.ai/docs/integrations/webhooks",
        scheme: scheme_of_bookbag,
        events: &[
            EventType { name: "conversation.replied", when: "The agent posts a reply in a conversation." },
            EventType { name: "conversation.ended", when: "A conversation is closed or resolved." },
            EventType { name: "lead.created", when: "A lead is captured by the collect-leads action." },
            EventType { name: "action.run", when: "A custom action, an escalation or another action runs." },
        ],
        retries: None,
        timeout_seconds: None,
        notes: &[
            "No time is signed in a header, so a captured delivery verifies for ever: keep idempotency keys.",
            "The body's `ts`, in milliseconds, is signed with it; whether it is the time of the event or of the attempt is not documented. maxEventAgeSeconds checks it, and is off by default.",
            "No event id is documented: the idempotency key is the SHA-256 of the body.",
            "The user may choose the secret; blanks around it are part of it.",
        ],
    },
    Provider {
        name: "chatbase",
        title: "Chatbase",
        docs: "https://www.chatbase.co/docs/developer-guides/api/webhooks",
        scheme: scheme_of_chatbase,
        events: &[
            EventType { name: "leads.submit", when: "A customer leaves name, e-mail and phone with the chatbot." },
        ],
        retries: None,
        timeout_seconds: None,
        notes: &[
            "HMAC-SHA-1: unbroken as a MAC, deprecated as a hash. The document's prose says plain SHA-1; its code says HMAC, and plain SHA-1 would be forgeable.",
            "No time and no event id are signed: the idempotency key is the SHA-256 of the body.",
        ],
    },
    Provider {
        name: "digivault",
        title: "DigiVault",
        docs: "",
        scheme: scheme_of_digivault,
        events: &[
            EventType { name: "conversation.created", when: "A conversation is created." },
            EventType { name: "conversation.updated", when: "A conversation is updated." },
            EventType { name: "conversation.archived", when: "A conversation is archived." },
            EventType { name: "conversation.deleted", when: "A conversation is deleted." },
            EventType { name: "conversation.message.created", when: "A message is sent in a conversation." },
            EventType { name: "conversation.message.updated", when: "A message is edited." },
            EventType { name: "conversation.message.deleted", when: "A message is deleted." },
            EventType { name: "conversation.message.read", when: "A message is read." },
            EventType { name: "contact.created", when: "A contact is created." },
            EventType { name: "contact.updated", when: "A contact is updated." },
            EventType { name: "contact.deleted", when: "A contact is deleted." },
            EventType { name: "group.created", when: "A group is created." },
            EventType { name: "group.updated", when: "A group is updated." },
            EventType { name: "group.member_added", when: "A member joins a group." },
            EventType { name: "group.member_removed", when: "A member leaves a group." },
            EventType { name: "group.deleted", when: "A group is deleted." },
        ],
        retries: Some(Retries { attempts: 6, after_seconds: &[60, 300, 900, 3_600, 21_600] }),
        timeout_seconds: Some(30),
        notes: &[
            "The header is X-DigiVault-Signature or x-bitvault-signature; if both come they must be equal.",
            "The signed `id` is the idempotency key. The dashboard's test event always has the id webhook_test_123, so a second test looks like a duplicate.",
            "No time is signed in a header; `created_at`, in seconds, is the time of the event, and a retry may be 7 h 21 min younger. maxEventAgeSeconds checks it, and is off by default: 28800 accepts every retry.",
        ],
    },
    Provider {
        name: "github",
        title: "GitHub",
        docs: "https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries",
        scheme: scheme_of_github,
        events: &[
            EventType { name: "ping", when: "It happened." },
            EventType { name: "push", when: "It happened." },
            EventType { name: "pull_request", when: "It happened." },
            EventType { name: "issues", when: "It happened." },
            EventType { name: "issue_comment", when: "It happened." },
        ],
        retries: Some(Retries { attempts: 1, after_seconds: &[] }),
        timeout_seconds: Some(10),
        notes: &[
            "The event type stands in the unsigned X-GitHub-Event header only: it is a hint.",
            "The legacy X-Hub-Signature header, with HMAC-SHA-1, is never read.",
        ],
    },
    Provider {
        name: "libromi",
        title: "Libromi",
        docs: "",
        scheme: scheme_of_libromi,
        events: &[
            EventType { name: "message.received", when: "A contact sends a message." },
            EventType { name: "message.sent", when: "A message is sent to a contact." },
            EventType { name: "contact.created", when: "A contact is created." },
            EventType { name: "contact.updated", when: "A contact's details change." },
            EventType { name: "chatbot.triggered", when: "A chatbot is triggered." },
        ],
        retries: Some(Retries { attempts: 4, after_seconds: &[] }),
        timeout_seconds: Some(30),
        notes: &[
            "The documented sample signs a re-stringified body; the signature covers the raw one.",
            "The document asks for idempotency by event id, and documents none: the idempotency key is the SHA-256 of the body, so two equal messages look like one.",
            "No time is signed, so a captured delivery verifies for ever: keep idempotency keys.",
            "The document asks for 200 always; answer 401 to a bad signature, as its own sample does.",
        ],
    },
    Provider {
        name: "shopify",
        title: "Shopify",
        docs: "https://shopify.dev/docs/apps/build/webhooks/subscribe/https",
        scheme: scheme_of_shopify,
        events: &[
            EventType { name: "orders/create", when: "It happened." },
            EventType { name: "orders/paid", when: "It happened." },
            EventType { name: "products/update", when: "It happened." },
            EventType { name: "customers/create", when: "It happened." },
            EventType { name: "app/uninstalled", when: "It happened." },
        ],
        retries: Some(Retries { attempts: 9, after_seconds: &[] }),
        timeout_seconds: Some(5),
        notes: &[
            "Topic, shop and webhook id stand in unsigned headers only: they are hints.",
        ],
    },
    Provider {
        name: "slack",
        title: "Slack",
        docs: "https://docs.slack.dev/authentication/verifying-requests-from-slack",
        scheme: scheme_of_slack,
        events: &[
            EventType { name: "url_verification", when: "It happened." },
            EventType { name: "event_callback", when: "It happened." },
            EventType { name: "app_rate_limited", when: "It happened." },
        ],
        retries: Some(Retries { attempts: 4, after_seconds: &[0, 60, 300] }),
        timeout_seconds: Some(3),
        notes: &[
            "Slash commands and interactions are form bodies: they have no type and no id.",
            "`type` is the outer one (event_callback, url_verification); the event's own is nested.",
        ],
    },
    Provider {
        name: "standard-webhooks",
        title: "Standard Webhooks",
        docs: "https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md",
        scheme: scheme_of_standard_webhooks,
        events: &[
            EventType { name: "contact.created", when: "It happened." },
            EventType { name: "contact.updated", when: "It happened." },
            EventType { name: "invoice.paid", when: "It happened." },
        ],
        retries: None,
        timeout_seconds: None,
        notes: &[
            "The signed webhook-id is the idempotency key.",
            "Asymmetric signatures (v1a) are skipped; a v1 signature must come along.",
        ],
    },
    Provider {
        name: "stripe",
        title: "Stripe",
        docs: "https://docs.stripe.com/webhooks#verify-manually",
        scheme: scheme_of_stripe,
        events: &[
            EventType { name: "checkout.session.completed", when: "It happened." },
            EventType { name: "payment_intent.succeeded", when: "It happened." },
            EventType { name: "payment_intent.payment_failed", when: "It happened." },
            EventType { name: "charge.refunded", when: "It happened." },
            EventType { name: "invoice.paid", when: "It happened." },
            EventType { name: "customer.subscription.deleted", when: "It happened." },
        ],
        retries: None,
        timeout_seconds: None,
        notes: &[
            "The whole secret is the key: whsec_ is part of it, and nothing is decoded.",
        ],
    },
];

fn scheme_of_agentbot() -> SchemeSpec {
    SchemeSpec {
        signature: Signature {
            headers: texts(&["X-Agentbot-Signature"]),
            each: false,
            format: Format::Pairs { separator: b',', signature_key: "v1".into(), timestamp_key: Some("t".into()), spaces: false },
            encoding: Encoding::Hex,
        },
        content: content("{timestamp}.{body}"),
        timestamp: Some(TimestampRule { source: TimestampSource::Field, unit: Unit::Seconds, tolerance: Tolerance::both(300) }),
        event_type: Some(Place::Body("event".into())),
        hints: texts(&["X-Agentbot-Event", "X-Agentbot-Delivery-Id"]),
        ..SchemeSpec::new("agentbot", Algorithm::HmacSha256, "")
    }
}

fn scheme_of_bookbag() -> SchemeSpec {
    SchemeSpec {
        signature: Signature {
            headers: texts(&["X-Bookbag-Signature"]),
            each: false,
            format: prefixed("sha256="),
            encoding: Encoding::Hex,
        },
        event_type: Some(Place::Body("event".into())),
        event_time: Some(EventTime { path: "ts".into(), unit: Unit::Milliseconds }),
        ..SchemeSpec::new("bookbag", Algorithm::HmacSha256, "")
    }
}

fn scheme_of_chatbase() -> SchemeSpec {
    SchemeSpec {
        signature: Signature {
            headers: texts(&["x-chatbase-signature"]),
            each: false,
            format: prefixed(""),
            encoding: Encoding::Hex,
        },
        event_type: Some(Place::Body("eventType".into())),
        ..SchemeSpec::new("chatbase", Algorithm::HmacSha1, "")
    }
}

fn scheme_of_digivault() -> SchemeSpec {
    SchemeSpec {
        signature: Signature {
            headers: texts(&["X-DigiVault-Signature", "x-bitvault-signature"]),
            each: false,
            format: prefixed(""),
            encoding: Encoding::Hex,
        },
        event_type: Some(Place::Body("type".into())),
        event_id: Some(Place::Body("id".into())),
        event_time: Some(EventTime { path: "created_at".into(), unit: Unit::Seconds }),
        ..SchemeSpec::new("digivault", Algorithm::HmacSha256, "")
    }
}

fn scheme_of_github() -> SchemeSpec {
    SchemeSpec {
        signature: Signature {
            headers: texts(&["X-Hub-Signature-256"]),
            each: false,
            format: prefixed("sha256="),
            encoding: Encoding::Hex,
        },
        hints: texts(&["X-GitHub-Event", "X-GitHub-Delivery"]),
        ..SchemeSpec::new("github", Algorithm::HmacSha256, "")
    }
}

fn scheme_of_libromi() -> SchemeSpec {
    SchemeSpec {
        signature: Signature {
            headers: texts(&["x-libromi-signature"]),
            each: false,
            format: prefixed(""),
            encoding: Encoding::Hex,
        },
        event_type: Some(Place::Body("type".into())),
        ..SchemeSpec::new("libromi", Algorithm::HmacSha256, "")
    }
}

fn scheme_of_shopify() -> SchemeSpec {
    SchemeSpec {
        signature: Signature {
            headers: texts(&["X-Shopify-Hmac-Sha256"]),
            each: false,
            format: prefixed(""),
            encoding: Encoding::Base64,
        },
        hints: texts(&["X-Shopify-Topic", "X-Shopify-Shop-Domain", "X-Shopify-Webhook-Id", "X-Shopify-API-Version"]),
        ..SchemeSpec::new("shopify", Algorithm::HmacSha256, "")
    }
}

fn scheme_of_slack() -> SchemeSpec {
    SchemeSpec {
        signature: Signature {
            headers: texts(&["X-Slack-Signature"]),
            each: false,
            format: prefixed("v0="),
            encoding: Encoding::Hex,
        },
        content: content("v0:{timestamp}:{body}"),
        timestamp: Some(TimestampRule { source: TimestampSource::Header("X-Slack-Request-Timestamp".into()), unit: Unit::Seconds, tolerance: Tolerance::both(300) }),
        event_type: Some(Place::Body("type".into())),
        event_id: Some(Place::Body("event_id".into())),
        ..SchemeSpec::new("slack", Algorithm::HmacSha256, "")
    }
}

fn scheme_of_standard_webhooks() -> SchemeSpec {
    SchemeSpec {
        key: KeyRule { encoding: KeyEncoding::Base64, strip_prefixes: texts(&["v1,whsec_", "whsec_"]) },
        signature: Signature {
            headers: texts(&["webhook-signature"]),
            each: false,
            format: Format::Tokens { tag: "v1".into() },
            encoding: Encoding::Base64,
        },
        content: content("{header:webhook-id}.{timestamp}.{body}"),
        timestamp: Some(TimestampRule { source: TimestampSource::Header("webhook-timestamp".into()), unit: Unit::Seconds, tolerance: Tolerance::both(300) }),
        event_type: Some(Place::Body("type".into())),
        event_id: Some(Place::Header("webhook-id".into())),
        ..SchemeSpec::new("standard-webhooks", Algorithm::HmacSha256, "")
    }
}

fn scheme_of_stripe() -> SchemeSpec {
    SchemeSpec {
        signature: Signature {
            headers: texts(&["Stripe-Signature"]),
            each: false,
            format: Format::Pairs { separator: b',', signature_key: "v1".into(), timestamp_key: Some("t".into()), spaces: false },
            encoding: Encoding::Hex,
        },
        content: content("{timestamp}.{body}"),
        timestamp: Some(TimestampRule { source: TimestampSource::Field, unit: Unit::Seconds, tolerance: Tolerance::both(300) }),
        event_type: Some(Place::Body("type".into())),
        event_id: Some(Place::Body("id".into())),
        ..SchemeSpec::new("stripe", Algorithm::HmacSha256, "")
    }
}
