const STEP = /\.([\p{L}_$][\p{L}\p{N}_$-]*)|\[(\d+)\]|\['([^']*)'\]|\["([^"]*)"\]/uy;

/**
 * The first value at a path of names and places: `$.jsonBody.alerts[0]['name']`. Filters, wildcards and searches in depth are
 * not there. Undefined where the path leads nowhere; throws an Error for what is no such path.
 */
export function valueAt(root: unknown, path: string): unknown {
  if (!path.startsWith('$')) throw new Error(`${path} does not begin with $.`);
  let value = root;
  for (let at = 1; at < path.length;) {
    STEP.lastIndex = at;
    const [step, name, place, quoted, doubled] = STEP.exec(path) ?? [];
    if (step === undefined) throw new Error(`${path} is not understood at "${path.slice(at)}".`);
    value = inside(value, name ?? quoted ?? doubled ?? Number(place));
    at += step.length;
  }
  return value;
}

function inside(value: unknown, step: string | number): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  if (typeof step === 'number') return Array.isArray(value) ? (value[step] as unknown) : undefined;
  return Object.hasOwn(value, step) ? (value as Record<string, unknown>)[step] : undefined;
}
