//! Table: every built-in provider, by name. Written by pkg-template/generate.mjs from src/providers/*.toml; do not edit.

use super::provider::{EventType, Provider, Retries, content, prefixed, texts};
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
            EventType { name: "ticket.created", when: "The AI or a person files a ticket." },
            EventType { name: "ticket.updated", when: "A ticket's status, priority or assignee changes." },
        ],
        retries: Some(Retries { attempts: 5, after_seconds: &[60, 300, 1_800, 10_800] }),
        timeout_seconds: None,
        notes: &[
            "X-Agentbot-Event and X-Agentbot-Delivery-Id are not signed. Route by `event` in the body.",
            "Whether a retry carries a new `t` is not documented. If it does not, the third attempt and later ones are older than the default tolerance. Set toleranceSeconds to 14400 to accept them all.",
            "Whether a retry keeps its X-Agentbot-Delivery-Id is not documented either.",
            "Only `message.created` is documented field by field. The fields in the samples of the other events are assumed.",
            "The document puts the fields of an event into `data` in its sample, and does not say so in its text.",
            "Any 2xx status counts as delivered. The settings show a log of recent deliveries.",
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
            EventType { name: "conversation.escalated", when: "A conversation is handed over to a human or a help desk." },
            EventType { name: "lead.created", when: "An agent captures a lead." },
            EventType { name: "action.run", when: "A custom action, an escalation or another action runs." },
            EventType { name: "campaign.sent", when: "An outbound campaign is sent." },
        ],
        retries: None,
        timeout_seconds: None,
        notes: &[
            "No time is signed in a header, so a captured delivery verifies forever. Store idempotency keys.",
            "The body's `ts` is signed with it. The developer guide calls it the time of sending, in milliseconds. maxEventAgeSeconds checks it, and is off by default.",
            "No event id is documented, so the idempotency key is the SHA-256 of the body.",
            "Deliveries can arrive more than once. When Bookbag retries, and how long it waits for an answer, is not documented.",
            "Bookbag has two documents, and they differ: one lists conversation.ended, the other lists conversation.escalated and campaign.sent. One writes `conversation_id`, the other `conversationId`.",
            "The fields of conversation.ended and action.run are not documented. The fields in their samples are assumed.",
            "You may choose the secret yourself. Spaces around it are part of it.",
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
            "The algorithm is HMAC-SHA-1. SHA-1 is deprecated as a hash; as a MAC it is unbroken. Scanners may report it.",
            "No time and no event id are signed, so a captured delivery verifies forever. The idempotency key is the SHA-256 of the body.",
            "The document's samples leave out some fields of the payload, so all of them are optional in the types.",
            "Where the secret is, retries, and the time limit for an answer are not documented. The document's code reads the secret from SECRET_KEY.",
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
            "The guide names two headers: X-DigiVault-Signature and x-bitvault-signature. Either is read; if both arrive, they must be equal.",
            "The signed `id` is the idempotency key. The dashboard's test event always has the id webhook_test_123, so a second test looks like a duplicate.",
            "The test event is a conversation.message.created without `contact`.",
            "No time is signed in a header. `created_at`, in seconds, is read as the time of the event, so a retry can arrive 7 h 21 min later. maxEventAgeSeconds checks it, and is off by default; 28800 accepts every retry.",
            "Only conversation.message.created is documented field by field. The fields in the samples of the other events are assumed.",
        ],
    },
    Provider {
        name: "github",
        title: "GitHub",
        docs: "https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries",
        scheme: scheme_of_github,
        events: &[
            EventType { name: "ping", when: "A webhook is created, or someone asks for a test." },
            EventType { name: "push", when: "Commits or tags are pushed, or a branch or tag is deleted. Nothing is sent when more than three tags are pushed at once." },
            EventType { name: "create", when: "A branch or a tag is created." },
            EventType { name: "delete", when: "A branch or a tag is deleted." },
            EventType { name: "pull_request", when: "Something happens to a pull request: it is opened, closed, pushed to or labeled, for example. A merged one is closed with `merged` true." },
            EventType { name: "pull_request_review", when: "A review of a pull request is submitted, edited or dismissed." },
            EventType { name: "issues", when: "Something happens to an issue: it is opened, closed, labeled or assigned, for example." },
            EventType { name: "issue_comment", when: "A comment on an issue or a pull request is created, edited or deleted." },
            EventType { name: "release", when: "A release is created, published, edited or deleted." },
            EventType { name: "workflow_run", when: "A run of a GitHub Actions workflow is requested, starts or completes." },
            EventType { name: "check_run", when: "A check run is created or completed, is requested again, or an action of it is requested." },
            EventType { name: "star", when: "Someone stars a repository or removes the star." },
            EventType { name: "installation", when: "A GitHub App is installed, uninstalled, suspended or unsuspended, or new permissions are accepted." },
        ],
        retries: Some(Retries { attempts: 1, after_seconds: &[] }),
        timeout_seconds: Some(10),
        notes: &[
            "The event type is in the unsigned X-GitHub-Event header only, so it is a hint. Check the fields that your handler reads.",
            "X-GitHub-Delivery is not signed. A redelivery has the same value as the first delivery.",
            "No time is signed, so a captured delivery verifies forever. Store idempotency keys.",
            "Without a secret in its settings, a webhook sends no signature header.",
            "The legacy X-Hub-Signature header, with HMAC-SHA-1, is never read.",
            "Payloads over 25 MB are not sent at all.",
            "Deliveries can arrive in any order. The payload has the times.",
            "GitHub adds event types and actions over time. Ignore the ones you do not know.",
            "GitHub Enterprise Server waits 30 s for an answer, and sends X-GitHub-Enterprise-Version and X-GitHub-Enterprise-Host too.",
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
            "The guide asks you to use event ids for idempotency, and documents none. The idempotency key is the SHA-256 of the body, so two equal messages look like one.",
            "No time is signed, so a captured delivery verifies forever. Store idempotency keys.",
            "The guide asks for status 200 always. Answer 401 to a bad signature, as its own sample does.",
            "Where the secret is, is not documented. The guide registers a webhook with `client.webhooks.create({ url, events })` and reads the secret from WEBHOOK_SECRET.",
            "The guide documents `contact.name` and `message.content`, and no other field. The fields in the samples of message.sent, contact.updated and chatbot.triggered are assumed.",
        ],
    },
    Provider {
        name: "shopify",
        title: "Shopify",
        docs: "https://shopify.dev/docs/apps/build/webhooks/subscribe/https",
        scheme: scheme_of_shopify,
        events: &[
            EventType { name: "orders/create", when: "An order is created." },
            EventType { name: "orders/paid", when: "An order is paid." },
            EventType { name: "products/update", when: "A product changes." },
            EventType { name: "customers/create", when: "A customer is created." },
            EventType { name: "app/uninstalled", when: "A shop uninstalls the app." },
        ],
        retries: Some(Retries { attempts: 9, after_seconds: &[] }),
        timeout_seconds: Some(5),
        notes: &[
            "Topic, shop and webhook id are in unsigned headers only, so they are hints.",
            "X-Shopify-Webhook-Id is the same for every attempt of a delivery. It is not signed.",
            "A retry has the body of the first attempt. The unsigned X-Shopify-Triggered-At says how old it is.",
            "No time is signed, so a captured delivery verifies forever. Store idempotency keys.",
            "Your server must accept the connection within 1 s and answer within 5 s. Redirects count as failures.",
            "After you rotate the client secret, it can take an hour until Shopify signs with the new one.",
            "Ids can be larger than 2^53, which JSON.parse rounds. `admin_graphql_api_id` has them as text.",
            "Shopify's newer Events use the header Shopify-Hmac-Sha256 instead. It is not read here.",
        ],
    },
    Provider {
        name: "slack",
        title: "Slack",
        docs: "https://docs.slack.dev/authentication/verifying-requests-from-slack",
        scheme: scheme_of_slack,
        events: &[
            EventType { name: "url_verification", when: "You save the request URL of an app." },
            EventType { name: "event_callback", when: "An event occurs that the app subscribes to." },
            EventType { name: "app_rate_limited", when: "An app receives more than 30,000 events of a workspace within 60 minutes. It is sent every minute." },
        ],
        retries: Some(Retries { attempts: 4, after_seconds: &[0, 60, 300] }),
        timeout_seconds: Some(3),
        notes: &[
            "Slash commands and interactions are form bodies: they have no type and no id.",
            "`type` is the outer one (event_callback, url_verification). The type of the event itself is `event.type`.",
            "A retry has the unsigned headers X-Slack-Retry-Num and X-Slack-Retry-Reason. They are hints.",
            "To stop the retries of an event, add X-Slack-No-Retry: 1 to an answer that is not 2xx.",
            "Slack disables the subscription of an app that fails more than 95 % of its deliveries within 60 minutes, unless it receives fewer than 1,000 events an hour.",
            "Slack follows two redirects at most.",
            "A form with ssl_check=1 only tests your certificate. Slack's Bolt answers 200 to it without a check of the signature.",
        ],
    },
    Provider {
        name: "standard-webhooks",
        title: "Standard Webhooks",
        docs: "https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md",
        scheme: scheme_of_standard_webhooks,
        events: &[
            EventType { name: "contact.created", when: "An example: a contact is created." },
            EventType { name: "contact.updated", when: "An example: a contact changes." },
            EventType { name: "invoice.paid", when: "An example: an invoice is paid." },
        ],
        retries: None,
        timeout_seconds: None,
        notes: &[
            "The signed webhook-id is the idempotency key. It stays the same when a delivery is retried; webhook-timestamp is renewed.",
            "While a secret is being rotated, the header has one signature for each secret, with spaces between.",
            "Asymmetric signatures (v1a) are skipped. A delivery needs a v1 signature to be verified.",
            "Each sender has its own event types. The fields type, timestamp and data are a recommendation.",
            "The specification recommends bodies below 20 kB, and a time limit of 15 to 30 s for the answer. A sender may do otherwise.",
            "An answer with status 410 asks the sender to disable the endpoint.",
        ],
    },
    Provider {
        name: "stripe",
        title: "Stripe",
        docs: "https://docs.stripe.com/webhooks#verify-manually",
        scheme: scheme_of_stripe,
        events: &[
            EventType { name: "checkout.session.completed", when: "A customer completes a Checkout session. With a delayed payment method, `payment_status` may still be unpaid." },
            EventType { name: "checkout.session.async_payment_succeeded", when: "The delayed payment of a completed Checkout session succeeds." },
            EventType { name: "checkout.session.expired", when: "A Checkout session expires." },
            EventType { name: "payment_intent.created", when: "A PaymentIntent is created." },
            EventType { name: "payment_intent.succeeded", when: "A PaymentIntent completes its payment." },
            EventType { name: "payment_intent.payment_failed", when: "A PaymentIntent fails an attempt to pay." },
            EventType { name: "charge.succeeded", when: "A charge succeeds." },
            EventType { name: "charge.failed", when: "A charge fails." },
            EventType { name: "charge.refunded", when: "A charge is refunded, in part or in full." },
            EventType { name: "charge.dispute.created", when: "A customer disputes a charge with their bank." },
            EventType { name: "customer.created", when: "A customer is created." },
            EventType { name: "customer.subscription.created", when: "A customer is subscribed to a plan." },
            EventType { name: "customer.subscription.updated", when: "A subscription changes: another plan, status or period, for example." },
            EventType { name: "customer.subscription.trial_will_end", when: "A trial ends in three days, or was ended early." },
            EventType { name: "customer.subscription.deleted", when: "A subscription ends." },
            EventType { name: "invoice.created", when: "A draft of an invoice is created." },
            EventType { name: "invoice.finalized", when: "A draft becomes an open invoice." },
            EventType { name: "invoice.paid", when: "An invoice is paid, or marked as paid outside Stripe." },
            EventType { name: "invoice.payment_succeeded", when: "An attempt to pay an invoice succeeds." },
            EventType { name: "invoice.payment_failed", when: "An attempt to pay an invoice fails, or no payment method is stored." },
        ],
        retries: None,
        timeout_seconds: None,
        notes: &[
            "The whole secret is the key: `whsec_` is part of it, and nothing is decoded.",
            "Stripe signs every attempt anew, so a retry has a fresh `t`. The `id` stays the same.",
            "Events can arrive more than once and in any order. Use `id` as the idempotency key, and do not order events by `created`.",
            "`v0` is a fake signature that Stripe sends in test mode. Only `v1` is read.",
            "After you roll a secret, the old one can stay valid for up to 24 hours. Until then the header has one `v1` for each secret.",
            "The types follow API version 2026-10-28.endive. An endpoint with an older version receives the older fields.",
            "Thin events (`object` is `v2.core.event`) are signed the same way. They have `related_object` instead of `data.object`.",
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
        key: KeyRule { encoding: KeyEncoding::Utf8, strip_prefixes: texts(&[]), never_prefixes: texts(&["ghp_", "github_pat_", "gho_", "ghu_", "ghs_", "ghr_", "-----BEGIN"]) },
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
        key: KeyRule { encoding: KeyEncoding::Utf8, strip_prefixes: texts(&[]), never_prefixes: texts(&["shpat_", "shpca_", "shppa_", "shptka_"]) },
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
        key: KeyRule { encoding: KeyEncoding::Utf8, strip_prefixes: texts(&[]), never_prefixes: texts(&["xox", "xapp-", "xwfp-"]) },
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
        key: KeyRule { encoding: KeyEncoding::Base64, strip_prefixes: texts(&["v1,whsec_", "whsec_"]), never_prefixes: texts(&["whsk_", "whpk_"]) },
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
        key: KeyRule { encoding: KeyEncoding::Utf8, strip_prefixes: texts(&[]), never_prefixes: texts(&["sk_", "rk_", "pk_"]) },
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
