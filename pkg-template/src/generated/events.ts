// Written by generate.mjs from src/providers/*.toml; do not edit.

/** Fields that a provider sends and does not document. */
export type Undocumented = { readonly [field: string]: unknown };

/** The documented events of every provider that documents some and signs their type. */
export interface ProviderEvents {
  agentbot: AgentbotEvents;
  bookbag: BookbagEvents;
  chatbase: ChatbaseEvents;
  digivault: DigiVaultEvents;
  libromi: LibromiEvents;
  stripe: StripeEvents;
}

/** The documented events of providers that name the event in a header, which is not signed. */
export interface HeaderEvents {

}

/** The events of which there is a sample, by provider. */
export interface SampledEvents {
  agentbot:
    | "conversation.created"
    | "conversation.closed"
    | "message.created"
    | "conversation.needs_human"
    | "ticket.created"
    | "ticket.updated";
  bookbag:
    | "conversation.replied"
    | "conversation.ended"
    | "lead.created"
    | "action.run";
  chatbase:
    | "leads.submit";
  digivault:
    | "conversation.created"
    | "conversation.updated"
    | "conversation.archived"
    | "conversation.deleted"
    | "conversation.message.created"
    | "conversation.message.updated"
    | "conversation.message.deleted"
    | "conversation.message.read"
    | "contact.created"
    | "contact.updated"
    | "contact.deleted"
    | "group.created"
    | "group.updated"
    | "group.member_added"
    | "group.member_removed"
    | "group.deleted";
  github:
    | "ping"
    | "push"
    | "pull_request"
    | "issues"
    | "issue_comment";
  libromi:
    | "message.received"
    | "message.sent"
    | "contact.created"
    | "contact.updated"
    | "chatbot.triggered";
  shopify:
    | "orders/create"
    | "orders/paid"
    | "products/update"
    | "customers/create"
    | "app/uninstalled";
  slack:
    | "url_verification"
    | "event_callback"
    | "app_rate_limited";
  "standard-webhooks":
    | "contact.created"
    | "contact.updated"
    | "invoice.paid";
  stripe:
    | "checkout.session.completed"
    | "payment_intent.succeeded"
    | "payment_intent.payment_failed"
    | "charge.refunded"
    | "invoice.paid"
    | "customer.subscription.deleted";
}

/** The body of every event of Agentbot. */
export type AgentbotBody<Type extends string, Payload> = { event: Type; timestamp: string; site_id: string; data: Payload } & Undocumented;

/** The events that Agentbot documents, by type. */
export interface AgentbotEvents {
  /** A new conversation starts. */
  "conversation.created": AgentbotBody<"conversation.created", Record<string, unknown>>;
  /** An agent closes a conversation. */
  "conversation.closed": AgentbotBody<"conversation.closed", Record<string, unknown>>;
  /** A visitor, an agent or the AI writes a message. */
  "message.created": AgentbotBody<"message.created", { conversation_id: string; message_id: string; sender_type: string; body: string; visitor_email: string | null; visitor_name: string | null } & Undocumented>;
  /** The AI asks for a human to take over. */
  "conversation.needs_human": AgentbotBody<"conversation.needs_human", Record<string, unknown>>;
  /** A ticket is filed. */
  "ticket.created": AgentbotBody<"ticket.created", Record<string, unknown>>;
  /** A ticket's status, priority or assignee changes. */
  "ticket.updated": AgentbotBody<"ticket.updated", Record<string, unknown>>;
}

/** The body of every event of Bookbag. */
export type BookbagBody<Type extends string, Payload> = { event: Type; data: Payload; ts: number } & Undocumented;

/** The events that Bookbag documents, by type. */
export interface BookbagEvents {
  /** The agent posts a reply in a conversation. */
  "conversation.replied": BookbagBody<"conversation.replied", { conversation_id: string; agent_id: number; message: string } & Undocumented>;
  /** A conversation is closed or resolved. */
  "conversation.ended": BookbagBody<"conversation.ended", Record<string, unknown>>;
  /** A lead is captured by the collect-leads action. */
  "lead.created": BookbagBody<"lead.created", Record<string, unknown>>;
  /** A custom action, an escalation or another action runs. */
  "action.run": BookbagBody<"action.run", Record<string, unknown>>;
}

/** The body of every event of Chatbase. */
export type ChatbaseBody<Type extends string, Payload> = { eventType: Type; chatbotId: string; payload: Payload } & Undocumented;

