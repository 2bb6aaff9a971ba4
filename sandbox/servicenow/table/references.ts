import type { Column } from '../dictionary/column.ts';
import type { Sight } from '../store/display.ts';

/** The sys_id a reference input means: a sys_id, a display value, or a user's name for signing in. */
export function resolveReference(
  sight: Sight,
  column: Column & { readonly reference: string },
  input: string,
): string | undefined {
  if (column.type === 'domain_id' && input.toLowerCase() === 'global') return 'global';
  const table = sight.store.dictionary.get(column.reference);
  if (!table || input === '') return undefined;
  const byId = sight.store.get(table, input);
  if (byId) return sight.visible(byId) ? input : undefined;
  const names = [...new Set([table.display, 'name', 'number', 'user_name', 'email'])].filter((name) =>
    table.columns.has(name),
  );
  for (const name of names) {
    const found = sight.store.lookup(table, name, input).find((row) => sight.visible(row));
    if (found) return found.values.sys_id;
  }
  return undefined;
}
