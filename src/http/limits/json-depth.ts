/** True when arrays and objects stand more than `limit` deep in one another. Iterative: a deep value costs no stack. */
export function jsonDeeperThan(limit: number, value: unknown): boolean {
  const open: { readonly value: unknown; readonly depth: number }[] = [{ value, depth: 0 }];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (typeof at.value !== 'object' || at.value === null) continue;
    const depth = at.depth + 1;
    if (depth > limit) return true;
    for (const inner of Object.values(at.value)) open.push({ value: inner, depth });
  }
  return false;
}
