// Written by generate.mjs from src/providers/*.toml; do not edit.

import { CheckedScheme, type Scheme } from "../../scheme/checked.ts";

/**
 * How Bookbag signs, for `new Webhook(bookbag, secret)` of `countersign/core`. Source: <https://bookbag.ai/docs/integrations/webhooks>
 */
export const bookbag: Scheme<"bookbag"> = /* @__PURE__ */ new CheckedScheme(
  { name: "bookbag", algorithm: "hmac-sha256", signature: { header: "X-Bookbag-Signature", format: { kind: "value", prefix: "sha256=" } }, type: { body: "event" }, eventTime: { body: "ts", unit: "ms" } },
) as unknown as Scheme<"bookbag">;
