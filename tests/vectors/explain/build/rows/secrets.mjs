// Secrets: another than the one that signed, or written in another way.
import { sign } from "../../../build/draft.mjs";
import { bytes, isText, keyed, row } from "./kit.mjs";

/** A secret: what the receiver holds instead of what the sender signs with. */
const held = (finding, comment, change, reason) =>
  row(
    finding,
    comment,
    (draft) => {
      const secrets = change(draft.secrets[0], draft);
      return secrets && { signatures: [sign(draft)], secrets: [secrets].flat() };
    },
    reason,
  );

const other = (finding, kind, label, secret) =>
  row(finding, `signed with the secret called ${label}`, (draft) => {
    const theirs = draft.scheme.key.encoding === "base64" ? bytes(secret).toString("base64") : secret;
    return { signatures: [sign({ ...draft, secrets: [theirs] })], others: [{ kind, label, secret: theirs }] };
  });

const hexText = "00112233445566778899aabbccddeeff0123456789abcdef";

export const secrets = [
  held("SECRET_BLANKS", "a newline behind it", (secret, draft) => isText(draft) && `${secret}\n`),
  held("SECRET_BLANKS", "blanks around it", (secret, draft) => isText(draft) && ` ${secret}\t`),
  held("SECRET_BLANKS", "an escaped newline behind it", (secret, draft) => isText(draft) && `${secret}\\n`),
  held("SECRET_BLANKS", "an invisible character in front of it", (secret, draft) => isText(draft) && `\ufeff${secret}`),
  held(
    "SECRET_BLANKS",
    "an invisible character in front of a secret in base64",
    (secret, draft) => !isText(draft) && `\ufeff${secret}`,
    "SECRET_INVALID",
  ),
  held("SECRET_QUOTES", "quotes around it", (secret, draft) => isText(draft) && `"${secret}"`),
  held("SECRET_QUOTES", "single quotes and a newline around it", (secret, draft) => isText(draft) && `'${secret}'\n`),
  held(
    "SECRET_QUOTES",
    "a whole line of an .env file",
    (secret, draft) => isText(draft) && `WEBHOOK_SECRET="${secret}"`,
  ),
  held("SECRET_QUOTES", "a line of YAML", (secret, draft) => isText(draft) && `webhook_secret: ${secret}`),
  held("SECRET_QUOTES", "the quotes of a word processor", (secret, draft) => isText(draft) && `“${secret}”`),
  held("SECRET_QUOTES", "one quote in front of it", (secret, draft) => isText(draft) && `"${secret}`),
  held("SECRET_QUOTES", "blanks inside of the quotes", (secret, draft) => isText(draft) && `" ${secret} "`),
  held(
    "SECRET_QUOTES",
    "quotes around a secret in base64",
    (secret, draft) => !isText(draft) && `"${secret}"`,
    "SECRET_INVALID",
  ),
  row(
    "SECRET_PREFIX",
    "its prefix was stripped, and belongs to it",
    (draft) =>
      isText(draft) && {
        signatures: [sign({ ...draft, secrets: ["whsec_abcdef123456"] })],
        secrets: ["abcdef123456"],
      },
  ),
  row(
    "SECRET_PREFIX",
    "its prefix was kept, and does not belong to it",
    (draft) =>
      isText(draft) && {
        signatures: [sign({ ...draft, secrets: ["abcdef123456"] })],
        secrets: ["whsec_abcdef123456"],
      },
  ),
  keyed(
    "SECRET_ENCODED",
    "hexadecimal that the sender decodes",
    (draft) => isText(draft) && hexText,
    (text) => bytes(text, "hex"),
  ),
  keyed(
    "SECRET_ENCODED",
    "base64 that the sender decodes",
    (draft) => isText(draft) && bytes("a key of 24 random bytes").toString("base64"),
    (text) => bytes(text, "base64"),
  ),
  keyed(
    "SECRET_ENCODED",
    "base64url behind a prefix that the sender decodes",
    (draft) => isText(draft) && `whsec_${bytes("????>>>>a key of random bytes").toString("base64url")}`,
    (text) => bytes(text.slice(6), "base64url"),
  ),
  keyed(
    "SECRET_ENCODED",
    "base64 that the sender takes as text",
    (draft) => !isText(draft) && `whsec_${bytes("a key of 24 random bytes").toString("base64")}`,
    (text) => bytes(text.slice(6)),
  ),
  keyed(
    "SECRET_ENCODED",
    "base64 that the sender takes as text, prefix and all",
    (draft) => !isText(draft) && `whsec_${bytes("a key of 24 random bytes").toString("base64")}`,
    (text) => bytes(text),
  ),
  other("SECRET_PREVIOUS", "previous", "the one before", "the-secret-of-last-month"),
  other("SECRET_MODE", "mode", "live", "live_secret_9876543210"),
  other("SECRET_OTHER", "other", "the orders endpoint", "orders_secret_13579"),
];
