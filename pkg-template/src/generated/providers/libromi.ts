// Written by generate.mjs from src/providers/*.toml; do not edit.

import { CheckedScheme, type Scheme } from "../../scheme/checked.ts";

/**
 * How Libromi signs, for `new Webhook(libromi, secret)` of `countersign/core`.
 */
export const libromi: Scheme<"libromi"> = /* @__PURE__ */ new CheckedScheme(
  { name: "libromi", algorithm: "hmac-sha256", signature: { header: "x-libromi-signature" }, type: { body: "type" } },
) as unknown as Scheme<"libromi">;
