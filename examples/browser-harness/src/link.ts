// Link: a delivery as text behind the # of the address, which no browser sends to a server.
// The secrets are never in it, nor is what may let someone in: other headers, and the query of the URL.

import { type Provider, providers, WebhookError } from "countersign";
import { leaveExample } from "./inspect/examples.ts";
import { outcome } from "./inspect/look.ts";
import { holdsAny, partsOf } from "./leak.ts";
import { toleranceOf, writtenTolerance } from "./limits.ts";
import { bytesOf, linkedBody, type Linked, LinkProblem, packed, unpacked } from "./linked.ts";
import { bareUrl, leftOfUrl, replayWarning, travels } from "./replayed.ts";
import {
  checkedScheme,
  chooseScheme,
  delivery,
  maxEventAge,
  now,
  otherSecrets,
  scheme,
  schemeName,
  secret,
  tolerance,
} from "./state.ts";

/** A link, what is not in it, and what is to be known before it is sent. */
export interface MadeLink {
  readonly link: string;
  /** The names of what was left out. */
  readonly left: readonly string[];
  /** Whether there were secrets to search for. */
  readonly isSearched: boolean;
  /** Who can replay the delivery; none without a header that may be a signature. */
  readonly warning?: string;
}

/**
 * The link to what is inspected.
 *
 * @throws LinkProblem if it would be too long, or would hold a secret
 */
export async function makeLink(): Promise<MadeLink> {
  const { method, url, headers, body } = delivery.value;
  const named = linkedScheme(); // first: it says what is wrong with one that was typed
  const left = headers.map(([name]) => name).filter((name) => !travels(name, scheme()));
  left.push(...leftOfUrl(url).map((part) => `the ${part} of the URL`));
  const linked: Linked = {
    scheme: named,
    method,
    url: bareUrl(url),
    headers: headers.filter(([name]) => travels(name, scheme())),
    body: linkedBody(body),
    now: now.value ?? Date.now(),
    ...(tolerance.value !== null && { tolerance: writtenTolerance(tolerance.value) }),
    ...(maxEventAge.value !== null && { maxEventAge: maxEventAge.value }),
  };
  const warning = replayWarning(outcome.value.kind === "verified", scheme(), tolerance.value);
  const link = `${location.href.split("#")[0]}#inspect/${await packed(linked)}`;
  const isSearched = refuseSecrets(linked, body);
  return { link, left, isSearched, ...(linked.headers.length > 0 && { warning }) };
}

/**
 * Opens the text behind `#inspect/`.
 *
 * @throws LinkProblem if it is anything but what {@link makeLink} makes
 */
export async function openLink(link: string): Promise<void> {
  const { scheme: linked, method, url, headers, body, ...limits } = await unpacked(link);
  leaveExample();
  chooseScheme(linked);
  delivery.value = { method, url, headers, body: bytesOf(body) };
  now.value = limits.now;
  tolerance.value = limits.tolerance === undefined ? null : toleranceOf(limits.tolerance);
  maxEventAge.value = limits.maxEventAge ?? null;
}

function linkedScheme(): Linked["scheme"] {
  if (schemeName.value !== "custom") return schemeName.value;
  const checked = checkedScheme.value;
  if (checked instanceof WebhookError) throw new LinkProblem(`No link was made. ${checked.message}`);
  return checked;
}

// A secret that was pasted into the delivery by mistake would travel with it.
function refuseSecrets({ scheme: named, method, url, headers }: Linked, body: Uint8Array): boolean {
  const prefixes = Object.values<Provider>(providers).flatMap(({ secretPrefix }) => secretPrefix ?? []);
  const secrets = [secret.value, ...otherSecrets.value.map((other) => other.secret)];
  const parts = partsOf(secrets, scheme().key, prefixes);
  const held = [JSON.stringify(named), method, url, ...headers.flat(), body];
  if (holdsAny(held, parts)) throw new LinkProblem("No link was made: the delivery itself holds the secret.");
  return parts.length > 0;
}
