// What is promised, and the command that shows it: the rows of `make prove`, and of the table in README.md.
import { readCorpusFiles } from "./runtimes/corpus.mjs";
import { rustTests } from "./steps/command.mjs";

const node = (script) => `node tests/${script}`;

/**
 * Each row is { name, promise, how, long }, where `long` is the command of `make prove`, written as one types it.
 * `short` is its form in `make test`; a row without one is a step, or a part of a step, of `make test` as it is.
 * `read` finds { passed, failed, measured } in what the command prints; by default its last line is that, as JSON.
 */
export const evidence = [
  {
    name: "vectors",
    promise: "Every vector has its one verdict, with its exact code, in the Rust core",
    how: "every Rust suite, natively: the corpus, the rules of the house, the examples in the documentation",
    long: "cargo test",
    read: ofCorpus,
  },
  {
    name: "wasm",
    promise: "The same Rust suites hold when compiled to WebAssembly, in Node and in three browsers",
    how: "`wasm-pack test`",
    long: node("run.mjs wasm"),
    read: ofSteps,
  },
  {
    name: "matrix",
    promise: "The built package gives the same verdict in every runtime, byte for byte",
    how: "one suite, the corpus in every form of body and headers, in an app of each runtime",
    long: `COUNTERSIGN_ROWS=all ${node("run.mjs matrix")}`,
    read: ofMatrix,
  },
  {
    name: "traps",
    promise: "What breaks the providers' own samples does not break this",
    how: "each of fifty published mistakes is a test, or has a written reason: [traps.md](traps.md)",
    short: node("traps.mjs"),
    long: node("traps.mjs"),
  },
  {
    name: "explain",
    promise: "What went wrong is found and proven by the walk itself, and of an attack nothing is",
    how: "deliveries broken in every way that is known, and attacks, by the built package; the matrix has them too",
    short: node("explain/main.mjs"),
    long: node("explain/main.mjs"),
  },
  {
    name: "harness",
    promise: "The page that explains does all it says with a keyboard, a phone or no network, and nothing leaves it",
    how: "every feature in real Chromium and Firefox, each state put to axe; what it reads and writes put to curl, bash, node:test and vitest",
    long: `${node("harness/units/main.mjs")} && ${node("harness/main.mjs")}`,
  },
  {
    name: "harness-mutants",
    promise: "A page that was broken on purpose turns a test red",
    how: "faults that such pages have, each as one edit of its sources, in real Chromium",
    short: node("harness/broken.mjs --check"),
    long: node("harness/broken.mjs"),
  },
  {
    name: "known-answers",
    promise: "HMAC as RFC 2202, RFC 4231 and Wycheproof have it; nothing truncated passes",
    how: "their own files, through `sign` and `verify`",
    long: "cargo test --test known_answers -- --nocapture",
    read: ofRust,
  },
  {
    name: "properties",
    promise: "What is signed verifies, and one bit changed anywhere is refused, whatever the scheme",
    how: "proptest, over schemes, keys, bodies and times made at random",
    long: "COUNTERSIGN_SEED=fresh COUNTERSIGN_CASES=100000 cargo test --release --test properties -- --nocapture",
    read: ofRust,
  },
  {
    name: "properties-js",
    promise: "The same holds of the built package, however body and headers are passed; `check` and `verify` agree",
    how: "fast-check, from a fixed seed and from a fresh one",
    short: node("properties/main.mjs"),
    long: node("properties/main.mjs --prove"),
  },
  {
    name: "oracles",
    promise: "No verdict differs from those of other implementations without a written reason",
    how: "fast-check, against crypto libraries and the SDKs of providers and peers: [oracles/](oracles/README.md)",
    short: node("oracles/main.mjs"),
    long: node("oracles/main.mjs --prove"),
  },
  {
    name: "fuzz",
    promise: "No input crashes a parser or the door, or makes it hang",
    how: "libFuzzer under AddressSanitizer, natively; `make test` replays its corpus",
    short: node("fuzz/main.mjs --replay"),
    long: node(`fuzz/main.mjs --minutes ${process.env.FUZZ_MINUTES || 10}`),
  },
  {
    name: "mutants",
    promise: "A core that was broken on purpose turns a test red",
    how: "cargo-mutants over all of the core but the door, and mutants written by hand",
    short: node("mutants/main.mjs"),
    long: node("mutants/main.mjs --prove"),
  },
  {
    name: "timing",
    promise: "The time of a refusal does not tell how much of a signature was right, as far as can be measured",
    how: "dudect's test, natively and in this engine, beside controls that leak",
    short: node("timing/main.mjs"),
    long: node("timing/main.mjs --prove"),
  },
  {
    name: "life",
    promise: "Memory stays flat, no slot leaks, no secret stays, and no traffic ends the service",
    how: "the built package under traffic, with its linear memory watched",
    short: node("life/main.mjs"),
    long: node("life/main.mjs --prove"),
  },
  {
    name: "receivers",
    promise: "A body that was read, a handler that fails and a duplicate are answered right in every framework of Node",
    how: "an app of each framework, over sockets",
    short: node("receivers/wire/main.mjs"),
    long: node("receivers/wire/main.mjs"),
  },
  {
    name: "hosts",
    promise: "The lines of every host's page receive in that host",
    how: "each host as it is built and started, as far as npm has it; `make test` runs all but the heaviest",
    long: node("examples.mjs --hosts"),
  },
  {
    name: "receiver-mutants",
    promise: "A receiver that was broken on purpose turns a test red",
    how: "faults that receivers in use have, each as one edit of an adapter or of what they share",
    short: node("receivers/broken/main.mjs --check"),
    long: node("receivers/broken/main.mjs"),
  },
  {
    name: "idempotency",
    promise: "A delivery that comes again, also at the same time and to another process, is handled once",
    how: "one contract for each store, over real Redis, Redis Cluster, PostgreSQL and workerd",
    long: node("idempotency/main.mjs"),
  },
  {
    name: "load",
    promise: "Under load no verdict is wrong, nothing accepted is lost, and no event runs twice",
    how: "an Express server with Redis, and 1 kB deliveries from a second process: one in ten an attack, one a duplicate",
    short: node("load/main.mjs"),
    long: node("load/main.mjs --prove"),
  },
  {
    name: "docs",
    promise: "What the documentation shows runs, what it says of body parsers is so, and a fix mends what it says",
    how: "every snippet, type, link, subpath, provider and fix of the pages in `examples/`; faults and fixes in their frameworks",
    short: node("docs/main.mjs"),
    long: node("docs/main.mjs"),
  },
  {
    name: "supply-chain",
    promise: "Anyone builds the same bytes, and nothing unknown is in them",
    how: "builds in folders of other names, lock files, licences, the SBOM against cargo",
    short: node("supply-chain/main.mjs"),
    long: node("supply-chain/main.mjs --prove"),
  },
];

