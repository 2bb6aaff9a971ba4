import type { SandboxRequest } from '../../http/service.ts';
import type { Caller } from '../access/caller.ts';
import { inSight } from '../access/domains.ts';
import type { TableDefinition } from '../dictionary/column.ts';
import { apiLevelAcl, invalidTable, queryNotAllowed } from '../http/api-error.ts';
import type { Instance } from '../instance.ts';
import type { Compiler } from '../query/compile.ts';
import type { Sight } from '../store/display.ts';

/** One authenticated request about one table. */
export interface TableContext {
  readonly instance: Instance;
  readonly caller: Caller;
  readonly request: SandboxRequest;
  readonly table: TableDefinition;
  readonly sight: Sight;
  readonly compiler: Compiler;
  /** Domains are left out of account. */
  readonly noDomain: boolean;
  /** Path down to `/api/now`, version included, for links: `/api/now/v2`. */
  readonly base: string;
}

/**
 * sysparm_query_no_domain is for admins and one role; of others the facts do not say whether it is ignored or refused:
 * it is ignored, which shows them no more.
 */
function ignoresDomains(request: SandboxRequest, caller: Caller): boolean {
  const entitled = caller.admin || caller.roles.has('query_no_domain_table_api');
  return entitled && request.query.get('sysparm_query_no_domain') === 'true';
}

/** Tables that no caller but an admin reaches through REST, whatever its roles: 403. */
function refuseTable({ options }: Instance, caller: Caller, table: TableDefinition): void {
  if (caller.admin) return;
  if (table.platform || (table.name === 'sys_audit' && options.audit === 'unreadable')) throw apiLevelAcl();
  if (table.name === 'sys_choice' && options.choices === 'unreadable') throw queryNotAllowed();
}

export function tableContext(
  instance: Instance,
  caller: Caller,
  request: SandboxRequest,
  name: string,
  base: string,
): TableContext {
  const table = instance.store.dictionary.get(name);
  if (!table) throw invalidTable(name);
  refuseTable(instance, caller, table);
  const { store, choices } = instance;
  const noDomain = ignoresDomains(request, caller);
  const sight: Sight = { store, choices, visible: (row) => noDomain || inSight(store, caller.domains, row) };
  const { userId, userName, groups } = caller;
  const compiler = { sight, context: { userId, userName, groups, now: instance.options.now() } };
  return { instance, caller, request, table, sight, compiler, noDomain, base };
}
