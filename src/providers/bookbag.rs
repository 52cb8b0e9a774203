//! Bookbag: the raw body alone is signed.

use super::{EventTime, EventType, Provider, UNDOCUMENTED, event};
use crate::scheme::Unit;

pub(super) const PROVIDER: Provider = Provider {
    title: "Bookbag",
    docs: "https://bookbag.ai/docs/integrations/webhooks",
    scheme: "
        name: bookbag
        mac: sha256
        header: X-Bookbag-Signature
        format: value sha256=
        type: body event
    ",
    event_time: Some(EventTime { key: "ts", unit: Unit::Milliseconds }),
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
