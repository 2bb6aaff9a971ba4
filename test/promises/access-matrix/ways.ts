import type { Cell, TableName } from './matrix.ts';
import { valueOf } from './tables.ts';

/** Rows of each table in any source, also those that nobody sees. */
export const UNIVERSE: Readonly<Record<TableName, readonly string[]>> = {
  Deal: ['d1', 'd2', 'd3', 'd4', 'd5'],
  Ticket: ['t1', 't2', 't3', 't4', 't5'],
  Quota: ['q1', 'q2'],
};

/** One way to reach for a column of a table: what is asked, and what must be answered. */
export interface Way {
  readonly query: string;
  readonly data: unknown;
  /** Codes of all errors, sorted. */
  readonly codes: readonly string[];
}

export const globalId = (table: string, row: string): string =>
  Buffer.from(`${table}:${row}`).toString('base64url');

const listOf = (table: TableName): string => `${table.toLowerCase()}s`;
const oneOf = (table: TableName): string => table.toLowerCase();
const isChoice = (column: string): boolean => column === 'stage';

/** What the column reads like in a row: its value, or null where it is hidden or empty. */
function cellOf({ source, column, shown, empty }: Cell, row: string): unknown {
  if (source === null || empty || shown?.includes(row) !== true) return null;
  const value = valueOf(source, row, column);
  return isChoice(column) ? { value } : value;
}

const selected = ({ column }: Cell): string => `code ${isChoice(column) ? `${column} { value }` : column}`;
const rowOf = (cell: Cell, row: string) => ({ code: row, [cell.column]: cellOf(cell, row) });
const codesOf = (...rows: readonly string[]) => rows.map((code) => ({ code }));
const hides = ({ shown }: Cell, rows: readonly string[]): boolean =>
  rows.some((row) => shown?.includes(row) !== true);
const times = (count: number, code: string): string[] => Array.from({ length: count }, () => code);

/** Each row of the universe under an alias of its own. */
function each(
  { table }: Cell,
  ask: (row: string) => string,
  answer: (row: string) => unknown,
): Pick<Way, 'query' | 'data'> {
  const rows = UNIVERSE[table];
  return {
    query: `{ ${rows.map((row) => `${row}: ${ask(row)}`).join(' ')} }`,
    data: Object.fromEntries(rows.map((row) => [row, answer(row)])),
  };
}

/** A closed table is null with FORBIDDEN wherever it stands; so is a question that is put to a closed column. */
type WayTo = (cell: Cell) => Way;

const list: WayTo = (cell) => {
  const query = `{ it: ${listOf(cell.table)}(orderBy: [{ code: ASC }]) { totalCount nodes { ${selected(cell)} } } }`;
  if (cell.source === null) return { query, data: { it: null }, codes: ['FORBIDDEN'] };
  const nodes = cell.rows.map((row) => rowOf(cell, row));
  return {
    query,
    data: { it: { totalCount: nodes.length, nodes } },
    codes: hides(cell, cell.rows) ? ['FORBIDDEN'] : [],
  };
};

const single =
  (ask: (cell: Cell, row: string) => string): WayTo =>
  (cell) => {
    const answered = each(
      cell,
      (row) => ask(cell, row),
      (row) => (cell.rows.includes(row) ? rowOf(cell, row) : null),
    );
    const all = UNIVERSE[cell.table].length;
    if (cell.source === null) return { ...answered, codes: times(all, 'FORBIDDEN') };
    const hidden = cell.rows.filter((row) => hides(cell, [row])).length;
    const codes = [...times(hidden, 'FORBIDDEN'), ...times(all - cell.rows.length, 'NOT_FOUND')];
    return { ...answered, codes };
  };

const byKey = single((cell, row) => `${oneOf(cell.table)}(code: "${row}") { ${selected(cell)} }`);
const byId = single(
  (cell, row) => `${oneOf(cell.table)}(id: "${globalId(cell.table, row)}") { ${selected(cell)} }`,
);
const node = single(
  (cell, row) => `node(id: "${globalId(cell.table, row)}") { ... on ${cell.table} { ${selected(cell)} } }`,
);

