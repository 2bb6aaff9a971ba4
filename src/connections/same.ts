/**
 * Whether two settings mean the same: plain data, compared by value. Secrets hide from every other comparison, so they are asked to reveal
 * themselves here.
 */
export function sameSettings(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (isSecret(a) || isSecret(b)) return isSecret(a) && isSecret(b) && a.reveal() === b.reveal();
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  // Anything but plain data might keep what matters where it cannot be seen.
  if (!isPlain(a) || !isPlain(b)) return false;
  const keys = new Set([...keysOf(a), ...keysOf(b)]);
  return [...keys].every((key) => sameSettings(valueOf(a, key), valueOf(b, key)));
}

function isSecret(value: object): value is { reveal(): string } {
  return 'reveal' in value && typeof value.reveal === 'function';
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return Array.isArray(value) || prototype === Object.prototype || prototype === null;
}

/** A key without a value is as good as none. */
function keysOf(value: object): string[] {
  return Object.entries(value).flatMap(([key, held]) => (held === undefined ? [] : [key]));
}

function valueOf(value: object, key: string): unknown {
  return Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
}
