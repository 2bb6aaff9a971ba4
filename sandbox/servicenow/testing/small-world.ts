import type { SnRecord, World } from '../../world/world.ts';
import { stableId } from '../store/stable-id.ts';
import { NO_ALL_QUIET } from '../../world/allquiet-records.ts';
import { NO_INCIDENT_IO } from '../../world/incidentio-records.ts';

/** A world small enough to know by heart. Every record is named by a short word; `id(word)` is its sys_id. */
export const id = (word: string): string => stableId(`small world ${word}`);

const domains: SnRecord[] = [
  { sys_id: 'global', name: 'global' },
  { sys_id: id('TOP'), name: 'TOP' },
  { sys_id: id('ACME'), name: 'ACME', parent: id('TOP') },
  { sys_id: id('EMEA'), name: 'EMEA', parent: id('ACME') },
  { sys_id: id('GLOBEX'), name: 'GLOBEX', parent: id('TOP') },
];

function user(name: string, domain: string, more: Record<string, string> = {}): SnRecord {
  const [first = '', last = ''] = name.split('.');
  const title = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
  return {
    sys_id: id(name),
    user_name: name,
    name: `${title(first)} ${title(last)}`.trim(),
    email: `${name}@example.com`,
    active: 'true',
    sys_domain: domain === 'global' ? 'global' : id(domain),
    ...more,
  };
}

const ROLES: Readonly<Record<string, readonly string[]>> = {
  admin: ['admin'],
  'ida.service': ['itil', 'sn_customerservice_agent', 'user_admin'],
  'amy.agent': ['sn_customerservice_agent'],
  'ivan.itil': ['sn_customerservice_agent', 'itil'],
  'rita.reader': ['sn_customerservice_agent', 'sn_incident_read'],
  'emma.emea': ['sn_customerservice_agent', 'itil'],
  'gus.globex': ['sn_customerservice_agent', 'itil'],
  'mia.manager': ['sn_customerservice_manager'],
  'carl.contact': ['sn_customerservice.customer'],
  'cora.consumer': ['sn_customerservice.consumer'],
};

const roleNames = [...new Set(Object.values(ROLES).flat())];

function task(table: string, number: string, domain: string, more: Record<string, string>): SnRecord {
  return {
    sys_id: id(number),
    number,
    sys_class_name: table,
    sys_domain: domain === 'global' ? 'global' : id(domain),
    active: 'true',
    opened_at: '2026-03-01 08:00:00',
    sys_created_on: '2026-03-01 08:00:00',
    sys_updated_on: '2026-03-01 08:00:00',
    sys_mod_count: '3',
    ...more,
  };
}

const kase = (number: string, domain: string, more: Record<string, string>): SnRecord =>
  task('sn_customerservice_case', number, domain, more);

const cases: SnRecord[] = [
  kase('CS0000001', 'ACME', {
    short_description: 'Printer on fire', state: '10', priority: '1', impact: '1', urgency: '1', account: id('Acme Corp'), contact: id('carl.contact'),
    assigned_to: id('amy.agent'), assignment_group: id('Support'), incident: id('INC0000001'), opened_at: '2026-03-01 08:00:00',
  }),
  kase('CS0000002', 'ACME', {
    short_description: 'Invoice wrong', state: '18', priority: '4', impact: '3', urgency: '3', account: id('Acme Corp'), contact: id('carl.contact'),
    assignment_group: id('Billing'), opened_at: '2026-03-05 12:00:00',
  }),
  kase('CS0000003', 'ACME', {
    short_description: 'printer jam', state: '6', priority: '2', impact: '2', urgency: '2', account: id('Beta Ltd'), resolution_code: '1',
    close_notes: 'Cleared', opened_at: '2026-03-09 23:59:59', assigned_to: id('ivan.itil'),
  }),
  kase('CS0000004', 'ACME', {
    short_description: 'Closed long ago', state: '3', priority: '3', impact: '3', urgency: '3', consumer: id('Cora'), resolution_code: '1',
    close_notes: 'Done', active: 'false', opened_at: '2025-12-31 00:00:00',
  }),
  kase('CS0000005', 'EMEA', { short_description: 'EMEA outage', state: '1', priority: '10', account: id('Emea GmbH'), opened_at: '2026-03-10 00:00:00' }),
  kase('CS0000006', 'GLOBEX', { short_description: 'Globex only', state: '1', priority: '4', account: id('Globex Inc') }),
  kase('CS0000007', 'TOP', { short_description: 'Provider case', state: '1', priority: '4' }),
  kase('CS0000008', 'global', { short_description: 'Shared 100% case', state: '1', priority: '4' }),
]; // prettier-ignore

