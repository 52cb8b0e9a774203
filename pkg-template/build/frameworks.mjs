// The table of frameworks → the Rust of the explainer's fixes, the hints of the errors, and what the docs and the
// harness say of frameworks.

import { basename } from "node:path";
import { FRAMEWORKS, HOSTS } from "../frameworks.mjs";
import { table } from "./tables.mjs";
import { key, pascal } from "./typescript.mjs";

const HEAD = "Written by pkg-template/generate.mjs from pkg-template/frameworks.mjs; do not edit.";

/** The Rust module of frameworks, from which the explainer is compiled. */
export const frameworksRust = () => `// ${HEAD}

//! Frameworks: where a delivery is received, and the lines that each has for itself.

use crate::explain::code::FindingCode;

/// Where a delivery is received.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Framework {
${eachFramework((framework) => `    /// ${fullTitle(framework)}.\n    ${pascal(framework.name)},`)}
}

impl Framework {
    /// Every framework, by the name that callers give.
    pub const NAMES: &'static [(&'static str, Self)] = &[
${eachFramework(({ name }) => `        (${JSON.stringify(name)}, Self::${pascal(name)}),`)}
    ];

    /// The lines that this framework has for itself.
    pub(super) const fn lines(self) -> Lines {
        match self {
${eachFramework(({ name }) => `            Self::${pascal(name)} => ${screaming(name)},`)}
        }
    }
}

/// What undoes findings in one framework.
pub(super) struct Lines {
    /// An adapter that reads the raw body itself, where it stands to be the first that does.
    pub(super) receiver: &'static str,
    /// The bytes as they arrived, for those who verify by hand.
    pub(super) raw_body: &'static str,
    /// What undoes one finding.
    pub(super) others: &'static [(FindingCode, &'static str)],
}

${FRAMEWORKS.map(linesRust).join("\n\n")}
`;

const eachFramework = (write) => FRAMEWORKS.map(write).join("\n");

function linesRust({ name, receiver, rawBody, fixes = {} }) {
  const others = Object.entries(fixes).map(
    ([code, lines]) => `        (FindingCode::${pascal(code.toLowerCase())}, ${JSON.stringify(lines)}),\n`,
  );
  return `const ${screaming(name)}: Lines = Lines {
    receiver: ${JSON.stringify(receiver)},
    raw_body: ${JSON.stringify(rawBody)},
    others: &[${others.length > 0 ? `\n${others.join("")}    ` : ""}],
};`;
}

/** `NEXT_APP` of `next-app`. */
const screaming = (name) => name.toUpperCase().replaceAll("-", "_");

/** The hints of the errors, each with the names of those that it is for. */
export function recipesModule() {
  const lines = new Map();
  for (const [label, line] of FRAMEWORKS.flatMap(({ recipe }) => (recipe ? [recipe] : [])))
    lines.set(label, lines.has(label) ? `${lines.get(label)}; ${line}` : line);
  const texts = [...new Set(lines.values())].map((line) => {
    const labels = [...lines.keys()].filter((label) => lines.get(label) === line);
    return `\n  ${labels.join(", ").padEnd(7)}   ${line.replaceAll("\n", `\n${" ".repeat(12)}`)}`;
  });
  return `// ${HEAD}

/** Where the raw body is found, by framework. */
export const RECIPES = \`${texts.join("")}\`;
`;
}

/** What the harness offers to choose from. */
export const titlesModule = () => `// ${HEAD}

import type { Framework } from "countersign/explain";

/** What a fix can be written for, as people call it. */
export const frameworks: Readonly<Record<Framework, string>> = {
${eachFramework(({ name, title }) => `  ${key(name)}: ${JSON.stringify(title)},`)}
};
`;

/** The page of a framework, as a link from a folder of examples/. */
export function linkOf(name) {
  const { title, example } = FRAMEWORKS.find((framework) => framework.name === name);
  return `[${title}](../${example.page}/README.md)`;
}

/** `Koa 2 and 3`. */
export const fullTitle = ({ title, which }) => (which === undefined ? title : `${title} ${which}`);

// A page that is called otherwise in tables is the one for all other hosts: it stands at the end.
const isForOthers = ({ example }) => Number(example.title !== undefined);

/** Whatever has a page in examples/, by the name that tables of pages give it. */
export const PAGES = [...FRAMEWORKS, ...HOSTS]
  .toSorted((one, other) => isForOthers(one) - isForOthers(other))
  .map((row) => ({ ...row, title: row.example.title ?? row.title }));

/** Every receiver of examples/, as its README lists them. */
export const frameworksTable = () =>
  table(
    ["framework or host", "import", "page", "receiver"],
    PAGES.map((framework) => {
      const { page, receiver } = framework.example;
      return [
        fullTitle(framework),
        `\`countersign/${framework.adapter}\``,
        `[${page}](${page}/README.md)`,
        receiver === undefined ? "" : `[${escaped(basename(receiver))}](${encodeURI(`${page}/${receiver}`)})`,
      ];
    }),
  );

const escaped = (text) => text.replace(/[[\]]/g, "\\$&");

/** The names that `explain` takes. */
export const frameworkNamesTable = () =>
  table(
    ["`framework`", "where it was received"],
    FRAMEWORKS.map(({ name, title, example }) => [`\`"${name}"\``, `[${title}](${example.page}/README.md)`]),
  );
