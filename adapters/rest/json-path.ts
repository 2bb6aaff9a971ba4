/** One step into a JSON value: a member by name, or an element by place. The digits of a pointer are whichever of the two is there. */
export type Step = string | number | { readonly digits: string };

const STEP = /(?:^|\.)([A-Za-z0-9_$@:-]+)|\[(\d{1,6})\]|\["([^"\\]{1,200})"\]/y;

/** A place that cannot be: the way there leads through a text, a number or a list where an object should be. */
export const ASTRAY: unique symbol = Symbol('astray');

/** Paths come from declarations alone, so that there are few of them; one is read for every cell. */
const known = new Map<string, readonly Step[] | null>();
const MOST_KNOWN = 10_000;

/** `incident_status.name`, `a.b[0].c`, `a["odd name"]`, or `/a/odd~1name/0` (a JSON pointer, RFC 6901) in steps; null where the text is no such path. */
export function parsePath(text: string): readonly Step[] | null {
  const before = known.get(text);
  if (before !== undefined) return before;
  if (known.size >= MOST_KNOWN) known.clear();
  const steps = text.startsWith('/') ? pointerSteps(text) : pathSteps(text);
  known.set(text, steps);
  return steps;
}

function pointerSteps(text: string): readonly Step[] | null {
  if (text.length > 1_000 || /~(?![01])/.test(text)) return null;
  return text
    .slice(1)
    .split('/')
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((token) => (/^(?:0|[1-9]\d{0,5})$/.test(token) ? { digits: token } : token));
}

function pathSteps(text: string): readonly Step[] | null {
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
    const name = nameIn(current, step);
    if (name === null) return ASTRAY;
    // Own members only: `constructor` and `__proto__` are names like any other.
    current = Object.hasOwn(current, name) ? (current as Record<string, unknown>)[name] : undefined;
  }
  return current;
}

/** The member that a step leads to; null where the value is of another shape. */
function nameIn(value: unknown, step: Step): string | null {
  if (typeof value !== 'object') return null;
  if (typeof step === 'object') return step.digits;
  return Array.isArray(value) === (typeof step === 'number') ? String(step) : null;
}
