//! DigiVault: the raw body alone is signed; its documents name the header in two ways.

use super::{EventType, Provider, Retries, UNDOCUMENTED, event};
use crate::scheme::{Algorithm, EventTime, Place, SchemeSpec, Unit};

pub(super) const PROVIDER: Provider = Provider {
    name: "digivault",
    title: "DigiVault",
    docs: "",
    scheme,
    envelope: "{ id: string; type: Type; created_at: number; data: { object: Payload } & Undocumented } \
               & Undocumented",
    events: EVENTS,
    tolerance_from: "",
    retries: Some(Retries { attempts: 6, after_seconds: &[60, 300, 900, 3_600, 21_600] }),
    retries_say: "",
    timeout_seconds: Some(30),
    notes: &[
        "The header is X-DigiVault-Signature or x-bitvault-signature; if both come they must be equal.",
        "The signed `id` is the idempotency key. The dashboard's test event always has the id \
         webhook_test_123, so a second test looks like a duplicate.",
        "No time is signed in a header; `created_at`, in seconds, is the time of the event, and a \
         retry may be 7 h 21 min younger. maxEventAgeSeconds checks it, and is off by default: \
         28800 accepts every retry.",
    ],
};

fn scheme() -> SchemeSpec {
    // The documents disagree: two samples read x-bitvault-signature, one X-DigiVault-Signature. Both
    // are read; if both come they must be equal.
    let mut spec = SchemeSpec::new("digivault", Algorithm::HmacSha256, "X-DigiVault-Signature");
    spec.signature.headers.push("x-bitvault-signature".into());
    SchemeSpec {
        event_type: Some(Place::Body("type".into())),
        event_id: Some(Place::Body("id".into())),
        event_time: Some(EventTime { path: "created_at".into(), unit: Unit::Seconds }),
        ..spec
    }
}

const MESSAGE: &str = "{ id: string; conversation_id: string; contact?: { id: string; username: string; \
    name: string; avatar_url: string } & Undocumented; message: string; created_at: number } & Undocumented";

const EVENTS: &[EventType] = &[
    event("conversation.created", "A conversation is created.", UNDOCUMENTED),
    event("conversation.updated", "A conversation is updated.", UNDOCUMENTED),
    event("conversation.archived", "A conversation is archived.", UNDOCUMENTED),
    event("conversation.deleted", "A conversation is deleted.", UNDOCUMENTED),
    event("conversation.message.created", "A message is sent in a conversation.", MESSAGE),
    event("conversation.message.updated", "A message is edited.", UNDOCUMENTED),
    event("conversation.message.deleted", "A message is deleted.", UNDOCUMENTED),
    event("conversation.message.read", "A message is read.", UNDOCUMENTED),
    event("contact.created", "A contact is created.", UNDOCUMENTED),
    event("contact.updated", "A contact is updated.", UNDOCUMENTED),
    event("contact.deleted", "A contact is deleted.", UNDOCUMENTED),
    event("group.created", "A group is created.", UNDOCUMENTED),
    event("group.updated", "A group is updated.", UNDOCUMENTED),
    event("group.member_added", "A member joins a group.", UNDOCUMENTED),
    event("group.member_removed", "A member leaves a group.", UNDOCUMENTED),
    event("group.deleted", "A group is deleted.", UNDOCUMENTED),
];
