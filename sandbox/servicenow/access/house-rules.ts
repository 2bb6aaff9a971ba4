import type { SnRecord } from '../../world/world.ts';
import { INTERFACE_TABLES } from '../dictionary/tables-interface.ts';
import type { AclRule, Operation } from './acl-rule.ts';
import type { Caller } from './caller.ts';

/** Who works on cases; csm_ws_integration is the documented role of a technical user (facts 3.3). */
const AGENT = [
  'sn_customerservice_agent', 'csm_ws_integration', 'sn_majorissue_mgt.major_issue_manager', 'sn_customerservice.customer_data_viewer',
]; // prettier-ignore
const STAFF = [...AGENT, 'itil'];
const INTERNAL = ['snc_internal'];
/** Technical users may read the tables that configuration and rights are read from. */
const SETTINGS = ['itil', 'user_admin', 'csm_ws_integration', 'personalize_choices'];

const READ: readonly Operation[] = ['read'];
const CHANGE: readonly Operation[] = ['write', 'create'];

const allow = (table: string, operations: readonly Operation[], roles: readonly string[]): AclRule => ({
  table,
  operations,
  roles,
});

const external = (
  table: string,
  operations: readonly Operation[],
  owns: (record: SnRecord, caller: Caller) => boolean,
): AclRule => ({
  table,
  operations,
  roles: ['snc_external'],
  condition: owns,
});

const same = (a: string | undefined, b: string): boolean => b !== '' && a === b;

/** The contact's account, or the consumer's own record. */
function ownCase(record: SnRecord, caller: Caller): boolean {
  return same(record.account, caller.account) || caller.consumers.includes(record.consumer ?? '');
}

function ownWhenCreating(record: SnRecord, caller: Caller): boolean {
  return ownCase(record, caller) || same(record.contact, caller.userId);
}

/** A class of ITSM records with its pair of roles. */
function itsm(table: string, role: string, more: readonly string[] = []): AclRule[] {
  return [
    allow(table, READ, ['itil', `${role}_read`, ...more]),
    allow(table, CHANGE, ['itil', `${role}_write`, ...more]),
  ];
}

const own = (table: string, column: string, roles: readonly string[] = INTERNAL): AclRule => ({
  table,
  operations: READ,
  roles,
  condition: (record, caller) => same(record[column], caller.userId),
});

const TASKS: readonly AclRule[] = [
  allow('task', READ, STAFF),
  allow('task', CHANGE, STAFF),
  allow('sn_customerservice_case', READ, [...AGENT, 'sn_customerservice_case_viewer']),
  allow('sn_customerservice_case', CHANGE, AGENT),
  external('sn_customerservice_case', [...READ, 'write'], ownCase),
  external('sn_customerservice_case', ['create'], ownWhenCreating),
  allow('sn_customerservice_task', [...READ, ...CHANGE], AGENT),
  ...itsm('incident', 'sn_incident'),
  own('incident', 'caller_id'),
  ...itsm('incident_task', 'sn_incident'),
  ...itsm('problem', 'sn_problem', ['problem_manager']),
  ...itsm('problem_task', 'sn_problem', ['problem_manager']),
  ...itsm('change_request', 'sn_change', ['change_manager']),
  ...itsm('change_task', 'sn_change', ['change_manager']),
  ...['sc_request', 'sc_req_item', 'sc_task'].flatMap((table) =>
    itsm(table, 'sn_request', ['catalog_admin']),
  ),
  own('sc_request', 'requested_for'),
  own('sc_req_item', 'requested_for'),
  // Work notes are for the staff; external users do not read them in any class.
  ...['work_notes', 'work_notes_list', 'comments_and_work_notes'].map((column): AclRule => ({
    table: 'task',
    column,
    operations: [...READ, 'write', 'create'],
    roles: INTERNAL,
  })),
];

const PEOPLE: readonly AclRule[] = [
  ...['customer_account', 'customer_contact', 'csm_consumer', 'csm_consumer_user'].flatMap((table) => [
    allow(table, READ, STAFF),
    allow(table, CHANGE, AGENT),
  ]),
  ...['core_company', 'sys_user', 'sys_user_group', 'sys_user_grmember', 'cmn_location', 'domain'].map(
    (table) => allow(table, READ, INTERNAL),
  ),
  external('customer_account', READ, (record, caller) => same(record.sys_id, caller.account)),
  external('customer_contact', READ, (record, caller) => same(record.account, caller.account)),
  external('csm_consumer', READ, (record, caller) => caller.consumers.includes(record.sys_id)),
  external('csm_consumer_user', READ, (record, caller) => record.sys_id === caller.userId),
  external('sys_user', READ, (record, caller) => record.sys_id === caller.userId),
  // Ciphertext is for nobody but admins.
  { table: 'sys_user', column: 'user_password', operations: [...READ, 'write', 'create'] },
];

const SETTING_TABLES: readonly AclRule[] = [
  ...['cmdb_ci', 'cmdb_model', 'sc_cat_item', 'std_change_record_producer'].map((table) =>
    allow(table, READ, INTERNAL),
  ),
  ...['std_change_producer_version', 'sys_template'].map((table) => allow(table, READ, INTERNAL)),
  ...[
    'sys_user_role',
    'sys_user_has_role',
    'sys_user_visibility',
    'dl_u_priority',
    'dl_problem_priority',
  ].map((table) => allow(table, READ, SETTINGS)),
  own('sys_user_has_role', 'user', ['snc_internal', 'snc_external']),
  // A preference is its user's own; one without user holds for everybody and is for admins.
  {
    table: 'sys_user_preference',
    operations: ['read', 'write', 'create', 'delete'],
    roles: ['snc_internal', 'snc_external'],
    condition: (record, caller) => same(record.user, caller.userId),
  },
  // Decided: the history is read by who works on ITSM records, and by technical users; the facts do not say.
  allow('sys_audit', READ, ['itil', 'csm_ws_integration']),
  ...['kb_knowledge', 'm2m_kb_task'].flatMap((table) => [
    allow(table, READ, INTERNAL),
    allow(table, CHANGE, ['itil', 'sn_problem_write']),
  ]),
  // Decided: the designer's tables are configuration; the facts do not say who reads them.
  ...Object.keys(INTERFACE_TABLES).map((table) => allow(table, READ, SETTINGS)),
  // Measured: others get only the label of a choice, and 403 when they filter by another column (facts 1.5).
  allow('sys_choice', READ, INTERNAL),
  { table: 'sys_choice', column: '*', operations: READ, roles: SETTINGS },
  { table: 'sys_choice', column: 'label', operations: READ, roles: INTERNAL },
];

/** The ACLs of the sandbox instance. Whatever no rule names is for admins: `*` has no other role. */
export const HOUSE_RULES: readonly AclRule[] = [
  ...TASKS,
  ...PEOPLE,
  ...SETTING_TABLES,
  { table: '*', operations: ['read', 'write', 'create', 'delete'], roles: ['admin'] },
];
