// countersign: proves that a webhook delivery came from the provider it names, on the exact bytes
// that arrived.

export type { BodyInput } from "./body.ts";
export type {
  Deliveries,
  Delivery,
  DeliveryFacts,
  DocumentedDelivery,
  UndocumentedDelivery,
  UnknownEventType,
  UntypedDelivery,
} from "./delivery.ts";
export { WebhookError } from "./error.ts";
export type { WebhookErrorCode, WebhookErrorFamily } from "./generated/codes.ts";
export type * from "./generated/events.ts";
export { providers } from "./generated/providers.ts";
export type { FetchHeaders, HeadersInput, HeaderValue } from "./headers.ts";
export type { SignOptions, WebhookOptions } from "./options.ts";
export type { EventTime, Provider, ProviderEventType } from "./provider.ts";
export type { RequestInput } from "./request.ts";
export { defineScheme } from "./scheme.ts";
export type { ProviderName } from "./generated/schemes.ts";
export type { Scheme } from "./scheme.ts";
export type { FieldSpec, FormatSpec, SchemeSpec, SignatureSpec, ToleranceSpec } from "./scheme-spec.ts";
export type { SecretInput } from "./secret.ts";
export { Webhook } from "./webhook.ts";
export type { Check, Refusal } from "./webhook.ts";