const reference: WayTo = (cell) => {
  const one = oneOf(cell.table);
  const query = `{ logs(filter: { about: { eq: "${one}" } }, orderBy: [{ code: ASC }]) { nodes { code it: ${one} { ${selected(cell)} } } } }`;
  const nodes = UNIVERSE[cell.table].map((row) => ({
    code: row,
    it: cell.rows.includes(row) ? rowOf(cell, row) : null,
  }));
  const closed = cell.source === null || hides(cell, cell.rows);
  return { query, data: { logs: { nodes } }, codes: closed ? ['FORBIDDEN'] : [] };
};

const relatedList: WayTo = (cell) => {
  const query = `{ hubs { nodes { it: ${listOf(cell.table)}(orderBy: [{ code: ASC }]) { totalCount nodes { ${selected(cell)} } } } } }`;
  const { data, codes } = list(cell);
  return { query, data: { hubs: { nodes: [data] } }, codes };
};

/** The rows that a test of the column finds. */
const found = ({ source, shown, empty }: Cell, row: string): readonly string[] =>
  source !== null && shown?.includes(row) === true && !empty ? [row] : [];

const isOpen = ({ source, shown }: Cell): boolean => source !== null && shown !== null;

const literal = (cell: Cell, row: string): string =>
  JSON.stringify(valueOf(cell.source ?? 'acme', row, cell.column));

const filter: WayTo = (cell) => {
  const answered = each(
    cell,
    (row) =>
      `${listOf(cell.table)}(filter: { ${cell.column}: { eq: ${literal(cell, row)} } }) { totalCount nodes { code } }`,
    (row) =>
      isOpen(cell) ? { totalCount: found(cell, row).length, nodes: codesOf(...found(cell, row)) } : null,
  );
  return { ...answered, codes: isOpen(cell) ? [] : times(UNIVERSE[cell.table].length, 'FORBIDDEN') };
};

/** Tests that say nothing of a value: neither must they tell rows that hide it from rows without. */
const emptiness: WayTo = (cell) => {
  const { table, column, rows, shown, empty } = cell;
  const asks = {
    none: `{ ${column}: { isNull: true } }`,
    some: `{ not: { ${column}: { isNull: true } } }`,
    differs: `{ ${column}: { ne: "x" } }`,
    not: `{ not: { ${column}: { eq: "x" } } }`,
    either: `{ or: [{ ${column}: { isNull: true } }, { ${column}: { isNull: false } }] }`,
  };
  const query = `{ ${Object.entries(asks)
    .map(
      ([name, test]) =>
        `${name}: ${listOf(table)}(filter: ${test}, orderBy: [{ code: ASC }]) { totalCount nodes { code } }`,
    )
    .join(' ')} }`;
  const answer = (codes: readonly string[]) =>
    isOpen(cell) ? { totalCount: codes.length, nodes: codesOf(...codes) } : null;
  const open = empty ? rows : (shown ?? []);
  const data = {
    none: answer(empty ? rows : []),
    some: answer(empty ? [] : open),
    differs: answer(open),
    not: answer(open),
    either: answer(open),
  };
  return { query, data, codes: isOpen(cell) ? [] : times(5, 'FORBIDDEN') };
};

const filterThroughReference: WayTo = (cell) => {
  const answered = each(
    cell,
    (row) =>
      `logs(filter: { ${oneOf(cell.table)}: { ${cell.column}: { eq: ${literal(cell, row)} } } }) { totalCount nodes { code } }`,
    (row) =>
      isOpen(cell) ? { totalCount: found(cell, row).length, nodes: codesOf(...found(cell, row)) } : null,
  );
  return { ...answered, codes: isOpen(cell) ? [] : times(UNIVERSE[cell.table].length, 'FORBIDDEN') };
};

