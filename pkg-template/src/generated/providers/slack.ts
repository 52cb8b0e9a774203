// Written by generate.mjs from src/providers/*.toml; do not edit.

import { CheckedScheme, type Scheme } from "../../scheme/checked.ts";

/**
 * How Slack signs, for `new Webhook(slack, secret)` of `countersign/core`. Source: <https://docs.slack.dev/authentication/verifying-requests-from-slack>
 */
export const slack: Scheme<"slack"> = /* @__PURE__ */ new CheckedScheme(
  { name: "slack", algorithm: "hmac-sha256", key: { neverPrefixes: ["xox", "xapp-", "xwfp-"] }, signature: { header: "X-Slack-Signature", format: { kind: "value", prefix: "v0=" } }, content: "v0:{timestamp}:{body}", timestamp: { from: { header: "X-Slack-Request-Timestamp" }, unit: "s", toleranceSeconds: 300 }, type: { body: "type" }, id: { body: "event_id" } },
) as unknown as Scheme<"slack">;
