// Messages: what the worker is asked and what it answers, and what is measured.

/** The algorithms that are measured; WebCrypto has them, too. */
export const algorithms = ["hmac-sha1", "hmac-sha256", "hmac-sha512"] as const;
export type Algorithm = (typeof algorithms)[number];

/** What WebCrypto calls the hash of each. */
export const hashes: Readonly<Record<Algorithm, string>> = {
  "hmac-sha1": "SHA-1",
  "hmac-sha256": "SHA-256",
  "hmac-sha512": "SHA-512",
};

/** The sizes of bodies in bytes: from 64 B to 4 MiB, each twice the one before. */
export const sizes: readonly number[] = Array.from({ length: 17 }, (_, power) => 64 * 2 ** power);

/** How often each size is measured, after a round that only warms up. */
export const ROUNDS = 25;

/** One batch of each, one right after the other: µs for one call. */
export interface Pair {
  readonly ours: number;
  /** Null where this page has no WebCrypto. */
  readonly theirs: number | null;
}

/** What the worker says; the page only names an {@link Algorithm}, and ends it. */
export type Report =
  | { readonly report: "clock"; readonly tick: number; readonly batch: number; readonly hasWebCrypto: boolean }
  | { readonly report: "pair"; readonly size: number; readonly pair: Pair }
  | { readonly report: "done" }
  | { readonly report: "failed"; readonly sentence: string };
