// Model: what is signed and how, from what was chosen. Everything follows from the choices; nothing is kept twice.

import { computed, signal } from "@preact/signals";
import { WebhookError } from "countersign";
import { openTab } from "../address.ts";
import { checkedScheme, delivery, maxEventAge, now, schemeName, secret, tolerance, type Delivery } from "../state.ts";
import { written, type Layout } from "./layouts.ts";
import { samplesOf } from "./samples.ts";
import { freshSecret } from "./secrets.ts";
import { judged, signed, type Hints, type Signer, type Verdict } from "./signed.ts";
import type { Genuine } from "./tampers.ts";

export const layout = signal<Layout>("compact");
/** The time that is signed, in milliseconds. */
export const time = signal<number>(wholeSecond());
export const id = signal<string>(freshId());

const chosenEvent = signal<string>("");
const draft = signal<{ readonly of: string; readonly text: string } | null>(null);
// Secrets that were generated here protect nothing, so they may stand in a test.
const generated = new Set<string>();

/** Signs where none was typed. */
export const ownSecret = computed(() => {
  return checkedScheme.value instanceof WebhookError ? "" : freshSecret(checkedScheme.value);
});
export const isSecretGenerated = computed(() => secret.value === "" || generated.has(secret.value));

export const events = computed(() => Object.keys(samplesOf(schemeName.value)));
export const event = computed(() => {
  return events.value.includes(chosenEvent.value) ? chosenEvent.value : (events.value[0] as string);
});

/** The body as text: the sample as it is laid out, or what was typed over it. */
export const body = computed(() => (isEdited.value ? (draft.value?.text ?? "") : sample.value));
export const isEdited = computed(() => draft.value?.of === choice.value && draft.value.text !== sample.value);

/** The delivery with all that made it; what is wrong, instead. */
export const genuine = computed<(Genuine & { verdict: Verdict }) | WebhookError>(() => {
  const signer = signerOf();
  if (signer instanceof WebhookError) return signer;
  try {
    const delivery = signed(body.value, signer, hints.value);
    return { body: body.value, delivery, signer, verdict: judged(delivery, signer) };
  } catch (problem) {
    if (problem instanceof WebhookError) return problem;
    throw problem;
  }
});

/** The same payload in another layout. */
export function bodyIn(other: Layout): string {
  return written(payload.value, other);
}

/** Chooses an event. */
export function chooseEvent(type: string): void {
  chosenEvent.value = type;
}

/** Types over the body; it goes when another event or layout is chosen. */
export function editBody(text: string): void {
  draft.value = { of: choice.value, text };
}

/** Puts a fresh secret in, in the form in which the provider hands them out. */
export function generateSecret(): void {
  if (checkedScheme.value instanceof WebhookError) return;
  secret.value = freshSecret(checkedScheme.value);
  generated.add(secret.value);
}

/** Opens a delivery in the first tab, with the secret, the time and the limits that it was judged by here. */
export function inspect(changed: Delivery, signer: Signer): void {
  if (isSecretGenerated.value) generated.add(signer.secret);
  delivery.value = changed;
  secret.value = signer.secret;
  now.value = signer.time;
  tolerance.value = null;
  maxEventAge.value = null;
  openTab("inspect");
}

/** Signs the time of this machine. */
export function signNow(): void {
  time.value = wholeSecond();
}

/** Whether the scheme signs a time, and an id. */
export const signsTime = computed(() => {
  const used = checkedScheme.value;
  return used instanceof WebhookError || used.timestamp !== undefined;
});
export const signsId = computed(() => {
  const used = checkedScheme.value;
  return used instanceof WebhookError || signsHeader(used.content);
});

const payload = computed(() => samplesOf(schemeName.value)[event.value]);
const sample = computed(() => written(payload.value, layout.value));
const choice = computed(() => [schemeName.value, event.value, layout.value].join(" "));

// GitHub and Shopify name the event in a header alone.
const hints = computed<Hints>(() => {
  const used = checkedScheme.value;
  const names = used instanceof WebhookError ? [] : (used.hints ?? []);
  return names.filter((name) => /-(?:event|topic)$/i.test(name)).map((name) => [name, event.value] as const);
});

function signerOf(): Signer | WebhookError {
  const used = checkedScheme.value;
  if (used instanceof WebhookError) return used;
  return {
    scheme: used,
    secret: secret.value || ownSecret.value,
    time: time.value,
    id: signsId.value ? id.value : "",
  };
}

// Of two braces, the template makes one that is text.
function signsHeader(content = ""): boolean {
  return content.replaceAll(/\{\{|\}\}/g, "").includes("{header:");
}

// Most schemes sign seconds.
function wholeSecond(): number {
  return Math.floor(Date.now() / 1000) * 1000;
}

function freshId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return `msg_${Array.from(bytes, (byte) => byte.toString(36).padStart(2, "0")).join("")}`;
}
