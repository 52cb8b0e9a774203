// The matrix: every runtime that the packed tarball is installed into and run in.
//   app      folder beside this file, copied to target/matrix/<name>
//   command  a pinned tool and its arguments, run in that copy
//   browser  the browser it needs; a machine without it reports the row as not run
//   libraries  folder of the app with a lock file of its own, for another release of the host
//   few      it gets a handful of vectors: the question is whether the host loads the package
//   prove    it runs in `make prove` only: `make test` has another of its kind
//   reports  how many JSON lines it must end with (one unless stated)

const node = (major) => [
  { name: `node${major}-esm`, app: "node", command: [`node${major}`, "main.mjs"] },
  { name: `node${major}-cjs`, app: "node", command: [`node${major}`, "main.cjs"] },
];

// The tools of these apps want Node 22 or newer, whatever Node runs the tests.
const withNode24 = (...args) => ["node24", "main.mjs", ...args];

// Edge functions are ES modules, which a VM of Node loads when it is told to.
const atTheEdge = (...args) => ["node24", "--experimental-vm-modules", "main.mjs", ...args];

const bundled = (bundler, browser) => ({
  name: `${bundler}-${browser}`,
  app: bundler,
  command: withNode24(browser),
  browser,
});

export const rows = [
  ...[20, 22, 24, 26].flatMap(node),
  { name: "express", app: "express", command: ["node22", "main.mjs"] },
  { name: "deno", app: "deno", command: ["deno", "run", "--no-lock", "--no-prompt", "main.mjs"] },
  { name: "bun", app: "bun", command: ["bun", "run", "main.mjs"] },
  // Two years of Workers: before and after `nodejs_compat` and eval-at-startup came on by date.
  { name: "workerd-2024", app: "workerd", command: withNode24("2024-01-01") },
  { name: "workerd-2026", app: "workerd", command: withNode24("2026-10-01") },
  // Before 3.95 wrangler knows no ?module.
  ...["3.57", "3.91"].map((release) => ({
    name: `wrangler-${release}`,
    app: "workerd",
    libraries: `wrangler-${release}`,
    few: true,
    command: withNode24("2024-05-01", "few.mjs"),
  })),
  { name: "vite-ssr", app: "vite-ssr", few: true, command: withNode24() },
  { name: "vite-edge", app: "vite-edge", few: true, command: atTheEdge(), reports: 2 },
  { name: "nitro", app: "nitro", libraries: "nitro-2", few: true, command: withNode24("cloudflare-module") },
  { name: "nitro-vercel", app: "nitro", libraries: "nitro-2", few: true, command: atTheEdge("vercel-edge") },
  { name: "nuxt", app: "nuxt", libraries: "nuxt-4", few: true, command: withNode24(), reports: 2, prove: true },
  { name: "jest-29", app: "jest", libraries: "jest-29", few: true, command: withNode24(), reports: 3 },
  { name: "jest-30", app: "jest", libraries: "jest-30", few: true, command: withNode24(), reports: 2 },
  { name: "vitest", app: "vitest", libraries: "vitest-4", few: true, command: withNode24(), reports: 2 },
  { name: "bundle-esbuild", app: "bundle", few: true, command: withNode24("esbuild"), reports: 2 },
  { name: "bundle-webpack", app: "bundle", few: true, command: withNode24("webpack") },
  { name: "next", app: "next", command: withNode24("--turbopack"), reports: 2, minutes: 6 },
  { name: "next-webpack", app: "next", command: withNode24("--webpack"), reports: 2, minutes: 6 },
  {
    name: "next-14",
    app: "next",
    libraries: "next-14",
    few: true,
    command: withNode24("few"),
    reports: 2,
    minutes: 8,
    prove: true,
  },
  { name: "next-15", app: "next", libraries: "next-15", command: withNode24(), reports: 2, minutes: 8, prove: true },
  // With Turbopack, OpenNext does not find the subpaths of a package that Next.js leaves to it.
  ...[["15"], ["16", "--webpack"]].map(([release, ...bundler]) => ({
    name: `opennext-${release}`,
    app: "opennext",
    libraries: `opennext-${release}`,
    few: true,
    command: withNode24(...bundler),
    minutes: 8,
    prove: true,
  })),
  { name: "edge-vm", app: "edge-vm", command: withNode24() },
  bundled("vite", "chromium"),
  bundled("vite", "firefox"),
  bundled("vite", "webkit"),
  bundled("webpack", "chromium"),
  bundled("webpack", "firefox"),
];
