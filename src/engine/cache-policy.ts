/** How long answers about a table may be served from memory, in seconds. */
export interface CachePolicy {
  /** As good as new; 0: never. */
  readonly ttl: number;
  /** `viewer`: never shared between viewers, whatever identity they are read under. */
  readonly scope: 'shared' | 'viewer';
  /** Beyond the ttl: answered from memory at once, and read anew behind the answer's back. */
  readonly staleWhileRevalidate: number;
  /** Beyond the ttl: answered from memory where the owning system does not answer, and said so. */
  readonly staleIfError: number;
  /** For keys that the owning system said lead to no row. After it, that answer is never used again. */
  readonly missing: number;
}

/** Nothing is remembered; reads that are under way are still shared. */
export const UNCACHED: CachePolicy = {
  ttl: 0,
  scope: 'shared',
  staleWhileRevalidate: 0,
  staleIfError: 0,
  missing: 0,
};

/** What one remembered answer is still good for. */
export type Standing = 'fresh' | 'revalidate' | 'if-error' | 'gone';

export interface Remembered {
  /** When the read that gave it began, in milliseconds since 1970: the answer may be as old as that. */
  readonly born: number;
  /** The answer is that there is no such row. */
  readonly missing: boolean;
}

/**
 * Decides what a remembered answer is good for at the moment `now` (milliseconds). `maxAge` (seconds) is the asker's own bound, which can only make it
 * good for less.
 */
export function standingOf(
  { born, missing }: Remembered,
  policy: CachePolicy,
  maxAge: number,
  now: number,
): Standing {
  const age = (now - born) / 1000;
  if (maxAge <= 0 || age > maxAge) return 'gone';
  if (missing) return age < policy.missing ? 'fresh' : 'gone';
  if (age < policy.ttl) return 'fresh';
  if (age < policy.ttl + policy.staleWhileRevalidate) return 'revalidate';
  return age < policy.ttl + policy.staleIfError ? 'if-error' : 'gone';
}

/** Whether an answer is worth being remembered at all. */
export function remembers(policy: CachePolicy, missing: boolean): boolean {
  return missing ? policy.missing > 0 : policy.ttl + policy.staleWhileRevalidate + policy.staleIfError > 0;
}

/** Whether memory is to be looked at for a table. */
export function looksIntoMemory(policy: CachePolicy): boolean {
  return remembers(policy, false) || remembers(policy, true);
}
