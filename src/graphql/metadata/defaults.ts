import type { TableDefinition } from '../../engine/definition.ts';
import type { RemoteColumn } from '../generated/schema.ts';

const IN_A_LIST = 6;
const IN_A_POPUP = 4;

/** Too long for a cell, or not for people. */
const NOT_IN_A_LIST: ReadonlySet<string> = new Set(['ID', 'TEXT', 'JSON', 'URL']);

/** The first columns, the one that stands for a row in front; where all are of a kind that lists do without, those. */
export function defaultList(columns: readonly RemoteColumn[], display: string | null): readonly string[] {
  const readable = columns.filter((column) => column.readable);
  const fitting = readable.filter(({ type }) => !NOT_IN_A_LIST.has(type));
  const names = (fitting.length > 0 ? fitting : readable).map(({ name }) => name);
  const first = display === null ? [] : [display];
  return [...new Set([...first, ...names])].slice(0, IN_A_LIST);
}

/** Everything readable, less what only repeats: the global id, other keys of the row, and keys of rows that a reference shows. */
export function defaultForm(table: TableDefinition, columns: readonly RemoteColumn[]): readonly string[] {
  const shown = new Set(
    columns.flatMap(({ readable, reference }) => (readable && reference?.keyColumn) || []),
  );
  return columns
    .filter(({ name, readable, type }) => {
      const repeats = shown.has(name) || (type === 'ID' && table.columns.get(name)?.unique === true);
      return readable && !repeats && name !== table.key && type !== 'URL';
    })
    .map(({ name }) => name);
}

export function defaultPopup(list: readonly string[]): readonly string[] {
  return list.slice(0, IN_A_POPUP);
}
