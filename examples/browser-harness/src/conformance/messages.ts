// Messages: what the page and the worker say to each other. The corpus stays with the worker: the page holds one short
// row for each vector, and asks for the whole of one when it is opened.

import type { ProviderName, SchemeSpec } from "countersign";
import type { OtherSecret } from "countersign/explain";
import type { WrittenTolerance } from "../limits.ts";

/** Which part of the corpus a row belongs to: vectors that are judged by `Webhook`, or broken deliveries by `explain`. */
export type Part = "vectors" | "broken";

/** What a row says before its vector has run. */
export interface Row {
  readonly part: Part;
  readonly id: string;
  /** The name of the provider or of the scheme. */
  readonly scheme: string;
  /** What the delivery is. */
  readonly comment: string;
  /** What must come out: a code or `verified`; of a broken delivery, the code of its first finding too. */
  readonly expected: readonly string[];
}

/** What came out of one vector. */
export interface Judged {
  readonly got: readonly string[];
  /** How many comparisons were made. */
  readonly checks: number;
  /** Each comparison that came out otherwise, in words. */
  readonly disagreements: readonly string[];
}

/** The same, with the index of its row and the time that it took. */
export interface Outcome extends Judged {
  readonly at: number;
  readonly micros: number;
}

/** One part of the corpus, and the judge of its vectors. */
export interface Judge {
  readonly rows: readonly Row[];
  judge(at: number): Judged;
  rawVector(at: number): RawVector;
}

/** A scheme as a file has it: the name of a provider, or the object that `defineScheme` takes. */
export type FileScheme = ProviderName | SchemeSpec;

/** What a row calls a scheme. */
export const nameOf = (scheme: FileScheme): string => (typeof scheme === "string" ? scheme : scheme.name);

/** A delivery as its file has it. */
interface FileVector {
  readonly id: string;
  readonly comment: string;
  readonly secrets: readonly (string | { readonly hex: string })[];
  readonly headers: readonly (readonly [string, string])[];
  readonly body_hex?: string;
  readonly body_repeat?: { readonly hex: string; readonly times: number };
  readonly now: number;
  readonly tolerance_seconds?: WrittenTolerance;
  readonly max_event_age_seconds?: number;
  readonly delivery?: { readonly secret_index?: number };
}

/** A broken delivery as its file has it. */
export interface BrokenVector extends FileVector {
  /** By what the receiver verifies, where it is not the scheme of the file. */
  readonly scheme?: FileScheme;
  readonly others?: readonly OtherSecret[];
  readonly reason: string;
  readonly finding: string | null;
}

export interface VectorFile {
  readonly scheme: FileScheme;
  readonly vectors: readonly FileVector[];
}

export interface BrokenFile {
  readonly scheme: FileScheme;
  readonly vectors: readonly BrokenVector[];
}

/** What is needed to look into the delivery of a vector. */
export type RawVector = FileVector & Pick<BrokenVector, "others"> & { readonly scheme: FileScheme };

/** What the page asks of the worker. */
export type Order =
  | { readonly order: "run"; readonly parts: readonly Part[] }
  | { readonly order: "stop" }
  | { readonly order: "open"; readonly at: number };

/** What the worker answers. */
export type Report =
  | {
      readonly report: "rows";
      readonly rows: readonly Row[];
      /** How finely the clock ticks, in ms. */ readonly tick: number;
    }
  | { readonly report: "outcomes"; readonly outcomes: readonly Outcome[]; readonly millis: number }
  | { readonly report: "done"; readonly stopped: boolean; readonly millis: number }
  | { readonly report: "vector"; readonly vector: RawVector }
  | { readonly report: "failed"; readonly sentence: string };
