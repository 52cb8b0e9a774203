// Sentences: everything that this package says when it is used wrongly, once, with parameters in braces. What the core
// says of a delivery stands in its own table (generated/codes.ts). tests/sentences.json shows all of them side by side.

export * from "./sentences/delivery.ts";
export type { MisuseDetail } from "./detail.ts";
export * from "./sentences/endpoint.ts";
export * from "./sentences/receiver.ts";
export { filled, type Parameters, refuse, type Sentence } from "./refuse.ts";
