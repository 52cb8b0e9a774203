// countersign/core: the verifier without a table of providers. It takes what defineScheme returns, and the providers
// that are imported one by one.

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
export { WebhookError, type WebhookErrorDetail, type WebhookErrorOptions } from "./error.ts";
export type { WebhookErrorCode, WebhookErrorFamily } from "./generated/codes.ts";
export type * from "./generated/events.ts";
export type { ProviderName } from "./generated/provider-names.ts";
export type { FetchHeaders, HeadersInput, HeaderValue } from "./headers.ts";
export type { SignOptions, WebhookOptions } from "./options.ts";
export type { Refusal } from "./refusal.ts";
export type { RequestFacts, RequestInput } from "./request.ts";
export type { Scheme } from "./checked-scheme.ts";
export { defineScheme } from "./scheme.ts";
export type { FieldSpec, FormatSpec, SchemeSpec, SignatureSpec, ToleranceSpec } from "./scheme-spec.ts";
export type { SecretInput } from "./secret.ts";
export { type Check, Webhook } from "./webhook.ts";
