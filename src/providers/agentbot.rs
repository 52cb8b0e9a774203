//! Agentbot: a timestamp and the raw body, signed together.

use super::{EventType, Provider, Retries, UNDOCUMENTED, event};

pub(super) const PROVIDER: Provider = Provider {
    title: "Agentbot",
    docs: "https://agenbot.vercel.app/docs/webhooks",
    scheme: "
        name: agentbot
        mac: sha256
        header: X-Agentbot-Signature
        format: pairs , = v1 t
        content: {timestamp}.{body}
        timestamp: field s
        tolerance: 300 300
        type: body event
        hint: X-Agentbot-Event X-Agentbot-Delivery-Id
    ",
    event_time: None,
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
