import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { keep } from '../../../src/engine/materialise.ts';
import type { TableDefinition } from '../../../src/engine/definition.ts';
import type { Filter, Page, Row } from '../../../src/contract/index.ts';
import { toCondition } from '../../../src/graphql/filter-input.ts';
import { isError, readAll } from '../reading.ts';
import { requestFor, type Target } from '../setup.ts';
import { holds } from './holds.ts';
import { inputsOf, type Domains, type Input } from './inputs.ts';

export interface SameAnswerSetup extends Target {
  readonly name: string;
  /** Every row that the system holds, in the gateway's value space. */
  readonly rows: readonly Row[];
  readonly domains?: Domains;
  /** At least this many of the filters must be taken whole or in part by the system; else the property would prove nothing. */
  readonly pushed: number;
}

/** Filters per adapter. They run some at a time, as requests of one gateway would. */
const CASES = 1_000;
const AT_ONCE = 10;

/** Seeds rows and filters, so that a failure can be run again: `SEED=… npx vitest run test/contract/same-answer`. */
export const SEED = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));

/**
 * The promise: a filter finds the same rows, whatever part of it the system applies and whatever the engine does. What an input means is read
 * off {@link holds}, row by row.
 */
export function sameAnswer(setup: SameAnswerSetup): void {
  const columns = [...setup.table.columns.values()];
  const typeOf = (name: string) => setup.table.columns.get(name)!.type;
  const filters = inputsOf(columns, setup.rows, setup.domains ?? {});
  const counts = { asked: 0, refused: 0, pushed: 0 };

  it(`${setup.name}: 1,000 random filters over random rows find what each row says, pushed down or not`, async () => {
    const ask = asker(setup, counts);
    await fc.assert(
      fc.asyncProperty(fc.array(filters, { minLength: AT_ONCE, maxLength: AT_ONCE }), async (inputs) => {
        const answers = await Promise.all(inputs.map(ask));
        inputs.forEach((input, index) => {
          if (answers[index] === null) return;
          const expected = setup.rows.filter((row) => holds(input, row, typeOf));
          expect({ input, keys: answers[index] }).toEqual({ input, keys: keysOf(setup, expected) });
        });
      }),
      { numRuns: Math.ceil(CASES / AT_ONCE), seed: SEED },
    );
    expect(counts.asked - counts.refused).toBeGreaterThan(CASES * 0.9);
    expect(counts.pushed).toBeGreaterThanOrEqual(setup.pushed);
  }, 60_000);

  afterAll(() => {
    const { asked, refused, pushed } = counts;
    console.info(
      `${setup.name}: ${asked} filters, ${pushed} of them pushed down at least in part, ${refused} refused; SEED=${SEED}`,
    );
  });
}

/** The way of a filter through the gateway: normal form, plan, pages, residual. Null where the adapter refuses a value. */
function asker(setup: SameAnswerSetup, counts: { asked: number; refused: number; pushed: number }) {
  const { adapter, table } = setup;
  // What is not pushed reads the same rows each time: once is enough.
  const known = new Map<string, Promise<Page['rows']>>();
  return async (input: Input): Promise<string[] | null> => {
    counts.asked += 1;
    const condition = toCondition(input);
    if (condition === false) return [];
    try {
      const request = requestFor(table, { filter: condition });
      const plan = adapter.plan(table, request);
      if (JSON.stringify(plan.residual) !== JSON.stringify(condition) && condition !== null)
        counts.pushed += 1;
      const handle = JSON.stringify(plan.handle);
      const rows = known.get(handle) ?? readAll(setup, plan);
      if (known.size < 2_000) known.set(handle, rows);
      return keysOf(setup, finish(setup, await rows, plan.residual));
    } catch (error) {
      if (!isError(error) || error.kind !== 'invalid-input') throw error;
      counts.refused += 1;
      return null;
    }
  };
}

/** The engine's own evaluation. */
function finish({ table }: SameAnswerSetup, rows: readonly Row[], residual: Filter | null): readonly Row[] {
  return keep(table as unknown as TableDefinition, rows, residual);
}

function keysOf({ table }: SameAnswerSetup, rows: readonly Row[]): string[] {
  return rows.map(({ values }) => values[table.key] as string).toSorted();
}
