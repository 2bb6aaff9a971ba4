/** Where to look, as an event names it: what becomes a hint. */
export interface Place {
  /** The upstream's name of the table or collection. */
  readonly object: string;
  readonly key: string;
}

/** `undefined` and anything but a group of keys: none. */
export function groupOf(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : null;
}

/** Ids of the incident tools, as far as they can be put into a path. */
export function toolId(value: unknown): string | null {
  return typeof value === 'string' && /^[A-Za-z0-9_-]{1,64}$/.test(value) ? value : null;
}
