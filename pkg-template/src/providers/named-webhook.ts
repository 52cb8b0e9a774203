// Named webhook: the Webhook that knows the built-in providers by name.

import {
  Webhook as CoreWebhook,
  type ProviderName,
  type Scheme,
  type SecretInput,
  type WebhookOptions,
} from "countersign/core";
import { schemeNamed } from "./named-scheme.ts";

/**
 * Verifies, and signs, the deliveries of one endpoint: HMAC (RFC 2104) over the raw body and what
 * the scheme signs with it, compared in constant time.
 *
 * No method ever tells secrets: they become keys inside the WebAssembly module, and no field keeps
 * them.
 *
 * @example
 * import { Webhook } from "countersign";
 *
 * const webhook = new Webhook("agentbot", process.env.AGENTBOT_SECRET!);
 * const delivery = webhook.verify(rawBody, request.headers);
 */
export class Webhook<P extends string = string> extends CoreWebhook<P> {
  /**
   * @param scheme - the name of a built-in provider, or what {@link defineScheme} returns
   * @param secret - text, which becomes a key by the scheme's rule, or the bytes of the key; or a
   *   list of them, while a secret is being replaced: the first signs, every one verifies
   * @param options - tolerance and greatest age of events in seconds, clock in milliseconds
   * @throws {@link WebhookError} family `misuse`: `PROVIDER_UNKNOWN`, `SCHEME_INVALID`,
   *   `SECRET_EMPTY`, `SECRET_INVALID`, `OPTION_INVALID`, or `WASM_UNAVAILABLE` when the platform
   *   does not run WebAssembly
   * @example
   * const secrets = [process.env.SECRET!, process.env.PREVIOUS_SECRET!];
   * const webhook = new Webhook("stripe", secrets, { toleranceSeconds: 600 });
   */
  constructor(
    scheme: (P & ProviderName) | Scheme<P>,
    secret: SecretInput | readonly SecretInput[],
    options?: WebhookOptions,
  ) {
    super(schemeNamed(scheme, secret) as Scheme<P>, secret, options);
  }
}
