// Options: checked by name and value. An unknown option, silently ignored, would leave a check on
// that the caller believes to be off, or off that the caller believes to be on.

import { isPlain, own, tagOf } from "../refusal/culprit.ts";
import type { WebhookError } from "../refusal/error.ts";
import type { ToleranceSpec } from "../scheme/spec.ts";
import { type EachWay, eachWay } from "../scheme/tolerance.ts";
import { OPTION_UNKNOWN, OPTION_VALUE, OPTIONS_NOT_PLAIN, refuse } from "../refusal/sentences.ts";
import { suggest } from "../refusal/suggest.ts";

/** Options of a {@link Webhook}. */
export interface WebhookOptions {
  /**
   * How far the signed time may lie from now, in seconds: an integer >= 0 counts into the past and into the future,
   * `{ past, future }` each way, and `Infinity` accepts any distance. An age equal to the tolerance is accepted. By
   * default what the scheme says: 300 for every built-in provider that signs a time.
   */
  readonly toleranceSeconds?: ToleranceSpec | undefined;
  /**
   * How old a delivery may be by the time that its signed body tells, in seconds, where no timestamp
   * is signed: Bookbag's `ts`, DigiVault's `created_at`, a scheme's `eventTime`. An integer >= 0; an age
   * equal to it is accepted, and so is a time up to 300 s in the future, for clocks that differ. A body
   * that tells no such time is refused: `TIMESTAMP_MALFORMED`.
   *
   * Off by default, as with `Infinity`: a retry carries the time of its event, and looks as old.
   * DigiVault's last one comes 7 h 21 min after it.
   */
  readonly maxEventAgeSeconds?: number | undefined;
  /** The clock, in milliseconds since the epoch. `Date.now` by default. */
  readonly now?: (() => number) | undefined;
  /**
   * The URL that the provider was given for this endpoint, or a short list of them: origin, path and query. Only a
   * scheme that signs the URL reads it; none that is built in does.
   */
  readonly publicUrl?: string | readonly string[] | undefined;
}

/** Options of {@link Webhook.sign}. */
export interface SignOptions {
  /** The time to sign, as a `Date` or in milliseconds since the epoch. Now by default. */
  readonly timestamp?: Date | number | undefined;
  /** The id to sign, for schemes that sign one in a header. `msg_` and a random UUID by default. */
  readonly id?: string | undefined;
  /** The method that the request will have; `POST` by default. Only a scheme that signs it reads it. */
  readonly method?: string | undefined;
  /** The URL that the request will be sent to. Only a scheme that signs it reads it. */
  readonly url?: string | undefined;
}

/** How far the signed time may lie from now, each way; `undefined` leaves the scheme's own. */
export function admitTolerance({ toleranceSeconds }: Pick<WebhookOptions, "toleranceSeconds">): EachWay | undefined {
  const given: unknown = toleranceSeconds;
  if (given === undefined) return undefined;
  if (!isPlain(given)) return eachWay(admitSeconds(given, "toleranceSeconds", "an integer >= 0, { past, future }"));
  const { past, future } = admitOptions(given as { past?: unknown; future?: unknown }, ["past", "future"]);
  return { past: admitSeconds(past, "toleranceSeconds.past"), future: admitSeconds(future, "toleranceSeconds.future") };
}

/** How old the time in the body may be; `undefined` for any age. */
export function admitEventAge({ maxEventAgeSeconds }: Pick<WebhookOptions, "maxEventAgeSeconds">): number | undefined {
  const seconds = admitSeconds(maxEventAgeSeconds, "maxEventAgeSeconds");
  return seconds === Number.POSITIVE_INFINITY ? undefined : seconds;
}

/** A number of whole seconds, or `Infinity`. */
function admitSeconds(seconds: unknown, option: string, expected = "an integer >= 0"): number | undefined {
  if (seconds === undefined || seconds === Number.POSITIVE_INFINITY) return seconds;
  if (typeof seconds === "number" && Number.isInteger(seconds) && seconds >= 0) return seconds;
  throw invalid(option, seconds, `${expected}, or Infinity for no limit`);
}

/** Admits the URLs that the provider may have been given. */
export function admitPublicUrl({ publicUrl = [] }: WebhookOptions): void {
  for (const url of [publicUrl].flat() as unknown[]) {
    if (typeof url === "string" && isPublicUrl(url)) continue;
    throw invalid("publicUrl", url, 'a whole URL without a fragment, as "https://example.com/webhooks/acme"');
  }
}

function isPublicUrl(text: string): boolean {
  try {
    const { protocol, hash } = new URL(text);
    // The parser drops what a variable has around its value; what is signed has none of it.
    return /^https?:$/.test(protocol) && hash === "" && !/[#\s]/.test(text);
  } catch {
    return false; // not a URL
  }
}

/** The clock that a {@link Webhook} asks. */
export function admitClock({ now }: WebhookOptions): () => number {
  const given: unknown = now;
  if (given === undefined) return () => Date.now(); // looked up each time: tests put a fake one there
  if (typeof given === "function") return given as () => number;
  const near = given instanceof Date || typeof given === "number" ? " Did you mean () => …?" : "";
  throw invalid("now", given, "a function", near);
}

/** A time as the core takes it: whole milliseconds since the epoch. */
export function admitTime(milliseconds: unknown, option: string): number {
  if (typeof milliseconds === "number" && milliseconds >= 0 && milliseconds <= Number.MAX_SAFE_INTEGER) {
    return Math.floor(milliseconds);
  }
  throw invalid(option, milliseconds, "milliseconds since the epoch, finite and >= 0");
}

/** A time that may be a `Date`, too, as the core takes it. */
export function admitDate(time: unknown, option: string): number {
  return admitTime(tagOf(time) === "Date" ? Number(time) : time, option);
}

/** An option that is a text, if it was given. */
export function admitText(value: unknown, option: string): string | undefined {
  if (value === undefined || typeof value === "string") return value;
  throw invalid(option, value, "a string");
}

/**
 * Admits an options object: every name in it must be known. Returns a copy with the fields of the object itself.
 *
 * @throws {@link WebhookError} `OPTION_INVALID`, with the name that was probably meant
 */
export function admitOptions<Options extends object>(options: Options | undefined, known: readonly string[]): Options {
  if (options === undefined) return own({} as Options);
  admitNames(options, known);
  return own(options);
}

/** Admits the names in an options object. */
export function admitNames(options: object, known: readonly string[]): void {
  if (!isPlain(options)) throw refuse(OPTIONS_NOT_PLAIN, { value: shown(options), known: known.join(", ") });
  for (const name of Object.keys(options)) {
    if (known.includes(name)) continue;
    const near = suggest(name, known);
    // What is near no name may be a secret in the wrong place, which must not reach the log.
    const quoted = near === "" ? "One of the names" : JSON.stringify(name);
    throw refuse(OPTION_UNKNOWN, { name: quoted, near, known: known.join(", ") });
  }
}

/** The error for an option that has a value it cannot have. */
export function invalid(option: string, value: unknown, expected: string, near = ""): WebhookError {
  return refuse(OPTION_VALUE, { option, value: shown(value), expected, near });
}

/** Names the type and, where that is safe, the value: a misplaced secret must not reach the log. */
export function shown(value: unknown): string {
  if (typeof value === "number" || typeof value === "boolean" || value === undefined) return String(value);
  if (value === null) return "null";
  return Array.isArray(value) ? "a list" : `${typeof value === "object" ? "an" : "a"} ${typeof value}`;
}
