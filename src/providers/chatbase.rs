//! Chatbase: the raw body alone is signed, with HMAC-SHA-1.

use super::{EventType, Provider, event};

pub(super) const PROVIDER: Provider = Provider {
    title: "Chatbase",
    docs: "https://www.chatbase.co/docs/developer-guides/api/webhooks",
    scheme: "
        name: chatbase
        mac: sha1
        header: x-chatbase-signature
        type: body eventType
    ",
    event_time: None,
    envelope: "{ eventType: Type; chatbotId: string; payload: Payload } & Undocumented",
    events: EVENTS,
    tolerance_from: "",
    retries: None,
    retries_say: "",
    timeout_seconds: None,
    notes: &[
        "HMAC-SHA-1: unbroken as a MAC, deprecated as a hash. The document's prose says plain SHA-1; \
         its code says HMAC, and plain SHA-1 would be forgeable.",
        "No time and no event id are signed: the idempotency key is the SHA-256 of the body.",
    ],
};

const EVENTS: &[EventType] = &[event(
    "leads.submit",
    "A customer leaves name, e-mail and phone with the chatbot.",
    "{ conversationId?: string; customerEmail?: string; customerName?: string; \
     customerPhone?: string } & Undocumented",
)];
