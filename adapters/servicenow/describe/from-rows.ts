import { CasegraphError } from '../../../src/contract/index.ts';
import type { Call, ColumnType, DescribedColumn } from '../../../src/contract/index.ts';
import { get } from '../get.ts';
import { KEY, NAME } from '../names.ts';
import { recordsOf } from '../result.ts';
import type { Cell } from '../values/cell.ts';
import { readCell } from '../values/cell.ts';

/** `…/api/now/table/sys_user/<sys_id>`, also with a version in it. */
const LINK = /\/table\/([a-z][a-z0-9_]*)\/[^/]+$/;

/** Column of the record's domain; a table that has it is separated by domain (facts 7). */
export const DOMAIN = 'sys_domain';
const MOST_ROWS = 20;

/**
 * What some rows tell of their table where the dictionary may not be read: names, and where references lead. Types are guesses. Throws
 * where there is no row to read.
 */
export async function columnsOfRows(object: string, call: Call): Promise<readonly DescribedColumn[]> {
  const path = `/api/now/table/${object}?sysparm_display_value=all&sysparm_exclude_reference_link=false&sysparm_limit=${MOST_ROWS}`;
  const records = recordsOf(await get(path, call), { verb: 'read', name: object, object });
  if (records.length === 0)
    throw new CasegraphError(
      'upstream-unauthorized',
      `ServiceNow shows this account neither the dictionary of ${object} (403 on sys_dictionary) nor a row of it. Grant it read on sys_dictionary and sys_db_object, or import as an administrator.`,
    );
  const names = new Set(records.flatMap((record) => Object.keys(record)));
  return [...names]
    .filter((name) => NAME.test(name))
    .sort()
    .map((upstream) =>
      guessed(
        upstream,
        records.flatMap((record) => record[upstream] ?? []),
      ),
    );
}

function guessed(upstream: string, cells: readonly unknown[]): DescribedColumn {
  const isKey = upstream === KEY;
  // Links of the domain name another table than the one that domains are in.
  const target = upstream === DOMAIN ? undefined : linkOf(cells);
  return {
    upstream,
    label: upstream,
    type: isKey || upstream === DOMAIN || target !== undefined ? 'id' : typeOf(cells),
    native: 'unknown',
    guessed: true,
    nullable: !isKey,
    writable: false,
    filterable: true,
    sortable: true,
    unique: isKey,
    references: target === undefined ? [] : [{ object: target, column: null }],
    choices: [],
  };
}

function linkOf(cells: readonly unknown[]): string | undefined {
  const links = cells.flatMap((cell) =>
    typeof cell === 'object' && cell !== null && 'link' in cell ? [String(cell.link)] : [],
  );
  return links.map((link) => LINK.exec(link)?.[1]).find((table) => table !== undefined);
}

const TIMESTAMP = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/;

/** By the values that are there: a value that people see as something else is one of a choice list. */
function typeOf(cells: readonly unknown[]): ColumnType {
  const filled = cells.flatMap((raw) => readCell(raw) ?? []).filter(({ value }) => value !== '');
  const all = (test: (cell: Cell) => boolean): boolean => filled.length > 0 && filled.every(test);
  if (all(({ value }) => value === 'true' || value === 'false')) return 'boolean';
  if (all(({ value }) => TIMESTAMP.test(value))) return 'datetime';
  const isShort = all(({ value }) => value.length <= 40 && !value.includes(','));
  return isShort && filled.some(({ value, display = value }) => display !== value) ? 'choice' : 'string';
}
