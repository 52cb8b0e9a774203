// Contest: the same delivery for both sides. countersign does the whole walk, headers and all; WebCrypto gets the bytes
// of the signature ready to compare.

import { defineScheme, Webhook } from "countersign";
import { type Algorithm, hashes } from "./messages.ts";

/** One body, and the two ways to verify it; each throws if it is refused. */
export interface Contest {
  ours(): void;
  /** Null where this page has no WebCrypto, as on plain HTTP. */
  readonly theirs: (() => Promise<void>) | null;
}

const SECRET = "benchmark_0123456789abcdef";

export async function contestOf(algorithm: Algorithm, size: number): Promise<Contest> {
  const webhook = new Webhook(schemeOf(algorithm), SECRET);
  const body = Uint8Array.from({ length: size }, (_, at) => (at * 31 + (at >> 8)) & 0xff);
  const headers = webhook.sign(body);
  return {
    ours: () => must(webhook.check(body, headers).ok),
    theirs: globalThis.crypto?.subtle ? await webCrypto(algorithm, body, headers["X-Signature"]!) : null,
  };
}

// The plainest scheme there is: the hash of the body, in hex. So the three differ in nothing but the hash.
function schemeOf(algorithm: Algorithm) {
  return defineScheme({ name: "benchmark", algorithm, signature: { header: "X-Signature" } });
}

async function webCrypto(
  algorithm: Algorithm,
  body: Uint8Array<ArrayBuffer>,
  signature: string,
): Promise<() => Promise<void>> {
  const how = { name: "HMAC", hash: hashes[algorithm] };
  const key = await crypto.subtle.importKey("raw", new TextEncoder().encode(SECRET), how, false, ["verify"]);
  const tag = Uint8Array.from(signature.match(/../g)!, (pair) => Number.parseInt(pair, 16));
  return async () => must(await crypto.subtle.verify("HMAC", key, tag, body));
}

function must(holds: boolean): void {
  if (!holds) throw new Error("a sound delivery was refused");
}
