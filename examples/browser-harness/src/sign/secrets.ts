// Secrets: fresh random ones, in the form in which each provider hands them out.

import type { Scheme } from "countersign";

/** A secret for trying out. */
export function freshSecret({ name, key }: Scheme): string {
  const prefix = PREFIXES[name] ?? key?.stripPrefixes?.at(-1) ?? "";
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  return prefix + (key?.encoding === "base64" ? btoa(String.fromCharCode(...bytes)) : hex(bytes));
}

const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

const PREFIXES: Readonly<Record<string, string>> = { stripe: "whsec_", shopify: "shpss_" };
