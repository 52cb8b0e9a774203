//! Bookbag: the raw body alone is signed.

use super::{EventType, Provider, UNDOCUMENTED, event, header, value};
use crate::encoding::Encoding;
use crate::scheme::{Algorithm, EventTime, Place, SchemeSpec, Unit};

pub(super) const PROVIDER: Provider = Provider {
    name: "bookbag",
    title: "Bookbag",
    docs: "https://bookbag.ai/docs/integrations/webhooks",
    scheme,
    envelope: "{ event: Type; data: Payload; ts: number } & Undocumented",
    events: EVENTS,
    tolerance_from: "",
    retries: None,
    retries_say: "",
    timeout_seconds: None,
    notes: &[
        "No time is signed in a header, so a captured delivery verifies for ever: keep idempotency keys.",
        "The body's `ts`, in milliseconds, is signed with it; whether it is the time of the event or \
         of the attempt is not documented. maxEventAgeSeconds checks it, and is off by default.",
        "No event id is documented: the idempotency key is the SHA-256 of the body.",
        "The user may choose the secret; blanks around it are part of it.",
    ],
};

fn scheme() -> SchemeSpec {
    SchemeSpec {
        signature: header("X-Bookbag-Signature", value("sha256="), Encoding::Hex),
        event_type: Some(Place::Body("event".into())),
        event_time: Some(EventTime { path: "ts".into(), unit: Unit::Milliseconds }),
        ..SchemeSpec::new("bookbag", Algorithm::HmacSha256, "")
    }
}

const EVENTS: &[EventType] = &[
    event(
        "conversation.replied",
        "The agent posts a reply in a conversation.",
        "{ conversation_id: string; agent_id: number; message: string } & Undocumented",
    ),
    event("conversation.ended", "A conversation is closed or resolved.", UNDOCUMENTED),
    event("lead.created", "A lead is captured by the collect-leads action.", UNDOCUMENTED),
    event("action.run", "A custom action, an escalation or another action runs.", UNDOCUMENTED),
];
