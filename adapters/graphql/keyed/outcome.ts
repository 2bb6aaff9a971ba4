import { CasegraphError } from '../../../src/contract/index.ts';
import type { KeyedRows, Row } from '../../../src/contract/index.ts';
import type { Key } from './key.ts';

/** What became of the keys of one request, by canonical key. A key that is not there has no rows. */
export interface Outcome {
  readonly byKey: ReadonlyMap<string, KeyedRows | CasegraphError>;
  /** Address of the instance that answered, for programs. */
  readonly instance: string | null;
}

/** Gathers rows under their keys, in the order they come. Rows of keys that were not asked for are left out. */
export class Groups {
  readonly #rows: Map<string, Row[]>;

  constructor(keys: readonly Key[]) {
    this.#rows = new Map(keys.map(({ canonical }) => [canonical, []]));
  }

  add(canonical: string | null, row: () => Row): void {
    if (canonical !== null) this.#rows.get(canonical)?.push(row());
  }

  result(): Map<string, KeyedRows> {
    return new Map([...this.#rows].map(([canonical, rows]) => [canonical, { rows, more: false }]));
  }
}

/** Runs the requests side by side. One that fails gives its error to each of its own keys. */
export async function inParallel(
  chunks: readonly (readonly Key[])[],
  run: (chunk: readonly Key[]) => Promise<Outcome>,
): Promise<Outcome> {
  const outcomes = await Promise.all(
    chunks.map((chunk) => run(chunk).catch((error: unknown) => failed(chunk, error))),
  );
  return {
    byKey: new Map(outcomes.flatMap(({ byKey }) => [...byKey])),
    instance: outcomes.find(({ instance }) => instance !== null)?.instance ?? null,
  };
}

function failed(chunk: readonly Key[], error: unknown): Outcome {
  // Anything else is a defect of ours, not the fate of these keys.
  if (!(error instanceof CasegraphError)) throw error;
  return { byKey: new Map(chunk.map(({ canonical }) => [canonical, error])), instance: null };
}
