// Scheme spec: the facts of a scheme as an object, the way users write it in JavaScript.

/** How far a signed time may lie from now, in seconds; `Infinity` for any distance. */
export type ToleranceSpec = number | { readonly past: number; readonly future: number };

/** Where a fact of an event stands: a top-level key of the body, or a header that is signed. */
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
      readonly assign?: "=" | undefined;
      readonly signatureKey: string;
      readonly timestampKey?: string | undefined;
      /** Whether blanks may follow a separator. */
      readonly spaces?: boolean | undefined;
    }
  /** A list of tagged signatures: `v1,… v1,…`. */
  | { readonly kind: "tokens"; readonly tag: string }
  /** A timestamp, then signatures: `1700000000,…,…`. */
  | { readonly kind: "positional" };

/** Where signatures stand and how they are written. */
export interface SignatureSpec {
  /** The header, or its aliases: all that come must be equal. */
  readonly header?: string | readonly string[] | undefined;
  /** Instead: several headers that each carry signatures. */
  readonly headers?: readonly string[] | undefined;
  /** `"value"` by default. */
  readonly format?: FormatSpec | undefined;
  /** `"hex"`, in lower case, by default. */
  readonly encoding?: "hex" | "hex-any-case" | "base64" | "base64url" | undefined;
}

/** The facts of a scheme. */
export interface SchemeSpec {
  /** Identity, in kebab-case. */
  readonly name: string;
  /** The keyed hash. It is never read from a header. */
  readonly mac: "sha1" | "sha256" | "sha384" | "sha512";
  /** How the text of a secret becomes a key: `utf8`, nothing stripped, by default. */
  readonly key?:
    | {
        readonly encoding?: "utf8" | "base64" | "hex" | undefined;
        /** Prefixes that are no part of the key; the first that fits is stripped, once. */
        readonly stripPrefixes?: readonly string[] | undefined;
      }
    | undefined;
  /** Where signatures stand and how they are written. */
  readonly signature: SignatureSpec;
  /**
   * What is signed: fixed ASCII text with `{body}` exactly once, `{timestamp}` and `{header:Name}`;
   * a brace itself is `{{` or `}}`. `"{body}"` by default.
   */
  readonly content?: string | undefined;
  /**
   * Where the signed time stands: in the signature header, in a header of its own, or in the body.
   */
  readonly timestamp?:
    | {
        readonly from: "field" | FieldSpec;
        readonly unit: "s" | "ms" | "rfc3339";
        /** No limit by default. */
        readonly toleranceSeconds?: ToleranceSpec | undefined;
      }
    | undefined;
  /** Headers that must come with exactly this value. */
  readonly require?: Readonly<Record<string, string>> | undefined;
  /** Where the event type stands. */
  readonly type?: FieldSpec | undefined;
  /** Where the event id stands. */
  readonly id?: FieldSpec | undefined;
  /** Unsigned headers that are handed on as {@link Delivery.hints}. */
  readonly hints?: readonly string[] | undefined;
}
