// Written by generate.mjs from src/providers/*.toml; do not edit.

import type { SamplesOf } from "../../samples/types.ts";

export const samplesAgentbot: SamplesOf<"agentbot"> = {
  "conversation.created": {
    "event": "conversation.created",
    "timestamp": "2026-05-18T09:14:05Z",
    "site_id": "site_8f3kq2zd",
    "data": {
      "conversation_id": "conv_5w9t2m7x",
      "visitor_email": null,
      "visitor_name": null
    }
  },
  "conversation.closed": {
    "event": "conversation.closed",
    "timestamp": "2026-05-18T09:41:30Z",
    "site_id": "site_8f3kq2zd",
    "data": {
      "conversation_id": "conv_5w9t2m7x",
      "visitor_email": "ines.carvalho@example.com",
      "visitor_name": "Inês Carvalho"
    }
  },
  "message.created": {
    "event": "message.created",
    "timestamp": "2026-05-18T09:14:06Z",
    "site_id": "site_8f3kq2zd",
    "data": {
      "conversation_id": "conv_5w9t2m7x",
      "message_id": "msg_71c0d4e8",
      "sender_type": "visitor",
      "body": "Hello! Does the Courier 7 fit a child seat, and is it in stock in blue?",
      "visitor_email": null,
      "visitor_name": null
    }
  },
  "conversation.needs_human": {
    "event": "conversation.needs_human",
    "timestamp": "2026-05-18T09:16:48Z",
    "site_id": "site_8f3kq2zd",
    "data": {
      "conversation_id": "conv_5w9t2m7x",
      "visitor_email": "ines.carvalho@example.com",
      "visitor_name": "Inês Carvalho"
    }
  },
  "ticket.created": {
    "event": "ticket.created",
    "timestamp": "2026-05-18T09:22:13Z",
    "site_id": "site_8f3kq2zd",
    "data": {
      "ticket_id": "tkt_20417",
      "conversation_id": "conv_5w9t2m7x",
      "subject": "Delivery date of a Courier 7 in blue",
      "status": "open",
      "priority": "normal",
      "assignee": null
    }
  },
  "ticket.updated": {
    "event": "ticket.updated",
    "timestamp": "2026-05-18T09:25:59Z",
    "site_id": "site_8f3kq2zd",
    "data": {
      "ticket_id": "tkt_20417",
      "conversation_id": "conv_5w9t2m7x",
      "subject": "Delivery date of a Courier 7 in blue",
      "status": "in_progress",
      "priority": "high",
      "assignee": "agent_12"
    }
  },
};
