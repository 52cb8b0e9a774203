// The files of providers and schemes → what the corpus needs to know of each.
//
// Providers that are built in stand in src/providers, schemes without one in ../schemes, in one format. This is the only
// module here that reads them, with the parser of TOML that the package is built with.

import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

import { bodyOf, valuesOf } from "./example.mjs";
import { readScheme } from "./scheme.mjs";
import { timeIn } from "./told.mjs";

const ROOT = join(import.meta.dirname, "..", "..", "..");
const BUILT_IN = join(ROOT, "src", "providers");
const OTHERS = join(import.meta.dirname, "..", "schemes");

const { parse } = createRequire(join(ROOT, "pkg-template", "package.json"))("smol-toml");

/** When a delivery arrives that says nothing else. */
const AT = 1700000000000;

/**
 * Every provider and scheme: the built-in ones by their rank, then the others by their names.
 *
 * Of two with the same grammar the first carries its attacks, so a new provider leaves the files of those before it alone.
 */
export function readProviders() {
  const byRank = (one, other) => one.rank - other.rank || (one.name < other.name ? -1 : 1);
  return [...readFolder(BUILT_IN, true).sort(byRank), ...readFolder(OTHERS, false)];
}

function readFolder(folder, builtIn) {
  const names = readdirSync(folder).filter((name) => name.endsWith(".toml"));
  return names.sort().map((file) => {
    const name = file.replace(/\.toml$/, "");
    return readProvider(name, builtIn, parse(readFileSync(join(folder, file), "utf8")));
  });
}

function readProvider(name, builtIn, file) {
  const { title, about, rank = Infinity, secret, example = {}, events = [], deliveries = [] } = file;
  const scheme = readScheme({ name, ...file.scheme });
  const at = example.now ?? AT;
  const body = example.body ?? bodyOf(scheme, at, events[0]?.type);
  return {
    name,
    builtIn,
    rank,
    about: `${title}: ${about}`,
    scheme,
    secret: secret.sample,
    // A time that stands in the body is up to whoever writes the body.
    at: scheme.timestamp?.from === "body" ? timeIn(scheme.timestamp, body) : at,
    values: valuesOf(scheme, example.values),
    hints: Object.entries(example.hints ?? {}),
    eventHeader: file.event_header,
    attacked: { body },
    events,
    deliveries,
  };
}
