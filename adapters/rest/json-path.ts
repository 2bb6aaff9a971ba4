/** One step into a JSON value: a member by name, or an element by place. */
export type Step = string | number;

const STEP = /(?:^|\.)([A-Za-z0-9_$@:-]+)|\[(\d{1,6})\]|\["([^"\\]{1,200})"\]/y;

/** A place that cannot be: the way there leads through a text, a number or a list where an object should be. */
export const ASTRAY: unique symbol = Symbol('astray');

/** `incident_status.name`, `a.b[0].c`, `a["odd name"]` in steps; null where the text is no such path. */
export function parsePath(text: string): readonly Step[] | null {
  const steps: Step[] = [];
  if (text.startsWith('.')) return null;
  let end = 0;
  while (end < text.length) {
    STEP.lastIndex = end;
    const match = STEP.exec(text);
    if (match === null) return null;
    const [whole, name, place, quoted] = match;
    steps.push(place === undefined ? (name ?? quoted ?? '') : Number(place));
    end += whole.length;
  }
  return steps.length === 0 ? null : steps;
}

/** The value at a path; undefined where nothing is there or the way ends in null; ASTRAY where the shape is another one. */
export function valueAt(root: unknown, path: string): unknown {
  let current = root;
  for (const step of parsePath(path) ?? []) {
    if (current === null || current === undefined) return undefined;
    if (typeof current !== 'object' || Array.isArray(current) !== (typeof step === 'number')) return ASTRAY;
    // Own members only: `constructor` and `__proto__` are names like any other.
    current = Object.hasOwn(current, step) ? (current as Record<Step, unknown>)[step] : undefined;
  }
  return current;
}
