/** Nobody misspells a longer name than this; comparing longer texts would only cost time. */
const LONGEST = 80;

/** The name that was most likely meant, or `null` when none is close: about a third of its letters may be wrong. */
export function nearest(given: string, known: Iterable<string>): string | null {
  return nearestOf(given, known, 1)[0] ?? null;
}

/** The same for a few of them, the closest first; of equally close ones the first that is known. */
export function nearestOf(given: string, known: Iterable<string>, most: number): readonly string[] {
  const bound = Math.max(given.length > 3 ? 2 : 1, Math.floor(given.length / 3));
  return [...known]
    .map((name) => ({ name, far: distance(given.toLowerCase(), name.toLowerCase()) }))
    .filter(({ far }) => far <= bound)
    .sort((a, b) => a.far - b.far)
    .slice(0, most)
    .map(({ name }) => name);
}

/** Insertions, deletions, replacements and swaps of neighbours that lead from one word to the other. */
function distance(a: string, b: string): number {
  if (a.length > LONGEST || b.length > LONGEST) return Infinity;
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
