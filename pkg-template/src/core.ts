// countersign/core: the verifier without a table of providers. It takes what defineScheme returns, and the providers
// that are imported one by one.

export type { BodyInput } from "./admit/body.ts";
export type {
  Deliveries,
  Delivery,
  DeliveryFacts,
  DocumentedDelivery,
  Parsed,
  UndocumentedDelivery,
  UnknownEventType,
  UntypedDelivery,
} from "./delivery/delivery.ts";
export { WebhookError, type WebhookErrorDetail, type WebhookErrorOptions } from "./refusal/error.ts";
export type { WebhookErrorCode, WebhookErrorFamily } from "./generated/codes.ts";
export type * from "./generated/events.ts";
export type { ProviderName } from "./generated/provider-names.ts";
export type { FetchHeaders, HeadersInput, HeaderValue } from "./admit/headers.ts";
export type { SignOptions, WebhookOptions } from "./admit/options.ts";
export type { Refusal } from "./core/refusal.ts";
export type { RequestFacts, RequestInput } from "./admit/request.ts";
export type { Scheme } from "./scheme/checked.ts";
export { defineScheme } from "./define-scheme.ts";
export type { FieldSpec, FormatSpec, SchemeSpec, SignatureSpec, ToleranceSpec } from "./scheme/spec.ts";
export type { SecretInput } from "./admit/secret.ts";
export { type Check, Webhook } from "./webhook.ts";
