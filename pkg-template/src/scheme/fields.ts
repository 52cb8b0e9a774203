// Scheme fields: from whatever was passed to a clean copy of a scheme, in which every field has the type that it must
// have. Whether the fields agree with each other is for the core to say.

import { isPlain, own, tagOf } from "../refusal/culprit.ts";
import type { WebhookError } from "../refusal/error.ts";
import { algorithms, encodings, keyEncodings, units } from "../generated/scheme-names.ts";
import type { SchemeSpec } from "./spec.ts";
import { refuse, SCHEME_FIELD, SCHEME_UNKNOWN_FIELD } from "../refusal/sentences.ts";
import { suggest } from "../refusal/suggest.ts";

/** Answers the clean value, or throws for one that the field cannot have. */
type Field = (value: unknown, path: string) => unknown;

/**
 * Copies a scheme, field by field.
 *
 * @throws WebhookError `SCHEME_INVALID`, naming the field, what was expected and what arrived
 */
export function cleaned(spec: unknown): SchemeSpec {
  // A scheme that was defined before is as good as its fields; a JSON file may name its schema, for editors.
  const isFields = isPlain(spec) || tagOf(spec) === "Scheme";
  const { $schema: _, ...given } = (isFields ? spec : {}) as { readonly $schema?: unknown };
  return scheme()(isFields ? given : spec, "scheme") as SchemeSpec;
}

/** The error for a field of a scheme. */
export function invalidField(path: string, expected: string, got: string, example: string): WebhookError {
  return refuse(SCHEME_FIELD, {
    field: path,
    expected,
    got: got === "" ? "" : `, got ${got}`,
    example: example === "" ? "" : ` Example: ${example}.`,
  });
}

// Tables of fields are made when they are asked for: made at import, they would be a side effect, for which bundlers
// keep what nobody uses.

// A value is quoted only where there are few that it could be; anything else may be a secret in the wrong place.
const kindOf = (value: unknown): string => {
  if (value === null || value === undefined || typeof value === "number") return String(value);
  if (Array.isArray(value)) return "a list";
  return `${typeof value === "object" ? "an" : "a"} ${typeof value}`;
};

const text =
  (example: string): Field =>
  (value, path) => {
    if (typeof value !== "string") throw invalidField(path, "a string", kindOf(value), example);
    if (/^[\n -~]*$/.test(value)) return value;
    throw invalidField(path, "visible ASCII", "other characters", example);
  };

