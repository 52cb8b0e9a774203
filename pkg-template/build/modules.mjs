// Catalogue JSON of the Rust core → the texts of those src/generated/*.ts that say what the core says.

import { key, lines, literal, pick, union } from "./typescript.mjs";

const HEAD = "// Written by generate.mjs from the tables of the Rust core; do not edit.\n";

/** The generated modules, as pairs of file name and text. */
export function modules(catalogue) {
  return [
    ["codes.ts", HEAD + codes(catalogue)],
    ["limits.ts", HEAD + limits(catalogue)],
    ["scheme-problems.ts", HEAD + schemeProblems(catalogue)],
    ["scheme-names.ts", HEAD + schemeNames(catalogue)],
    ["findings.ts", HEAD + findings(catalogue)],
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

const schemeNames = ({ schemeNames, tagBytes }) => `
// What a scheme picks from a list, in the order in which the core counts.
${Object.entries(schemeNames)
  .map(([list, names]) => `export const ${list} = ${literal(names)} as const;`)
  .join("\n")}

/** How long the tag of an algorithm is. */
export const tagBytes = ${literal(tagBytes)} as const;
`;

const findings = ({ findings, frameworks }) => `
import { frozen } from "../providers/provider.ts";

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

// The core answers with numbers, by which these tables are looked up.
function inOrder(rows) {
  const wrong = rows.find(({ number }, index) => number !== index + 1);
  if (wrong) throw new Error(`a table of the core is not numbered 1, 2, 3, …: ${JSON.stringify(wrong)}`);
  return rows;
}
