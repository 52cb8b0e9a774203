// Options: checked by name and value. An unknown option, silently ignored, would leave a check on
// that the caller believes to be off, or off that the caller believes to be on.

import { isPlain } from "./culprit.ts";
import { WebhookError } from "./error.ts";
import { suggest } from "./suggest.ts";

/** Options of a {@link Webhook}. */
export interface WebhookOptions {
  /**
   * How far the signed time may lie from now, in seconds, into the past and into the future; an
   * integer >= 0, or `Infinity` to accept any. Age equal to the tolerance is accepted. By default
   * what the scheme says: 300 for every built-in provider that signs a time.
   */
  readonly toleranceSeconds?: number | undefined;
  /**
   * How old a delivery may be by the time that its signed body tells, in seconds, where no header
   * signs one: Bookbag's `ts`, DigiVault's `created_at`. An integer >= 0; age equal to it is
   * accepted, and so is a time up to 300 s in the future, for clocks that differ. A body that tells
   * no such time is refused: `TIMESTAMP_MALFORMED`, or `PAYLOAD_NOT_JSON`.
   *
   * Off by default, as with `Infinity`: a retry carries the time of its event, and looks as old.
   * DigiVault's last one comes 7 h 21 min after it.
   */
  readonly maxEventAgeSeconds?: number | undefined;
  /** The clock, in milliseconds since the epoch. `Date.now` by default. */
  readonly now?: (() => number) | undefined;
}

/** Options of {@link Webhook.sign}. */
export interface SignOptions {
  /** The time to sign, as a `Date` or in milliseconds since the epoch. Now by default. */
  readonly timestamp?: Date | number | undefined;
  /** The id to sign, for schemes that sign one in a header. `msg_` and a random UUID by default. */
  readonly id?: string | undefined;
}

/** What the core takes for "no limit". */
const UNLIMITED = 0xffff_ffff;

/** The option as the core takes it; `undefined` leaves the scheme's own. */
export function admitTolerance(options: WebhookOptions): number | undefined {
  const seconds = admitSeconds(options, "toleranceSeconds");
  if (seconds === undefined) return undefined;
  // 136 years is as good as any longer time, and still a limit.
  return seconds === Number.POSITIVE_INFINITY ? UNLIMITED : Math.min(seconds, UNLIMITED - 1);
}

/** A number of whole seconds, or `Infinity`. */
export function admitSeconds(
  options: Pick<WebhookOptions, "toleranceSeconds" | "maxEventAgeSeconds">,
  name: "toleranceSeconds" | "maxEventAgeSeconds",
): number | undefined {
  const seconds: unknown = options[name];
  if (seconds === undefined || seconds === Number.POSITIVE_INFINITY) return seconds;
  if (typeof seconds === "number" && Number.isInteger(seconds) && seconds >= 0) return seconds;
  throw new WebhookError(
    "OPTION_INVALID",
    `${name} is ${shown(seconds)}: expected an integer >= 0, or Infinity for no limit.`,
  );
}

/** The clock that a {@link Webhook} asks. */
export function admitClock(options: WebhookOptions): () => number {
  const now: unknown = options.now;
  if (now === undefined) return Date.now;
  if (typeof now !== "function") {
    const hint = now instanceof Date || typeof now === "number" ? " Did you mean () => …?" : "";
    throw new WebhookError("OPTION_INVALID", `now is ${shown(now)}: expected a function.${hint}`);
  }
  return now as () => number;
}

/** A time as the core takes it: whole milliseconds since the epoch. */
export function admitTime(milliseconds: unknown, source: string): number {
  if (typeof milliseconds === "number" && milliseconds >= 0 && milliseconds <= Number.MAX_SAFE_INTEGER) {
    return Math.floor(milliseconds);
  }
  throw new WebhookError(
    "OPTION_INVALID",
    `${source} is ${shown(milliseconds)}: expected milliseconds since the epoch, finite and >= 0.`,
  );
}

/** The id that {@link Webhook.sign} was given, if it was. */
export function admitId(options: SignOptions): string | undefined {
  const id: unknown = options.id;
  if (id === undefined || typeof id === "string") return id;
  throw new WebhookError("OPTION_INVALID", `id is ${shown(id)}: expected a string.`);
}

/**
 * Admits an options object: every name in it must be known.
 *
 * @throws {@link WebhookError} `OPTION_INVALID`, with the name that was probably meant
 */
export function admitOptions<Options extends object>(options: Options | undefined, known: readonly string[]): Options {
  if (options === undefined) return {} as Options;
  if (!isPlain(options)) {
    const expected = `a plain object of ${known.join(", ")}`;
    throw new WebhookError("OPTION_INVALID", `The options are ${shown(options)}: expected ${expected}.`);
  }
  for (const name of Object.keys(options)) {
    if (known.includes(name)) continue;
    throw new WebhookError("OPTION_INVALID", `${JSON.stringify(name)} is no option.${suggest(name, known)}`);
  }
  return options;
}

/** Names the type and, where that is safe, the value: a misplaced secret must not reach the log. */
export function shown(value: unknown): string {
  if (typeof value === "number" || typeof value === "boolean" || value === undefined) return String(value);
  if (value === null) return "null";
  return Array.isArray(value) ? "a list" : `${typeof value === "object" ? "an" : "a"} ${typeof value}`;
}
