import type { BoundTable, CasegraphError, Plan, Row, TableRequest } from '../../src/contract/index.ts';
import { finish } from './oracle.ts';
import type { Target } from './setup.ts';

const MOST_PAGES = 500;

/** All pages of a plan, one after the other. Fails where an adapter turns in circles. */
export async function readPages(target: Target, plan: Plan): Promise<Row[][]> {
  const { adapter, table, call } = target;
  const pages: Row[][] = [];
  const seen = new Set<string>();
  let resume: string | undefined;
  do {
    const page = await adapter.read(table, plan, call(), resume);
    pages.push([...page.rows]);
    resume = page.next ?? undefined;
    if (resume !== undefined && seen.has(resume))
      throw new Error(`page ${pages.length} leads back to ${resume}`);
    if (resume !== undefined) seen.add(resume);
    if (pages.length > MOST_PAGES) throw new Error(`no end after ${MOST_PAGES} pages`);
  } while (resume !== undefined);
  return pages;
}

export async function readAll(target: Target, plan: Plan): Promise<Row[]> {
  return (await readPages(target, plan)).flat();
}

/** Runs a test with values that may be hostile: they may be refused in the words of the contract, but nothing else may go wrong. */
export async function unlessRefused(test: () => Promise<void>): Promise<void> {
  try {
    await test();
  } catch (error) {
    if (!isError(error) || error.kind !== 'invalid-input') throw error;
  }
}

/** The whole way of a request: plan, all pages, and the engine's part. */
export async function ask(target: Target, request: TableRequest): Promise<{ plan: Plan; rows: Row[] }> {
  const plan = target.adapter.plan(target.table, request);
  const rows = await readAll(target, plan);
  return { plan, rows: finish(target.table, request, plan, rows) };
}

export function isError(value: unknown): value is CasegraphError {
  return value instanceof Error && value.name === 'CasegraphError';
}

/** What a promise was rejected with; fails when it was not. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    (value) => {
      throw new Error(`should have failed, but answered ${JSON.stringify(value).slice(0, 300)}`);
    },
    (error: unknown) => error,
  );
}

/** The same table under other words, for declarations that should be refused. */
export function altered(table: BoundTable, change: Partial<BoundTable>): BoundTable {
  return { ...table, ...change };
}
