// The one suite that every runtime runs: the corpus through every form, then the API's own promises and the traps.
// ECMAScript and web globals only: what it cannot do in one runtime it does in none.
import * as core from "countersign/core";
import { explain } from "countersign/explain";
import { receive } from "countersign/fetch";
import { memory } from "countersign/idempotency";
import { samples } from "countersign/samples";
import fc from "fast-check";
import * as alone from "./alone.mjs";
import { Checks, runGroup, whereThrown } from "./checks.mjs";
import { runVector } from "./deliveries.mjs";
import * as explaining from "./explain.mjs";
import { choice } from "./only.mjs";
import { properties } from "./properties/index.mjs";
import { receiving } from "../receivers/suite/index.mjs";
import * as restringified from "./restringified.mjs";
import * as sampled from "./samples.mjs";
import * as traps from "./traps/index.mjs";
import { readCorpus } from "./vectors.mjs";
import * as bodies from "./api/bodies.mjs";
import * as construction from "./api/construction.mjs";
import * as copies from "./api/copies.mjs";
import * as definitions from "./api/definitions.mjs";
import * as deliveries from "./api/deliveries.mjs";
import * as entries from "./api/entries.mjs";
import * as freshness from "./api/freshness.mjs";
import * as headers from "./api/headers.mjs";
import * as large from "./api/large.mjs";
import * as mistakes from "./api/mistakes.mjs";
import * as refusals from "./api/refusals.mjs";
import * as options from "./api/options.mjs";
import * as requests from "./api/requests.mjs";
import * as schemes from "./api/schemes.mjs";
import * as signing from "./api/signing.mjs";
import * as together from "./api/together.mjs";
import * as tolerance from "./api/tolerance.mjs";

const api = {
  // First of all, because it has to see the module being loaded.
  large,
  construction,
  bodies,
  headers,
  requests,
  options,
  deliveries,
  refusals,
  mistakes,
  signing,
  freshness,
  tolerance,
  schemes,
  definitions,
  entries,
  copies,
  together,
  restringified,
  traps,
  explain: explaining,
  samples: sampled,
  properties: properties(fc),
};
// Of two groups with one name only the second would run.
const doubled = Object.keys(receiving).filter((name) => name in api);
if (doubled.length > 0) throw new Error(`two groups are called ${doubled.join(", ")}`);
const groups = { ...api, ...receiving };

/**
 * Runs everything, or what is asked for.
 *
 * @param countersign - the package's namespace, however this runtime imported it
 * @param corpus - the parsed files of tests/vectors, and as `broken` those of tests/vectors/explain
 * @param options.only - words, as in `only.mjs`: run nothing but what they name
 * @param options.large - also bodies of 25 MiB, for runtimes that have the time and the room
 * @param options.everyAttack - also all attacks of `broken`, and not one in seven
 * @param options.required - what of the subpaths is tested here, where this runtime does not import it
 * @returns how much was compared, and one line for each disagreement
 */
export async function runSuite(countersign, corpus, options = {}) {
  const checks = new Checks();
  const vectors = readCorpus(corpus.vectors);
  const chosen = choice(options.only, vectors, groups);
  const subpaths = { core, alone, explain, memory, receive, samples, ...options.required };
  const all = { ...countersign, ...subpaths, broken: corpus.broken, everyAttack: options.everyAttack };
  const { large: largeBodies, ...others } = chosen.groups;
  if (options.large && largeBodies) await runGroup("large", largeBodies, all, checks);
  for (const vector of chosen.vectors) attempt(checks, vector, () => runVector(countersign, vector, checks));
  for (const [group, tests] of Object.entries(others)) await runGroup(group, tests, all, checks, vectors);
  return { vectors: chosen.vectors.length, ...checks };
}

// A vector that makes the package throw anything but its own error is the worst disagreement of all.
function attempt(checks, { id, comment }, action) {
  try {
    action();
  } catch (error) {
    checks.that(false, () => `${id} ${comment}: threw ${whereThrown(error)}`);
  }
}
