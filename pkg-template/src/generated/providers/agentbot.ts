// Written by generate.mjs from src/providers/*.toml; do not edit.

import { CheckedScheme, type Scheme } from "../../scheme/checked.ts";

/**
 * How Agentbot signs, for `new Webhook(agentbot, secret)` of `countersign/core`. Source: <https://agenbot.vercel.app/docs/webhooks>
 */
export const agentbot: Scheme<"agentbot"> = /* @__PURE__ */ new CheckedScheme(
  { name: "agentbot", algorithm: "hmac-sha256", signature: { header: "X-Agentbot-Signature", format: { kind: "pairs", separator: ",", signatureKey: "v1", timestampKey: "t" } }, content: "{timestamp}.{body}", timestamp: { from: "field", unit: "s", toleranceSeconds: 300 }, type: { body: "event" }, hints: ["X-Agentbot-Event", "X-Agentbot-Delivery-Id"] },
) as unknown as Scheme<"agentbot">;
