// Secrets: fresh random ones, in the form in which each provider hands them out.

import type { Scheme } from "countersign";

/** A secret for trying out. */
export function freshSecret(scheme: Scheme): string {
  const rule = /^key: (\S+) ?(.*)$/m.exec(scheme.text);
  const prefix = PREFIXES[scheme.name] ?? (rule?.[2]?.split(" ").at(-1) || "");
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  return prefix + (rule?.[1] === "base64" ? btoa(String.fromCharCode(...bytes)) : hex(bytes));
}

const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

const PREFIXES: Readonly<Record<string, string>> = { stripe: "whsec_", shopify: "shpss_" };
