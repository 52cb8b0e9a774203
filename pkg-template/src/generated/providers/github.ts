// Written by generate.mjs from src/providers/*.toml; do not edit.

import { CheckedScheme, type Scheme } from "../../scheme/checked.ts";

/**
 * How GitHub signs, for `new Webhook(github, secret)` of `countersign/core`. Source: <https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries>
 */
export const github: Scheme<"github"> = /* @__PURE__ */ new CheckedScheme(
  { name: "github", algorithm: "hmac-sha256", key: { neverPrefixes: ["ghp_", "github_pat_", "gho_", "ghu_", "ghs_", "ghr_", "-----BEGIN"] }, signature: { header: "X-Hub-Signature-256", format: { kind: "value", prefix: "sha256=" } }, hints: ["X-GitHub-Event", "X-GitHub-Delivery"] },
) as unknown as Scheme<"github">;
