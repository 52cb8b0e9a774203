// Vitest, in jsdom and in the Workers pool.
import { createRequire } from "node:module";
import { cloudflareTest } from "@cloudflare/vitest-plugin";
import { startVitest } from "vitest/node";
import { report } from "./shared/report.mjs";

const { version } = createRequire(import.meta.url)("vitest/package.json");
const MODES = [
  ["jsdom", { environment: "jsdom" }, []],
  ["Workers pool", {}, [cloudflareTest({ wrangler: { configPath: "./wrangler.json" } })]],
];

for (const [mode, options, plugins] of MODES) {
  const given = { config: false, include: ["few.test.mjs"], run: true, watch: false, ...options };
  const vitest = await startVitest("test", [], given, { plugins });
  const [module] = vitest.state.getTestModules();
  const [test] = module?.children.allTests() ?? [];
  report("vitest", version, mode, test?.meta().found);
  await vitest.close();
}
