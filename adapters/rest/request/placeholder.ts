/** Placeholders stand alone in a query value or in a text of a body: `"{key}"`. What they stand for is put there as a value, never as text. */
const WHOLE = /^\{([^{}]{1,200})\}$/;

export function placeholderOf(text: unknown): string | null {
  return typeof text === 'string' ? (WHOLE.exec(text)?.[1] ?? null) : null;
}

/** Every text of a template: values and elements at any depth. */
export function textsOf(template: unknown): string[] {
  if (typeof template === 'string') return [template];
  if (typeof template !== 'object' || template === null) return [];
  return Object.values(template).flatMap(textsOf);
}

export function placeholdersOf(template: unknown): string[] {
  return textsOf(template).flatMap((text) => placeholderOf(text) ?? []);
}
