// Written by generate.mjs from src/providers/*.toml; do not edit.

import type { SamplesOf } from "../../samples/types.ts";

export const samplesBookbag: SamplesOf<"bookbag"> = {
  "conversation.replied": {
    "event": "conversation.replied",
    "data": {
      "conversation_id": "conv_83120",
      "agent_id": 17,
      "message": "Your order 10482 left our warehouse this morning and arrives on Thursday."
    },
    "ts": 1779096611420
  },
  "conversation.ended": {
    "event": "conversation.ended",
    "data": {
      "conversation_id": "conv_83120",
      "agent_id": 17
    },
    "ts": 1779097054087
  },
  "lead.created": {
    "event": "lead.created",
    "data": {
      "leadId": 5206,
      "agentId": 17,
      "fields": {
        "name": "Tomasz Zieliński",
        "email": "tomasz.zielinski@example.com",
        "phone": "+1 202 555 0143"
      }
    },
    "ts": 1779096870655
  },
  "action.run": {
    "event": "action.run",
    "data": {
      "conversation_id": "conv_83120",
      "agent_id": 17
    },
    "ts": 1779096942301
  },
};
