/** `@{ref.field}` and `@{ref.list[0].field}` in a composite request stand for parts of earlier answers. */
const REFERENCE = /@\{(\w+)((?:\.\w+|\[\d+\])*)\}/g;

export interface Filled {
  readonly value: unknown;
  /** The first reference that leads nowhere. */
  readonly missing?: string;
}

/** Puts the values in place of all references in a value's texts. */
export function fillIn(value: unknown, known: ReadonlyMap<string, unknown>): Filled {
  let missing: string | undefined;
  const fill = (part: unknown): unknown => {
    if (typeof part === 'string') {
      return part.replace(REFERENCE, (whole, name: string, path: string) => {
        const found = follow(known.get(name), path);
        if (typeof found === 'string' || typeof found === 'number' || typeof found === 'boolean')
          return String(found);
        missing ??= whole;
        return whole;
      });
    }
    if (Array.isArray(part)) return part.map(fill);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, fill(inner)]));
  };
  const filled = fill(value);
  return missing === undefined ? { value: filled } : { value: filled, missing };
}

function follow(answer: unknown, path: string): unknown {
  let at = answer;
  for (const [, name, index] of path.matchAll(/\.(\w+)|\[(\d+)\]/g)) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = (at as Readonly<Record<string, unknown>>)[name ?? index ?? ''];
  }
  return at;
}
