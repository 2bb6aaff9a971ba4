import type { Filter } from './filter.ts';

/**
 * How an adapter would answer a request: what it takes and what it leaves. The law: what it reads may hold more rows than asked for,
 * never fewer. The engine applies `residual`, sorts unless `ordered`, and cuts unless `limited`.
 */
export interface Plan<Handle = unknown> {
  /** The adapter's own: whatever `read` needs. Plain data. */
  readonly handle: Handle;
  /** The part of the filter that the upstream will not apply; `null` when it applies all of it. */
  readonly residual: Filter | null;
  /** The rows come in the order asked for. */
  readonly ordered: boolean;
  /** The upstream gives no more than `limit` rows. Only true when nothing is residual and the rows are ordered. */
  readonly limited: boolean;
  /** The upstream query as a person would read it, without secrets: for `explain`. */
  readonly text: string;
}
