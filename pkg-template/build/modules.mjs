// Catalogue JSON of the Rust core → the texts of src/generated/*.ts.

const HEAD = "// Written by generate.mjs from the tables of the Rust core; do not edit.\n";

/** The generated modules, as pairs of file name and text. */
export function modules(catalogue) {
  return [
    ["codes.ts", HEAD + codes(catalogue)],
    ["limits.ts", HEAD + limits(catalogue)],
    ["scheme-problems.ts", HEAD + schemeProblems(catalogue)],
    ["scheme-names.ts", HEAD + schemeNames(catalogue)],
    ["provider-names.ts", HEAD + providerNames(catalogue)],
    ["schemes.ts", HEAD + schemes(catalogue)],
    ["findings.ts", HEAD + findings(catalogue)],
    ["providers.ts", HEAD + providers(catalogue)],
    ["events.ts", HEAD + events(catalogue)],
    ...catalogue.providers.map((provider) => [`providers/${provider.name}.ts`, HEAD + providerAlone(provider)]),
  ];
}

const codes = ({ codes, details }) => `
/**
 * Every code there is. The table is closed: it is the same in Rust, in JavaScript and in the
 * README, and a code never changes its meaning.
 */
export type WebhookErrorCode =
${union(codes.map(({ code }) => code))};

/**
 * Who has to act: \`misuse\` our caller, \`malformed\` the sender, \`rejected\` nobody (refuse the
 * delivery), \`unreadable\` the application, \`transport\` the sender again.
 */
export type WebhookErrorFamily =
${union(new Set(codes.map(({ family }) => family)))};

/** What one code means. */
export interface CodeRow {
  readonly code: WebhookErrorCode;
  readonly family: WebhookErrorFamily;
  readonly status: number;
  readonly sentence: string;
}

/** Every code; the one with number n stands at n - 1. */
export const codes: readonly CodeRow[] = [
${lines(
  2,
  inOrder(codes).map((row) => literal(pick(row, ["code", "family", "status", "sentence"]))),
)}
];

/** What exactly a delivery was refused for. */
export type CoreDetail =
${union(details.map(({ detail }) => detail))};

/** One of them, with the parameters of its sentence in braces. */
export interface DetailRow {
  readonly detail: CoreDetail;
  readonly code: WebhookErrorCode;
  readonly sentence: string;
}

/** Every detail of the core; the one with number n stands at n - 1. */
export const details: readonly DetailRow[] = [
${lines(
  2,
  inOrder(details).map((row) => literal(pick(row, ["detail", "code", "sentence"]))),
)}
];
`;

const limits = ({ limits }) => `
/** What the core takes at most. */
export const limits = {
${lines(
  2,
  Object.entries(limits).map(([name, limit]) => `${name}: ${limit}`),
)}
} as const;
`;

const schemeProblems = ({ schemeProblems }) => `
/** What can be wrong with a scheme, by field; the problem with number n stands at n - 1. */
export const schemeProblems: readonly (readonly [field: string, expected: string, example: string])[] = [
${lines(
  2,
  inOrder(schemeProblems).map(({ field, expected, example }) => literal([field, expected, example])),
)}
];
`;

const schemeNames = ({ schemeNames }) => `
// What a scheme picks from a list, in the order in which the core counts.
${Object.entries(schemeNames)
  .map(([list, names]) => `export const ${list} = ${literal(names)} as const;`)
  .join("\n")}
`;

const providerNames = ({ providers }) => `
/** The name of a built-in provider. */
export type ProviderName =
${union(providers.map(({ name }) => name))};
`;

const schemes = ({ providers }) => `
import type { SchemeSpec } from "../scheme-spec.ts";
import type { ProviderName } from "./provider-names.ts";

/** Every built-in scheme, by provider. */
export const schemes: { readonly [P in ProviderName]: SchemeSpec & { readonly name: P } } = {
${lines(
  2,
  providers.map(({ name, scheme }) => `${key(name)}: ${literal(ordered(scheme))}`),
)}
};
`;

const providerAlone = ({ name, title, docs, scheme }) => `
import { CheckedScheme, type Scheme } from "../../checked-scheme.ts";

/**
 * How ${title} signs, for \`new Webhook(${camel(name)}, secret)\` of \`countersign/core\`.${docs ? ` Source: <${docs}>` : ""}
 */
export const ${camel(name)}: Scheme<${JSON.stringify(name)}> = /* @__PURE__ */ new CheckedScheme(
  ${literal(ordered(scheme))},
) as unknown as Scheme<${JSON.stringify(name)}>;
`;

const camel = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

const findings = ({ findings, frameworks }) => `
import { frozen } from "../provider.ts";

/** Everything that an explanation can find. The table is closed: a code never changes its meaning. */
export type FindingCode =
${union(findings.map(({ code }) => code))};

/** Where a delivery is received; fixes are written for each. */
export type Framework =
${union(frameworks)};

/** What one code means. */
export interface FindingMeaning {
  /** What happened, in one sentence. */
  readonly sentence: string;
  /** What to do, as a line of code. */
  readonly fix: string;
  /** The line for a framework, where it differs. */
  readonly fixes: Readonly<Partial<Record<Framework, string>>>;
  /** What it is about. */
  readonly group:
${union(new Set(findings.map(({ group }) => group))).replace(/^/gm, "  ")};
}

// Fixes that several findings have.
${[...sharedFixes(findings)].map(([fixes, name]) => `const ${name} = ${fixes};`).join("\n")}

/**
 * Every finding, by its code.
 *
 * @example
 * const meanings = Object.entries(findings).map(([code, { sentence }]) => \`\${code}: \${sentence}\`);
 */
export const findings: Readonly<Record<FindingCode, FindingMeaning>> = /* @__PURE__ */ frozen(() => ({
${lines(
  2,
  findings.map(({ code, ...meaning }) => `${code}: {\n${lines(4, meaningFields(meaning, sharedFixes(findings)))}\n  }`),
)}
}));

/** Where a delivery may be received. */
export const frameworks: readonly Framework[] = ${literal(frameworks)};
`;

