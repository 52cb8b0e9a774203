// Explanation: what the explainer says, as data. The Rust side is src/explain/report.rs; that both
// agree is tested on every explanation of the corpus.

import type { WebhookErrorCode, WebhookErrorFamily } from "../generated/codes.ts";
import type { FindingCode } from "../generated/findings.ts";

/** Why a delivery was accepted or refused, step by step, and what would have to change. */
export interface Explanation {
  /** What `Webhook` says of this delivery. */
  readonly verdict: {
    readonly ok: boolean;
    /** The code of the refusal, as in `WebhookError`. */
    readonly code: WebhookErrorCode | null;
    readonly family: WebhookErrorFamily | null;
    /** What exactly happened, as in `WebhookError`. */
    readonly detail: string | null;
    readonly sentence: string;
    /** Which secret fits, counted from 0. */
    readonly secretIndex: number | null;
  };
  /** The steps of the walk, in order; those behind the first that failed were not reached. */
  readonly steps: readonly Step[];
  /** What the steps saw. */
  readonly saw: Saw;
  /** What is wrong, the likeliest first; empty when nothing that was tried explains it. */
  readonly findings: readonly Finding[];
  /** What the search cost; a large body may use up its bound before everything was tried. */
  readonly work: { readonly walks: number; readonly bytes: number; readonly complete: boolean };
  /** The bytes that are signed, where `showContent` asked for them; they hold the body. */
  readonly content?: Content;
}

/** The bytes that are signed. */
export interface Content {
  /** What the receiver's walk hashes; `null` where it ends before. */
  readonly received: Uint8Array | null;
  /** What fits, with all proven findings undone; `null` where nothing was found. */
  readonly signed: Uint8Array | null;
}

/** One step of the walk. */
export interface Step {
  readonly name: "secret" | "headers" | "claim" | "content" | "compare" | "freshness";
  readonly state: "passed" | "failed" | "not-reached";
  readonly sentence: string;
}

/** One thing that is wrong. */
export interface Finding {
  /** Stable for ever, e.g. `BODY_RESTRINGIFIED`. */
  readonly code: FindingCode;
  /** What happened. */
  readonly sentence: string;
  /** What shows it. */
  readonly evidence: string;
  /** What to do, as a line of code; for the `framework` that was named, where its line differs. */
  readonly fix: string;
  /**
   * Whether the walk proves it: with all proven findings undone, the delivery verifies. What is not
   * proven is a likeness, and the evidence says of what.
   */
  readonly proven: boolean;
}

/** What the steps saw. Of signatures there are shapes only. */
export interface Saw {
  readonly headers: readonly {
    readonly name: string;
    readonly role: "signature" | "timestamp" | "content" | "required";
    /** How often it came. */
    readonly count: number;
    readonly bytes: number;
    /** A header that came, with a name much like it. */
    readonly near: string | null;
  }[];
  /** The time that the delivery claims, as it stands in its header. */
  readonly timestamp: string | null;
  /** The pieces of the signed content, with where each lies in it. */
  readonly content: readonly {
    readonly part: "text" | "timestamp" | "header" | "body";
    /** The text itself, of fixed text and of the timestamp; the name, of a header. */
    readonly text: string | null;
    readonly start: number;
    readonly end: number;
  }[];
  readonly expected: Shape;
  readonly received: readonly Shape[];
  /** The signed time against now, where one could be read. */
  readonly time: {
    readonly signedMs: number;
    readonly nowMs: number;
    /** How far apart they are, e.g. `2 h 5 s ago`. */
    readonly difference: string;
    readonly toleranceSeconds: number | null;
  } | null;
}

/** The shape of a signature, and nothing else of it. */
export interface Shape {
  /** E.g. `hex`, `upper-case hex`, `base64`, `base64url` or `unknown`. */
  readonly encoding: string;
  readonly characters: number;
  /** The algorithm whose tags are as long. */
  readonly algorithm: string | null;
}
