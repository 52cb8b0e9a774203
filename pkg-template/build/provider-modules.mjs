// src/providers/*.toml → the texts of those src/generated/*.ts that say what the providers say.

import { events } from "./event-modules.mjs";
import { key, lines, literal, union } from "./typescript.mjs";

const HEAD = "// Written by generate.mjs from src/providers/*.toml; do not edit.\n";

/** The generated modules, as pairs of file name and text. */
export function providerModules(providers) {
  const files = [
    ["provider-names.ts", providerNames(providers)],
    ["schemes.ts", schemes(providers)],
    ["providers.ts", catalogue(providers)],
    ...events(providers),
    ...providers.map((provider) => [`providers/${provider.name}.ts`, providerAlone(provider)]),
  ];
  return files.map(([name, text]) => [name, HEAD + text]);
}

const providerNames = (providers) => `
/** The name of a built-in provider. */
export type ProviderName =
${union(providers.map(({ name }) => name))};
`;

const schemes = (providers) => `
import type { SchemeSpec } from "../scheme/spec.ts";
import type { ProviderName } from "./provider-names.ts";

/** Every built-in scheme, by provider. */
export const schemes: { readonly [P in ProviderName]: SchemeSpec & { readonly name: P } } = {
${lines(
  2,
  providers.map(({ name, scheme }) => `${key(name)}: ${literal(scheme)}`),
)}
};
`;

const providerAlone = ({ name, title, docs, scheme }) => `
import { CheckedScheme, type Scheme } from "../../scheme/checked.ts";

/**
 * How ${title} signs, for \`new Webhook(${camel(name)}, secret)\` of \`countersign/core\`.${docs ? ` Source: <${docs}>` : ""}
 */
export const ${camel(name)}: Scheme<${JSON.stringify(name)}> = /* @__PURE__ */ new CheckedScheme(
  ${literal(scheme)},
) as unknown as Scheme<${JSON.stringify(name)}>;
`;

/** `standardWebhooks`, and `_2checkout`. */
const camel = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase()).replace(/^(?=\d)/, "_");

/** Every provider as it is imported alone, for the tests. */
export const allAlone = (providers) =>
  `${HEAD}\n${providers.map(({ name }) => `export { ${camel(name)} } from "countersign/providers/${name}";\n`).join("")}`;

const catalogue = (providers) => `
import { builtInScheme } from "../providers/named-scheme.ts";
import { frozen, type Provider } from "../providers/provider.ts";
import type { ProviderName } from "./provider-names.ts";

/**
 * Every built-in provider, by name: what {@link Webhook} takes, and what their documents say.
 *
 * @example
 * const titles = Object.values(providers).map(({ title }) => title);
 */
export const providers: Readonly<Record<ProviderName, Provider>> = /* @__PURE__ */ frozen(() => ({
${lines(
  2,
  providers.map((provider) => `${key(provider.name)}: {\n${lines(4, fields(provider))}\n  }`),
)}
}));
`;

function fields({ name, title, docs, secret, timeout_seconds, retries, events, notes }) {
  const texts = {
    name: literal(name),
    title: literal(title),
    docs: literal(docs ?? null),
    scheme: `builtInScheme(${JSON.stringify(name)})`,
    secretPrefix: literal(secret.prefix ?? null),
    timeoutSeconds: literal(timeout_seconds ?? null),
    retries: literal(timesOf(retries)),
    events: list(events.map(({ type, when }) => literal({ type, when }))),
    notes: list(notes.map(literal)),
  };
  return Object.entries(texts).map(([field, text]) => `${field}: ${text}`);
}

/** When it tries again, if it says how often. */
const timesOf = ({ attempts, after_seconds = [] } = {}) =>
  attempts === undefined ? null : { attempts, afterSeconds: after_seconds };

const list = (texts) => (texts.length === 0 ? "[]" : `[\n${lines(6, texts)}\n    ]`);
