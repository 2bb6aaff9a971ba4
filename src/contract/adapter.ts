import type { Capabilities } from './capabilities.ts';
import type { ObjectDescription } from './description.ts';
import type { CasegraphError } from './errors.ts';
import type { IncidentTool } from './incident-tool.ts';
import type { ChoiceList, UpstreamLayout } from './metadata.ts';
import type { Packing } from './packing.ts';
import type { Plan } from './plan.ts';
import type { Probing } from './probe.ts';
import type { KeyedRequest, TableRequest } from './request.ts';
import type { Page, Row } from './row.ts';
import type { Send } from './send.ts';
import type { BoundTable } from './table.ts';
import type { Operand } from './value.ts';
import type { Change, Written } from './write.ts';

/** What a call brings with it. Adapters hold no state of their own between calls. */
export interface Call {
  readonly send: Send;
  /** Aborted when the last client that waits for this call has gone, or its deadline has passed. */
  readonly signal: AbortSignal;
  /** The clock, in milliseconds since 1970. */
  readonly now: () => number;
}

/** What was found wrong with a declaration. */
export interface Problem {
  readonly message: string;
  /** Column that the problem is about; absent: the table as a whole. */
  readonly column?: string;
}

/** The rows of one key, and whether more of that key were left behind by a limit. */
export interface KeyedRows {
  readonly rows: readonly Row[];
  readonly more: boolean;
}

/** What `readByKeys` gives: per key, in the order of the keys. */
export interface KeyedAnswer {
  readonly results: readonly (KeyedRows | CasegraphError)[];
  readonly instance?: string;
}

/** How one kind of system is spoken to. */
export interface Adapter<Handle = unknown> extends Probing {
  /** The kind, as a connection names it: `servicenow`. */
  readonly kind: string;
  /** Absent where the system takes each request by itself. */
  readonly packing?: Packing;
  /** All problems of a declaration at once; empty when it can be served. Pure. */
  check(table: BoundTable): readonly Problem[];
  capabilities(table: BoundTable): Capabilities;
  /** Pure: says how the request would be answered. */
  plan(table: BoundTable, request: TableRequest): Plan<Handle>;
  /**
   * One page of the plan. `resume` is the `next` of the page before. Throws CasegraphError.
   */
  read(table: BoundTable, plan: Plan<Handle>, call: Call, resume?: string): Promise<Page>;
  /**
   * Rows for many keys at once, as few requests as the upstream's limits allow (key lists are cut by encoded bytes). `request.filter` has been
   * taken whole by `plan`, or is null: the engine keeps a residual to itself and asks without limit then.
   * One failed request fails its own keys only. Throws only for what fails all of them.
   */
  readByKeys(
    table: BoundTable,
    request: KeyedRequest,
    keys: readonly Operand[],
    call: Call,
  ): Promise<KeyedAnswer>;
  /** Exact number of rows that match. Only called for a plan without residual. */
  count?(table: BoundTable, plan: Plan<Handle>, call: Call): Promise<number>;
  write?(table: BoundTable, change: Change, call: Call): Promise<Written>;
  /**
   * The choice lists of the table's choice columns, by column name; a column whose list the upstream does not keep, or keeps empty, is
   * absent. All at once, since a form shows several. Throws CasegraphError: `upstream-unauthorized` where the account may not read them.
   */
  choices?(table: BoundTable, call: Call): Promise<ReadonlyMap<string, ChoiceList>>;
  /** How lists and forms of the table are arranged in the upstream's own user interface. Throws CasegraphError where nothing could be read. */
  layout?(table: BoundTable, call: Call): Promise<UpstreamLayout>;
  /**
   * What the upstream's metadata says of an object. Throws CasegraphError: `not-found` where there is no such object,
   * `upstream-unauthorized` where nothing of it may be read, `upstream-rejected` for an object that this adapter cannot read rows of.
   */
  describe?(object: string, call: Call): Promise<ObjectDescription>;
  /** Names of all objects that can be described. Throws CasegraphError. */
  objects?(call: Call): Promise<readonly string[]>;
  /** Where people run live incidents in the system: how they are forwarded, and changed from here. */
  readonly incidents?: IncidentTool;
  /** The least request that proves the connection works; answers who we are there. */
  ping(call: Call): Promise<string>;
}
