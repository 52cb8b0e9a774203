// Written by generate.mjs from src/providers/*.toml; do not edit.

import { CheckedScheme, type Scheme } from "../../scheme/checked.ts";

/**
 * How Chatbase signs, for `new Webhook(chatbase, secret)` of `countersign/core`. Source: <https://www.chatbase.co/docs/developer-guides/api/webhooks>
 */
export const chatbase: Scheme<"chatbase"> = /* @__PURE__ */ new CheckedScheme(
  { name: "chatbase", algorithm: "hmac-sha1", signature: { header: "x-chatbase-signature" }, type: { body: "eventType" } },
) as unknown as Scheme<"chatbase">;
