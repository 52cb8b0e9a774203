// Platform: what a host lacks, by name, and why a module could not be loaded.

import type { WebhookError } from "../refusal/error.ts";
import { PLATFORM_LACKS, refuse, WASM_UNAVAILABLE } from "../refusal/sentences.ts";

const NO_ENCODER =
  "jsdom has none: in Jest, run the test in the environment node, or add it to globalThis in a file of setupFiles.";
const NEEDED = {
  WebAssembly: "Use an engine that has it; Node has none under --jitless.",
  TextEncoder: NO_ENCODER,
  TextDecoder: NO_ENCODER,
};

/**
 * Runs what loads a module.
 *
 * @param module - what an error calls it
 * @throws `WebhookError` `WASM_UNAVAILABLE`, which names what this platform lacks
 */
export function loading<Loaded>(module: string, load: () => Loaded): Loaded {
  for (const [missing, advice] of Object.entries(NEEDED)) {
    if (!(missing in globalThis)) throw refuse(PLATFORM_LACKS, { module, missing, advice });
  }
  try {
    return load();
  } catch (cause) {
    throw unavailable(module, cause);
  }
}

function unavailable(module: string, cause: unknown): WebhookError {
  if (!WebAssembly.validate(new Uint8Array(WITH_SIMD))) {
    const params = { module, missing: "WebAssembly with SIMD", advice: SIMD_SINCE };
    return refuse(PLATFORM_LACKS, params, { cause });
  }
  return refuse(WASM_UNAVAILABLE, { module, reason: String(cause) }, { cause });
}

const SIMD_SINCE = "Chrome has it since 91, Firefox since 89, Safari since 16.4; an x86 processor needs SSE 4.1.";

// A module with one function, which fills a vector.
const WITH_SIMD = [
  ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0], // magic, version
  ...[0x01, 0x05, 0x01, 0x60, 0, 1, 0x7b], // type: () => v128
  ...[0x03, 0x02, 0x01, 0x00], // function 0 is of type 0
  ...[0x0a, 0x08, 0x01, 0x06, 0x00, 0x41, 0x00, 0xfd, 0x0f, 0x0b], // i32.const 0, i8x16.splat, end
];
