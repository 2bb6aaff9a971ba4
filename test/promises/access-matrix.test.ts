import { afterEach, describe, expect, it, vi } from 'vitest';
import { CELLS, PERSONAS, type Cell, type PersonaName, type TableName } from './access-matrix/matrix.ts';
import { matrixGraph, SYSTEMS, valueOf } from './access-matrix/tables.ts';
import { UNIVERSE, waysTo, type Way } from './access-matrix/ways.ts';
import type { MemoryGraph } from '../harness/memory-graph.ts';

/** Persona × domain × source × table × column, by every way to reach for a column: the outcome is the table in access-matrix/matrix.ts. */
const NAMES = Object.keys(PERSONAS) as PersonaName[];
const cellsOf = (persona: PersonaName): readonly Cell[] => CELLS.filter((cell) => cell.persona === persona);

/** Those who may see everything that there is in their domain, and so fill memory with it. */
const WARMERS: readonly PersonaName[] = ['boss', 'emea-boss', 'rival', 'provider'];

async function ask(on: MemoryGraph, persona: PersonaName, query: string) {
  const { data, errors = [] } = await on.run(query, {}, PERSONAS[persona]);
  const codes = errors.map(({ extensions }) => String(extensions['code'])).sort();
  const plain = JSON.parse(JSON.stringify(data ?? null)) as unknown;
  return { data: plain, codes, text: JSON.stringify([data, errors]) };
}

/** Of the metadata, only what is said of the column at hand. */
function ofColumn(data: unknown, column: string): unknown {
  const { remoteTable } = (data ?? {}) as { remoteTable?: { columns: { name: string }[] } | null };
  if (!remoteTable) return data;
  return { remoteTable: { columns: remoteTable.columns.find(({ name }) => name === column) } };
}

/** Every value that the persona may see anywhere. */
function seenBy(persona: PersonaName): ReadonlySet<string> {
  return new Set(
    cellsOf(persona).flatMap(({ source, shown, column }) =>
      source === null ? [] : (shown ?? []).map((row) => valueOf(source, row, column)),
    ),
  );
}

const VALUE = /\b(?:crm|acme|emea|desk|globex)\.\w\d\.[a-z]+/g;

/** Values that an answer shows although the persona may not see them. */
const leaked = (text: string, seen: ReadonlySet<string>): string[] =>
  (text.match(VALUE) ?? []).filter((value) => !seen.has(value));

async function check(on: MemoryGraph, cell: Cell): Promise<void> {
  const { persona, table, column } = cell;
  const seen = seenBy(persona);
  for (const [way, to] of Object.entries(waysTo(cell))) {
    const { query, data, codes }: Way = to(cell);
    const answer = await ask(on, persona, query);
    const place = { persona, table, column, way, query };
    expect({ ...place, data: ofColumn(answer.data, column), codes: answer.codes }).toEqual({
      ...place,
      data,
      codes: codes.toSorted(),
    });
    expect({ ...place, leaked: leaked(answer.text, seen) }).toEqual({ ...place, leaked: [] });
  }
}

