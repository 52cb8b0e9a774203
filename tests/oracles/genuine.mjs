// Genuine: whether a delivery is right, by node:crypto and the providers' documentation alone. The body that arrived,
// the claimed time and id, and one of the receiver's secrets must give one of the signatures that arrived, and the time
// must be within the tolerance. known.mjs asks it before it excuses that we accept what they refuse.
import { createHmac } from "node:crypto";
import { forms } from "./documented.mjs";
import { writtenIn } from "./traits.mjs";

const { TIME, HEX, BASE64, BASE64URL, ID } = forms;

const is = (form, text) => typeof text === "string" && new RegExp(`^${form}$`).test(text);

/** The one value under a name. */
const one = (arrived) => ([arrived].flat().length === 1 ? ([arrived].flat()[0] ?? "") : "");

const behind = (prefix, items) =>
  items.filter((item) => item.startsWith(prefix)).map((item) => item.slice(prefix.length));

// In any order, and beside any others.
const pairs = (name, separator, timeKey, key, form) => ({
  form,
  claim({ headers }) {
    const items = one(headers[name]).split(separator);
    const [times, signatures] = [behind(`${timeKey}=`, items), behind(`${key}=`, items)];
    return { time: times.length === 1 ? times[0] : undefined, signatures };
  },
});

const value = (name, prefix, form) => ({
  form,
  hasTime: false,
  claim: ({ headers }) => ({ signatures: behind(prefix, [one(headers[name])]) }),
  content: ({ raw }) => [raw],
});

const standard = (name) => ({
  form: BASE64,
  encoding: "base64",
  key: (secret) => Buffer.from(secret.trim().replace(/^(v1,)?whsec_/, ""), "base64"),
  claim({ headers }) {
    const [id, time] = [one(headers[`${name}-id`]), one(headers[`${name}-timestamp`])];
    const signatures = behind("v1,", one(headers[`${name}-signature`]).split(" "));
    return { id, time: is(ID, id) ? time : undefined, signatures };
  },
  content: ({ id, time, raw }) => [`${id}.${time}.`, raw],
  tolerance: 300,
});

const github = value("x-hub-signature-256", "sha256=", HEX);

const recipes = {
  stripe: {
    ...pairs("stripe-signature", ",", "t", "v1", HEX),
    content: ({ time, raw }) => [`${time}.`, raw],
    tolerance: 300,
  },
  octokit: github,
  "octokit-web": github,
  standardwebhooks: standard("webhook"),
  svix: standard("svix"),
  slack: {
    form: HEX,
    claim: ({ headers }) => ({
      time: one(headers["x-slack-request-timestamp"]),
      signatures: behind("v0=", [one(headers["x-slack-signature"])]),
    }),
    content: ({ time, raw }) => [`v0:${time}:`, raw],
    tolerance: 300,
  },
  shopify: { ...value("x-shopify-hmac-sha256", "", BASE64), encoding: "base64" },
  sanity: {
    ...pairs("sanity-webhook-signature", ",", "t", "v1", BASE64URL),
    encoding: "base64url",
    content: ({ time, raw }) => [`${time}.`, raw],
    tolerance: Infinity,
  },
  notion: value("x-notion-signature", "sha256=", "[0-9A-Fa-f]{64}"),
  linear: {
    ...value("linear-signature", "", HEX),
    hasTime: true,
    claim({ headers, text }) {
      // A number, or a text of digits.
      const [, , time] = /^("?)(.*)\1$/.exec(writtenIn(text) ?? "") ?? [];
      return { time, signatures: [one(headers["linear-signature"])] };
    },
    unit: 1,
    tolerance: 60_000,
  },
  paddle: {
    ...pairs("paddle-signature", ";", "ts", "h1", HEX),
    content: ({ time, raw }) => [`${time}:`, raw],
    tolerance: 5,
  },
  retell: {
    ...pairs("x-retell-signature", ",", "v", "d", HEX),
    content: ({ time, raw }) => [raw, time],
    unit: 1,
    tolerance: 300_000,
  },
  gocardless: value("webhook-signature", "", HEX),
};

/** The fields that the provider documents, when all of them arrived well formed; of signatures, those that are. */
export function claimOf(oracle, delivery) {
  const { form, hasTime = true, claim } = recipes[oracle];
  const claimed = claim(delivery);
  const signatures = claimed.signatures.filter((text) => is(form, text));
  const isWhole = signatures.length > 0 && (!hasTime || is(TIME, claimed.time));
  return isWhole ? { ...claimed, signatures } : undefined;
}

/** Whether one of the receiver's secrets gives one of the signatures, and the time is in tolerance. */
export function isGenuine(oracle, delivery) {
  // A scheme made at random has no documentation, and known.mjs excuses nothing of the kind.
  if (!(oracle in recipes)) return false;
  const { hasTime = true, unit = 1000, tolerance, ...recipe } = recipes[oracle];
  const { key = (secret) => secret, content, encoding = "hex" } = recipe;
  const claimed = claimOf(oracle, delivery);
  if (claimed === undefined) return false;
  if (hasTime && Math.abs(Math.floor(delivery.now / unit) - Number(claimed.time)) > tolerance) return false;
  const arrived = encoding === "hex" ? claimed.signatures.map((text) => text.toLowerCase()) : claimed.signatures;
  return [delivery.secret, ...delivery.previous].some((secret) => {
    const mac = createHmac("sha256", key(secret));
    for (const piece of content({ ...claimed, raw: delivery.raw })) mac.update(piece);
    return arrived.includes(mac.digest(encoding));
  });
}
