import type { JsonValue } from './value.ts';

/** Deeper than any record, and shallow enough for every program that walks a value by recursion. */
const MOST_LEVELS = 100;

/**
 * A cell of type json out of what a JSON parser gave; null where it is nested more than 100 levels deep: such a value could not be written again
 * without running out of stack.
 */
export function plainJson(value: unknown): JsonValue | null {
  let level: readonly unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MOST_LEVELS) return null;
    level = level.flatMap((one): unknown[] =>
      typeof one === 'object' && one !== null ? Object.values(one) : [],
    );
  }
  // It came out of a JSON parser.
  return value as JsonValue;
}

/** The beginning of a value as JSON, for operators; without the value where it is nested too deeply to be written. */
export function excerptOf(value: unknown, most: number): string {
  try {
    return (JSON.stringify(value) ?? '').slice(0, most);
  } catch {
    return 'a value that is nested too deeply to be shown';
  }
}
