// The modules that build/corpus.ts makes, and those of tests/ that it lets in.

declare module "virtual:corpus" {
  /** The files of tests/vectors. */
  const files: unknown;
  export default files;
}

declare module "virtual:corpus/explain" {
  /** The files of tests/vectors/explain. */
  const files: unknown;
  export default files;
}

declare module "virtual:corpus/facts" {
  interface Fact {
    readonly count: number;
    /** The size of the data in bytes, compressed. */
    readonly gzip: number;
  }
  export const facts: { readonly vectors: Fact; readonly broken: Fact };
}

declare module "@tests/portable/checks.mjs" {
  export class Checks {
    checks: number;
    disagreements: string[];
    notCarried: Record<string, number>;
    that(holds: boolean, line: () => string): void;
  }
  export function whereThrown(error: unknown): string;
}

declare module "@tests/portable/vectors.mjs" {
  import type { ProviderName, SchemeSpec } from "countersign";
  export interface Vector {
    readonly id: string;
    readonly comment: string;
    readonly scheme: ProviderName | SchemeSpec;
    readonly expected: string;
  }
  export function readCorpus(corpus: unknown): Vector[];
}

declare module "@tests/portable/deliveries.mjs" {
  import type { Checks } from "@tests/portable/checks.mjs";
  import type { Vector } from "@tests/portable/vectors.mjs";
  export function runVector(countersign: typeof import("countersign"), vector: Vector, checks: Checks): void;
}

declare module "@tests/portable/explain.mjs" {
  import type * as countersign from "countersign";
  import type { explain, Explanation } from "countersign/explain";
  type Namespaces = typeof countersign & { readonly explain: typeof explain };
  type Scheme = countersign.ProviderName | countersign.SchemeSpec;
  export function explained(namespaces: Namespaces, scheme: Scheme, vector: object): Explanation;
  /** What is compared of a verdict. */
  interface Words {
    readonly code: string | null;
  }
  export function checked(namespaces: Namespaces, scheme: Scheme, vector: object): Words;
  export function wordsOf(verdict: Explanation["verdict"]): Words;
}
