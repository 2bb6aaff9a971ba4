/** A table as it is written down in this folder's data files. */
export interface TableDeclaration {
  readonly label: string;
  readonly parent?: string;
  readonly prefix?: string;
  readonly display?: string;
  /** Has sys_domain and sys_domain_path. */
  readonly separated?: boolean;
  readonly domainMaster?: string;
  readonly platform?: boolean;
  /** Own columns, in the notation of notation.ts. */
  readonly columns: string;
}

export type TableDeclarations = Readonly<Record<string, TableDeclaration>>;

/** On every table. */
export const SYSTEM_COLUMNS =
  'sys_id:guid(32); sys_created_on:datetime "Created"; sys_created_by:string(40) "Created by"; ' +
  'sys_updated_on:datetime "Updated"; sys_updated_by:string(40) "Updated by"; sys_mod_count:integer "Updates"; sys_tags:string';

/** On domain-separated tables. */
export const DOMAIN_COLUMNS = 'sys_domain:domain>domain "Domain"; sys_domain_path:string(255) "Domain Path"';
