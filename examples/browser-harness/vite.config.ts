// index.html and src → static files that any host can serve, in any folder.

import { readFileSync } from "node:fs";
import { defineConfig } from "vite";
import { corpus } from "./build/corpus.ts";
import { offline } from "./build/offline.ts";
import { security } from "./build/security.ts";

const html = readFileSync(new URL("index.html", import.meta.url), "utf8");

export default defineConfig({
  base: "./",
  plugins: [security(html), corpus(), offline()],
  worker: { format: "es", plugins: () => [corpus()] },
  build: {
    target: "es2024",
    // The polyfill would fetch, which the policy forbids; every browser that runs the page knows the links.
    modulePreload: { polyfill: false },
    // What is loaded later must stay a file of its own: a data address would be code that no hash names.
    assetsInlineLimit: 0,
  },
});