/** The JSON object in the last line; a command that does not print one has failed. `notRun`: what it could not ask. */
export function ofJson(output) {
  try {
    const { passed, failed, measured, notRun } = JSON.parse(output.trimEnd().split("\n").at(-1));
    if (Number.isInteger(passed) && Number.isInteger(failed) && passed + failed > 0)
      return { passed, failed, measured, notRun };
  } catch {
    // Said below.
  }
  return { passed: 0, failed: 1, measured: "it ended without a figure" };
}

/** What Rust's test harness counts. A test may print `… N cases of seed …`, or `measured: …`. */
function ofRust(output) {
  const { passed, failed } = rustTests({ output });
  const properties = [...output.matchAll(/: (\d+) cases of seed (\d+)$/gm)];
  const cases = properties.reduce((sum, [, count]) => sum + Number(count), 0);
  const said = [...output.matchAll(/^(?:test .* \.\.\. )?measured: (.*)$/gm)].map(([, text]) => text);
  const seeds = new Set(properties.map(([, , seed]) => seed));
  const from = seeds.size === 1 ? `seed ${[...seeds]}` : "fresh seeds";
  if (cases > 0) said.push(`${inWords(cases)} cases from ${from}`);
  return { passed, failed, measured: [`${passed} tests`, ...said].join("; ") };
}

/** As {@link ofRust}: the suites that run the whole corpus, of which the harness tells nothing. */
function ofCorpus(output) {
  const vectors = readCorpusFiles().reduce((sum, { data }) => sum + data.vectors.length, 0);
  const { measured, ...counts } = ofRust(output);
  return { ...counts, measured: `${inWords(vectors)} vectors, ${measured}` };
}

/** The closing line of `run.mjs`. */
function ofSteps(output) {
  const [, passed, failed] = /^(\d+) passed, (\d+) failed$/m.exec(output) ?? [0, 0, 1];
  const absent = [...output.matchAll(/^not run: (.*)$/gm)].map(([line]) => line);
  return {
    passed: Number(passed),
    failed: Number(failed),
    measured: [`${inWords(Number(passed))} checks`, ...absent].join("; "),
  };
}

/** Its table, too: row, runtime, version, mode, vectors, checks, not carried, disagreements. */
function ofMatrix(output) {
  const found = output.matchAll(/^\S+ {2,}.* (\d+) +(\d+) +(\d+) +(\d+)$/gm);
  const lines = [...found].map((line) => line.slice(1).map(Number));
  const vectors = Math.max(0, ...lines.map(([count]) => count));
  const disagreements = lines.reduce((sum, line) => sum + line[3], 0);
  const { passed, failed, measured } = ofSteps(output);
  const figures = `${inWords(vectors)} vectors in ${lines.length} runs, ${measured}, ${disagreements} disagreements`;
  return { passed, failed: failed + (lines.length === 0 ? 1 : 0), measured: figures };
}

const inWords = (count) => count.toLocaleString("en");
