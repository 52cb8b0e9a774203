// Written by generate.mjs from src/providers/*.toml; do not edit.

import { builtInScheme } from "../named-scheme.ts";
import { frozen, type Provider } from "../provider.ts";
import type { ProviderName } from "./provider-names.ts";

/**
 * Every built-in provider, by name: what {@link Webhook} takes, and what their documents say.
 *
 * @example
 * const titles = Object.values(providers).map(({ title }) => title);
 */
export const providers: Readonly<Record<ProviderName, Provider>> = /* @__PURE__ */ frozen(() => ({
  agentbot: {
    name: "agentbot",
    title: "Agentbot",
    docs: "https://agenbot.vercel.app/docs/webhooks",
    scheme: builtInScheme("agentbot"),
    timeoutSeconds: null,
    retries: { attempts: 5, afterSeconds: [60, 300, 1800, 10800] },
    events: [
      { type: "conversation.created", when: "A new conversation starts." },
      { type: "conversation.closed", when: "An agent closes a conversation." },
      { type: "message.created", when: "A visitor, an agent or the AI writes a message." },
      { type: "conversation.needs_human", when: "The AI asks for a human to take over." },
      { type: "ticket.created", when: "A ticket is filed." },
      { type: "ticket.updated", when: "A ticket's status, priority or assignee changes." },
    ],
    notes: [
      "X-Agentbot-Event and X-Agentbot-Delivery-Id are not signed: route by the body's `event`.",
      "Whether a retry carries a new `t` is not documented; if it does not, the third attempt and those after it are older than the default tolerance. Choose toleranceSeconds: 14400 to accept them all.",
      "The documented sample signs a re-stringified body; the signature covers the raw one.",
    ],
  },
  bookbag: {
    name: "bookbag",
    title: "Bookbag",
    docs: "https://bookbag.ai/docs/integrations/webhooks",
    scheme: builtInScheme("bookbag"),
    timeoutSeconds: null,
    retries: null,
    events: [
      { type: "conversation.replied", when: "The agent posts a reply in a conversation." },
      { type: "conversation.ended", when: "A conversation is closed or resolved." },
      { type: "lead.created", when: "A lead is captured by the collect-leads action." },
      { type: "action.run", when: "A custom action, an escalation or another action runs." },
    ],
    notes: [
      "No time is signed in a header, so a captured delivery verifies for ever: keep idempotency keys.",
      "The body's `ts`, in milliseconds, is signed with it; whether it is the time of the event or of the attempt is not documented. maxEventAgeSeconds checks it, and is off by default.",
      "No event id is documented: the idempotency key is the SHA-256 of the body.",
      "The user may choose the secret; blanks around it are part of it.",
    ],
  },
  chatbase: {
    name: "chatbase",
    title: "Chatbase",
    docs: "https://www.chatbase.co/docs/developer-guides/api/webhooks",
    scheme: builtInScheme("chatbase"),
    timeoutSeconds: null,
    retries: null,
    events: [
      { type: "leads.submit", when: "A customer leaves name, e-mail and phone with the chatbot." },
    ],
    notes: [
      "HMAC-SHA-1: unbroken as a MAC, deprecated as a hash. The document's prose says plain SHA-1; its code says HMAC, and plain SHA-1 would be forgeable.",
      "No time and no event id are signed: the idempotency key is the SHA-256 of the body.",
    ],
  },
  digivault: {
    name: "digivault",
    title: "DigiVault",
    docs: null,
    scheme: builtInScheme("digivault"),
    timeoutSeconds: 30,
    retries: { attempts: 6, afterSeconds: [60, 300, 900, 3600, 21600] },
    events: [
      { type: "conversation.created", when: "A conversation is created." },
      { type: "conversation.updated", when: "A conversation is updated." },
      { type: "conversation.archived", when: "A conversation is archived." },
      { type: "conversation.deleted", when: "A conversation is deleted." },
      { type: "conversation.message.created", when: "A message is sent in a conversation." },
      { type: "conversation.message.updated", when: "A message is edited." },
      { type: "conversation.message.deleted", when: "A message is deleted." },
      { type: "conversation.message.read", when: "A message is read." },
      { type: "contact.created", when: "A contact is created." },
      { type: "contact.updated", when: "A contact is updated." },
      { type: "contact.deleted", when: "A contact is deleted." },
      { type: "group.created", when: "A group is created." },
      { type: "group.updated", when: "A group is updated." },
      { type: "group.member_added", when: "A member joins a group." },
      { type: "group.member_removed", when: "A member leaves a group." },
      { type: "group.deleted", when: "A group is deleted." },
    ],
    notes: [
      "The header is X-DigiVault-Signature or x-bitvault-signature; if both come they must be equal.",
      "The signed `id` is the idempotency key. The dashboard's test event always has the id webhook_test_123, so a second test looks like a duplicate.",
      "No time is signed in a header; `created_at`, in seconds, is the time of the event, and a retry may be 7 h 21 min younger. maxEventAgeSeconds checks it, and is off by default: 28800 accepts every retry.",
    ],
  },
  github: {
    name: "github",
    title: "GitHub",
    docs: "https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries",
    scheme: builtInScheme("github"),
    timeoutSeconds: 10,
    retries: { attempts: 1, afterSeconds: [] },
    events: [
      { type: "ping", when: "It happened." },
      { type: "push", when: "It happened." },
      { type: "pull_request", when: "It happened." },
      { type: "issues", when: "It happened." },
      { type: "issue_comment", when: "It happened." },
    ],
    notes: [
      "The event type stands in the unsigned X-GitHub-Event header only: it is a hint.",
      "The legacy X-Hub-Signature header, with HMAC-SHA-1, is never read.",
    ],
  },
  libromi: {
    name: "libromi",
    title: "Libromi",
    docs: null,
    scheme: builtInScheme("libromi"),
    timeoutSeconds: 30,
    retries: { attempts: 4, afterSeconds: [] },
    events: [
      { type: "message.received", when: "A contact sends a message." },
      { type: "message.sent", when: "A message is sent to a contact." },
      { type: "contact.created", when: "A contact is created." },
      { type: "contact.updated", when: "A contact's details change." },
      { type: "chatbot.triggered", when: "A chatbot is triggered." },
    ],
    notes: [
      "The documented sample signs a re-stringified body; the signature covers the raw one.",
      "The document asks for idempotency by event id, and documents none: the idempotency key is the SHA-256 of the body, so two equal messages look like one.",
      "No time is signed, so a captured delivery verifies for ever: keep idempotency keys.",
      "The document asks for 200 always; answer 401 to a bad signature, as its own sample does.",
    ],
  },
  shopify: {
    name: "shopify",
    title: "Shopify",
    docs: "https://shopify.dev/docs/apps/build/webhooks/subscribe/https",
    scheme: builtInScheme("shopify"),
    timeoutSeconds: 5,
    retries: { attempts: 9, afterSeconds: [] },
    events: [
      { type: "orders/create", when: "It happened." },
      { type: "orders/paid", when: "It happened." },
      { type: "products/update", when: "It happened." },
      { type: "customers/create", when: "It happened." },
      { type: "app/uninstalled", when: "It happened." },
    ],
    notes: [
      "Topic, shop and webhook id stand in unsigned headers only: they are hints.",
    ],
  },
  slack: {
    name: "slack",
    title: "Slack",
    docs: "https://docs.slack.dev/authentication/verifying-requests-from-slack",
    scheme: builtInScheme("slack"),
    timeoutSeconds: 3,
    retries: { attempts: 4, afterSeconds: [0, 60, 300] },
    events: [
      { type: "url_verification", when: "It happened." },
      { type: "event_callback", when: "It happened." },
      { type: "app_rate_limited", when: "It happened." },
    ],
    notes: [
      "Slash commands and interactions are form bodies: they have no type and no id.",
      "`type` is the outer one (event_callback, url_verification); the event's own is nested.",
    ],
  },
  "standard-webhooks": {
    name: "standard-webhooks",
    title: "Standard Webhooks",
    docs: "https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md",
    scheme: builtInScheme("standard-webhooks"),
    timeoutSeconds: null,
    retries: null,
    events: [
      { type: "contact.created", when: "It happened." },
      { type: "contact.updated", when: "It happened." },
      { type: "invoice.paid", when: "It happened." },
    ],
    notes: [
      "The signed webhook-id is the idempotency key.",
      "Asymmetric signatures (v1a) are skipped; a v1 signature must come along.",
    ],
  },
  stripe: {
    name: "stripe",
    title: "Stripe",
    docs: "https://docs.stripe.com/webhooks#verify-manually",
    scheme: builtInScheme("stripe"),
    timeoutSeconds: null,
    retries: null,
    events: [
      { type: "checkout.session.completed", when: "It happened." },
      { type: "payment_intent.succeeded", when: "It happened." },
      { type: "payment_intent.payment_failed", when: "It happened." },
      { type: "charge.refunded", when: "It happened." },
      { type: "invoice.paid", when: "It happened." },
      { type: "customer.subscription.deleted", when: "It happened." },
    ],
    notes: [
      "The whole secret is the key: whsec_ is part of it, and nothing is decoded.",
    ],
  },
}));
