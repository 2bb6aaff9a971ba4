/** How a table and its columns are described; the shape of sys_db_object and sys_dictionary, less what nobody asks for. */

export type InternalType =
  | 'GUID'
  | 'string'
  | 'integer'
  | 'decimal'
  | 'currency'
  | 'boolean'
  | 'reference'
  | 'glide_list'
  | 'glide_date_time'
  | 'glide_date'
  | 'due_date'
  | 'glide_duration'
  | 'journal_input'
  | 'journal_list'
  | 'email'
  | 'url'
  | 'document_id'
  | 'password2'
  | 'sys_class_name'
  | 'domain_id';

export interface Column {
  readonly name: string;
  readonly label: string;
  readonly type: InternalType;
  /** The table a reference, list or domain column points to. */
  readonly reference?: string;
  /** Values come from sys_choice. */
  readonly choice: boolean;
  /** Longest text, in characters. */
  readonly max?: number;
  readonly default?: string;
}

export interface TableDefinition {
  readonly name: string;
  readonly label: string;
  readonly parent?: TableDefinition;
  /** Name of the topmost ancestor: records of one hierarchy share their sys_ids. */
  readonly root: string;
  /** Inherited columns included. */
  readonly columns: ReadonlyMap<string, Column>;
  readonly display: string;
  readonly prefix?: string;
  /** A record without sys_domain is as visible as the record this column names (facts 7, `domain_master`). */
  readonly domainMaster?: string;
  /** Only admins reach it through REST; others get 403 at API level. */
  readonly platform: boolean;
}

const DOCUMENT_TYPES: readonly InternalType[] = ['reference', 'domain_id'];

/** Whether a dot may follow the column. */
export function pointsToRecord(column: Column): column is Column & { reference: string } {
  return column.reference !== undefined && DOCUMENT_TYPES.includes(column.type);
}

export function isJournal(column: Column): boolean {
  return column.type === 'journal_input' || column.type === 'journal_list';
}

export function isNumeric(column: Column): boolean {
  return column.type === 'integer' || column.type === 'decimal' || column.type === 'currency';
}

export function isDate(column: Column): boolean {
  return column.type === 'glide_date_time' || column.type === 'glide_date' || column.type === 'due_date';
}
