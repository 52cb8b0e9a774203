// Webhook: faults of its own, on the way to the core.

export const webhook = [
  {
    name: "what could not be made is not tried again",
    file: "receive/webhook.ts",
    from: "async make(env) {",
    to: "async make(env) { if ((this as any).tried) throw new Error(); (this as any).tried = true;",
  },
  {
    name: "event types are taken that nobody signs",
    file: "receive/handler.ts",
    from: 'if (type === undefined || ownValue(scheme, "type") !== undefined) return;',
    to: "return;",
  },
  {
    name: "a delivery is judged by now, not by when it arrived",
    file: "webhook.ts",
    from: "const now = receivedAtOf(admitFacts(request)) ?? this.#time();",
    to: "const now = (receivedAtOf(admitFacts(request)), this.#time());",
  },
  {
    name: "the tolerances of past and future are swapped",
    file: "core/slot.ts",
    from: "limitOf(tolerance.past), limitOf(tolerance.future)",
    to: "limitOf(tolerance.future), limitOf(tolerance.past)",
  },
  {
    name: "the age of events is never checked",
    file: "core/slot.ts",
    from: "const answer = core().exports.set_max_event_age(this.#number, limitOf(seconds));",
    to: "const answer = 0;",
  },
];
