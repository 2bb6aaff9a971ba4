import type {
  Adapter,
  BoundTable,
  Call,
  Operand,
  Order,
  Row,
  TableRequest,
  Value,
} from '../../src/contract/index.ts';

/** An adapter, one of its tables, and a way to call it. */
export interface Target {
  readonly adapter: Adapter;
  readonly table: BoundTable;
  /** A call whose `send` and `signal` belong to the given signal; without one it is never aborted. */
  readonly call: (signal?: AbortSignal) => Call;
}

/** A column that rows are looked up by, other than the key: a natural key or the reference of a related list. */
export interface Lookup {
  readonly column: string;
  /** The upstream's own name of the related list (`Account.Opportunities`), where it can cut per parent. */
  readonly via?: string;
}

/** What a table takes when it is written to. Written to a target of its own, so that other tests keep their rows. */
export interface Writable {
  readonly open: () => Target | Promise<Target>;
  /** A new key that the upstream accepts, or null where it chooses itself. */
  readonly newKey: () => string | null;
  readonly create: Readonly<Record<string, Value>>;
  readonly update: Readonly<Record<string, Value>>;
}

/** What bounds one request of a batch, so that the least number of requests can be computed; see `checks/batches.ts`. */
export interface BatchBounds {
  /** A call as the adapter gets it in earnest: without the small pages that other tests ask for. */
  readonly call: () => Call;
  /** Bytes that a request target (path and query string) may have at most. */
  readonly targetBytes: number;
  /** Keys that one request takes when they travel in its body. */
  readonly keysInBody?: number;
}

/** All that the suite needs to know about an adapter under test. */
export interface ContractSetup extends Target {
  /** Shown before each test. */
  readonly name: string;
  /** Every row that the connection can see, with every column, in the gateway's value space; from the data itself, not through the adapter. */
  readonly rows: readonly Row[];
  /** By relation name: every row of the table that it leads to. */
  readonly joined?: Readonly<Record<string, readonly Row[]>>;
  readonly lookups?: readonly Lookup[];
  /** A key that is well formed and leads to no row; a different one for each number. */
  readonly unknownKey: (number: number) => Operand;
  readonly writable?: Writable;
  /** Holds the adapter to the number of requests that a batch of keys may cost. */
  readonly batches?: BatchBounds;
  /** Runs per random property. Default: 60. */
  readonly runs?: number;
  /** Tests that do not apply, by name, each with the reason, which is printed. */
  readonly skip?: Readonly<Record<string, string>>;
}

/** One test of the contract. */
export interface Check {
  readonly name: string;
  /** Why the check does not apply to what the adapter claims; null: it does. */
  readonly unless?: (setup: ContractSetup) => string | null;
  readonly run: (setup: ContractSetup) => Promise<void> | void;
}

/** A request as the engine makes it: every column unless told otherwise, and an order that ends with the key. */
export function requestFor(table: BoundTable, wish: Partial<TableRequest> = {}): TableRequest {
  const order = wish.order ?? [];
  const key: Order = { column: table.key, direction: 'asc' };
  return {
    select: wish.select ?? { columns: [...table.columns.keys()], joins: {} },
    filter: wish.filter ?? null,
    order: order.some((part) => part.column === table.key) ? order : [...order, key],
    limit: wish.limit ?? null,
  };
}
