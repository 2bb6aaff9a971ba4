import type { Sandbox } from '../../sandbox/index.ts';
import type { ServiceNowAdmin, SnColumns } from '../harness/servicenow-admin.ts';
import type { Fixed } from './ask.ts';
import { CASE_TABLE, readTables } from './tables.ts';
import type { Model } from './world.ts';

/** Where every sequence begins: a customer's case and one of nobody, and records of the same domain that cases may be given. */
export interface Scene extends Fixed {
  readonly account: string;
  /** Customers who may get children of a major case: the first is the case's own. */
  readonly accounts: readonly string[];
  readonly consumers: readonly string[];
  readonly domain: string;
}

export function sceneOf({ world }: Sandbox): Scene {
  const rows = (table: string): readonly SnColumns[] => world.servicenow.get(table) ?? [];
  const domain = rows('domain').find((row) => row['full_name'] === 'TOP/ACME')!['sys_id']!;
  const inAcme = (table: string): readonly SnColumns[] =>
    rows(table).filter((row) => row['sys_domain'] === domain);
  const { account = '' } = world.personas.find(({ name }) => name === 'contact')!.claims;
  const others = inAcme('customer_account').map((row) => row['sys_id']!);
  return {
    account,
    accounts: [account, others.find((id) => id !== account)!],
    consumers: [inAcme('csm_consumer')[0]!['sys_id']!],
    contactId: inAcme('customer_contact').find((row) => row['account'] === account)!['sys_id']!,
    templateId: rows('std_change_record_producer')[0]!['sys_id']!,
    itemId: rows('sc_cat_item')[0]!['sys_id']!,
    domain,
  };
}

export async function setTheScene(admin: ServiceNowAdmin, scene: Scene): Promise<Model> {
  const create = (table: string, columns: SnColumns): Promise<SnColumns> =>
    admin.create(table, { short_description: 'Of one sequence', sys_domain: scene.domain, ...columns });
  const open = { state: '10', priority: '2', impact: '2', urgency: '2' };
  const [customers, nobodys, ...records] = await Promise.all([
    create(CASE_TABLE, { ...open, account: scene.account, contact: scene.contactId }),
    create(CASE_TABLE, open),
    create('incident', { state: '2', caller_id: scene.contactId }),
    create('incident', { state: '6', close_code: 'Solution provided', close_notes: 'x' }),
    create('problem', { state: '101' }),
    create('problem', { state: '107' }),
    create('change_request', { state: '-5' }),
    create('change_request', { state: '-5' }),
  ]);
  const cases = [customers, nobodys].map((row) => ({ id: row['sys_id']!, number: row['number']! }));
  const first = await readTables(
    admin,
    cases,
    records.map((row) => row['sys_id']!),
  );
  return { ...first, account: scene.account, done: new Map(), unfinished: new Map() };
}
