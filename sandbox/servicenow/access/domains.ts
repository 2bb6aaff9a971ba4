import type { Row } from '../store/row.ts';
import type { Store } from '../store/store.ts';

/** `all`, or the sys_ids of the domains whose records are seen besides `global`. */
export type DomainSight = 'all' | ReadonlySet<string>;

function addBelow(store: Store, id: string, into: Set<string>): void {
  const domains = store.dictionary.get('domain');
  if (!domains || into.has(id)) return;
  into.add(id);
  for (const child of store.lookup(domains, 'parent', id)) addBelow(store, child.values.sys_id, into);
}

/**
 * A user sees the home domain, what is below it, and granted domains with what is below them (facts 7); never the
 * parent's. Users of the global domain see every domain: the facts do not say so outright, but instances without a
 * session domain apply no domain condition.
 */
export function domainSight(store: Store, home: string, granted: readonly string[]): DomainSight {
  if (home === '' || home === 'global') return 'all';
  const seen = new Set<string>();
  for (const id of [home, ...granted]) if (id !== '' && id !== 'global') addBelow(store, id, seen);
  return seen;
}

/** Tables that belong to a record of any table: the columns that hold its table and its sys_id. */
const DOCUMENTS: Readonly<Record<string, readonly [table: string, key: string]>> = {
  sys_journal_field: ['name', 'element_id'],
  sys_audit: ['tablename', 'documentkey'],
};

/** The record that a record without own domain follows. */
function master(store: Store, row: Row): Row | undefined {
  const [nameColumn, idColumn] = DOCUMENTS[row.table.name] ?? [];
  const { domainMaster = '' } = row.table;
  const name =
    nameColumn === undefined ? row.table.columns.get(domainMaster)?.reference : row.values[nameColumn];
  const id = row.values[idColumn ?? domainMaster];
  const table = store.dictionary.get(name ?? '');
  return table && id !== undefined && id !== '' ? store.get(table, id) : undefined;
}

/** Whether a record lies in the seen domains. A table without domains is seen by all. */
export function inSight(store: Store, sight: DomainSight, row: Row): boolean {
  if (sight === 'all') return true;
  const domain = row.values.sys_domain ?? '';
  if (domain !== '') return domain === 'global' || sight.has(domain);
  if (row.table.columns.has('sys_domain')) return true;
  // A domain is itself in the domain that it is.
  if (row.table.name === 'domain') return row.values.sys_id === 'global' || sight.has(row.values.sys_id);
  const followed = master(store, row);
  return followed ? inSight(store, sight, followed) : true;
}