const incidents: SnRecord[] = [
  task('incident', 'INC0000001', 'ACME', {
    short_description: 'Fire', state: '2', incident_state: '2', impact: '1', urgency: '1', priority: '1', caller_id: id('amy.agent'),
    problem_id: id('PRB0000001'),
  }),
  task('incident', 'INC0000002', 'ACME', {
    short_description: 'Old', state: '7', incident_state: '7', impact: '3', urgency: '3', priority: '5', active: 'false', problem_id: id('PRB0000001'),
    close_code: 'Duplicate', close_notes: 'dup',
  }),
  task('incident', 'INC0000003', 'GLOBEX', { short_description: 'Elsewhere', state: '1', impact: '2', urgency: '2', priority: '3' }),
]; // prettier-ignore

function roleRows(): SnRecord[] {
  return Object.entries(ROLES).flatMap(([name, roles]) =>
    roles.map((role) => ({
      sys_id: id(`${name} ${role}`),
      user: id(name),
      role: id(`role ${role}`),
      inherited: 'false',
      state: 'active',
    })),
  );
}

const account = (name: string, domain: string, more: Record<string, string> = {}): SnRecord => ({
  sys_id: id(name),
  name,
  sys_class_name: 'customer_account',
  sys_domain: id(domain),
  ...more,
});

export const SMALL_TABLES: readonly (readonly [string, SnRecord[]])[] = [
  ['domain', domains],
  ['sys_user', [
    user('admin', 'global'), user('ida.service', 'TOP'), user('amy.agent', 'ACME'), user('ivan.itil', 'ACME'), user('rita.reader', 'ACME'),
    user('emma.emea', 'EMEA'), user('gus.globex', 'GLOBEX'), user('mia.manager', 'ACME'), user('nora.none', 'ACME'),
    user('lost.locked', 'ACME', { locked_out: 'true' }), user('vera.visitor', 'GLOBEX'),
  ]],
  ['customer_contact', [user('carl.contact', 'ACME', { account: id('Acme Corp') })]],
  ['csm_consumer_user', [user('cora.consumer', 'ACME')]],
  ['csm_consumer', [{ sys_id: id('Cora'), number: 'CSMR0000001', name: 'Cora Consumer', user: id('cora.consumer'), sys_domain: id('ACME') }]],
  ['customer_account', [
    account('Acme Corp', 'ACME', { number: 'ACCT0000001', primary_contact: id('carl.contact'), u_salesforce_account_id: '001Hu00003aBcDeFGH', parent: id('Globex Inc') }),
    account('Beta Ltd', 'ACME', { number: 'ACCT0000002' }), account('Emea GmbH', 'EMEA', { number: 'ACCT0000003' }),
    account('Globex Inc', 'GLOBEX', { number: 'ACCT0000004' }),
  ]],
  ['sys_user_group', [
    { sys_id: id('Support'), name: 'Support', sys_domain: id('ACME') }, { sys_id: id('Billing'), name: 'Billing', sys_domain: id('ACME') },
  ]],
  ['sys_user_grmember', [{ sys_id: id('amy in Support'), user: id('amy.agent'), group: id('Support') }]],
  ['sys_user_role', roleNames.map((name) => ({ sys_id: id(`role ${name}`), name }))],
  ['sys_user_has_role', roleRows()],
  ['sys_user_visibility', [{ sys_id: id('vera sees ACME'), user: id('vera.visitor'), domain: id('ACME') }]],
  ['sn_customerservice_case', cases],
  ['incident', incidents],
  ['problem', [task('problem', 'PRB0000001', 'ACME', { short_description: 'Fire hazard', state: '101', problem_state: '101' })]],
  ['change_request', []],
  ['sys_journal_field', [
    { sys_id: id('note 1'), name: 'sn_customerservice_case', element_id: id('CS0000001'), element: 'comments', value: 'Hello', sys_created_on: '2026-03-01 09:00:00', sys_created_by: 'amy.agent' },
    { sys_id: id('note 2'), name: 'sn_customerservice_case', element_id: id('CS0000001'), element: 'work_notes', value: 'Internal', sys_created_on: '2026-03-01 09:01:00', sys_created_by: 'amy.agent' },
  ]],
]; // prettier-ignore

/** Every user's password is `pw-` and the user name. */
export function smallWorld(): World {
  const servicenow = new Map(SMALL_TABLES.map(([name, rows]) => [name, rows]));
  const users = ['sys_user', 'customer_contact', 'csm_consumer_user'].flatMap(
    (name) => servicenow.get(name) ?? [],
  );
  return {
    seed: 'small',
    servicenow,
    logins: users.map(({ user_name: userName = '' }) => ({ userName, password: `pw-${userName}` })),
    salesforce: new Map(),
    erp: new Map(),
    shipments: [],
    incidentio: NO_INCIDENT_IO,
    allquiet: NO_ALL_QUIET,
    personas: [],
  };
}
