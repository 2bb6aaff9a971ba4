/** The name that was most likely meant, or `null` when none is close. */
export function suggest(given: string, names: readonly string[]): string | null {
  const bound = Math.max(1, Math.floor(given.length / 3));
  let best: string | null = null;
  let least = bound + 1;
  for (const name of names) {
    const far = distance(given.toLowerCase(), name.toLowerCase());
    if (far < least) [best, least] = [name, far];
  }
  return best;
}

/** `did you mean "url"?` or, when nothing is close, `there are: url, auth`. */
export function suggestion(given: string, names: readonly string[]): string {
  const meant = suggest(given, names);
  return meant === null ? `there are: ${names.join(', ')}` : `did you mean "${meant}"?`;
}

/** Insertions, deletions, replacements and swaps of neighbours that lead from one word to the other. */
function distance(a: string, b: string): number {
  // Names of keys are short; a longer text is no misspelling of one.
  if (a.length > 64) return Infinity;
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  const at = (i: number, j: number) => rows[i]?.[j] ?? Infinity;
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = swapped ? at(i - 2, j - 2) + 1 : Infinity;
      row.push(Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (same ? 0 : 1), swap));
    }
  }
  return at(a.length, b.length);
}