const TOKEN = /^[!#$%&'*+\-.^_`|~\w]{1,128}$/;
const NAME = "a header name: letters, digits and !#$%&'*+-.^_`|~, 1 to 128 characters";

/** The name of a header. The core checks it, too; here its place is known. */
const headerName =
  (example: string): Field =>
  (value, path) => {
    const name = text(example)(value, path) as string;
    if (TOKEN.test(name)) return name;
    throw invalidField(path, NAME, "", example);
  };

const content: Field = (value, path) => {
  const template = text('"{timestamp}.{body}"')(value, path) as string;
  const names = [...template.matchAll(/\{header:([^{}]*)\}/g)].map(([, name = ""]) => name);
  if (names.every((name) => TOKEN.test(name))) return template;
  throw invalidField(path, `${NAME} in {header:Name}`, "", '"{header:X-Acme-Id}.{body}"');
};

const flag: Field = (value, path) => {
  if (typeof value === "boolean") return value;
  throw invalidField(path, "true or false", kindOf(value), "true");
};

const oneOf =
  (known: readonly string[]): Field =>
  (value, path) => {
    if (typeof value === "string" && known.includes(value)) return value;
    const isShort = typeof value === "string" && value.length <= 32;
    const got = isShort ? JSON.stringify(value) : kindOf(value);
    const names = known.map((name) => JSON.stringify(name));
    const expected = `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
    // Of a single character every other one is near.
    const near = typeof value === "string" && value.length > 1 ? suggest(value, known) : "";
    throw refuse(SCHEME_FIELD, { field: path, expected, got: `, got ${got}`, example: near });
  };

const list =
  (item: Field, example: string): Field =>
  (value, path) => {
    if (!Array.isArray(value)) throw invalidField(path, "a list of strings", kindOf(value), example);
    // Unlike map, Array.from sees a hole for the missing string that it is.
    return Array.from(value, (each, index) => item(each, `${path}[${index}]`));
  };

interface Fields {
  readonly [name: string]: readonly [field: Field, presence: "required" | "optional"];
}

/** An object of these fields; a misspelt one, silently ignored, would be a check that never runs. */
const object =
  (fields: Fields, example: string): Field =>
  (value, path) => {
    if (!isPlain(value)) throw invalidField(path, "a plain object", kindOf(value), example);
    const known = Object.keys(fields);
    const arrived = own(value) as Record<string, unknown>;
    const wrong = Object.keys(arrived).find((name) => !known.includes(name));
    if (wrong !== undefined) throw unknownField(path, wrong, known);
    const place = (name: string): string => (path === "scheme" ? name : `${path}.${name}`);
    const clean: [string, unknown][] = [];
    for (const [name, [field, presence]] of Object.entries(fields)) {
      const given = arrived[name];
      if (given === undefined && presence === "optional") continue;
      clean.push([name, field(given, place(name))]);
    }
    return Object.fromEntries(clean);
  };

/** An object that has one of two fields, and not both. */
function either(names: readonly [string, string], expected: string, fields: Fields, example: string): Field {
  const whole = object(fields, example);
  return (value, path) => {
    const clean = whole(value, path) as object;
    if (Object.hasOwn(clean, names[0]) !== Object.hasOwn(clean, names[1])) return clean;
    throw invalidField(path, expected, "", example);
  };
}

function unknownField(path: string, wrong: string, known: readonly string[]): WebhookError {
  const moved = path === "scheme" && Object.hasOwn(ELSEWHERE, wrong) ? ELSEWHERE[wrong] : undefined;
  const near = moved === undefined ? suggest(wrong, known) : ` Did you mean ${JSON.stringify(moved)}?`;
  const name = near === "" ? "a field that is unknown" : `an unknown field ${JSON.stringify(wrong)}`;
  return refuse(SCHEME_UNKNOWN_FIELD, { field: path, name, near, known: known.join(", ") });
}

/** What people look for at the top of a scheme, and where it stands. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  mac: "algorithm",
  hash: "algorithm",
  tolerance: "timestamp.toleranceSeconds",
  toleranceSeconds: "timestamp.toleranceSeconds",
  header: "signature.header",
  headers: "signature.headers",
  format: "signature.format",
  prefix: "signature.format.prefix",
  encoding: "signature.encoding",
};

/** Where something stands: in the body or in a header. */
const place = (): Field =>
  either(
    ["body", "header"],
    "either { body: key } or { header: name }",
    { body: [text('"event"'), "optional"], header: [headerName('"X-Acme-Id"'), "optional"] },
    '{ body: "event" }',
  );

const header: Field = (value, path) => {
  const name = headerName('"X-Acme-Signature"');
  return typeof value === "string" ? name(value, path) : list(name, '"X-Acme-Signature"')(value, path);
};

const seconds: Field = (value, path) => {
  if (value === Number.POSITIVE_INFINITY) return undefined;
  if (typeof value === "number" && Number.isInteger(value) && value >= 0 && value < 0xffff_ffff) return value;
  throw invalidField(path, "a whole number of seconds >= 0, or Infinity for no limit", kindOf(value), "300");
};

const tolerance: Field = (value, path) => {
  if (!isPlain(value) && typeof value !== "number") {
    throw invalidField(path, "a number of seconds, or { past, future }", kindOf(value), "300");
  }
  if (typeof value === "number") return seconds(value, path);
  return object({ past: [seconds, "optional"], future: [seconds, "optional"] }, "{ past: 300 }")(value, path);
};

const formats = (): { readonly [kind: string]: Fields } => ({
  value: { prefix: [text('"sha256="'), "optional"] },
  pairs: {
    separator: [oneOf([",", ";"]), "required"],
    signatureKey: [text('"v1"'), "required"],
    timestampKey: [text('"t"'), "optional"],
    spaces: [flag, "optional"],
  },
  tokens: { tag: [text('"v1"'), "required"] },
  positional: {},
});

const format: Field = (value, path) => {
  if (value === "value") return value;
  if (!isPlain(value)) {
    const kinds = '"value", or an object with a kind: value, pairs, tokens or positional';
    throw invalidField(path, kinds, kindOf(value), '{ kind: "value", prefix: "sha256=" }');
  }
  const known = formats();
  const kind = oneOf(Object.keys(known));
  const name = kind(own(value as { kind?: unknown }).kind, `${path}.kind`) as string;
  return object({ kind: [kind, "required"], ...known[name] }, "")(value, path);
};

const source: Field = (value, path) => {
  if (value === "field") return value;
  if (isPlain(value)) return place()(value, path);
  const expected = '"field", { header: name } or { body: key }';
  throw invalidField(path, expected, kindOf(value), '{ header: "X-Acme-Timestamp" }');
};

const required: Field = (value, path) => {
  if (!isPlain(value)) throw invalidField(path, "a plain object", kindOf(value), '{ "X-Acme-Version": "1" }');
  const entries = Object.entries(value);
  return Object.fromEntries(
    entries.map(([name, each]) => [headerName('"X-Acme-Version"')(name, path), text('"1"')(each, path)]),
  );
};

const key = (): Field =>
  object(
    {
      encoding: [oneOf(keyEncodings), "optional"],
      stripPrefixes: [list(text('"whsec_"'), '["whsec_"]'), "optional"],
      neverPrefixes: [list(text('"sk_"'), '["sk_"]'), "optional"],
    },
    '{ encoding: "base64" }',
  );

/** Where signatures stand: the headers are aliases of one, or each carry signatures. */
const signature = (): Field =>
  either(
    ["header", "headers"],
    "either header or headers",
    {
      header: [header, "optional"],
      headers: [list(headerName('"X-Acme-Signature-1"'), '["X-Acme-Signature-1", "X-Acme-Signature-2"]'), "optional"],
      format: [format, "optional"],
      encoding: [oneOf(encodings), "optional"],
    },
    '{ header: "X-Acme-Signature" }',
  );

const timestamp = (): Field =>
  object(
    { from: [source, "required"], unit: [oneOf(units), "required"], toleranceSeconds: [tolerance, "optional"] },
    '{ from: "field", unit: "s", toleranceSeconds: 300 }',
  );

const eventTime = (): Field =>
  object({ body: [text('"created_at"'), "required"], unit: [oneOf(units), "required"] }, '{ body: "ts", unit: "ms" }');

const scheme = (): Field =>
  object(
    {
      name: [text('"acme"'), "required"],
      algorithm: [oneOf(algorithms), "required"],
      key: [key(), "optional"],
      signature: [signature(), "required"],
      content: [content, "optional"],
      timestamp: [timestamp(), "optional"],
      require: [required, "optional"],
      type: [place(), "optional"],
      id: [place(), "optional"],
      eventTime: [eventTime(), "optional"],
      hints: [list(headerName('"X-Acme-Event"'), '["X-Acme-Event"]'), "optional"],
    },
    '{ name: "acme", algorithm: "hmac-sha256", signature: { header: "X-Acme-Signature" } }',
  );
