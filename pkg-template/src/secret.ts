// Secret: what the user holds. Its text becomes a key by the scheme's rule, inside the core; here
// it is only carried over, and no field of any object keeps it.

import { tagOf } from "./culprit.ts";
import { WebhookError } from "./error.ts";
import { limits } from "./generated/limits.ts";
import { wordsOf } from "./scheme.ts";

/** Text, which becomes a key by the scheme's rule, or the bytes of the key itself. */
export type SecretInput = string | Uint8Array;

/**
 * Admits the secrets of a {@link Webhook}.
 *
 * @param secrets - one, or a list: the first signs, every one verifies
 * @throws {@link WebhookError} `SECRET_EMPTY` when there is none, `SECRET_INVALID` when one is no
 *   secret
 */
export function admitSecrets(secrets: unknown): SecretInput[] {
  const list: unknown[] = Array.isArray(secrets) ? secrets : [secrets];
  if (list.length === 0) throw new WebhookError("SECRET_EMPTY", "The list of secrets is empty.");
  if (list.length > limits.secrets) {
    throw new WebhookError("SECRET_INVALID", `There are ${list.length} secrets: at most ${limits.secrets} are kept.`);
  }
  // Unlike map, Array.from sees a hole for the missing secret that it is.
  return Array.from(list, (secret, index) => admitSecret(secret, list.length > 1 ? `Secret ${index}` : "The secret"));
}

/** Says how the scheme `text` writes secrets, after the core refused one. */
export function ruleOfSecrets(name: string, text: string): string {
  const [encoding = "utf8", ...prefixes] = wordsOf(text, "key");
  const written = encoding === "utf8" ? "is text" : `is written in ${encoding}`;
  const prefix = prefixes.length > 0 ? `, after ${prefixes.join(" or ")} if that is there` : "";
  return (
    `The secret does not fit: a secret of ${name} ${written}${prefix}, and has at most ${limits.secretBytes} bytes. ` +
    "The bytes of the key itself may be passed as a Uint8Array."
  );
}

function admitSecret(secret: unknown, which: string): SecretInput {
  if (secret === undefined || secret === null || secret === "") throw empty(which, secret);
  if (typeof secret === "string") {
    if (secret.isWellFormed()) return secret;
    throw new WebhookError("SECRET_INVALID", `${which} holds half of a surrogate pair, so it has no UTF-8 form.`);
  }
  if (tagOf(secret) !== "Uint8Array" || !ArrayBuffer.isView(secret)) {
    const type = Array.isArray(secret) ? "a list in a list" : `of type ${typeof secret}`;
    throw new WebhookError("SECRET_INVALID", `${which} is ${type}: expected a string or a Uint8Array.`);
  }
  if (secret.byteLength === 0) throw empty(which, secret);
  return secret as Uint8Array;
}

// process.env of a variable that is not set is undefined; of `NAME=` it is "".
function empty(which: string, secret: unknown): WebhookError {
  const state = secret === undefined || secret === null ? String(secret) : "empty";
  return new WebhookError(
    "SECRET_EMPTY",
    `${which} is ${state}: anyone could sign with it. Is the environment variable set, in this very process?`,
  );
}
