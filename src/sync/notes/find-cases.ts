import type { Filter } from '../../contract/index.ts';
import type { ResultRow } from '../../engine/query.ts';
import type { Hint } from '../hints.ts';
import { cell, oneOf, type OwnRows } from '../own-rows.ts';
import { CASE_COLUMNS, OBJECT_OF, type CaseColumn } from './association.ts';
import type { SyncedCase } from './case-facts.ts';

const COLUMNS = ['number', 'state', 'sys_created_on', ...CASE_COLUMNS, 'parent', 'major_case_state'];

/**
 * The cases that hinted records belong to: by the case's own columns, through the request that an item is of, or the case itself. Two steps of reads, the second
 * only for requests.
 */
export async function findCases(rows: OwnRows, hints: readonly Hint[]): Promise<readonly SyncedCase[]> {
  const keys = (object: string): string[] =>
    hints.filter((hint) => hint.object === object).map(({ key }) => key);
  const byColumn = CASE_COLUMNS.flatMap((column) => oneOf(column, keys(OBJECT_OF[column])) ?? []);
  const direct = anyOf([...byColumn, ...listed(oneOf('sys_id', keys('sn_customerservice_case')))]);
  const [cases, requests, items] = await Promise.all([
    readCases(rows, direct),
    read(rows, 'SyncRequest', oneOf('sys_id', keys('sc_request')), ['parent']),
    read(rows, 'SyncItem', oneOf('sys_id', keys('sc_req_item')), ['case_key']),
  ]);
  const known = new Set(cases.map(({ key }) => key));
  const ordered = [
    ...requests.map((row) => cell(row, 'parent')),
    ...items.map((row) => cell(row, 'case_key')),
  ];
  const more = await readCases(
    rows,
    oneOf(
      'sys_id',
      ordered.filter((key) => !known.has(key)),
    ),
  );
  return [...cases, ...more];
}

/** Cases by a filter; none where there is none. */
export async function readCases(rows: OwnRows, filter: Filter | null): Promise<readonly SyncedCase[]> {
  return (await read(rows, 'SyncCase', filter, COLUMNS)).map((row) => ({
    key: cell(row, 'sys_id'),
    number: cell(row, 'number'),
    state: cell(row, 'state'),
    createdAt: cell(row, 'sys_created_on'),
    columns: Object.fromEntries(CASE_COLUMNS.map((column) => [column, cell(row, column)])) as Record<
      CaseColumn,
      string
    >,
    parent: cell(row, 'parent'),
    majorCaseState: cell(row, 'major_case_state'),
  }));
}

/** Rows by a filter; none where there is no filter. */
export async function read(
  rows: OwnRows,
  table: string,
  filter: Filter | null,
  columns: readonly string[],
): Promise<readonly ResultRow[]> {
  return filter === null ? [] : rows.list(table, { filter, columns });
}

function anyOf(filters: readonly Filter[]): Filter | null {
  const [first] = filters;
  return first === undefined || filters.length === 1 ? (first ?? null) : { op: 'or', any: filters };
}

function listed(filter: Filter | null): readonly Filter[] {
  return filter === null ? [] : [filter];
}
