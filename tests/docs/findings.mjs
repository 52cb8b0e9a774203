// Findings: each code has its section, with a snippet that prints it; each fix compiles, and those about bodies are run
// on the frameworks that they are for.

import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { FRAMEWORKS } from "../../pkg-template/frameworks.mjs";
import { packageDir } from "../tools/paths.mjs";
import { GUIDES } from "./pages.mjs";
import { typeErrors } from "./types.mjs";

const { findings } = await import(pathToFileURL(join(packageDir, "dist", "explain.js")));
const folder = GUIDES.filter((page) => basename(dirname(page)) === "findings");
const pages = new Map(folder.map((page) => [basename(page, ".md"), readFileSync(page, "utf8")]));

/** Every finding has its section on the page of its group, and no section is of another code. */
export function findingsHaveSections() {
  const codes = Object.entries(findings);
  const sections = [...pages].flatMap(([page, text]) => codesOf(text).map((code) => [page, code]));
  const strange = sections.filter(([page, code]) => findings[code]?.group !== page);
  const problems = [
    ...strange.map(([page, code]) => `findings/${page}.md has a section of ${code}, which is none of its codes`),
    ...codes.flatMap(([code, finding]) => lacks(code, finding).map((what) => `${code} has no ${what}`)),
  ];
  return { of: codes.length, problems };
}

const codesOf = (text) => [...text.matchAll(/^#+ ([A-Z]+(?:_[A-Z0-9]+)+)$/gm)].map(([, code]) => code);

function lacks(code, { group, sentence, fix, fixes }) {
  const text = pages.get(group) ?? "";
  const section = text.split(/^(?=#+ )/m).filter((part) => part.startsWith(`## ${code}\n`));
  if (section.length !== 1) return [`section on findings/${group}.md`];
  const link = `[\`${code}\`](${group}.md#${code.toLowerCase()})`;
  const wanted = {
    "sentence in its section": section[0].includes(`\n${sentence}\n`),
    "fix in its section": section[0].includes(`\n${fix}\n`),
    "snippet that prints it": section[0].includes(`\n// → ${code} `),
    "way to be sure": section[0].includes("**To be sure:** "),
    "row in findings/README.md": pages.get("README").includes(`| ${link} | ${sentence.replaceAll("|", "\\|")} |`),
  };
  for (const [framework, line] of Object.entries(fixes)) wanted[`fix for ${framework}`] = text.includes(`\n${line}\n`);
  return Object.keys(wanted).filter((what) => !wanted[what]);
}

// Commands, and lines of nginx and of .env files.
const IS_NO_SCRIPT =
  /^(npx wrangler secret put [A-Z_]+ #|timedatectl set-ntp true #|proxy_set_header |[A-Z_]+=[\w-]+$)/;

/** Every fix that is JavaScript compiles, with what it needs around it; each once. */
export function fixesCompile() {
  const all = Object.values(findings).flatMap(({ fix, fixes }) => [fix, ...Object.values(fixes)]);
  const scripts = [...new Set(all)].filter((lines) => !IS_NO_SCRIPT.test(lines));
  const blocks = scripts.map((code, index) => ({ slug: `fix-${index}`, code }));
  const options = { project: "fixes", ambient: SCOPE, lib: ["ES2023"], strict: false };
  const named = (error) => error.replace(/^fix-(\d+)\.ts/, (_, index) => scripts[index].replaceAll("\n", " "));
  return { of: scripts.length, problems: typeErrors(blocks, options).map(named) };
}

// What a reader has in scope, and what the text beside a fix says of it.
const SCOPE = `
type Spec = import("countersign").SchemeSpec;
declare const Webhook: typeof import("countersign").Webhook, defineScheme: typeof import("countersign").defineScheme;
declare const webhook: import("countersign").Webhook<"agentbot">, scheme: "agentbot", otherProvider: "bookbag";
declare const secret: string, otherSecret: string, isLive: boolean, header: string, spec: Spec;
declare const rawBody: Uint8Array, headers: Record<string, string>, chunks: Uint8Array[], compressed: Uint8Array;
declare const headerName: string, expectedName: string, nameThatCame: string, wrapped: string, text: string;
declare const buffer: typeof import("node:stream/consumers").buffer, gunzipSync: typeof import("node:zlib").gunzipSync;
declare const readFileSync: typeof import("node:fs").readFileSync, createServer: typeof import("node:http").createServer;
declare const receive: typeof import("countersign/express").receive;
declare const env: Record<string, string>;
declare const ${[...new Set(FRAMEWORKS.flatMap(({ scope }) => scope))].map((name) => `${name}: any`).join(", ")};
declare function handle(delivery: unknown): void;
`;
