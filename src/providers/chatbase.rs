//! Chatbase: the raw body alone is signed, with HMAC-SHA-1.

use super::{EventType, Provider, event};
use crate::scheme::{Algorithm, Place, SchemeSpec};

pub(super) const PROVIDER: Provider = Provider {
    name: "chatbase",
    title: "Chatbase",
    docs: "https://www.chatbase.co/docs/developer-guides/api/webhooks",
    scheme,
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

fn scheme() -> SchemeSpec {
    SchemeSpec {
        event_type: Some(Place::Body("eventType".into())),
        ..SchemeSpec::new("chatbase", Algorithm::HmacSha1, "x-chatbase-signature")
    }
}

const EVENTS: &[EventType] = &[event(
    "leads.submit",
    "A customer leaves name, e-mail and phone with the chatbot.",
    "{ conversationId?: string; customerEmail?: string; customerName?: string; \
     customerPhone?: string } & Undocumented",
)];
