/** One field of an answer. `value` is "" for no value; `display` is absent where the answer does not say. */
export interface Cell {
  readonly value: string;
  readonly display?: string;
}

/**
 * Reads a field in any shape that ServiceNow writes it in: `{display_value, value}` (what we ask for), a plain text, `{link, value}`, and
 * `{display_value, link}`, where the value stands at the end of the link. Anything else counts as no value.
 * `undefined` when the field is not in the answer: it is hidden from the account, or there is no such column.
 */
export function readCell(raw: unknown): Cell | undefined {
  if (raw === undefined) return undefined;
  if (typeof raw === 'object' && raw !== null && !Array.isArray(raw)) return readObject(raw);
  return { value: scalar(raw) ?? '' };
}

function readObject(raw: object): Cell {
  const { value, display_value: shown, link } = raw as Record<string, unknown>;
  const display = scalar(shown);
  const found = scalar(value) ?? (typeof link === 'string' ? lastSegment(link) : display) ?? '';
  return display === undefined ? { value: found } : { value: found, display };
}

/** Some of the platform's other APIs write numbers and booleans as such. */
function scalar(raw: unknown): string | undefined {
  if (typeof raw === 'string') return raw;
  return typeof raw === 'number' || typeof raw === 'boolean' ? String(raw) : undefined;
}

function lastSegment(link: string): string {
  return link.slice(link.lastIndexOf('/') + 1);
}