const meaningFields = (meaning, shared) =>
  Object.entries(pick(meaning, ["sentence", "fix", "fixes", "group"])).map(([field, value]) => {
    const text = field === "fixes" ? fixLines(value) : literal(value);
    return `${field}: ${shared.get(text) ?? text.replaceAll("\n", "\n    ")}`;
  });

/** The fixes that several findings have, each with the name of a constant: that of the first of these findings. */
function sharedFixes(findings) {
  const shared = new Map();
  const seen = new Map([["{}", ""]]);
  for (const { code, fixes } of findings) {
    const text = fixLines(fixes);
    if (seen.get(text)) shared.set(text, `${seen.get(text)}_FIXES`);
    else if (!seen.has(text)) seen.set(text, code);
  }
  return shared;
}

const fixLines = (fixes) => {
  const own = Object.entries(fixes).map(([name, line]) => `${key(name)}: ${literal(line)}`);
  return own.length === 0 ? "{}" : `{\n${lines(2, own)}\n}`;
};

const providers = ({ providers }) => `
import { builtInScheme } from "../named-scheme.ts";
import { frozen, type Provider } from "../provider.ts";
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
  providers.map((provider) => `${key(provider.name)}: {\n${lines(4, providerFields(provider))}\n  }`),
)}
}));
`;

function providerFields({ name, title, docs, timeoutSeconds, retries, events, notes }) {
  const fields = {
    name: literal(name),
    title: literal(title),
    docs: literal(docs || null),
    scheme: `builtInScheme(${JSON.stringify(name)})`,
    timeoutSeconds: literal(timeoutSeconds),
    retries: literal(retries && pick(retries, ["attempts", "afterSeconds"])),
    events: list(events.map((event) => literal(pick(event, ["type", "when"])))),
    notes: list(notes.map(literal)),
  };
  return Object.entries(fields).map(([field, text]) => `${field}: ${text}`);
}

const list = (texts) => (texts.length === 0 ? "[]" : `[\n${lines(6, texts)}\n    ]`);

const events = ({ providers }) => {
  const documented = providers.filter(({ events }) => events.length > 0);
  return `
/** Fields that a provider sends and does not document. */
export type Undocumented = { readonly [field: string]: unknown };

/** The documented events of every provider that documents some. */
export interface ProviderEvents {
${documented.map((provider) => `  ${key(provider.name)}: ${typeName(provider)}Events;`).join("\n")}
}
${documented.map(eventsOf).join("")}`;
};

const eventsOf = ({ events, envelope, title }) => `
/** The body of every event of ${title}. */
export type ${typeName({ title })}Body<Type extends string, Payload> = ${envelope};

/** The events that ${title} documents, by type. */
export interface ${typeName({ title })}Events {
${events.map(({ type, when, payload }) => eventLines(typeName({ title }), type, when, payload)).join("\n")}
}
`;

const eventLines = (name, type, when, payload) =>
  `  /** ${when} */\n  ${key(type)}: ${name}Body<${JSON.stringify(type)}, ${payload}>;`;

const typeName = ({ title }) => title.replace(/[^A-Za-z0-9]/g, "");

// The core answers with numbers, by which these tables are looked up.
function inOrder(rows) {
  const wrong = rows.find(({ number }, index) => number !== index + 1);
  if (wrong) throw new Error(`a table of the core is not numbered 1, 2, 3, …: ${JSON.stringify(wrong)}`);
  return rows;
}

const FIELDS = [
  "name",
  "algorithm",
  "key",
  "signature",
  "content",
  "timestamp",
  "require",
  "type",
  "id",
  "eventTime",
  "hints",
];
const INNER = ["header", "headers", "format", "kind", "encoding", "from", "unit", "toleranceSeconds"];

/** The fields of a scheme in the order in which people write them. */
export function ordered(scheme) {
  return inOrderOf(FIELDS, scheme, (value) =>
    inOrderOf(INNER, value, (part) => inOrderOf(INNER, part, (each) => each)),
  );
}

function inOrderOf(names, value, inner) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).sort(([one], [other]) => rank(names, one) - rank(names, other));
  return Object.fromEntries(entries.map(([name, part]) => [name, inner(part)]));
}

const rank = (names, name) => (names.includes(name) ? names.indexOf(name) : names.length);

const pick = (fields, names) => Object.fromEntries(names.map((name) => [name, fields[name]]));

const lines = (indent, texts) => texts.map((text) => `${" ".repeat(indent)}${text},`).join("\n");

const union = (members) => Array.from(members, (member) => `  | ${JSON.stringify(member)}`).join("\n");

const key = (name) => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name));

/** A value as people write it in TypeScript. */
function literal(value) {
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).map(([name, part]) => `${key(name)}: ${literal(part)}`);
  return `{ ${fields.join(", ")} }`;
}
