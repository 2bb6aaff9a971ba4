import { CasegraphError } from '../../../src/contract/index.ts';
import type { BoundTable, Call, Column, KeyedRequest, KeyedRows } from '../../../src/contract/index.ts';
import type { ODataHandle } from '../plan.ts';
import type { Service } from '../service.ts';
import type { Key } from './key.ts';

/** One batched read: what the ways of answering it share. */
export interface Lookup {
  readonly service: Service;
  readonly table: BoundTable;
  readonly column: Column;
  readonly request: KeyedRequest;
  readonly handle: ODataHandle;
  /** The service sorts as the request wants. */
  readonly ordered: boolean;
  /** Conditions of the request itself, besides the keys. */
  readonly where: readonly string[];
  readonly call: Call;
}

/** What became of the keys of one request. */
export interface Outcome {
  readonly byKey: ReadonlyMap<string, KeyedRows | CasegraphError>;
  readonly instance?: string;
}

/** Runs the requests side by side. One that fails gives its error to each of its own keys. */
export function inParallel(
  chunks: readonly (readonly Key[])[],
  run: (chunk: readonly Key[]) => Promise<Outcome>,
): Promise<readonly Outcome[]> {
  return Promise.all(chunks.map((chunk) => run(chunk).catch((error: unknown) => failed(chunk, error))));
}

function failed(chunk: readonly Key[], error: unknown): Outcome {
  // Anything else is a defect of ours, not the fate of these keys.
  if (!(error instanceof CasegraphError)) throw error;
  return { byKey: new Map(chunk.map(({ canonical }) => [canonical, error])) };
}
