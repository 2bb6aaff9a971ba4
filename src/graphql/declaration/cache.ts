import type { ConstDirectiveNode } from 'graphql';
import { UNCACHED, type CachePolicy } from '../../engine/cache-policy.ts';
import { argumentsOf, text } from './directives.ts';
import { problemAt, type DeclarationProblem } from './problem.ts';

/** Longest times in seconds. What stands in for a system that is down may be older than what merely saves requests. */
const BOUNDS = { ttl: 3600, staleWhileRevalidate: 3600, staleIfError: 86_400, missing: 3600 } as const;

/** Seconds for which a missing key is remembered where nothing is said: long enough for a burst, too short for somebody who has just made the row to notice. */
const MISSING = 5;

export function cachePolicy(
  directive: ConstDirectiveNode | undefined,
  problems: DeclarationProblem[],
): CachePolicy {
  if (directive === undefined) return UNCACHED;
  const values = argumentsOf(directive);
  const seconds = (name: keyof typeof BOUNDS, otherwise: number): number => {
    const value = values[name] === undefined || values[name] === null ? otherwise : Number(values[name]);
    if (value < 0 || value > BOUNDS[name])
      problems.push(problemAt(directive, `${name} is ${value}; it is 0 to ${BOUNDS[name]} seconds.`));
    return value;
  };
  const ttl = seconds('ttl', 0);
  return {
    ttl,
    scope: text(values, 'scope') === 'VIEWER' ? 'viewer' : 'shared',
    staleWhileRevalidate: seconds('staleWhileRevalidate', 0),
    staleIfError: seconds('staleIfError', 0),
    missing: seconds('missing', Math.max(0, Math.min(ttl, MISSING))),
  };
}
