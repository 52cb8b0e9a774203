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
import * as requests from "./api/requests.mjs";
import * as schemes from "./api/schemes.mjs";
import * as signing from "./api/signing.mjs";
import * as together from "./api/together.mjs";
import * as tolerance from "./api/tolerance.mjs";

const groups = {
  construction,
  bodies,
  headers,
  requests,
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
  ...receiving,
  restringified,
  traps,
  explain: explaining,
  samples: sampled,
  properties: properties(fc),
};

/**
 * Runs everything.
 *
 * @param countersign - the package's namespace, however this runtime imported it
 * @param corpus - the parsed files of tests/vectors, and as `broken` those of tests/vectors/explain
 * @param options.large - also bodies of 25 MiB, for runtimes that have the time and the room
 * @param options.everyAttack - also all attacks of `broken`, and not one in seven
 * @param options.required - what of the subpaths is tested here, where this runtime does not import it
 * @returns how much was compared, and one line for each disagreement
 */
export async function runSuite(countersign, corpus, options = {}) {
  const checks = new Checks();
  // First of all, because it has to see the module being loaded.
  if (options.large) await runGroup("large", large, countersign, checks);
  const vectors = readCorpus(corpus.vectors);
  for (const vector of vectors) attempt(checks, vector, () => runVector(countersign, vector, checks));
  const subpaths = { core, alone, explain, memory, receive, samples, ...options.required };
  const all = { ...countersign, ...subpaths, broken: corpus.broken, everyAttack: options.everyAttack };
  for (const [group, tests] of Object.entries(groups)) await runGroup(group, tests, all, checks, vectors);
  return { vectors: vectors.length, ...checks };
}

// A vector that makes the package throw anything but its own error is the worst disagreement of all.
function attempt(checks, { id, comment }, action) {
  try {
    action();
  } catch (error) {
    checks.that(false, () => `${id} ${comment}: threw ${whereThrown(error)}`);
  }
}
