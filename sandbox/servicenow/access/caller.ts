import type { Row } from '../store/row.ts';
import type { Store } from '../store/store.ts';
import { domainSight } from './domains.ts';
import type { DomainSight } from './domains.ts';

/** Who a request acts as, with what it takes to decide on access. */
export interface Caller {
  readonly userId: string;
  readonly userName: string;
  readonly roles: ReadonlySet<string>;
  readonly groups: readonly string[];
  readonly admin: boolean;
  /** A contact or consumer: reads only what belongs to the own account or person. */
  readonly external: boolean;
  /** sys_id of a contact's account, else empty. */
  readonly account: string;
  /** sys_ids of the consumer records that are this user. */
  readonly consumers: readonly string[];
  readonly homeDomain: string;
  readonly domains: DomainSight;
}

/** Roles contained in roles (facts 6.1, 6.7), for worlds that do not spell inherited roles out. */
const CONTAINS: Readonly<Record<string, readonly string[]>> = {
  sn_incident_write: ['sn_incident_read'],
  sn_problem_write: ['sn_problem_read'],
  sn_change_write: ['sn_change_read'],
  sn_request_write: ['sn_request_read'],
  itil: ['sn_incident_write', 'sn_problem_write', 'sn_change_write', 'sn_request_write'],
  sn_customerservice_manager: ['sn_customerservice_agent', 'sn_majorissue_mgt.major_issue_manager'],
};

function withContained(roles: Iterable<string>, into = new Set<string>()): Set<string> {
  for (const role of roles) {
    if (into.has(role)) continue;
    into.add(role);
    withContained(CONTAINS[role] ?? [], into);
  }
  return into;
}

/** Values of `column` in the rows of `table` whose `key` is the user. */
function column(store: Store, table: string, key: string, userId: string, name: string): string[] {
  const definition = store.dictionary.get(table);
  if (!definition) return [];
  return store.lookup(definition, key, userId).map(({ values }) => values[name] ?? '');
}

function roleNames(store: Store, userId: string): string[] {
  const roles = store.dictionary.get('sys_user_role');
  const ids = column(store, 'sys_user_has_role', 'user', userId, 'role');
  return ids.map((id) => (roles && store.get(roles, id)?.values.name) ?? '');
}

export function callerOf(store: Store, user: Row): Caller {
  const { sys_id: userId, user_name: userName = '', sys_domain: homeDomain = '', account = '' } = user.values;
  const roles = withContained(roleNames(store, userId));
  const external =
    ['customer_contact', 'csm_consumer_user'].includes(user.table.name) || roles.has('snc_external');
  roles.add(external ? 'snc_external' : 'snc_internal');
  return {
    userId,
    userName,
    roles,
    groups: column(store, 'sys_user_grmember', 'user', userId, 'group'),
    admin: roles.has('admin'),
    external,
    account,
    consumers: column(store, 'csm_consumer', 'user', userId, 'sys_id'),
    homeDomain: homeDomain === '' ? 'global' : homeDomain,
    domains: domainSight(store, homeDomain, column(store, 'sys_user_visibility', 'user', userId, 'domain')),
  };
}

/** An active user by user name who is not locked out. */
export function activeUser(store: Store, userName: string): Row | undefined {
  const users = store.dictionary.get('sys_user');
  if (!users || userName === '') return undefined;
  return store
    .lookup(users, 'user_name', userName)
    .find(({ values }) => values.active !== 'false' && values.locked_out !== 'true');
}
