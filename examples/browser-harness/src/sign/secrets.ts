// Secrets: fresh random ones, in the form in which each provider hands them out.

import { type Provider, providers, type Scheme } from "countersign";

/** A secret for trying out. */
export function freshSecret({ name, key }: Scheme): string {
  const provider: Provider | undefined = Object.values(providers).find((one) => one.name === name);
  const prefix = provider?.secretPrefix ?? key?.stripPrefixes?.at(-1) ?? "";
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  return prefix + (key?.encoding === "base64" ? btoa(String.fromCharCode(...bytes)) : hex(bytes));
}

const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
