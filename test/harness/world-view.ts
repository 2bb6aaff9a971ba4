import type { Sandbox } from '../../sandbox/index.ts';
import type { SfRecord, SnRecord } from '../../sandbox/world/world.ts';
import { serviceNowAdmin } from './servicenow-admin.ts';

export interface LabelledChoice {
  readonly value: string;
  readonly label: string;
}

/** What a persona ought to see of the sandbox's data, worked out from the data itself in the plainest way. */
export interface WorldView {
  /** Records of a table in the domains that the persona sees. */
  visible(table: string): readonly SnRecord[];
  /** The record that a reference leads to; `null` when there is none or the persona does not see its domain. */
  follow(table: string, sysId: string | undefined): SnRecord | null;
  choice(table: string, record: SnRecord, element: string): LabelledChoice | null;
  /** Opportunities that Salesforce shows for an account of ServiceNow, in no particular order. */
  opportunities(account: SnRecord): readonly SfRecord[];
}

/** Makes views of a sandbox for personas by name. Labels are read from ServiceNow's own `sys_choice`, as a client would. */
export async function worldViews({ world, ...sandbox }: Sandbox): Promise<(persona: string) => WorldView> {
  const choices = await serviceNowAdmin({ world, ...sandbox }).list('sys_choice', 'inactive=false');
  const labels = new Map(
    choices.map(({ name, element, value, label }) => [`${name}.${element}.${value}`, label!]),
  );
  const lists = new Set(choices.map(({ name, element }) => `${name}.${element}`));
  const paths = new Map(rows('domain').map(({ sys_id: id, full_name: path }) => [id, path!]));

  function rows(table: string): readonly SnRecord[] {
    return world.servicenow.get(table) ?? [];
  }

  return (persona) => {
    const { domain: home } = world.personas.find(({ name }) => name === persona)!.claims;
    const sees = (record: SnRecord): boolean => {
      const id = record['sys_domain'] ?? 'global';
      const path = paths.get(id)!;
      return id === 'global' || path === home || path.startsWith(`${home}/`);
    };
    return {
      visible: (table) => rows(table).filter(sees),
      follow: (table, sysId) => rows(table).find((row) => row.sys_id === sysId && sees(row)) ?? null,
      choice: (table, record, element) => {
        const value = record[element] ?? '';
        const list = lists.has(`${table}.${element}`) ? table : 'task';
        return value === '' ? null : { value, label: labels.get(`${list}.${element}.${value}`) ?? value };
      },
      opportunities: ({ u_salesforce_account_id: id }) => {
        const account = world.salesforce
          .get('Account')!
          .find((row) => row.Id === id && row['IsDeleted'] === false);
        if (id === undefined || id === '' || account === undefined) return [];
        return world.salesforce
          .get('Opportunity')!
          .filter((row) => row['AccountId'] === id && row['IsDeleted'] === false);
      },
    };
  };
}

/** `''` and absent columns as the graph gives them. */
export function orNull(value: string | undefined): string | null {
  return value === undefined || value === '' ? null : value;
}

/** Sorts by a text, records without one first; then by a second text. */
export function byTexts<Row>(...texts: ((row: Row) => string)[]): (a: Row, b: Row) => number {
  return (a, b) => {
    for (const text of texts) {
      const [left, right] = [text(a), text(b)];
      if (left !== right) return left < right ? -1 : 1;
    }
    return 0;
  };
}
