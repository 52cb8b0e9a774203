// Takes out of the package's types what is about single providers.
import { createRequire } from "node:module";
import { join } from "node:path";
import { root } from "../tools/paths.mjs";

// The version that has an interface for programs; that of the tests has none.
export const ts = createRequire(join(root, "pkg-template", "package.json"))("typescript");

/** The names of all providers: what `ProviderName` may be. */
export function providerNames(nodes) {
  const { type } = nodes.find((node) => ts.isTypeAliasDeclaration(node) && node.name.text === "ProviderName");
  return type.types.map(({ literal }) => literal.text);
}

/**
 * A declaration in which the word `provider` stands for every provider.
 *
 * @returns `node`, and `rows`: what was left out of a table whose keys are providers, with the types that it leads to
 */
export function withoutProviders(node, providers) {
  const rows = [];
  const isProvider = (child) => ts.isLiteralTypeNode(child) && providers.includes(child.literal.text);
  const constants = providers.map(inCamelCase);
  const everyProvider = (context) => {
    const { factory } = context;
    const provider = factory.createLiteralTypeNode(factory.createStringLiteral("provider"));
    const visit = (child) => {
      if (isProvider(child) || (ts.isUnionTypeNode(child) && child.types.every(isProvider))) return provider;
      if (ts.isIdentifier(child) && constants.includes(child.text) && ts.isVariableDeclaration(child.parent)) {
        return factory.createIdentifier("provider");
      }
      if (isTable(child, providers)) {
        rows.push(...child.members.map(({ name, type }) => ({ provider: name.text, leadsTo: identifiers(type) })));
        return factory.updateInterfaceDeclaration(child, child.modifiers, child.name, child.typeParameters, [], []);
      }
      return ts.visitEachChild(child, visit, context);
    };
    return visit;
  };
  return { node: ts.transform(node, [everyProvider]).transformed[0], rows };
}

const inCamelCase = (name) => name.replaceAll(/-(.)/g, (_, letter) => letter.toUpperCase());

/** An interface whose keys are providers and nothing else. */
function isTable(node, providers) {
  if (!ts.isInterfaceDeclaration(node) || node.members.length === 0) return false;
  return node.members.every(({ name }) => providers.includes(name?.text));
}

/** Every name that stands in a node. */
export function identifiers(node) {
  const found = ts.isIdentifier(node) ? [node.text] : [];
  ts.forEachChild(node, (child) => void found.push(...identifiers(child)));
  return found;
}

/**
 * The types that only the rows of one provider use: its events, and what they are made of.
 *
 * @returns their names, a list for each provider
 */
export function typesOfProviders(declarations, providers) {
  const leadsTo = new Map();
  for (const { name, node } of declarations) leadsTo.set(name, [...(leadsTo.get(name) ?? []), ...identifiers(node)]);
  const rows = declarations.flatMap((declaration) => declaration.rows);
  const reached = providers.map((provider) =>
    reach(
      leadsTo,
      rows.filter((row) => row.provider === provider).flatMap((row) => row.leadsTo),
    ),
  );
  const times = (name) => reached.filter((names) => names.has(name)).length;
  const others = reach(
    leadsTo,
    [...leadsTo.keys()].filter((name) => times(name) === 0),
  );
  return reached.map((names) => [...names].filter((name) => times(name) === 1 && !others.has(name)).toSorted());
}

/** The declared names that can be reached from some. */
function reach(leadsTo, from) {
  const reached = new Set();
  const todo = from.filter((name) => leadsTo.has(name));
  for (const name of todo) {
    if (reached.has(name)) continue;
    reached.add(name);
    todo.push(...leadsTo.get(name).filter((next) => leadsTo.has(next)));
  }
  return reached;
}
