import { formatDateTime } from '../store/time.ts';
import type { TableContext } from './context.ts';

/** The path of a domain as records already in it have it; `/` is global. */
export function domainPath(context: TableContext, domain: string): string {
  const { store } = context.sight;
  for (const name of ['sys_user', 'task']) {
    const table = store.dictionary.get(name);
    const found = domain !== 'global' && table ? store.lookup(table, 'sys_domain', domain)[0] : undefined;
    if (found?.values.sys_domain_path !== undefined) return found.values.sys_domain_path;
  }
  return '/';
}

/** What a new record of the table holds before the body is applied. The domain is the user's (facts 7). */
export function defaults(context: TableContext): Record<string, string> {
  const { table, caller, instance } = context;
  const values: Record<string, string> = {};
  for (const column of table.columns.values())
    if (column.default !== undefined) values[column.name] = column.default;
  if (table.root === 'task') {
    values.opened_at = formatDateTime(instance.options.now());
    values.opened_by = caller.userId;
  }
  if (table.columns.has('sys_domain')) values.sys_domain = caller.homeDomain;
  return values;
}