/** The events that Chatbase documents, by type. */
export interface ChatbaseEvents {
  /** A customer leaves name, e-mail and phone with the chatbot. */
  "leads.submit": ChatbaseBody<"leads.submit", { conversationId?: string; customerEmail?: string; customerName?: string; customerPhone?: string } & Undocumented>;
}

/** The body of every event of DigiVault. */
export type DigiVaultBody<Type extends string, Payload> = { id: string; type: Type; created_at: number; data: { object: Payload } & Undocumented } & Undocumented;

/** The events that DigiVault documents, by type. */
export interface DigiVaultEvents {
  /** A conversation is created. */
  "conversation.created": DigiVaultBody<"conversation.created", Record<string, unknown>>;
  /** A conversation is updated. */
  "conversation.updated": DigiVaultBody<"conversation.updated", Record<string, unknown>>;
  /** A conversation is archived. */
  "conversation.archived": DigiVaultBody<"conversation.archived", Record<string, unknown>>;
  /** A conversation is deleted. */
  "conversation.deleted": DigiVaultBody<"conversation.deleted", Record<string, unknown>>;
  /** A message is sent in a conversation. */
  "conversation.message.created": DigiVaultBody<"conversation.message.created", { id: string; conversation_id: string; contact?: { id: string; username: string; name: string; avatar_url: string } & Undocumented; message: string; created_at: number } & Undocumented>;
  /** A message is edited. */
  "conversation.message.updated": DigiVaultBody<"conversation.message.updated", Record<string, unknown>>;
  /** A message is deleted. */
  "conversation.message.deleted": DigiVaultBody<"conversation.message.deleted", Record<string, unknown>>;
  /** A message is read. */
  "conversation.message.read": DigiVaultBody<"conversation.message.read", Record<string, unknown>>;
  /** A contact is created. */
  "contact.created": DigiVaultBody<"contact.created", Record<string, unknown>>;
  /** A contact is updated. */
  "contact.updated": DigiVaultBody<"contact.updated", Record<string, unknown>>;
  /** A contact is deleted. */
  "contact.deleted": DigiVaultBody<"contact.deleted", Record<string, unknown>>;
  /** A group is created. */
  "group.created": DigiVaultBody<"group.created", Record<string, unknown>>;
  /** A group is updated. */
  "group.updated": DigiVaultBody<"group.updated", Record<string, unknown>>;
  /** A member joins a group. */
  "group.member_added": DigiVaultBody<"group.member_added", Record<string, unknown>>;
  /** A member leaves a group. */
  "group.member_removed": DigiVaultBody<"group.member_removed", Record<string, unknown>>;
  /** A group is deleted. */
  "group.deleted": DigiVaultBody<"group.deleted", Record<string, unknown>>;
}

/** The body of every event of Libromi. */
export type LibromiBody<Type extends string, Payload> = { type: Type; data: Payload } & Undocumented;

/** The events that Libromi documents, by type. */
export interface LibromiEvents {
  /** A contact sends a message. */
  "message.received": LibromiBody<"message.received", { contact?: { name?: string } & Undocumented; message?: { content?: string } & Undocumented } & Undocumented>;
  /** A message is sent to a contact. */
  "message.sent": LibromiBody<"message.sent", Record<string, unknown>>;
  /** A contact is created. */
  "contact.created": LibromiBody<"contact.created", { contact?: { name?: string } & Undocumented } & Undocumented>;
  /** A contact's details change. */
  "contact.updated": LibromiBody<"contact.updated", Record<string, unknown>>;
  /** A chatbot is triggered. */
  "chatbot.triggered": LibromiBody<"chatbot.triggered", Record<string, unknown>>;
}

/** The body of every event of Stripe. */
export type StripeBody<Type extends string, Payload> = { id: string; type: Type; created: number; data: { object: Payload } & Undocumented } & Undocumented;

/** The events that Stripe documents, by type. */
export interface StripeEvents {
  /** It happened. */
  "checkout.session.completed": StripeBody<"checkout.session.completed", Record<string, unknown>>;
  /** It happened. */
  "payment_intent.succeeded": StripeBody<"payment_intent.succeeded", Record<string, unknown>>;
  /** It happened. */
  "payment_intent.payment_failed": StripeBody<"payment_intent.payment_failed", Record<string, unknown>>;
  /** It happened. */
  "charge.refunded": StripeBody<"charge.refunded", Record<string, unknown>>;
  /** It happened. */
  "invoice.paid": StripeBody<"invoice.paid", Record<string, unknown>>;
  /** It happened. */
  "customer.subscription.deleted": StripeBody<"customer.subscription.deleted", Record<string, unknown>>;
}
