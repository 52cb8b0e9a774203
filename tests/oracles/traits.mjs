// Traits of bodies and secrets, as known.mjs asks for them.

/** A body that another one decodes to as well. */
export function isLossy({ raw, text }) {
  return typeof raw !== "string" && !Buffer.from(text).equals(raw);
}

/** A body that begins with a byte order mark. */
export function hasMark({ raw }) {
  return typeof raw !== "string" && raw.subarray(0, 3).equals(Buffer.from("\ufeff"));
}

/** Text that an encoder writes, with its padding or without. */
export function isCanonical(text, form) {
  const again = Buffer.from(text, form).toString(form);
  return form === "hex" ? text.toLowerCase() === again : text === again || text === again.replace(/=+$/, "");
}

/** Whether a key is of zeros and of what nobody sees alone. */
export function isGuessable(secret, form) {
  const text = form === "utf8" ? secret : Buffer.from(bare(secret.trim()), form).toString();
  return /^[\0\t\n\r \u0085\u00a0\u00ad\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u2800\u3000\u3164\ufeff]*$/u.test(
    text,
  );
}

/** What JSON.parse reads. */
export function isJson(text) {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** What JSON.parse finds under the key of the time; undefined where there is none, or no JSON. */
export const dateIn = (text) => (isJson(text) ? JSON.parse(text)?.webhookTimestamp : undefined);

/** The text of the last value under that key. */
export function writtenIn(text) {
  return [...text.matchAll(/"webhookTimest(?:a|\\u0061)mp"\s*:\s*([^,}\s]+)/g)].at(-1)?.[1];
}

/** A secret without the prefix of Standard Webhooks. */
export const bare = (secret) => secret.replace(/^whsec_/, "");
