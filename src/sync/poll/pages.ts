import type { Filter } from '../../contract/index.ts';
import type { ResultRow } from '../../engine/query.ts';
import { OWN_TABLES, type FollowedObject } from '../own-tables.ts';
import { cell, type OwnRows } from '../own-rows.ts';
import type { Found } from './seen.ts';

/** Not followed for themselves: journal entries are hints of the record that they belong to, linked articles of their problem. */
export type Watched = FollowedObject | 'sys_journal_field' | 'm2m_kb_task';

const OBJECTS = Object.keys(OWN_TABLES) as readonly FollowedObject[];

/** In the order in which they are looked at. */
export const WATCHED: readonly Watched[] = [...OBJECTS, 'sys_journal_field', 'm2m_kb_task'];

/** A table that an instance need not have, nor show to the account. */
export const isOptional = (name: Watched): boolean => name === 'm2m_kb_task';

/** Where a page ended. */
export interface Place {
  readonly at: string;
  readonly key: string;
}

/** A row that changed, and the record that this says something about. */
export interface Change {
  readonly found: Found;
  readonly object: string;
  readonly key: string;
}

/** One way to look for changes. */
interface Kind {
  readonly table: string;
  readonly time: string;
  readonly columns: readonly string[];
  readonly also: readonly Filter[];
  readonly changeIn: (row: ResultRow, found: Omit<Found, 'version'>) => Change;
}

const KINDS: Readonly<Record<'sys_journal_field' | 'm2m_kb_task', Kind>> = {
  sys_journal_field: {
    table: 'SyncJournal',
    time: 'sys_created_on',
    columns: ['name', 'element_id'],
    also: [{ op: 'in', column: 'name', values: OBJECTS }],
    changeIn: (row, found) => ({
      found: { ...found, version: '' },
      object: cell(row, 'name'),
      key: cell(row, 'element_id'),
    }),
  },
  m2m_kb_task: {
    table: 'SyncArticleLink',
    time: 'sys_created_on',
    columns: ['task'],
    also: [{ op: 'eq', column: 'task_class', value: 'problem' }],
    changeIn: (row, found) => ({
      found: { ...found, version: '' },
      object: 'problem',
      key: cell(row, 'task'),
    }),
  },
};

/** Rows that changed since a moment, in the order of their change, from a place on. */
export async function pageOf(
  name: Watched,
  rows: OwnRows,
  since: string,
  last: Place | null,
  first: number,
): Promise<readonly Change[]> {
  const { table, time, columns, also, changeIn } =
    name === 'sys_journal_field' || name === 'm2m_kb_task' ? KINDS[name] : followed(name);
  const from: Filter = { op: 'gte', column: time, value: since };
  const found = await rows.list(table, {
    filter: also.length === 0 ? from : { op: 'and', all: [from, ...also] },
    columns: [time, ...columns],
    first,
    order: [time],
    after: last === null ? null : [last.at, last.key],
  });
  return found.map((row) => changeIn(row, { key: cell(row, 'sys_id'), at: cell(row, time) }));
}

function followed(name: FollowedObject): Kind {
  return {
    table: OWN_TABLES[name],
    time: 'sys_updated_on',
    columns: ['sys_mod_count'],
    also: [],
    changeIn: (row, found) => ({
      found: { ...found, version: cell(row, 'sys_mod_count') },
      object: name,
      key: found.key,
    }),
  };
}
