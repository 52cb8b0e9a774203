// Named scheme: from the name of a built-in provider to its scheme.

import type { ProviderName } from "../generated/provider-names.ts";
import { schemes } from "../generated/schemes.ts";
import { CheckedScheme } from "../scheme/checked.ts";
import type { Scheme } from "../scheme/checked.ts";
import { ARGUMENTS_SWAPPED, PROVIDER_ON_PAGE, PROVIDER_UNKNOWN, refuse } from "../refusal/sentences.ts";
import { suggest } from "../refusal/suggest.ts";

/**
 * The scheme of a provider by its name; whatever is not a name is answered as it is.
 *
 * @param secret - what came as the secret, for the case that the two are swapped
 * @throws {@link WebhookError} `PROVIDER_UNKNOWN`, with the name that was probably meant
 */
export function schemeNamed(scheme: unknown, secret: unknown): unknown {
  if (typeof scheme !== "string") return scheme;
  if (isProvider(scheme)) return builtInScheme(scheme);
  if (typeof secret === "string" && isProvider(secret)) {
    throw refuse(ARGUMENTS_SWAPPED, { name: JSON.stringify(secret) });
  }
  const wanted = scheme.toLowerCase();
  if (Object.hasOwn(ELSEWHERE, wanted)) {
    throw refuse(PROVIDER_ON_PAGE, { name: JSON.stringify(wanted), advice: ELSEWHERE[wanted] ?? "" });
  }
  const names = Object.keys(schemes);
  const near = suggest(scheme, names);
  // What is near no name may be a secret in the wrong place, which must not reach the log.
  const name = near === "" ? "of that name" : `named ${JSON.stringify(scheme)}`;
  throw refuse(PROVIDER_UNKNOWN, { name, near, known: names.join(", ") });
}

const made: { [name: string]: Scheme } = {};

/** A built-in scheme, made once. */
export function builtInScheme<P extends ProviderName>(name: P): Scheme<P> {
  return (made[name] ??= new CheckedScheme(schemes[name]) as unknown as Scheme) as Scheme<P>;
}

function isProvider(name: string): name is ProviderName {
  return Object.hasOwn(schemes, name);
}

const SVIX = "it signs as Svix does. examples/schemes.md has that scheme to paste into defineScheme.";
const PASTE = "examples/schemes.md has its scheme to paste into defineScheme.";
const DEFINE = "examples/schemes.md says how to define it, from its documentation.";
const STANDARD = 'it signs as Standard Webhooks does: new Webhook("standard-webhooks", secret).';

/** Names that people try, and what to write instead. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  svix: PASTE,
  clerk: SVIX,
  resend: SVIX,
  openai: STANDARD,
  paddle: PASTE,
  "lemon-squeezy": PASTE,
  linear: PASTE,
  pagerduty: PASTE,
  meta: PASTE,
  intercom: PASTE,
  zoom: PASTE,
  twitch: DEFINE,
  docusign: DEFINE,
  recurly: DEFINE,
  zendesk: DEFINE,
};
