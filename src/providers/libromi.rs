//! Libromi: the raw body alone is signed.

use super::{EventType, Provider, Retries, UNDOCUMENTED, event};
use crate::scheme::{Algorithm, Place, SchemeSpec};

pub(super) const PROVIDER: Provider = Provider {
    name: "libromi",
    title: "Libromi",
    docs: "",
    scheme,
    envelope: "{ type: Type; data: Payload } & Undocumented",
    events: EVENTS,
    tolerance_from: "",
    retries: Some(Retries { attempts: 4, after_seconds: &[] }),
    retries_say: "",
    timeout_seconds: Some(30),
    notes: &[
        "The documented sample signs a re-stringified body; the signature covers the raw one.",
        "The document asks for idempotency by event id, and documents none: the idempotency key is the \
         SHA-256 of the body, so two equal messages look like one.",
        "No time is signed, so a captured delivery verifies for ever: keep idempotency keys.",
        "The document asks for 200 always; answer 401 to a bad signature, as its own sample does.",
    ],
};

fn scheme() -> SchemeSpec {
    SchemeSpec {
        event_type: Some(Place::Body("type".into())),
        ..SchemeSpec::new("libromi", Algorithm::HmacSha256, "x-libromi-signature")
    }
}

const EVENTS: &[EventType] = &[
    event(
        "message.received",
        "A contact sends a message.",
        "{ contact?: { name?: string } & Undocumented; message?: { content?: string } & Undocumented } \
         & Undocumented",
    ),
    event("message.sent", "A message is sent to a contact.", UNDOCUMENTED),
    event(
        "contact.created",
        "A contact is created.",
        "{ contact?: { name?: string } & Undocumented } & Undocumented",
    ),
    event("contact.updated", "A contact's details change.", UNDOCUMENTED),
    event("chatbot.triggered", "A chatbot is triggered.", UNDOCUMENTED),
];
