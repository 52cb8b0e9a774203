// Offline: the finished bundle → sw.js, which knows every file by its hash.

import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import type { Plugin } from "vite";

/** Writes the service worker, behind all other plugins. */
export function offline(): Plugin {
  let publicFolder = "";
  return {
    name: "countersign:offline",
    apply: "build",
    enforce: "post",
    configResolved: ({ publicDir }) => {
      publicFolder = publicDir;
    },
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        const files = new Map<string, string>();
        for (const file of readdirSync(publicFolder)) files.set(file, hashOf(readFileSync(`${publicFolder}/${file}`)));
        for (const [file, part] of Object.entries(bundle)) {
          files.set(file, hashOf(part.type === "chunk" ? part.code : part.source));
        }
        this.emitFile({ type: "asset", fileName: "sw.js", source: workerOf(files) });
      },
    },
  };
}

function workerOf(files: Map<string, string>): string {
  const listed = JSON.stringify(Object.fromEntries([...files].sort()), null, 1);
  const source = readFileSync(new URL("sw.js", import.meta.url), "utf8");
  return source.replace('"VERSION"', JSON.stringify(hashOf(source + listed))).replace('"FILES"', listed);
}

function hashOf(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex").slice(0, 16);
}
