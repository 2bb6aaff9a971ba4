import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { Source } from 'graphql';
import { afterAll, expect, it } from 'vitest';
import type { Adapter, Call, Row } from '../../../src/contract/index.ts';
import { DomainTree } from '../../../src/access/domains.ts';
import { Engine } from '../../../src/engine/engine.ts';
import type { TableDefinition } from '../../../src/engine/definition.ts';
import { buildCatalog } from '../../../src/graphql/declaration/catalog.ts';
import { parseSources } from '../../../src/graphql/declaration/read.ts';
import { toWanted } from '../../../src/graphql/filter-input.ts';
import { AGENT } from '../../harness/memory-graph.ts';
import { isError } from '../reading.ts';
import { holds } from './holds.ts';
import { inputsOf, type Domains, type Input } from './inputs.ts';
import { SEED } from './property.ts';

/** Two tables of one system, the first with a reference into the second, in the tables' own words (SDL over the connection `up`). */
export interface RelatedSetup {
  readonly name: string;
  readonly adapter: Adapter;
  readonly call: (signal?: AbortSignal) => Call;
  readonly tables: string;
  /** The declared types, and the relation from the first to the second. */
  readonly from: string;
  readonly relation: string;
  readonly to: string;
  /** Column of the first that holds keys of the second. */
  readonly reference: string;
  readonly rows: readonly Row[];
  readonly related: readonly Row[];
  readonly domains: Domains;
  readonly relatedDomains: Domains;
}

const CASES = 1_000;
const AT_ONCE = 10;
const DIRECTIVES = new URL('../../../schema/directives.graphql', import.meta.url);

/**
 * The promise for filters that lead through a reference: the same rows, whether the owning system follows it in one request or the engine
 * reads the related rows first. Goes the whole way through the engine, and holds both ways against the words of the schema, row by row.
 */
export function sameThroughRelations(setup: RelatedSetup): void {
  const asked = { filters: 0, refused: 0, inOneRequest: 0 };

  it.each(['where the system may follow references', 'where it may not'])(
    `${setup.name}: 1,000 random filters through a reference find what both rows say, %s`,
    async (way) => {
      const follows = way.endsWith('follow references');
      const reads: string[] = [];
      const { table, related, ask } = engineOver(setup, follows, (name) => reads.push(name));
      const filters = filtersFor(setup, table, related);
      let answered = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(filters, { minLength: AT_ONCE, maxLength: AT_ONCE }), async (inputs) => {
          const answers = await Promise.all(inputs.map(ask));
          inputs.forEach((input, index) => {
            asked.filters += 1;
            if (answers[index] === null) asked.refused += 1;
            else {
              answered += 1;
              const expected = setup.rows.filter((row) => holdsThrough(setup, table, related, input, row));
              expect({ input, keys: answers[index] }).toEqual({ input, keys: keysOf(expected) });
            }
          });
        }),
        { numRuns: CASES / AT_ONCE, seed: SEED },
      );
      const twoSteps = reads.filter((name) => name === setup.to).length;
      expect(answered).toBeGreaterThan(CASES * 0.9);
      // Some of both, or the property would prove nothing.
      if (follows) expect(twoSteps).toBeLessThan(CASES * 0.8);
      expect(twoSteps).toBeGreaterThan(CASES * (follows ? 0.05 : 0.6));
      if (follows) asked.inOneRequest = answered - twoSteps;
    },
    90_000,
  );

  afterAll(() => {
    const { filters, refused, inOneRequest } = asked;
    console.info(
      `${setup.name}: ${filters} filters through a reference, ${inOneRequest} of ${CASES} in one request, ${refused} refused; SEED=${SEED}`,
    );
  });
}

