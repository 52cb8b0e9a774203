// What the tests of the API have in common: one provider, one secret, one moment, one genuine delivery.

export const SECRET = "agentbot-test-secret";
export const NOW = 1_763_700_000_000;
export const BODY = '{"event":"message.created","timestamp":"2025-11-21T04:40:00Z","site_id":"site_1","data":{}}';

/** A `Webhook` of the provider agentbot, whose clock stands still. */
export function agentbot({ Webhook }, secret = SECRET, options = {}) {
  return new Webhook("agentbot", secret, { now: () => NOW, ...options });
}

/** Whose scheme signs a time in a header, for which a tolerance is known; and whose says nothing of a time. */
export function byTime(providers) {
  const all = Object.entries(providers);
  const named = (isMeant) => all.filter(([, { scheme }]) => isMeant(scheme)).map(([name]) => name);
  return {
    signed: named(({ timestamp }) => timestamp !== undefined && timestamp.from.body === undefined),
    none: named(({ timestamp, eventTime }) => timestamp === undefined && eventTime === undefined),
  };
}

/** A body that tells the time of `NOW` where this scheme reads one. */
export function bodyOf({ timestamp, eventTime }) {
  const [path, unit] = timestamp?.from?.body
    ? [timestamp.from.body, timestamp.unit]
    : [eventTime?.body, eventTime?.unit];
  if (path === undefined) return BODY;
  const time = { s: NOW / 1000, ms: NOW, rfc3339: new Date(NOW).toISOString() }[unit];
  const told = path.split(".").reduceRight((value, key) => ({ [key]: value }), time);
  return JSON.stringify({ ...JSON.parse(BODY), ...told });
}

/** A scheme that signs nothing but the body. */
export const PLAIN = { name: "plain", algorithm: "hmac-sha256", signature: { header: "X-Signature" } };

/** A scheme that signs a time, and writes it into its signature header. */
export const ACME = {
  name: "acme",
  algorithm: "hmac-sha256",
  signature: {
    header: "X-Acme-Signature",
    format: { kind: "pairs", separator: ",", signatureKey: "v1", timestampKey: "t" },
  },
  content: "{timestamp}.{body}",
  timestamp: { from: "field", unit: "s", toleranceSeconds: 300 },
};

/** A scheme of a signature with this prefix. */
export const prefixed = (prefix) => ({
  ...PLAIN,
  signature: { header: "X-Signature", format: { kind: "value", prefix } },
});

/** A secret that every scheme takes: as text, as base64 and as hex. */
export const ANY_SECRET = "30313233343536373839616263646566";

export const utf8 = (text) => new TextEncoder().encode(text);

export const failsWith = (answer) => (answer.ok ? "verified" : answer.code);

/** Every object below one, itself included, with the path to it. */
export function partsOf(value, path = "it") {
  if (typeof value !== "object" || value === null) return [];
  return [[path, value], ...Object.entries(value).flatMap(([key, part]) => partsOf(part, `${path}.${key}`))];
}

/** The fields of an object, in one order. */
export function sorted(value) {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, part]) => [key, sorted(part)]),
  );
}

/** What `action` answers while every object seems to have these properties. */
export function polluted(properties, action) {
  for (const [name, value] of Object.entries(properties))
    Object.defineProperty(Object.prototype, name, { value, configurable: true, enumerable: true, writable: true });
  try {
    return action();
  } finally {
    for (const name of Object.keys(properties)) delete Object.prototype[name];
  }
}
