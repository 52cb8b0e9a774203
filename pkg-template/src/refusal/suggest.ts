// Suggest: the name that was probably meant.

/**
 * Finds the known name nearest to a wrong one.
 *
 * @returns ` Did you mean "agentbot"?`, with a space in front, or nothing when no name is near
 */
export function suggest(wrong: string, known: readonly string[]): string {
  let nearest: string | undefined;
  // A third of the letters may differ: more than that is no slip of the finger.
  let least = Math.floor(Math.max(wrong.length, 3) / 3) + 1;
  for (const name of known) {
    const edits = wrong.length > 64 ? least : distance(wrong.toLowerCase(), name.toLowerCase());
    if (edits < least) [nearest, least] = [name, edits];
  }
  // `tolerance` for `toleranceSeconds`, `sha256` for `hmac-sha256`: a part of a name is as good as a slip.
  nearest ??= wrong.length < 3 ? undefined : known.find((name) => name.startsWith(wrong) || name.endsWith(wrong));
  return nearest === undefined ? "" : ` Did you mean ${JSON.stringify(nearest)}?`;
}

/** Levenshtein's distance: how many letters to add, drop or change. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let line = 1; line <= one.length; line += 1) {
    const next = [line];
    for (let column = 1; column <= other.length; column += 1) {
      const change = one[line - 1] === other[column - 1] ? 0 : 1;
      next.push(Math.min(at(row, column) + 1, at(next, column - 1) + 1, at(row, column - 1) + change));
    }
    row = next;
  }
  return at(row, other.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
