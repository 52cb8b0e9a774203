// Event age: how old a delivery is by the time that its signed body tells. Apart from the tolerance:
// the core checks that against a header, before anything is parsed; this is read from the payload,
// after the proof, for receivers that ask for it.

import { WebhookError } from "./error.ts";
import { eventTimes, schemes } from "./generated/schemes.ts";
import { admitSeconds, type WebhookOptions } from "./options.ts";
import type { ProvenDelivery } from "./proven-delivery.ts";
import type { EventTime } from "./provider.ts";
import type { Scheme } from "./scheme.ts";

/** Throws when the body of a delivery tells no time, or one too long ago. */
export type EventAgeCheck = (delivery: ProvenDelivery, now: number) => void;

/** How far two clocks may differ: no event happens after its delivery. */
const FUTURE_SECONDS = 300;

/**
 * The check that `maxEventAgeSeconds` asks for; `undefined` when it asks for none.
 *
 * @throws {@link WebhookError} `OPTION_INVALID`, also where no body is known to tell a time
 */
export function admitEventAge(options: WebhookOptions, scheme: Scheme): EventAgeCheck | undefined {
  const seconds = admitSeconds(options, "maxEventAgeSeconds");
  if (seconds === undefined || seconds === Number.POSITIVE_INFINITY) return undefined;
  const field = eventTimeOf(scheme);
  if (field === undefined) throw new WebhookError("OPTION_INVALID", insteadFor(scheme));
  return (delivery, now) => checkAge(delivery, now, field, seconds);
}

/** Where the bodies of this scheme tell the time. */
export function eventTimeOf({ name, text }: Scheme): EventTime | undefined {
  // By its text: somebody else's scheme may have a provider's name.
  return (schemes as Readonly<Record<string, string>>)[name] === text ? eventTimes[name] : undefined;
}

function insteadFor({ name, text }: Scheme): string {
  return text.includes("\ntimestamp: ")
    ? `${name} signs the time in a header: maxEventAgeSeconds is for providers that do not. Use toleranceSeconds.`
    : `No time is known to stand in the bodies of ${name}, so maxEventAgeSeconds would check nothing: leave it out, ` +
        "and remember each delivery's idempotencyKey.";
}

function checkAge({ payload }: ProvenDelivery, now: number, { key, unit }: EventTime, seconds: number): void {
  const told = timeIn(payload, key);
  if (told === undefined) {
    const expected = `expected ${unit === "s" ? "seconds" : "milliseconds"} since the epoch, a number >= 0`;
    throw refusal("TIMESTAMP_MALFORMED", key, `is absent, or no time: ${expected}.`);
  }
  const second = unit === "s" ? 1 : 1000;
  // A time in seconds is compared in whole seconds, as its sender counts.
  const age = Math.floor((now * second) / 1000) - told;
  if (age > seconds * second) {
    throw refusal("TIMESTAMP_TOO_OLD", key, `is longer ago than maxEventAgeSeconds: ${seconds} allows.`);
  }
  if (-age > FUTURE_SECONDS * second) {
    throw refusal("TIMESTAMP_TOO_NEW", key, `lies more than ${FUTURE_SECONDS} s in the future.`);
  }
}

function timeIn(payload: unknown, key: string): number | undefined {
  if (typeof payload !== "object" || payload === null || !Object.hasOwn(payload, key)) return undefined;
  const time = (payload as Record<string, unknown>)[key];
  // JSON has numbers that are infinite here, as 1e999.
  return typeof time === "number" && time >= 0 && time < Number.POSITIVE_INFINITY ? time : undefined;
}

function refusal(
  code: "TIMESTAMP_MALFORMED" | "TIMESTAMP_TOO_OLD" | "TIMESTAMP_TOO_NEW",
  key: string,
  what: string,
): WebhookError {
  return new WebhookError(code, `The signature fits, and the body's ${key} ${what}`);
}
