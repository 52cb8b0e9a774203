// countersign: verifies that a webhook delivery came from the provider it names, on the exact bytes that arrived. It is
// countersign/core, which stays outside of this bundle, and the table of providers.

export * from "countersign/core";
export { providers } from "./generated/providers.ts";
export { Webhook } from "./providers/named-webhook.ts";
export type { Provider, ProviderEventType } from "./providers/provider.ts";
