import type { CasegraphError, Value } from '../../src/contract/index.ts';
import type { Leaf } from './split.ts';

/** A stored record, by the upstream's column names; a column that is not there has no value. */
export type MemoryRecord = Readonly<Record<string, Value>>;

/** What the adapter was asked, as it is noted in `requests` and handed to `fail` and `hold`. */
export interface MemoryRequest {
  readonly operation: 'read' | 'readByKeys' | 'count' | 'write' | 'ping';
  /** Name of the table in the graph; empty for `ping`. */
  readonly table: string;
  /** What was asked, as a person would read it. */
  readonly text: string;
  /** Keys of a `readByKeys`, or the key of a write. */
  readonly keys: readonly unknown[];
}

/**
 * What the adapter offers and how it behaves. Everything is on by default. What is switched off is neither claimed nor done, so that an
 * engine can be tested against a source that can do little, slowly or not at all.
 */
export interface MemoryOptions {
  /** Which filter leaves are taken; the rest is left as residual. Default: `all`. */
  readonly pushdown?: 'all' | 'none' | ((leaf: Leaf) => boolean);
  /** Whether rows come sorted. Default: true. */
  readonly ordered?: boolean;
  /** Whether the limit is kept (it can only be when the rows are ordered and nothing is residual). Default: true. */
  readonly limited?: boolean;
  /** Rows per page. Default: 1000. */
  readonly pageSize?: number;
  /** How many references deep joins are followed. Default: without end. */
  readonly joins?: number;
  /** Whether tests of related rows are taken, where joins and pushing down are on. Default: true. */
  readonly related?: boolean;
  /** Whether a related list asked for by `via` is cut per parent. Default: true. */
  readonly limitPerKey?: boolean;
  /** Whether there is `count`. Default: true. */
  readonly count?: boolean;
  /** Whether there is `write`. Default: true. */
  readonly write?: boolean;
  /** Upstream columns, by object, that no two records may share a value of: a write that would is a `conflict`. */
  readonly unique?: ReadonlyMap<string, readonly string[]>;
  /** Key of a row that is created without one. Default: `memory-1`, `memory-2`, … */
  readonly newKey?: () => string;
  /** Base address of links, as it is put on each page. */
  readonly instance?: string;
  /** Asked before each request: the error to fail with, or null to go on. */
  readonly fail?: (request: MemoryRequest) => CasegraphError | null;
  /** Asked for each key of a `readByKeys`: the error of this key alone, or null. */
  readonly failKey?: (table: string, key: unknown) => CasegraphError | null;
  /** Waited for before each request is answered; a call that is aborted meanwhile is rejected at once. */
  readonly hold?: (request: MemoryRequest) => Promise<void>;
}
