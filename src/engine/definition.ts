import type { AccessRule } from '../access/rules.ts';
import type { BoundTable, ColumnType, Filter } from '../contract/index.ts';
import type { CachePolicy } from './cache-policy.ts';

/** A table as declared: what the engine knows of it. Built once at start and never changed. */
export interface TableDefinition {
  /** Name of the type: `Opportunity`. */
  readonly name: string;
  readonly label: string;
  /** Root field of the list: `opportunities`. */
  readonly plural: string;
  /** `root`: rows can be asked for by themselves; `nested`: only through other tables' rows; `internal`: only by the gateway's own rules. */
  readonly reach: 'root' | 'nested' | 'internal';
  /** Name of the column that identifies a row. */
  readonly key: string;
  readonly columns: ReadonlyMap<string, ColumnDefinition>;
  readonly references: ReadonlyMap<string, ReferenceDefinition>;
  readonly lists: ReadonlyMap<string, ListDefinition>;
  /** By field name. */
  readonly computed: ReadonlyMap<string, ComputedDefinition>;
  readonly sources: readonly SourceDefinition[];
  /** Column that holds the row's domain; `null` where rows carry none. */
  readonly separation: string | null;
  /** How long rows may be served from memory. */
  readonly cache: CachePolicy;
  readonly access: readonly AccessRule[];
}

export interface ColumnDefinition {
  readonly name: string;
  readonly type: ColumnType;
  readonly upstream: string;
  /** A row can be looked up by it. */
  readonly unique: boolean;
  readonly writable: boolean;
  /** Not in the schema: read for the engine's own needs. */
  readonly hidden: boolean;
  /** Set for a link that the gateway makes; such a column is never asked of the upstream. */
  readonly template: UrlTemplate | null;
  readonly access: readonly AccessRule[];
}

/** Text, `{instance}` (null) and columns (by name), in sequence. */
export type UrlTemplate = readonly (string | null | { readonly column: string })[];

/** A field that the gateway works out from the row. Cells that the viewer may not read are not read for it either. */
export interface ComputedDefinition {
  readonly columns: readonly string[];
  /** Columns of rows that references lead to. */
  readonly through: readonly { readonly relation: string; readonly column: string }[];
}

/** A field that leads to one row. */
export interface ReferenceDefinition {
  readonly name: string;
  /** Column of this table that holds the reference. */
  readonly column: string;
  /** Name of the table it leads to. */
  readonly table: string;
  /** Column of that table that it holds the value of. */
  readonly to: string;
  /** Whether the upstream's own reference leads to that very table. */
  readonly join: boolean;
  readonly access: readonly AccessRule[];
}

/** A field that leads to many rows. */
export interface ListDefinition {
  readonly name: string;
  readonly table: string;
  /** Column of that table that points here. */
  readonly column: string;
  /** Column of this table that it points at. */
  readonly from: string;
  readonly via: string | undefined;
  readonly access: readonly AccessRule[];
}

export interface SourceDefinition {
  /** Domain path. */
  readonly domain: string;
  /** Its columns are those that its rows have; the table may have more, whose cells are empty here. */
  readonly bound: BoundTable;
  /** The rows of the object that are the table's; `null`: all of them. */
  readonly where: Filter | null;
}
