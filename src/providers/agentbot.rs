//! Agentbot: a timestamp and the raw body, signed together.

use alloc::vec;

use super::{EventType, Provider, Retries, UNDOCUMENTED, event, header, in_field, literal, pairs, texts};
use crate::encoding::Encoding;
use crate::scheme::{Algorithm, Piece, Place, SchemeSpec, Tolerance, Unit};

pub(super) const PROVIDER: Provider = Provider {
    name: "agentbot",
    title: "Agentbot",
    docs: "https://agenbot.vercel.app/docs/webhooks",
    scheme,
    envelope: "{ event: Type; timestamp: string; site_id: string; data: Payload } & Undocumented",
    events: EVENTS,
    tolerance_from: "Agentbot documents none; 300 s is what Stripe and Slack take.",
    retries: Some(Retries { attempts: 5, after_seconds: &[60, 300, 1_800, 10_800] }),
    retries_say: "",
    timeout_seconds: None,
    notes: &[
        "X-Agentbot-Event and X-Agentbot-Delivery-Id are not signed: route by the body's `event`.",
        "Whether a retry carries a new `t` is not documented; if it does not, the third attempt and \
         those after it are older than the default tolerance. Choose toleranceSeconds: 14400 to accept \
         them all.",
        "The documented sample signs a re-stringified body; the signature covers the raw one.",
    ],
};

fn scheme() -> SchemeSpec {
    SchemeSpec {
        signature: header("X-Agentbot-Signature", pairs(b',', "v1", "t"), Encoding::Hex),
        content: vec![Piece::Timestamp, literal("."), Piece::Body],
        timestamp: Some(in_field(Unit::Seconds, Tolerance::both(300))),
        event_type: Some(Place::Body("event".into())),
        hints: texts(&["X-Agentbot-Event", "X-Agentbot-Delivery-Id"]),
        ..SchemeSpec::new("agentbot", Algorithm::HmacSha256, "")
    }
}

const EVENTS: &[EventType] = &[
    event("conversation.created", "A new conversation starts.", UNDOCUMENTED),
    event("conversation.closed", "An agent closes a conversation.", UNDOCUMENTED),
    event(
        "message.created",
        "A visitor, an agent or the AI writes a message.",
        "{ conversation_id: string; message_id: string; sender_type: string; body: string; \
         visitor_email: string | null; visitor_name: string | null } & Undocumented",
    ),
    event("conversation.needs_human", "The AI asks for a human to take over.", UNDOCUMENTED),
    event("ticket.created", "A ticket is filed.", UNDOCUMENTED),
    event("ticket.updated", "A ticket's status, priority or assignee changes.", UNDOCUMENTED),
];
