import type { Call } from './adapter.ts';
import type { BoundTable } from './table.ts';

/**
 * Something that is missing upstream. An administrator of the gateway reads both texts, so they hold no token, no address, no value of a row and
 * nothing that the upstream said word for word.
 */
export interface ProbeProblem {
  /** What was seen, as a sentence: `403 on sys_choice.` */
  readonly message: string;
  /** What to do about it, and what happens if nobody does: `Grant read on sys_choice, or choices are taken from display values.` */
  readonly hint: string;
  /** Nothing of the table can be read. */
  readonly unreadable?: boolean;
}

/** A login that was refused, as the token endpoint (RFC 6749, 5.2) words it. Both texts are the upstream's: to be compared, never shown. */
export interface LoginRefusal {
  /** HTTP status; 401 also where a credential that needs no token was refused. */
  readonly status: number;
  /** `error`: `invalid_grant`. Empty where the answer has none. */
  readonly error: string;
  /** `error_description`. */
  readonly description: string;
}

/** How an adapter finds out what a connection lacks. Both parts may be left out; the gateway then reads one row of each table. */
export interface Probing {
  /**
   * The least read of a declared table that shows what the account lacks: the table, single columns, what the adapter reads beside it. All
   * problems at once, empty when rows and columns can be read. Throws CasegraphError where the upstream could not be asked at all.
   */
  probe?(table: BoundTable, call: Call): Promise<readonly ProbeProblem[]>;
  /** What to do about a refused login; `null` where the refusal says nothing that this kind of system is known for. */
  explainLogin?(refusal: LoginRefusal): string | null;
}
