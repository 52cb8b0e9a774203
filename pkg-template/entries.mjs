// Entries: everything that can be imported from the package, one row for each. generate.mjs makes from it `exports` and
// `typesVersions` of package.json and the tables of the docs. The build and the tests read it, too. The adapters come
// from the table of frameworks.
//
//   name       imported as countersign/<name>; `index` is countersign itself
//   source     its source in this folder; the files of providers/* are generated
//   hasModule  it loads WebAssembly, so it has two more scripts, for hosts that compile it themselves
//   exports, use, page   for the docs: what it exports, what that is for, and which page explains it

import { ADAPTERS } from "./frameworks.mjs";

export const INDEX = { name: "index", source: "src/index.ts", hasModule: true };

export const SUBPATHS = [
  ...ADAPTERS.map((name) => ({ name, source: `src/receive/${name}.ts`, isAdapter: true })),
  {
    name: "idempotency",
    source: "src/idempotency/index.ts",
    exports: "`memory`, `redis`, `postgres`, `durableObject`",
    use: "each delivery handled once, with memory, Redis, PostgreSQL or a Durable Object",
    page: "examples/idempotency.md",
  },
  {
    name: "explain",
    source: "src/explain/index.ts",
    hasModule: true,
    exports: "`explain`, `findings`",
    use: "why a delivery was refused, for developers",
    page: "examples/explain.md",
  },
  {
    name: "samples",
    source: "src/samples/index.ts",
    exports: "`samples`",
    use: "sample payloads for tests: the events of every provider, or the most common ones",
    page: "examples/samples.md",
  },
  {
    name: "core",
    source: "src/core.ts",
    hasModule: true,
    exports: "`Webhook`, `defineScheme`, `WebhookError`",
    use: "the same `Webhook` without the table of providers, for small bundles",
    page: "examples/README.md#small-bundles",
  },
  {
    name: "providers/*",
    exports: "`stripe`, `github`, `standardWebhooks` …",
    use: "one provider, for `countersign/core`",
    page: "examples/README.md#small-bundles",
  },
];

/** Files that are exported as they are, by subpath. */
export const FILES = {
  "countersign.wasm": "./dist/countersign.wasm",
  "scheme.schema.json": "./scheme.schema.json",
  "package.json": "./package.json",
};
