// A body of 25 MiB goes through a window of 64 KiB: what the module holds must not grow with what it reads.
import { NOW, SECRET, agentbot, failsWith } from "./kit.mjs";

const SIZE = 25 * 1024 * 1024;

export const tests = {
  "streams a body of 25 MiB without growing its memory"(countersign, test) {
    const memories = watchMemories();
    const webhook = agentbot(countersign, SECRET, { now: () => NOW });
    webhook.check("", webhook.sign(""));
    test.equal(memories.length, 1, "modules loaded");
    const before = memories[0].buffer.byteLength;

    const bytes = new Uint8Array(SIZE).fill(0x61);
    const headers = webhook.sign(bytes);
    test.equal(failsWith(webhook.check(bytes, headers)), "verified", "bytes");
    test.equal(failsWith(webhook.check("a".repeat(SIZE), headers)), "verified", "text");
    bytes[SIZE - 1] ^= 1;
    test.equal(failsWith(webhook.check(bytes, headers)), "SIGNATURE_MISMATCH", "the last bit changed");
    test.equal(memories[0].buffer.byteLength, before, "memory");
    webhook.dispose();
  },
};

// The package has no door to its memory, and should have none: the engine's own is watched while it is loaded.
function watchMemories() {
  const { Instance } = WebAssembly;
  const memories = [];
  WebAssembly.Instance = class extends Instance {
    constructor(...args) {
      super(...args);
      memories.push(this.exports.memory);
      WebAssembly.Instance = Instance;
    }
  };
  return memories;
}
