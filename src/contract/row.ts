import type { Value } from './value.ts';

/**
 * One row, by the column names of the declaration (not the upstream's). Under `joined`, the rows that single references led to,
 * by relation name; `null` where the reference is empty or its row cannot be read.
 */
export interface Row {
  readonly values: Readonly<Record<string, Value>>;
  readonly joined?: Readonly<Record<string, Row | null>>;
}

/** What one read gave. */
export interface Page {
  readonly rows: readonly Row[];
  /** Where the next page starts, as the adapter wrote it; `null` when the upstream says there is no more. */
  readonly next: string | null;
  /** Base address for links that people follow (`https://acme.lightning.force.com`), where the adapter knows it. */
  readonly instance?: string;
}
