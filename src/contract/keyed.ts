import type { KeyedRows } from './adapter.ts';
import { CasegraphError } from './errors.ts';
import type { Row } from './row.ts';

/** A key as an adapter recognises it in answers. */
export interface AskedKey {
  readonly canonical: string;
}

/** What became of the keys of one or several requests, by canonical key. A key that is not there has no rows. */
export interface KeyedOutcome {
  readonly byKey: ReadonlyMap<string, KeyedRows | CasegraphError>;
  /** Address of the instance that answered, for programs. */
  readonly instance: string | null;
}

/** Gathers rows under their keys, in the order they come. Rows of keys that were not asked for are left out. */
export class KeyedGroups {
  readonly #rows: Map<string, Row[]>;

  constructor(keys: readonly AskedKey[]) {
    this.#rows = new Map(keys.map(({ canonical }) => [canonical, []]));
  }

  add(canonical: string | null, row: () => Row): void {
    if (canonical !== null) this.#rows.get(canonical)?.push(row());
  }

  result(): Map<string, KeyedRows> {
    return new Map([...this.#rows].map(([canonical, rows]) => [canonical, { rows, more: false }]));
  }
}

/**
 * Runs one request per chunk of keys side by side, `atOnce` at a time. One that fails with a CasegraphError gives it to each of its own
 * keys; anything else thrown is a defect and fails them all.
 */
export async function inParallel<K extends AskedKey>(
  chunks: readonly (readonly K[])[],
  run: (chunk: readonly K[]) => Promise<KeyedOutcome>,
  atOnce = Infinity,
): Promise<KeyedOutcome> {
  const byKey = new Map<string, KeyedRows | CasegraphError>();
  let instance: string | null = null;
  const waiting = chunks[Symbol.iterator]();
  const work = async (): Promise<void> => {
    for (const chunk of waiting) {
      const outcome = await run(chunk).catch((error: unknown) => failed(chunk, error));
      for (const [key, result] of outcome.byKey) byKey.set(key, result);
      instance ??= outcome.instance;
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, chunks.length) }, work));
  return { byKey, instance };
}

function failed(chunk: readonly AskedKey[], error: unknown): KeyedOutcome {
  if (!(error instanceof CasegraphError)) throw error;
  return { byKey: new Map(chunk.map(({ canonical }) => [canonical, error])), instance: null };
}
