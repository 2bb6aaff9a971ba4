import type { Choice, ColumnType } from './value.ts';

/**
 * A table, object, entity set or type as the upstream's own metadata describes it: what `casegraph import` writes a declaration from, and
 * what `casegraph check --connections` holds declarations against. All names are the upstream's, all texts as it sent them: whoever writes
 * them into a file has to make them harmless first.
 */
export interface ObjectDescription {
  /** As the upstream spells it. */
  readonly object: string;
  /** The upstream's own name of one row's type, where `object` names the set of them: `Invoice` for the entity set `Invoices`. */
  readonly rowName?: string;
  /** What people call one row: `Opportunity`. */
  readonly label: string;
  /** What they call many; null where the upstream does not say. */
  readonly plural: string | null;
  readonly help?: string;
  /** The column that identifies a row; null where none does by itself. */
  readonly key: string | null;
  /** Column that holds the domain of a row, where the system separates rows by domain. */
  readonly separation?: string;
  readonly columns: readonly DescribedColumn[];
  /** False where some of the columns could not be learnt, so that a name that is not among them may still be right. */
  readonly complete: boolean;
  /** Columns that are there and cannot be columns of a table, by their names. */
  readonly left?: readonly string[];
  /** Lists of other objects' rows that point here, where the upstream knows them. */
  readonly children: readonly DescribedChild[];
  /** Template of the address at which people open a row, as `@url` takes it. */
  readonly recordUrl?: string;
  /** What `@source(options: …)` has to say of the object, once its columns have names in the graph. */
  readonly options?: (names: GraphNames) => Readonly<Record<string, unknown>>;
  /** What a person should know: what could not be read and why, what was left out. One sentence each. */
  readonly notes: readonly string[];
}

export interface DescribedColumn {
  readonly upstream: string;
  readonly label: string;
  readonly help?: string;
  readonly type: ColumnType;
  /** The upstream's own name of the type: `currency`, `glide_date_time`, `Edm.Guid`. */
  readonly native: string;
  /** A guess (no metadata could be read, only rows): nothing is checked against it. */
  readonly guessed?: boolean;
  readonly nullable: boolean;
  readonly writable: boolean;
  readonly filterable: boolean;
  readonly sortable: boolean;
  /** No two rows have the same value. */
  readonly unique: boolean;
  /** What a reference may lead to; several: it is polymorphic. */
  readonly references: readonly DescribedReference[];
  /** Values of a customisable list, as far as the upstream lists them; empty for every other column. */
  readonly choices: readonly Choice[];
}

export interface DescribedReference {
  readonly object: string;
  /** Column of the other object that the value is found in; null: its key. */
  readonly column: string | null;
  /** The upstream's own name of the relation (`Account`), where it has one. */
  readonly relation?: string;
}

export interface DescribedChild {
  readonly object: string;
  /** Column of the child that points here. */
  readonly column: string;
  /** Column of this object that it points at; null: the key. */
  readonly to: string | null;
  /** The upstream's own name of the list (`Opportunities`), where it has one. */
  readonly relation?: string;
}

/** Names in the graph, by names of the upstream. Undefined: the column was left out, or the relation leads to no declared table. */
export interface GraphNames {
  readonly column: (upstream: string) => string | undefined;
  /** The field of the relation that this column holds the reference of. */
  readonly relation: (upstream: string) => string | undefined;
}
