import type { Draft } from './draft.ts';
import { stamp } from './draft.ts';
import { DAY } from './moment.ts';

const VIEWING = [
  'dependency_views',
  'workspace_agent',
  'view_changer',
  'cmdb_read',
  'cmdb_query_builder_read',
];

/**
 * Roles and what each contains directly. The CSM-ITSM roles follow the product documentation; none of them is contained
 * in sn_customerservice_agent. What admin and itil contain is shortened to what the sandbox uses.
 */
const CONTAINS: Readonly<Record<string, readonly string[]>> = {
  admin: [],
  snc_internal: [],
  snc_external: [],
  snc_basic_auth_api_access: [],
  query_no_domain_table_api: [],
  'sn_customerservice.customer': [],
  'sn_customerservice.consumer': [],
  sn_customerservice_agent: ['snc_internal'],
  sn_customerservice_manager: ['sn_customerservice_agent', 'sn_majorissue_mgt.major_issue_manager'],
  'sn_majorissue_mgt.major_issue_manager': [],
  itil: [...VIEWING, 'snc_internal'],
  sn_incident_read: [...VIEWING, 'sn_comm_management.comm_plan_viewer'],
  sn_incident_write: ['sn_incident_read'],
  sn_problem_read: [...VIEWING, 'sn_comm_management.comm_plan_viewer'],
  sn_problem_write: ['sn_problem_read'],
  sn_change_read: [...VIEWING, 'sn_comm_management.comm_plan_viewer', 'app_service_user'],
  sn_change_write: ['sn_change_read', 'template_editor', 'cmdb_query_builder'],
  sn_request_read: [],
  sn_request_write: ['sn_request_read', 'task_editor', ...VIEWING],
  dependency_views: [],
  workspace_agent: [],
  view_changer: [],
  cmdb_read: [],
  cmdb_query_builder: ['cmdb_query_builder_read'],
  cmdb_query_builder_read: [],
  'sn_comm_management.comm_plan_viewer': [],
  app_service_user: [],
  template_editor: [],
  task_editor: [],
};

export const ITSM_ROLES: readonly string[] = [
  'sn_incident_write',
  'sn_incident_read',
  'sn_problem_write',
  'sn_problem_read',
  'sn_change_write',
  'sn_change_read',
  'sn_request_write',
  'sn_request_read',
];

/** Every role that holding these gives, at whatever depth, without themselves. */
export function containedRoles(granted: readonly string[]): string[] {
  const found = new Set<string>();
  const open = [...granted];
  for (let role = open.pop(); role !== undefined; role = open.pop()) {
    for (const inner of CONTAINS[role] ?? []) {
      if (!found.has(inner)) open.push(inner);
      found.add(inner);
    }
  }
  return [...found].filter((role) => !granted.includes(role)).sort();
}

/** Grants roles to a user, with what they contain as inherited rows. */
export type Grant = (userId: string, userRoles: readonly string[]) => void;

/** Fills sys_user_role; the returned function fills sys_user_has_role. */
export function addRoles(draft: Draft): Grant {
  const created = draft.now - 900 * DAY;
  const makeId = draft.sysIds('sys_user_role');
  const ids = new Map<string, string>();
  for (const [index, name] of Object.keys(CONTAINS).entries()) {
    ids.set(name, makeId(index));
    draft.table('sys_user_role').push(stamp({ sys_id: makeId(index), name }, created, 'system'));
  }
  const makeGrantId = draft.sysIds('sys_user_has_role');
  const rows = draft.table('sys_user_has_role');
  const add = (user: string, name: string, inherited: 'true' | 'false'): void => {
    const role = ids.get(name);
    if (role === undefined) throw new Error(`The world has no role ${name}.`);
    rows.push(
      stamp({ sys_id: makeGrantId(rows.length), user, role, inherited, state: 'active' }, created, 'admin'),
    );
  };
  return (user, granted) => {
    for (const name of granted) add(user, name, 'false');
    for (const name of containedRoles(granted)) add(user, name, 'true');
  };
}
