import type { TableDeclarations } from './declaration.ts';

/** A table of an application in a scope of its own, with the kinds of columns that such tables have. Admins only, since no rule names it. */
export const SCOPED_TABLES: TableDeclarations = {
  x_acme_app_thing: {
    label: 'Thing',
    display: 'number',
    prefix: 'THG',
    columns: `number:string(40); stage:choice(40) "Stage"; price:currency "Price"; effort:duration "Effort"; watch_list:list>sys_user "Watchers";
      account:ref>customer_account "Account"; task:ref>task "Task"; document_table:string(80) "Document table"; document:document "Document"`,
  },
};
