// Link: a delivery as text behind the # of the address, which no browser sends to a server.
// The secrets are never in it, nor are the headers that let someone in.

import { WebhookError } from "countersign";
import { plainText } from "./inspect/bytes.ts";
import { leaveExample } from "./inspect/examples.ts";
import { toleranceOf, writtenTolerance } from "./limits.ts";
import { bytesOf, linkedBody, type Linked, LinkProblem, packed, unpacked } from "./linked.ts";
import {
  checkedScheme,
  chooseScheme,
  delivery,
  maxEventAge,
  now,
  otherSecrets,
  schemeName,
  secret,
  tolerance,
} from "./state.ts";

const LEFT_OUT = new Set(["authorization", "proxy-authorization", "cookie"]);

/**
 * The link to what is inspected, and the names of the headers that are not in it.
 *
 * @throws LinkProblem if it would be too long, or would hold a secret
 */
export async function makeLink(): Promise<{ link: string; left: string[] }> {
  const { method, url, headers, body } = delivery.value;
  const linked: Linked = {
    scheme: linkedScheme(),
    method,
    url: withoutLogin(url),
    headers: headers.filter(([name]) => !LEFT_OUT.has(name.toLowerCase())),
    body: linkedBody(body),
    now: now.value ?? Date.now(),
    ...(tolerance.value !== null && { tolerance: writtenTolerance(tolerance.value) }),
    ...(maxEventAge.value !== null && { maxEventAge: maxEventAge.value }),
  };
  refuseSecrets(linked);
  const left = headers.map(([name]) => name).filter((name) => LEFT_OUT.has(name.toLowerCase()));
  return { link: `${location.href.split("#")[0]}#inspect/${await packed(linked)}`, left };
}

/**
 * Opens the text behind `#inspect/`.
 *
 * @throws LinkProblem if it is anything but what {@link makeLink} makes
 */
export async function openLink(link: string): Promise<void> {
  const { scheme, method, url, headers, body, ...limits } = await unpacked(link);
  leaveExample();
  chooseScheme(scheme);
  delivery.value = { method, url, headers, body: bytesOf(body) };
  now.value = limits.now;
  tolerance.value = limits.tolerance === undefined ? null : toleranceOf(limits.tolerance);
  maxEventAge.value = limits.maxEventAge ?? null;
}

function linkedScheme(): Linked["scheme"] {
  if (schemeName.value !== "custom") return schemeName.value;
  const scheme = checkedScheme.value;
  if (scheme instanceof WebhookError) throw new LinkProblem(`No link was made. ${scheme.message}`);
  return scheme;
}

// A secret that was pasted into a header or the body by mistake would travel with it.
function refuseSecrets(linked: Linked): void {
  const text = JSON.stringify({ ...linked, body: plainText(delivery.value.body) ?? "" });
  // The blanks around one may be what is wrong with it.
  const held = [secret.value, ...otherSecrets.value.map((other) => other.secret)].map((one) => one.trim());
  // What is shorter than this is in every delivery.
  const isInside = held.some((one) => one.length >= 8 && text.includes(JSON.stringify(one).slice(1, -1)));
  if (isInside) throw new LinkProblem("No link was made: the delivery itself holds the secret.");
}

// A URL may hold a name and a password in front of its host.
function withoutLogin(url: string): string {
  return url.replace(/^([a-z][a-z0-9+.-]*:)?\/\/[^/?#]*@/i, "$1//");
}
