// The declaration files of the built npm package -> npm.md.
import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { libraries, packageDir } from "../tools/paths.mjs";
import { providerNames, ts, typesOfProviders, withoutProviders } from "./providers.mjs";

const INTRODUCTION = `# The types of the npm package

\`node tests/interface/main.mjs\` writes this page from the declaration files of the built package, without their
comments. A declaration that several entries have stands here once, under all of their names.

A new provider does not change this page: its name and its events are data, which is reviewed in \`src/providers/*.toml\`.
So \`"provider"\` stands for the name of every provider, tables with a row for each are shown without their rows, and types
that only the rows of one provider use are left out.
`;

/** The report, from the package as it was built last. */
export function npmReport() {
  const read = entries().flatMap(({ entry, file }) => statements(file).map((node) => ({ entry, node })));
  const providers = providerNames(read.map(({ node }) => node));
  const declared = read.map(({ entry, node }) => ({ entry, name: nameOf(node), ...withoutProviders(node, providers) }));
  const owned = typesOfProviders(declared, providers);
  const shown = sections(declared.filter(({ name }) => !owned.flat().includes(name)));
  const types = `Every provider with typed events has types of its own: ${inAll(owned)}.\n`;
  return [INTRODUCTION, ...shown, types].join("\n");
}

/** Every file of types, with the subpath that it is for: `import` and `require` have one each. */
function entries() {
  const { name, exports } = JSON.parse(readFileSync(join(packageDir, "package.json"), "utf8"));
  return Object.entries(exports).flatMap(([path, conditions]) => {
    const files = [...new Set(typesIn(conditions))].flatMap(filesOf);
    return files.map((file) => ({ entry: name + path.slice(1), file }));
  });
}

function typesIn(conditions) {
  if (typeof conditions !== "object") return [];
  return Object.entries(conditions).flatMap(([key, value]) => (key === "types" ? [value] : typesIn(value)));
}

/** The files that a path such as `./dist/providers/*.d.ts` stands for. */
function filesOf(path) {
  const folder = join(packageDir, dirname(path));
  const [before, after] = basename(path).split("*");
  if (after === undefined) return [join(folder, before)];
  const names = readdirSync(folder).filter((name) => name.startsWith(before) && name.endsWith(after));
  return names.map((name) => join(folder, name));
}

function statements(file) {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
  return source.statements.filter(
    (node) => !(ts.isExportDeclaration(node) && node.exportClause?.elements.length === 0),
  );
}

const nameOf = (node) => (node.name ?? node.declarationList?.declarations[0].name)?.text ?? "";

/** One section for each set of entries, with the declarations that exactly these have. */
function sections(declared) {
  const printer = ts.createPrinter({ removeComments: true });
  const print = (node) => printer.printNode(ts.EmitHint.Unspecified, node, ts.getOriginalNode(node).getSourceFile());
  const texts = groupBy(declared, ({ node }) => print(node));
  const sets = groupBy([...texts], ([, same]) => [...new Set(same.map(({ entry }) => entry))].join(", "));
  const bodies = layOut([...sets.values()].map(inOrder));
  return [...sets.keys()].map((heading, index) => `## ${heading}\n\n\`\`\`ts\n${bodies[index].trim()}\n\`\`\`\n`);
}

function inOrder(declarations) {
  const named = declarations.map(([text, [{ name }]]) => ({ text, name }));
  const sorted = named.toSorted((one, other) => (one.name < other.name ? -1 : Number(one.name > other.name)));
  return sorted.map(({ text }) => text).join("\n\n");
}

/** As Biome lays out the project's own code: each member of a long union has a line of its own. */
function layOut(texts) {
  const between = "\n// The next section.\n";
  const args = ["format", "--stdin-file-path=types.d.ts"];
  const options = { input: texts.join(between), encoding: "utf8" };
  const { status, stdout, stderr } = spawnSync(join(libraries, ".bin", "biome"), args, options);
  if (status !== 0) throw new Error(`biome ${args.join(" ")}: ${stderr}`);
  return stdout.split(between);
}

// Not in Node 20: Map.groupBy.
function groupBy(items, keyOf) {
  const groups = new Map();
  for (const item of items) {
    const key = keyOf(item);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
}

/** The names that every provider gives to types, as in `AcmeBody` and `AcmeEvents`. */
function inAll(owned) {
  const [first, ...others] = owned
    .filter((names) => names.length > 0)
    .map((names) => {
      const provider = names.find((name) => name.endsWith("Events")).slice(0, -"Events".length);
      return names.map((name) => `\`<Name>${name.slice(provider.length)}\``);
    });
  return first.filter((name) => others.every((names) => names.includes(name))).join(", ");
}
