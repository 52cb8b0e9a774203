// The built package, with its module watched from outside. The package gives no access to the module's memory, and must
// not, so WebAssembly.Instance is replaced while the module is loaded.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { packageDir } from "../tools/paths.mjs";

/**
 * Imports the package and starts its one module.
 *
 * @returns `countersign`, the package's namespace, and `module`: its exports, its memory, the numbers of its open
 *   slots, `scheme`, the bytes of the scheme that was opened last, as the package writes them for its module, and
 *   `beforeSecret`, which is called when a secret lies in the window and the core has not read it
 */
export async function watchPackage() {
  const countersign = await import(pathToFileURL(join(packageDir, "dist", "index.js")));
  const module = { open: new Set(), mostOpen: 0, beforeSecret: () => {} };
  const { Instance } = WebAssembly;
  // biome-ignore lint/complexity/useArrowFunction: the package calls it with `new`
  WebAssembly.Instance = function (code, imports) {
    const { exports } = new Instance(code, imports);
    return { exports: watchExports(exports, module) };
  };
  new countersign.Webhook("agentbot", "any").dispose();
  WebAssembly.Instance = Instance;
  return { countersign, module };
}

function watchExports(exports, module) {
  module.exports = exports;
  module.bytes = () => Buffer.from(exports.memory.buffer);
  module.size = () => exports.memory.buffer.byteLength;
  return {
    ...exports,
    open(length) {
      module.scheme = Buffer.from(module.bytes().subarray(exports.text_at(), exports.text_at() + length));
      const slot = exports.open(length);
      if (slot >= 0) module.open.add(slot);
      module.mostOpen = Math.max(module.mostOpen, module.open.size);
      return slot;
    },
    close(slot) {
      module.open.delete(slot);
      exports.close(slot);
    },
    add_secret(...args) {
      module.beforeSecret();
      return exports.add_secret(...args);
    },
  };
}

setFlagsFromString("--expose-gc");
const gc = runInNewContext("gc");

/** Collects garbage, and lets the engine tell finalisers about it. */
export async function collectGarbage() {
  gc();
  await new Promise((later) => setImmediate(later));
}

/** Bytes of JavaScript that are still in use: objects, and the buffers behind them. */
export async function heapInUse() {
  await collectGarbage();
  gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
