// Bookbag: a customer asks for an order, and leaves an address. The data of all events but
// conversation.replied is likely, not documented.

import type { BookbagEvents } from "../generated/events.ts";

export const bookbag: BookbagEvents = {
  "conversation.replied": {
    event: "conversation.replied",
    data: {
      conversation_id: "conv_83120",
      agent_id: 17,
      message: "Your order 10482 left our warehouse this morning and arrives on Thursday.",
    },
    ts: 1779096611420, // 2026-05-18T09:30:11.420Z
  },
  "conversation.ended": {
    event: "conversation.ended",
    data: { conversation_id: "conv_83120", agent_id: 17 },
    ts: 1779097054087, // 2026-05-18T09:37:34.087Z
  },
  "lead.created": {
    event: "lead.created",
    data: {
      conversation_id: "conv_83120",
      agent_id: 17,
      name: "Tomasz Zieliński",
      email: "tomasz.zielinski@example.com",
      phone: "+1 202 555 0143",
    },
    ts: 1779096870655, // 2026-05-18T09:34:30.655Z
  },
  "action.run": {
    event: "action.run",
    data: { conversation_id: "conv_83120", agent_id: 17, action: "escalate" },
    ts: 1779096942301, // 2026-05-18T09:35:42.301Z
  },
};
