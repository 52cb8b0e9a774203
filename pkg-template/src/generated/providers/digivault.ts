// Written by generate.mjs from the tables of the Rust core; do not edit.

import { CheckedScheme, type Scheme } from "../../checked-scheme.ts";

/**
 * How DigiVault signs, for `new Webhook(digivault, secret)` of `countersign/core`.
 */
export const digivault: Scheme<"digivault"> = /* @__PURE__ */ new CheckedScheme(
  { name: "digivault", algorithm: "hmac-sha256", signature: { header: ["X-DigiVault-Signature", "x-bitvault-signature"] }, type: { body: "type" }, id: { body: "id" }, eventTime: { unit: "s", body: "created_at" } },
) as unknown as Scheme<"digivault">;
