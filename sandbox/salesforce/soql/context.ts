import type { Sharing } from '../data/sharing.ts';
import type { Store } from '../data/store.ts';
import type { Currencies } from '../options.ts';

/** What a query is answered against. */
export interface QueryContext {
  readonly store: Store;
  /** Milliseconds since 1970; relative dates are laid out around it, in UTC. */
  readonly now: number;
  /** Whose session it is: `USING SCOPE mine`. */
  readonly userId: string;
  /** Which records that user sees. */
  readonly sees: Sharing;
  /** `62.0`; stands in the URLs of the answer. */
  readonly version: string;
  /** Absent: an org with one currency. */
  readonly currencies?: Currencies | undefined;
  /** queryAll sees deleted records too. */
  readonly includeDeleted: boolean;
}
