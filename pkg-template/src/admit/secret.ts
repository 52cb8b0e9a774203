// Secret: what the user holds. Its text becomes a key by the scheme's rule, inside the core; here
// it is only carried over, and no field of any object keeps it.

import { tagOf } from "../refusal/culprit.ts";
import type { WebhookError } from "../refusal/error.ts";
import { limits } from "../generated/limits.ts";
import type { SchemeSpec } from "../scheme/spec.ts";
import {
  refuse,
  SECRET_GUESSABLE,
  SECRET_NOT_SET,
  SECRET_NOT_UTF8,
  SECRET_OTHER_KEY,
  SECRET_TYPE,
  SECRET_UNREADABLE,
  SECRET_UNSET,
  SECRETS_NONE,
  SECRETS_TOO_MANY,
} from "../refusal/sentences.ts";

/** Text, which becomes a key by the scheme's rule, or the bytes of the key itself. */
export type SecretInput = string | Uint8Array;

/** A secret that was admitted, with what an error calls it. */
export interface NamedSecret {
  readonly secret: SecretInput;
  readonly which: string;
}

/**
 * Admits the secrets of a {@link Webhook}.
 *
 * @param secrets - one, or a list: the first signs, every one verifies
 * @param scheme - the name of the scheme, which an error tells: a process may have many Webhooks
 * @throws {@link WebhookError} `SECRET_EMPTY` when there is none, `SECRET_INVALID` for one that cannot be a secret
 */
export function admitSecrets(secrets: unknown, scheme: string): NamedSecret[] {
  const list: unknown[] = Array.isArray(secrets) ? secrets : [secrets];
  if (list.length === 0) throw refuse(SECRETS_NONE, { scheme });
  if (list.length > limits.secrets) {
    throw refuse(SECRETS_TOO_MANY, { scheme, count: list.length, limit: limits.secrets });
  }
  const which = (index: number): string => (list.length > 1 ? `Secret ${index}` : "The secret");
  // Unlike map, Array.from sees a hole for the missing secret that it is.
  return Array.from(list, (secret, index) => ({
    secret: admitSecret(secret, { which: which(index), scheme }),
    which: which(index),
  }));
}

/**
 * The error for a secret that the core refused.
 *
 * @param flaw - what is wrong with it, as `Flaw` in src/secret.rs counts
 */
export function refusedSecret(flaw: number | undefined, { name, key = {} }: SchemeSpec, which: string): WebhookError {
  const { encoding = "utf8", stripPrefixes = [], neverPrefixes = [] } = key;
  switch (flaw) {
    case 1:
      return refuse(SECRET_GUESSABLE, { which, scheme: name });
    case 3:
      return refuse(SECRET_UNSET, { which, scheme: name });
    case 4:
      return refuse(SECRET_OTHER_KEY, { which, scheme: name, prefixes: neverPrefixes.join(" or ") });
  }
  const prefix = stripPrefixes.length > 0 ? `, after ${stripPrefixes.join(" or ")} if that is there` : "";
  const expected = encoding === "utf8" ? `text${prefix}` : `${encoding}${prefix}`;
  return refuse(SECRET_UNREADABLE, { which, scheme: name, expected, limit: limits.secretBytes });
}

interface Place {
  readonly which: string;
  readonly scheme: string;
}

function admitSecret(secret: unknown, place: Place): SecretInput {
  if (secret === undefined || secret === null || secret === "") throw notSet(secret, place);
  if (typeof secret === "string") {
    if (secret.isWellFormed()) return secret;
    throw refuse(SECRET_NOT_UTF8, { ...place });
  }
  if (tagOf(secret) !== "Uint8Array" || !ArrayBuffer.isView(secret)) {
    const type = Array.isArray(secret) ? "a list in a list" : `of type ${typeof secret}`;
    throw refuse(SECRET_TYPE, { ...place, type });
  }
  if (secret.byteLength === 0) throw notSet(secret, place);
  return secret as Uint8Array;
}

// process.env of a variable that is not set is undefined; of `NAME=` it is "".
function notSet(secret: unknown, place: Place): WebhookError {
  const state = secret === undefined || secret === null ? String(secret) : "empty";
  return refuse(SECRET_NOT_SET, { ...place, state });
}
