// Written by generate.mjs from src/providers/*.toml; do not edit.

import { CheckedScheme, type Scheme } from "../../scheme/checked.ts";

/**
 * How DigiVault signs, for `new Webhook(digivault, secret)` of `countersign/core`.
 */
export const digivault: Scheme<"digivault"> = /* @__PURE__ */ new CheckedScheme(
  { name: "digivault", algorithm: "hmac-sha256", signature: { header: ["X-DigiVault-Signature", "x-bitvault-signature"] }, type: { body: "type" }, id: { body: "id" }, eventTime: { body: "created_at", unit: "s" } },
) as unknown as Scheme<"digivault">;
