// What the tests of the API have in common: one provider, one secret, one moment, one genuine delivery.

export const SECRET = "agentbot-test-secret";
export const NOW = 1_763_700_000_000;
export const BODY = '{"event":"message.created","timestamp":"2025-11-21T04:40:00Z","site_id":"site_1","data":{}}';

/** A `Webhook` of the provider agentbot, whose clock stands still. */
export function agentbot({ Webhook }, secret = SECRET, options = {}) {
  return new Webhook("agentbot", secret, { now: () => NOW, ...options });
}

/** A scheme that signs nothing but the body, so that its vectors have no time in them. */
export const PLAIN = "name: plain\nmac: sha256\nheader: X-Signature\n";

export const utf8 = (text) => new TextEncoder().encode(text);

export const failsWith = (answer) => (answer.ok ? "verified" : answer.code);
