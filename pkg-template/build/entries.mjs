// The table of entries → what package.json says of them, and the tables of the READMEs.

import { FILES, INDEX, SUBPATHS } from "../entries.mjs";
import { FRAMEWORKS } from "../frameworks.mjs";
import { PAGES, fullTitle } from "./frameworks.mjs";
import { table } from "./tables.mjs";

/** The manifest with all that ships: entries, their types, and the frameworks beside which they stand. */
export function withEntries(manifest) {
  const peers = Object.assign({}, ...FRAMEWORKS.map(({ peer }) => peer));
  const names = Object.keys(peers).sort();
  return {
    ...manifest,
    exports: {
      ".": scriptsOf(INDEX),
      ...Object.fromEntries(SUBPATHS.map((entry) => [`./${entry.name}`, scriptsOf(entry)])),
      ...Object.fromEntries(Object.entries(FILES).map(([name, file]) => [`./${name}`, file])),
    },
    // Compilers set to `moduleResolution: node10` know no exports.
    typesVersions: { "*": Object.fromEntries(SUBPATHS.map(({ name }) => [name, [`./dist/${name}.d.ts`]])) },
    peerDependencies: Object.fromEntries(names.map((name) => [name, peers[name]])),
    peerDependenciesMeta: Object.fromEntries(names.map((name) => [name, { optional: true }])),
  };
}

// Where compiling from bytes is forbidden, the platform hands in the module; without one, a file is the same everywhere.
function scriptsOf({ name, hasModule }) {
  const pair = (script, types) => ({ types: `./dist/${name}.${types}`, default: `./dist/${name}.${script}` });
  const edge = pair("edge.js", "d.ts");
  // Nitro looks for workerd as well, and reads ?module as Next.js does.
  const given = hasModule ? { unwasm: edge, workerd: pair("workerd.js", "d.ts"), "edge-light": edge } : {};
  return { ...given, import: pair("js", "d.ts"), require: pair("cjs", "d.cts") };
}

const frameworksOf = (name) => FRAMEWORKS.filter(({ adapter }) => adapter === name);

/** What can be imported, with links to where it is explained. */
export const importsTable = () =>
  table(
    ["import", "for"],
    SUBPATHS.map(({ name, isAdapter, use, page }) => [
      `\`countersign/${name}\``,
      isAdapter ? pagesOf(name).map(linked).join(", ") : `[${use}](${page})`,
    ]),
  );

const pagesOf = (name) => PAGES.filter(({ adapter }) => adapter === name);

const linked = ({ title, which = "", example }) => `[${title}](examples/${example.page}/README.md) ${which}`.trim();

/** The same for the page that npm shows, with what is exported. */
export const exportsTable = () =>
  table(
    ["import", "exports", "for"],
    SUBPATHS.map(({ name, isAdapter, exports, use }) => [
      `\`countersign/${name}\``,
      isAdapter ? receiversOf(name) : exports,
      isAdapter ? frameworksOf(name).map(called).join("; ") : use,
    ]),
  );

const called = (framework) => `${fullTitle(framework)}: \`${framework.call}\``;

/** The functions that the calls of an adapter name. */
function receiversOf(adapter) {
  const names = frameworksOf(adapter).map(({ call }) => /receive\w*/.exec(call)[0]);
  return [...new Set(names)].map((name) => `\`${name}\``).join(", ");
}
