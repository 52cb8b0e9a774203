// Types of the samples: those of the payloads where a provider documents its events, and the names
// of the events where it does not.

import type { ProviderEvents } from "../generated/events.ts";
import type { ProviderName } from "../generated/provider-names.ts";

/** Samples of every provider, by the type of the event; nothing of them can be set. */
export type Samples = {
  readonly [P in ProviderName]: P extends keyof ProviderEvents
    ? Frozen<ProviderEvents[P]>
    : P extends keyof FrequentEvents
      ? Readonly<Record<FrequentEvents[P], SamplePayload>>
      : never;
};

/** The payload of an event whose fields are not typed. */
export type SamplePayload = { readonly [field: string]: unknown };

/** The events that receivers get most often, of providers whose payloads are not typed. */
export interface FrequentEvents {
  /** By the `X-GitHub-Event` header, which is not signed. */
  github: "ping" | "push" | "pull_request" | "issues" | "issue_comment";
  /** By the `X-Shopify-Topic` header, which is not signed. */
  shopify: "orders/create" | "orders/paid" | "products/update" | "customers/create" | "app/uninstalled";
  slack: "url_verification" | "event_callback" | "app_rate_limited";
  /** Each sender has events of its own; these are examples of the form. */
  "standard-webhooks": "contact.created" | "contact.updated" | "invoice.paid";
  stripe:
    | "checkout.session.completed"
    | "payment_intent.succeeded"
    | "payment_intent.payment_failed"
    | "charge.refunded"
    | "invoice.paid"
    | "customer.subscription.deleted";
}

/** What {@link Samples} holds for one of these providers, as its file writes it. */
export type Frequent<P extends keyof FrequentEvents> = Readonly<Record<FrequentEvents[P], SamplePayload>>;

/** A value of which nothing can be set, however deep. */
export type Frozen<Value> = Value extends object ? { readonly [Key in keyof Value]: Frozen<Value[Key]> } : Value;
