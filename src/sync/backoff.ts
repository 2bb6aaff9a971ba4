/** Milliseconds to wait after so many failures in a row: up to a bound that doubles, and never nothing. `most` bounds it all. */
export function backoff(failures: number, random: () => number, most = 30_000): number {
  const bound = Math.min(most, 250 * 2 ** Math.min(failures - 1, 10));
  return Math.ceil(bound * (0.5 + random() / 2));
}
