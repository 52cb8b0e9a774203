// Written tests: a delivery with its verdict, as a file for a test runner. Time and bytes are fixed, so the
// test says the same for ever.

import type { SchemeSpec } from "countersign";
import type { Delivery } from "../state.ts";
import { plainText } from "../inspect/bytes.ts";
import { charactersOf } from "../request/reading.ts";
import type { Verdict } from "./signed.ts";

/** What a test is written from. */
export interface Case {
  readonly delivery: Delivery;
  readonly verdict: Verdict;
  /** What `new Webhook` is given first, as code: the name of a provider, or a call of `defineScheme`. */
  readonly scheme: string;
  /** Written into the test; undefined for one that was typed, which is read from the environment. */
  readonly secret: string | undefined;
  readonly time: number;
  readonly name: string;
}

/** A call of `defineScheme`, as it stands in a test. */
export function definition(spec: SchemeSpec): string {
  return `defineScheme(${JSON.stringify(spec, null, 2).replaceAll("\n", "\n  ")})`;
}

/** A test for vitest. */
export function asVitest(test: Case): string {
  const { verdict } = test;
  const wanted = verdict.ok ? "ok: true" : `ok: false, code: ${JSON.stringify(verdict.code)}`;
  const lines = [`const check = webhook.check(body, headers);`, `expect(check).toMatchObject({ ${wanted} });`];
  if (verdict.ok && verdict.type !== null) {
    lines.push(`expect(check.ok && check.delivery.type).toBe(${JSON.stringify(verdict.type)});`);
  }
  return file(test, `import { expect, test } from "vitest";`, lines);
}

/** A test for Node's own runner. */
export function asNodeTest(test: Case): string {
  const { verdict } = test;
  const imports = `import assert from "node:assert/strict";\nimport { test } from "node:test";`;
  if (!verdict.ok) {
    const line = `assert.throws(() => webhook.verify(body, headers), { code: ${JSON.stringify(verdict.code)} });`;
    return file(test, imports, [line]);
  }
  const lines = [
    `const delivery = webhook.verify(body, headers);`,
    `assert.equal(delivery.type, ${typeOf(verdict.type)});`,
  ];
  return file(test, imports, lines);
}

const typeOf = (type: string | null) => (type === null ? "undefined" : JSON.stringify(type));

function file({ delivery, scheme, secret, time, name }: Case, imports: string, lines: readonly string[]): string {
  const headers = delivery.headers.map((pair) => `    ${JSON.stringify(pair).replace(",", ", ")},\n`).join("");
  const define = scheme.startsWith("defineScheme") ? "defineScheme, " : "";
  const given = secret === undefined ? "process.env.WEBHOOK_SECRET" : JSON.stringify(secret);
  return `${imports}
import { ${define}Webhook } from "countersign";

test(${JSON.stringify(name)}, () => {
  const webhook = new Webhook(${scheme}, ${given}, { now: () => ${time} });
  const body = ${bodyOf(delivery.body)};
  const headers = [
${headers}  ];
${lines.map((line) => `  ${line}\n`).join("")}});
`;
}

function bodyOf(body: Uint8Array): string {
  const text = plainText(body);
  return text === null ? `Buffer.from("${btoa(charactersOf(body))}", "base64")` : JSON.stringify(text);
}
