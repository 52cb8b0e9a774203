// Decoder: what each of the others is, and what its work costs.

/** Counts the work that is left. It throws when there is none left. */
export type Spend = (characters: number) => void;

/**
 * Yields what a text may stand for. It yields nothing if the text has nothing of its kind. A result that is shorter than
 * `shortest` bytes cannot hold a secret, so it need not be yielded.
 */
export type Decoder = (text: string, shortest: number, spend: Spend) => Iterable<string>;

/** Something that is found and decoded alone costs as much as this many characters that are only looked at. */
export const MATCH = 24;

/** The same, if it is written back into its text. */
export const ESCAPE = 80;

/** Between texts that were decoded from different places: each may be deflated, which only shows at its start. */
export const BETWEEN = "\n\0\xff\0\n";
