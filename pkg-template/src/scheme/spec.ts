// Scheme spec: the fields of a scheme as people write them, in code and in JSON files.

/**
 * How far a signed time may lie from now, in seconds. A number counts both ways; of an object, what is left out, or
 * is `Infinity`, is not limited.
 */
export type ToleranceSpec = number | { readonly past?: number | undefined; readonly future?: number | undefined };

/**
 * Where a fact of an event stands: in the body, at the end of keys joined by dots (`meta.event_name`), or in a header
 * that is signed.
 */
export type FieldSpec = { readonly body: string } | { readonly header: string };

/** How a header that carries signatures is written. */
export type FormatSpec =
  | "value"
  /** One signature, after a fixed prefix: `sha256=…`. */
  | { readonly kind: "value"; readonly prefix?: string | undefined }
  /** Keys and values: `t=…,v1=…`. */
  | {
      readonly kind: "pairs";
      readonly separator: "," | ";";
      readonly signatureKey: string;
      readonly timestampKey?: string | undefined;
      /** Whether spaces may follow a separator. */
      readonly spaces?: boolean | undefined;
    }
  /** A list of tagged signatures: `v1,… v1,…`. */
  | { readonly kind: "tokens"; readonly tag: string }
  /** A timestamp, then signatures: `1700000000,…,…`. */
  | { readonly kind: "positional" };

/** Where signatures stand and how they are written. */
export interface SignatureSpec {
  /** The header, or its aliases: all that arrive must be equal. */
  readonly header?: string | readonly string[] | undefined;
  /** Instead: several headers that each carry signatures. */
  readonly headers?: readonly string[] | undefined;
  /** `"value"` by default. */
  readonly format?: FormatSpec | undefined;
  /** `"hex"`, in lower case, by default. */
  readonly encoding?: "hex" | "hex-any-case" | "base64" | "base64url" | undefined;
}

/** The fields of a scheme: how one sender signs. */
export interface SchemeSpec {
  /** What the scheme is called: 1 to 64 characters of `a-z`, `0-9` and `-`. */
  readonly name: string;
  /** How the tag is made. It is never read from a header. */
  readonly algorithm: "hmac-sha1" | "hmac-sha256" | "hmac-sha384" | "hmac-sha512";
  /** How the text of a secret becomes a key: `utf8`, nothing stripped, by default. */
  readonly key?:
    | {
        readonly encoding?: "utf8" | "base64" | "hex" | undefined;
        /** Prefixes that are not part of the key; the first that matches is stripped, once. */
        readonly stripPrefixes?: readonly string[] | undefined;
        /** What other keys of this provider begin with: an API key is not the secret of a webhook. */
        readonly neverPrefixes?: readonly string[] | undefined;
      }
    | undefined;
  /** Where signatures stand and how they are written. */
  readonly signature: SignatureSpec;
  /**
   * What is signed: fixed ASCII text with `{body}` exactly once, `{timestamp}` and `{header:Name}`; a brace itself is
   * `{{` or `}}`. `"{body}"` by default.
   */
  readonly content?: string | undefined;
  /** Where the signed time stands: in the signature header, in a header of its own, or in the body. */
  readonly timestamp?:
    | {
        readonly from: "field" | FieldSpec;
        readonly unit: "s" | "ms" | "rfc3339";
        /** No limit by default. */
        readonly toleranceSeconds?: ToleranceSpec | undefined;
      }
    | undefined;
  /** Headers that must arrive with exactly this value. */
  readonly require?: Readonly<Record<string, string>> | undefined;
  /** Where the event type stands. It never decides whether a delivery verifies. */
  readonly type?: FieldSpec | undefined;
  /** Where the event id stands. It never decides whether a delivery verifies. */
  readonly id?: FieldSpec | undefined;
  /**
   * Where the signed body tells a time, for schemes without a `timestamp`: keys joined by dots. It is checked only
   * with the option `maxEventAgeSeconds`.
   */
  readonly eventTime?: { readonly body: string; readonly unit: "s" | "ms" | "rfc3339" } | undefined;
  /** Unsigned headers that are handed on as `delivery.hints`. */
  readonly hints?: readonly string[] | undefined;
}