/** All rows by cursors, one at a time; what a cursor holds is part of the answer. */
async function pages(
  on: MemoryGraph,
  { persona, table, column }: Cell,
  direction: string,
): Promise<string[]> {
  const rows: string[] = [];
  for (let after = ''; rows.length <= UNIVERSE[table].length;) {
    const list = `${table.toLowerCase()}s(first: 1, orderBy: [{ ${column}: ${direction} }]${after})`;
    const query = `{ it: ${list} { totalCount edges { cursor node { code } } pageInfo { hasNextPage endCursor } } }`;
    const { data } = await ask(on, persona, query);
    const { it } = data as {
      it: {
        edges: { cursor: string; node: { code: string } }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
    };
    for (const { cursor, node } of it.edges) {
      rows.push(node.code);
      const held = Buffer.from(cursor, 'base64url').toString();
      expect({ persona, table, column, leaked: leaked(held, seenBy(persona)) }).toMatchObject({ leaked: [] });
    }
    if (!it.pageInfo.hasNextPage) return rows;
    after = `, after: "${it.pageInfo.endCursor}"`;
  }
  throw new Error('the pages do not end');
}

afterEach(() => vi.restoreAllMocks());

describe.each(NAMES)('%s', (persona) => {
  it('sees what the matrix says, and nothing else is asked for', async () => {
    const on = matrixGraph({});
    const spies = Object.values(on.adapters).map((adapter) => ({
      plan: vi.spyOn(adapter, 'plan'),
      keyed: vi.spyOn(adapter, 'readByKeys'),
    }));
    const cells = cellsOf(persona);
    for (const cell of cells) await check(on, cell);
    const asked = spies
      .flatMap(({ plan, keyed }) => [...plan.mock.calls, ...keyed.mock.calls])
      .map(([{ name }, request]) => ({ table: name, request: JSON.stringify(request) }));
    for (const { table, column, source, shown, empty } of cells) {
      if (source === null) expect(asked.filter((each) => each.table === table)).toEqual([]);
      const named = asked.filter(({ request }) => request.includes(`"${column}"`));
      if (shown === null || empty) expect({ table, column, named }).toEqual({ table, column, named: [] });
      else expect(named.length).toBeGreaterThan(0);
    }
    const sources = new Set(cells.map(({ source }) => source));
    for (const [connection, { requests }] of Object.entries(on.adapters)) {
      const others = requests.filter(({ table }) => table !== 'Log' && table !== 'Hub');
      expect({ connection, asked: others.length > 0 }).toEqual({
        connection,
        asked: sources.has(connection),
      });
    }
  });
});

describe.each(Object.entries(SYSTEMS))('filtered, sorted and joined by %s', (_, options) => {
  const warm = matrixGraph(options);
  /** What they have asked already. */
  const warmed = new Set<string>();

  async function fillMemory(query: string): Promise<void> {
    if (warmed.has(query)) return;
    warmed.add(query);
    for (const warmer of WARMERS) await ask(warm, warmer, query);
  }

  describe.each(NAMES)('%s', (persona) => {
    it('sees the same after somebody who may see everything', async () => {
      for (const cell of cellsOf(persona)) {
        for (const to of Object.values(waysTo(cell))) await fillMemory(to(cell).query);
        await check(warm, cell);
      }
    });

    it('pages through the rows that show the column that they are sorted by', async () => {
      for (const cell of cellsOf(persona)) {
        if (cell.source === null || cell.shown === null) continue;
        expect(await pages(warm, cell, 'ASC')).toEqual(cell.shown);
        const back = cell.empty ? cell.shown : cell.shown.toReversed();
        expect(await pages(warm, cell, 'DESC')).toEqual(back);
      }
    });
  });
});

describe('the matrix', () => {
  it('has every persona in every table', () => {
    const tables = Object.keys(UNIVERSE) as TableName[];
    for (const table of tables)
      expect(new Set(CELLS.filter((cell) => cell.table === table).map(({ persona }) => persona))).toEqual(
        new Set(NAMES),
      );
  });

  it('leaves every persona something that another sees', () => {
    const all = new Set(NAMES.flatMap((persona) => [...seenBy(persona)]));
    for (const persona of NAMES) expect(seenBy(persona).size).toBeLessThan(all.size);
  });

  it('notices a value that is shown to somebody who may not see it', () => {
    expect(leaked('{"name":"acme.d3.name"}', seenBy('boss'))).toEqual([]);
    expect(leaked('{"name":"acme.d3.name"}', seenBy('agent'))).toEqual(['acme.d3.name']);
    expect(leaked('https://crm.example/d2/acme.d2.amount', seenBy('agent'))).toEqual(['acme.d2.amount']);
  });
});
