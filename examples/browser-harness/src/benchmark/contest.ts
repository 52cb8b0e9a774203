// Contest: the same delivery for both sides. countersign does the whole walk, headers and all; WebCrypto gets the bytes
// of the signature ready to compare.

import { defineScheme, Webhook } from "countersign";
import type { Mac } from "./messages.ts";

/** One body, and the two ways to verify it; each throws if it is refused. */
export interface Contest {
  ours(): void;
  /** Null where this page has no WebCrypto, as on plain HTTP. */
  readonly theirs: (() => Promise<void>) | null;
}

const SECRET = "benchmark_0123456789abcdef";
const HASHES: Record<Mac, string> = { sha1: "SHA-1", sha256: "SHA-256", sha512: "SHA-512" };

/** What WebCrypto calls this hash. */
export const hashName = (mac: Mac): string => HASHES[mac];

export async function contestOf(mac: Mac, size: number): Promise<Contest> {
  const webhook = new Webhook(schemeOf(mac), SECRET);
  const body = Uint8Array.from({ length: size }, (_, at) => (at * 31 + (at >> 8)) & 0xff);
  const headers = webhook.sign(body);
  return {
    ours: () => must(webhook.check(body, headers).ok),
    theirs: globalThis.crypto?.subtle ? await webCrypto(mac, body, headers["X-Signature"]!) : null,
  };
}

// The plainest scheme there is: the hash of the body, in hex. So the three differ in nothing but the hash.
function schemeOf(mac: Mac) {
  return defineScheme({ name: "benchmark", mac, signature: { header: "X-Signature" } });
}

async function webCrypto(mac: Mac, body: Uint8Array<ArrayBuffer>, signature: string): Promise<() => Promise<void>> {
  const algorithm = { name: "HMAC", hash: hashName(mac) };
  const key = await crypto.subtle.importKey("raw", new TextEncoder().encode(SECRET), algorithm, false, ["verify"]);
  const tag = Uint8Array.from(signature.match(/../g)!, (pair) => Number.parseInt(pair, 16));
  return async () => must(await crypto.subtle.verify("HMAC", key, tag, body));
}

function must(holds: boolean): void {
  if (!holds) throw new Error("a sound delivery was refused");
}
