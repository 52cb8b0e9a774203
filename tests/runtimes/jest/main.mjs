// Jest, in each of its environments.
import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { build } from "esbuild";
import { report } from "./shared/report.mjs";

const require = createRequire(import.meta.url);
const { version } = require("jest/package.json");

// Jest reads CommonJS only, and cannot import a module that the host compiles.
const COMMONJS = {
  "^countersign$": "<rootDir>/node_modules/countersign/dist/index.cjs",
  "^countersign/(.*)$": "<rootDir>/node_modules/countersign/dist/$1.cjs",
};
const ENVIRONMENTS = [
  ["jsdom", { setupFiles: ["<rootDir>/setup.cjs"] }],
  ["node", {}],
  ["@edge-runtime/jest-environment", { moduleNameMapper: COMMONJS }],
];

const bundled = { bundle: true, format: "cjs", external: ["node:*", "countersign", "countersign/*"] };
await build({ entryPoints: ["entry.mjs"], outfile: "entry.test.cjs", ...bundled });
for (const [testEnvironment, options] of ENVIRONMENTS) {
  if (!has(testEnvironment)) continue;
  rmSync("found.json", { force: true });
  const config = { rootDir: ".", testEnvironment, testMatch: ["<rootDir>/entry.test.cjs"], transform: {}, ...options };
  writeFileSync("jest.config.json", JSON.stringify(config));
  const jest = "../node_modules/jest/bin/jest.js";
  execFileSync(process.execPath, [jest, "--config", "jest.config.json", "--no-cache"], { stdio: "inherit" });
  report("jest", version, testEnvironment, JSON.parse(readFileSync("found.json", "utf8")));
}

// The edge runtime's environment is of Jest 29.
function has(environment) {
  return environment === "node" || environment === "jsdom" || version.startsWith("29.");
}
