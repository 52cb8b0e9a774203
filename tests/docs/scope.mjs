// Scope: what stands around the lines of a fix.

import { Webhook } from "countersign";
import { explain } from "countersign/explain";

const secret = "agentbot-demo-secret";
export const webhook = new Webhook("agentbot", secret);
export const handle = () => {};

/** Verifies by hand: `ok`, or what is found. */
export function judge(body, headers) {
  const verdict = webhook.check(body, headers);
  if (verdict.ok) return "ok";
  return explain({ scheme: "agentbot", secret, body, headers }).findings[0]?.code ?? verdict.code;
}