/** An engine over the two tables, and the way of a filter input through it. Null where a value is refused. */
function engineOver(setup: RelatedSetup, follows: boolean, read: (table: string) => void) {
  const sources = [
    new Source(readFileSync(DIRECTIVES, 'utf8'), 'directives.graphql'),
    new Source(setup.tables, 'tables.graphql'),
  ];
  const catalog = buildCatalog(parseSources(sources), ['up']);
  const table = catalog.tables.get(setup.from)!;
  const adapter: Adapter = {
    ...setup.adapter,
    read: (bound, ...rest) => {
      read(bound.name);
      return setup.adapter.read(bound, ...rest);
    },
  };
  const engine = new Engine({
    catalog,
    upstreams: {
      adapter: () => adapter,
      send: (_, { signal: until }) => setup.call(until).send,
      identity: () => 'service',
      sharesRows: () => follows,
    },
    domains: () => new DomainTree([{ path: 'TOP/ACME', id: 'acme' }]),
    now: setup.call().now,
    scanRows: 10_000,
    cacheBytes: 1_000_000,
  });
  const ask = async (input: Input): Promise<string[] | null> => {
    const filter = toWanted(input, { table, catalog, most: 50 });
    const order = [{ column: table.key, direction: 'asc' as const }];
    const list = { filter, order, first: 1_000, after: null, count: false };
    const { signal } = new AbortController();
    try {
      const reader = engine.reader({ viewer: AGENT, signal, requestId: 'r' });
      const { nodes } = await reader.list(table, list, {
        columns: new Set([table.key]),
        relations: new Map(),
      });
      return nodes.map((node) => String(node[table.key])).toSorted();
    } catch (error) {
      if (!isError(error) || error.kind !== 'invalid-input') throw error;
      return null;
    }
  };
  return { table, related: catalog.tables.get(setup.to)!, ask };
}

/** A test of the related row, alone, turned round, and beside tests of the row itself. */
function filtersFor(
  setup: RelatedSetup,
  table: TableDefinition,
  related: TableDefinition,
): fc.Arbitrary<Input> {
  const columns = (of: TableDefinition) =>
    [...of.sources[0]!.bound.columns.values()].filter(({ name }) => !of.columns.get(name)?.hidden);
  const own = inputsOf(columns(table), setup.rows, setup.domains);
  const through = inputsOf(columns(related), setup.related, setup.relatedDomains).map((filter): Input => ({
    [setup.relation]: filter,
  }));
  const both = fc.tuple(through, own);
  return fc.oneof(
    { weight: 4, arbitrary: through },
    { weight: 1, arbitrary: through.map((not): Input => ({ not })) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(true, false).map((isNull) => ({ [setup.relation]: { isNull } })),
    },
    { weight: 2, arbitrary: both.map((and): Input => ({ and })) },
    { weight: 2, arbitrary: both.map((or): Input => ({ or })) },
    { weight: 1, arbitrary: fc.tuple(through, through).map((or): Input => ({ or })) },
    { weight: 1, arbitrary: fc.tuple(through, through, own).map((and): Input => ({ and })) },
    { weight: 1, arbitrary: both.map((or): Input => ({ not: { or } })) },
  );
}

function holdsThrough(
  setup: RelatedSetup,
  table: TableDefinition,
  related: TableDefinition,
  input: Input,
  row: Row,
): boolean {
  const again = (part: Input) => holdsThrough(setup, table, related, part, row);
  return Object.entries(input).every(([name, value]) => {
    if (name === 'and') return (value as Input[]).every(again);
    if (name === 'or') return (value as Input[]).some(again);
    if (name === 'not') return !again(value as Input);
    if (name !== setup.relation) return holds({ [name]: value }, row, typesOf(table));
    const key = row.values[setup.reference] ?? null;
    const { isNull, ...rest } = value as { isNull?: boolean };
    if (isNull !== undefined && (key === null) !== isNull) return false;
    if (Object.keys(rest).length === 0) return true;
    const other = setup.related.find(({ values }) => key !== null && values[related.key] === key);
    return other !== undefined && holds(rest, other, typesOf(related));
  });
}

function typesOf(table: TableDefinition) {
  return (name: string) => table.columns.get(name)!.type;
}

function keysOf(rows: readonly Row[]): string[] {
  return rows.map(({ values }) => values['id'] as string).toSorted();
}
