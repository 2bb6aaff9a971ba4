import type { ColumnType, DescribedColumn } from '../contract/index.ts';

/** A declaration about to be written: names chosen, nothing printed yet. */
export interface Declaration {
  readonly type: string;
  readonly label: string;
  readonly plural: string;
  readonly help: string;
  readonly connection: string;
  readonly object: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly separation: string | null;
  /** Upstream name of the key. */
  readonly key: string;
  readonly fields: readonly DeclaredField[];
  readonly extensions: readonly Extension[];
}

/** Fields that the import adds to a type that is declared elsewhere. */
export interface Extension {
  readonly type: string;
  readonly fields: readonly RelationField[];
}

export type DeclaredField = ColumnField | RelationField | LinkField;

export interface ColumnField {
  readonly is: 'column';
  readonly name: string;
  readonly type: ColumnType;
  readonly required: boolean;
  readonly unique: boolean;
  readonly help: string;
  /** What people call it; null where the field's name says it. */
  readonly label: string | null;
  readonly from: DescribedColumn;
}

export interface LinkField {
  readonly is: 'link';
  readonly name: string;
  readonly template: string;
  readonly help: string;
}

export interface RelationField {
  readonly is: 'reference' | 'list';
  readonly name: string;
  /** Type that it leads to. */
  readonly target: string;
  readonly help: string;
  /** Upstream column that holds the reference: of this table, or of the other for a list. */
  readonly column: string;
  /** `to` of a reference, `from` of a list; null: the key. */
  readonly other: string | null;
  readonly via: string | null;
}
