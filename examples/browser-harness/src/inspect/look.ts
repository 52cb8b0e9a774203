// Look: the verdict at once, with every key; the explanation a moment later, when the typing pauses.

import { computed, effect, signal } from "@preact/signals";
import { Webhook, WebhookError } from "countersign";
import type { Explanation, Framework } from "countersign/explain";
import { delivery, limits, now, otherSecrets, scheme, secret } from "../state.ts";
import { explained } from "./explainer.ts";

/** What `Webhook` says, or why it could not be asked. */
export type Outcome =
  | { readonly kind: "verified"; readonly message: string }
  | { readonly kind: "refused"; readonly code: string; readonly family: string; readonly message: string }
  | { readonly kind: "misuse"; readonly code: string; readonly message: string }
  | { readonly kind: "empty"; readonly message: string };

/** For which framework the fixes are written; null for none. */
export const framework = signal<Framework | null>(null);

/** The verdict on what stands on the page. */
export const outcome = computed<Outcome>(() => {
  if (isBlank()) return { kind: "empty", message: "Paste a request, or choose an example." };
  if (secret.value === "")
    return { kind: "empty", message: "Type the secret to see the verdict. It stays in this page." };
  try {
    return judged();
  } catch (problem) {
    if (!(problem instanceof WebhookError)) throw problem;
    return { kind: "misuse", code: problem.code, message: problem.message };
  }
});

/** The explanation, of what stood on the page when it was made. */
export const explanation = signal<Explanation | null>(null);
/** Counts the explanations. */
export const explanationNumber = signal(0);
/** Whether the explanation is of what stands on the page now. */
export const isFresh = signal(false);
/** Why there is no explanation. */
export const explainProblem = signal<string | null>(null);

const PAUSE_MS = 80;
/** What was asked last; what was asked before is not shown any more. */
let latest: object | null = null;

effect(() => {
  const question = outcome.value.kind === "verified" || outcome.value.kind === "refused" ? input() : null;
  isFresh.value = false;
  explainProblem.value = null;
  latest = question;
  if (question === null) {
    explanation.value = null;
    return;
  }
  const timer = setTimeout(() => void look(question), PAUSE_MS);
  return () => clearTimeout(timer);
});

async function look(question: ReturnType<typeof input>): Promise<void> {
  try {
    const found = await explained(question);
    if (latest !== question) return;
    explanation.value = found;
    explanationNumber.value++;
    isFresh.value = true;
  } catch (problem) {
    if (latest === question) explainProblem.value = (problem as Error).message;
  }
}

function input() {
  return {
    scheme: scheme(),
    secret: secret.value,
    body: delivery.value.body,
    headers: delivery.value.headers as [string, string][],
    now: now.value ?? Date.now(),
    ...limits(),
    otherSecrets: otherSecrets.value.filter((other) => other.secret !== ""),
    request: { method: delivery.value.method, url: delivery.value.url },
    ...(framework.value !== null && { framework: framework.value }),
    showContent: true,
  };
}

function judged(): Outcome {
  const { method, url, headers, body } = delivery.value;
  const webhook = new Webhook(scheme(), secret.value, { ...limits(), now: () => now.value ?? Date.now() });
  const check = webhook.check(body, headers as [string, string][], { method, url });
  webhook[Symbol.dispose]();
  if (check.ok) return { kind: "verified", message: "The secret signs exactly these bytes." };
  return { kind: "refused", code: check.code, family: check.family, message: check.message };
}

function isBlank(): boolean {
  const { headers, body } = delivery.value;
  return headers.length === 0 && body.length === 0;
}