const filterThroughList: WayTo = (cell) => {
  const answered = each(
    cell,
    (row) =>
      `hubs(filter: { ${listOf(cell.table)}: { some: { ${cell.column}: { eq: ${literal(cell, row)} } } } }) { totalCount }`,
    (row) => (isOpen(cell) ? { totalCount: found(cell, row).length } : null),
  );
  return { ...answered, codes: isOpen(cell) ? [] : times(UNIVERSE[cell.table].length, 'FORBIDDEN') };
};

const order: WayTo = (cell) => {
  const query = `{ up: ${listOf(cell.table)}(orderBy: [{ ${cell.column}: ASC }]) { totalCount nodes { code } } down: ${listOf(cell.table)}(orderBy: [{ ${cell.column}: DESC }, { code: DESC }]) { totalCount nodes { code } } }`;
  if (!isOpen(cell)) return { query, data: { up: null, down: null }, codes: ['FORBIDDEN', 'FORBIDDEN'] };
  const up = cell.shown ?? [];
  const answer = (rows: readonly string[]) => ({ totalCount: rows.length, nodes: codesOf(...rows) });
  return { query, data: { up: answer(up), down: answer(up.toReversed()) }, codes: [] };
};

const orderOfRelatedList: WayTo = (cell) => {
  const query = `{ hubs { nodes { it: ${listOf(cell.table)}(first: 1, orderBy: [{ ${cell.column}: DESC }, { code: DESC }]) { totalCount nodes { code } } } } }`;
  const rows = cell.shown ?? [];
  const it = isOpen(cell) ? { totalCount: rows.length, nodes: codesOf(...rows.slice(-1)) } : null;
  return { query, data: { hubs: { nodes: [{ it }] } }, codes: isOpen(cell) ? [] : ['FORBIDDEN'] };
};

const metadata: WayTo = ({ table, column, source, shown }) => {
  const query = `{ remoteTable(name: "${table}") { columns { name readable filterable sortable } } }`;
  if (source === null) return { query, data: { remoteTable: null }, codes: ['NOT_FOUND'] };
  const open = shown !== null;
  const found = { name: column, readable: open, filterable: open, sortable: open };
  return { query, data: { remoteTable: { columns: found } }, codes: [] };
};

const choices: WayTo = (cell) => {
  const query = `{ choices(table: "${cell.table}", column: "${cell.column}") { values { value } } }`;
  if (cell.source === null) return { query, data: { choices: null }, codes: ['NOT_FOUND'] };
  const values = (cell.shown ?? []).map((row) => ({ value: valueOf(cell.source ?? '', row, cell.column) }));
  return { query, data: { choices: { values } }, codes: [] };
};

/** It shows the column, and is hidden where that is. */
const link: WayTo = (cell) => {
  const query = `{ it: ${listOf(cell.table)}(orderBy: [{ code: ASC }]) { nodes { code priced } } }`;
  if (cell.source === null) return { query, data: { it: null }, codes: ['FORBIDDEN'] };
  const nodes = cell.rows.map((code) => {
    const amount = cellOf(cell, code);
    return { code, priced: typeof amount === 'string' ? `https://crm.example/${code}/${amount}` : null };
  });
  return { query, data: { it: { nodes } }, codes: hides(cell, cell.rows) ? ['FORBIDDEN'] : [] };
};

const EVERY: Readonly<Record<string, WayTo>> = {
  list,
  'one row by its natural key': byKey,
  'one row by its id': byId,
  node,
  'through a reference': reference,
  'through a related list': relatedList,
  'filter on it': filter,
  'filter on whether there is a value': emptiness,
  'filter through a reference': filterThroughReference,
  'filter through a related list': filterThroughList,
  'order by it': order,
  'order a related list by it': orderOfRelatedList,
  metadata,
};

/** All ways to reach for a column. */
export function waysTo({ column }: Cell): Readonly<Record<string, WayTo>> {
  if (isChoice(column)) return { ...EVERY, choices };
  return column === 'amount' ? { ...EVERY, 'a link that is made of it': link } : EVERY;
}
