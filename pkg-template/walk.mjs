// The walk: the rooms of src/, in order: a room imports only from those above it. `make test` derives its rules from this
// list (tests/imports.mjs).
//
//   room         its folder; or what it is called, where `files` names what belongs to it
//   valuesFrom   the only other rooms from which it imports more than types: an adapter carries no copy of the verifier

const generated = (...names) => names.map((name) => `generated/${name}`);

export const WALK = [
  {
    room: "facts",
    files: generated("codes.ts", "events.ts", "limits.ts", "provider-names.ts", "recipes.ts", "scheme-"),
  },
  { room: "refusal" }, // the error, and every sentence about a wrong call
  { room: "scheme" }, // how a sender signs, as data
  { room: "admit" }, // what callers pass, checked
  { room: "core" }, // the WebAssembly module
  { room: "delivery" }, // what was proven
  { room: "webhook", files: ["webhook.ts", "define-scheme.ts", "core.ts"] },
  { room: "providers", files: ["providers/", ...generated("schemes.ts", "providers.ts", "providers/")] },
  { room: "countersign", files: ["index.ts"] },
  { room: "samples", files: ["samples/", ...generated("samples.ts", "samples/")] },
  { room: "idempotency", valuesFrom: ["facts", "refusal", "admit"] },
  { room: "receive", files: ["receive/", ...generated("routes.ts")], valuesFrom: ["facts", "refusal", "admit"] },
  { room: "explain", files: ["explain/", ...generated("findings.ts")] },
];
