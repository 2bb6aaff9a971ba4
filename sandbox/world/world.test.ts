import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { createWorld } from './create.ts';
import { SERVICE_USER, LIMITED_USER } from './credentials.ts';
import { withChecksum } from './ids.ts';
import type { SfRecord, SnRecord, World } from './world.ts';

const world = createWorld();
const CASE = 'sn_customerservice_case';
const OPEN = ['1', '10', '18'];
const REFERENCES = ['incident', 'problem', 'change', 'caused_by'];

const rows = (of: World, table: string): readonly SnRecord[] => of.servicenow.get(table) ?? [];
const objects = (of: World, object: string): readonly SfRecord[] => of.salesforce.get(object) ?? [];
const byId = (of: World, table: string) => new Map(rows(of, table).map((row) => [row.sys_id, row]));
const claims = (of: World, name: string) => of.personas.find((persona) => persona.name === name)!.claims;
const filled = (row: SnRecord, column: string): boolean => (row[column] ?? '') !== '';

function domainNames(of: World): Map<string, string> {
  return new Map(rows(of, 'domain').map((row) => [row.sys_id, row['full_name'] ?? '']));
}

function casesIn(of: World, prefix: string): SnRecord[] {
  const names = domainNames(of);
  return rows(of, CASE).filter((row) => names.get(row['sys_domain'] ?? '')?.startsWith(prefix));
}

function fingerprint(of: World): string {
  const hash = createHash('sha256');
  for (const [name, records] of [...of.servicenow, ...of.salesforce])
    hash.update(name).update(JSON.stringify(records));
  return hash.update(JSON.stringify([of.personas, of.logins])).digest('hex');
}

describe('determinism', () => {
  test('the same seed gives the same world, another seed or day another one', () => {
    expect(fingerprint(createWorld())).toBe(fingerprint(world));
    expect(fingerprint(createWorld({ seed: 'other' }))).not.toBe(fingerprint(world));
    expect(fingerprint(createWorld({ now: Date.UTC(2027, 0, 1) }))).not.toBe(fingerprint(world));
  });

  test.each([0, -1, 1.5, Number.NaN])('%s cases are refused', (cases) => {
    expect(() => createWorld({ cases })).toThrow(RangeError);
  });
});

describe.each(['casegraph', 'seed-2', 'ünïcode', '42'])(
  'what a world of 200 cases holds, seed %s',
  (seed) => {
    let made: World;
    let visible: SnRecord[];
    beforeAll(() => {
      made = createWorld({ seed });
      visible = casesIn(made, 'TOP/ACME');
    });

    test('cases stand in their domains', () => {
      expect(rows(made, CASE)).toHaveLength(200);
      expect(visible.length).toBeGreaterThanOrEqual(150);
      expect(casesIn(made, 'TOP/ACME/EMEA').length).toBeGreaterThan(50);
      expect(casesIn(made, 'TOP/GLOBEX').length).toBeGreaterThan(30);
      expect(rows(made, CASE).filter((row) => row['sys_domain'] === 'global')).toEqual([]);
    });

    test('numbers run from CS0001001', () => {
      expect(rows(made, CASE)[0]!['number']).toBe('CS0001001');
      expect(rows(made, CASE)[199]!['number']).toBe('CS0001200');
    });

    test.each(['1', '10', '18', '6', '3', '7'])(
      'state %s occurs in ACME with and without related records',
      (state) => {
        const some = visible.filter((row) => row['state'] === state);
        const related = (row: SnRecord) => REFERENCES.some((column) => filled(row, column));
        expect(some.filter(related).length).toBeGreaterThan(0);
        expect(some.filter((row) => !related(row)).length).toBeGreaterThan(0);
      },
    );

    test('at least 20 open cases of ACME have no incident', () => {
      const open = visible.filter((row) => OPEN.includes(row['state'] ?? '') && !filled(row, 'incident'));
      expect(open.length).toBeGreaterThanOrEqual(20);
    });

    test.each([
      ['incident', 0.28, 0.45],
      ['problem', 0.14, 0.35],
      ['change', 0.12, 0.3],
      ['caused_by', 0.05, 0.2],
      ['consumer', 0.1, 0.2],
      ['account', 0.7, 0.9],
      ['assigned_to', 0.5, 0.8],
    ])('%s is filled on a share of cases between %d and %d', (column, least, most) => {
      const share = rows(made, CASE).filter((row) => filled(row, column)).length / 200;
      expect(share).toBeGreaterThan(least);
      expect(share).toBeLessThan(most);
    });

    test('some incidents and problems are shared, some have no case', () => {
      for (const [column, table] of [
        ['incident', 'incident'],
        ['problem', 'problem'],
        ['change', 'change_request'],
      ] as const) {
        const used = rows(made, CASE)
          .map((row) => row[column] ?? '')
          .filter((id) => id !== '');
        if (column !== 'change') expect(new Set(used).size).toBeLessThan(used.length);
        expect(rows(made, table).filter((row) => !used.includes(row.sys_id)).length).toBeGreaterThan(0);
      }
    });

    test('there are major cases with children, and candidates', () => {
      const majors = visible.filter((row) => row['major_case_state'] === 'accepted');
      expect(majors.length).toBeGreaterThan(0);
      for (const major of majors) {
        expect([major['account'], major['contact'], major['consumer']]).toEqual(['', '', '']);
        const children = rows(made, CASE).filter((row) => row['parent'] === major.sys_id);
        expect(children).toHaveLength(3);
        expect(children.every((child) => child['incident'] === major['incident'])).toBe(true);
      }
      expect(visible.some((row) => row['major_case_state'] === 'proposed')).toBe(true);
    });

    test('accounts of each sort of Salesforce link have cases that the agent sees', () => {
      const ids = new Map(objects(made, 'Account').map((account) => [account.Id, account['IsDeleted']]));
      const sorts = new Map<string, Set<string>>();
      const accounts = byId(made, 'customer_account');
      for (const row of visible.filter((each) => filled(each, 'account'))) {
        const link = accounts.get(row['account']!)!['u_salesforce_account_id'] ?? '';
        const sort = link === '' ? 'none' : ids.get(link) === false ? 'there' : 'gone';
        sorts.set(sort, (sorts.get(sort) ?? new Set()).add(row['account']!));
      }
      expect(sorts.get('none')!.size).toBeGreaterThanOrEqual(2);
      expect(sorts.get('gone')!.size).toBeGreaterThanOrEqual(2);
      expect(sorts.get('there')!.size).toBeGreaterThan(20);
    });

    test('the first hundred cases show tens of accounts', () => {
      const shown = new Set(visible.slice(0, 100).map((row) => row['account']));
      expect(shown.size).toBeGreaterThan(20);
    });

    test('the contact has an account with cases, related records, comments and work notes, and is not alone there', () => {
      const { user, account } = claims(made, 'contact');
      const own = rows(made, CASE).filter((row) => row['account'] === account);
      expect(own.length).toBeGreaterThanOrEqual(5);
      expect(own.filter((row) => row['contact'] === user).length).toBeGreaterThanOrEqual(5);
      expect(own.some((row) => row['contact'] !== user)).toBe(true);
      for (const column of REFERENCES) expect(own.some((row) => filled(row, column))).toBe(true);
      for (const element of ['comments', 'work_notes'])
        for (const row of own)
          expect(
            rows(made, 'sys_journal_field').some(
              (entry) => entry['element_id'] === row.sys_id && entry['element'] === element,
            ),
          ).toBe(true);
      expect(
        rows(made, 'sc_request').some((request) => own.some((row) => row.sys_id === request['parent'])),
      ).toBe(true);
    });

    test('the consumer has cases', () => {
      const own = rows(made, CASE).filter((row) => row['consumer'] === claims(made, 'consumer').consumer);
      expect(own.length).toBeGreaterThanOrEqual(3);
      expect(own.every((row) => row['account'] === '' && row['contact'] === '')).toBe(true);
    });

    test('opportunities: none to forty per account, open, won and lost', () => {
      const counts = new Map(objects(made, 'Account').map((account) => [account.Id, 0]));
      for (const deal of objects(made, 'Opportunity'))
        counts.set(String(deal['AccountId']), (counts.get(String(deal['AccountId'])) ?? 0) + 1);
      expect(Math.min(...counts.values())).toBe(0);
      expect(Math.max(...counts.values())).toBe(40);
      const kinds = new Set(
        objects(made, 'Opportunity').map((deal) => `${String(deal['IsClosed'])}/${String(deal['IsWon'])}`),
      );
      expect([...kinds].sort()).toEqual(['false/false', 'true/false', 'true/true']);
      for (const test of [
        (deal: SfRecord) => deal['Amount'] === null,
        (deal: SfRecord) => !Number.isInteger(deal['Amount']),
        (deal: SfRecord) => deal['IsDeleted'] === true,
        (deal: SfRecord) => String(deal['Competitors__c'] ?? '').includes(';'),
        (deal: SfRecord) => deal['Description'] !== undefined,
      ])
        expect(objects(made, 'Opportunity').some(test)).toBe(true);
    });
  },
);

describe('what holds of every record', () => {
  test('sys_ids are 32 hexadecimal digits and unique in the whole world', () => {
    const all = [...world.servicenow].flatMap(([, records]) => records.map(({ sys_id }) => sys_id));
    expect(all.filter((id) => !/^([0-9a-f]{32}|global)$/.test(id))).toEqual([]);
    expect(new Set(all).size).toBe(all.length);
  });

  test('Salesforce ids are unique, have the right checksum and the prefix of their object', () => {
    const prefixes: Record<string, string> = {
      Account: '001',
      Contact: '003',
      Opportunity: '006',
      User: '005',
      Organization: '00D',
      Case: '500',
      Campaign: '701',
      Order: '801',
    };
    const seen = new Set<string>();
    for (const [object, records] of world.salesforce)
      for (const { Id } of records) {
        expect(Id.slice(0, 3)).toBe(prefixes[object]);
        expect(withChecksum(Id.slice(0, 15))).toBe(Id);
        expect(seen.has(Id)).toBe(false);
        seen.add(Id);
      }
  });

  // Ids that real orgs answered with (recorded in restforce and SwiftlySalesforce, both MIT).
  test.each([
    ['001D000000JliST', '001D000000JliSTIAZ'],
    ['003q000000KvQ1t', '003q000000KvQ1tAAF'],
    ['0011Y00003HVMu4', '0011Y00003HVMu4QAH'],
  ])('the checksum of %s is that of %s', (id15, id18) => {
    expect(withChecksum(id15)).toBe(id18);
  });

  test('everything referred to exists', () => {
    const all = new Set([...world.servicenow].flatMap(([, records]) => records.map(({ sys_id }) => sys_id)));
    const references = [
      'account',
      'contact',
      'consumer',
      'company',
      'assigned_to',
      'assignment_group',
      'opened_by',
      'resolved_by',
      'closed_by',
      'incident',
      'problem',
      'change',
      'caused_by',
      'parent',
      'caller_id',
      'problem_id',
      'rfc',
      'first_reported_by_task',
      'requested_by',
      'requested_for',
      'request',
      'request_item',
      'cat_item',
      'cmdb_ci',
      'product',
      'element_id',
      'role',
      'group',
      'user',
      'manager',
      'primary_contact',
      'location',
      'sys_domain',
    ];
    const broken = [...world.servicenow].flatMap(([table, records]) =>
      records.flatMap((row) =>
        references
          .filter((column) => filled(row, column) && !all.has(row[column]!))
          .map((column) => `${table}.${column}`),
      ),
    );
    expect([...new Set(broken)]).toEqual([]);
    const sales = new Set([...world.salesforce].flatMap(([, records]) => records.map(({ Id }) => Id)));
    for (const [, records] of world.salesforce)
      for (const record of records)
        for (const field of ['AccountId', 'OwnerId', 'CreatedById', 'CampaignId', 'ContactId', 'ParentId'])
          if (typeof record[field] === 'string') expect(sales.has(record[field])).toBe(true);
  });

  test('what belongs to a case is in its domain', () => {
    const tables = [
      'customer_account',
      'customer_contact',
      'csm_consumer',
      'incident',
      'problem',
      'change_request',
      CASE,
    ];
    const domains = new Map(
      tables.flatMap((table) => rows(world, table).map((row) => [row.sys_id, row['sys_domain']] as const)),
    );
    for (const row of rows(world, CASE))
      for (const column of ['account', 'contact', 'consumer', 'parent', ...REFERENCES])
        if (filled(row, column))
          expect([column, domains.get(row[column]!)]).toEqual([column, row['sys_domain']]);
    for (const request of rows(world, 'sc_request'))
      expect(request['sys_domain']).toBe(domains.get(request['parent']!));
  });

  test('what has ended says how, and what has not does not', () => {
    for (const row of rows(world, CASE)) {
      const state = row['state'] ?? '';
      expect(row['active']).toBe(state === '3' || state === '7' ? 'false' : 'true');
      expect(filled(row, 'resolution_code') && filled(row, 'close_notes') && filled(row, 'resolved_at')).toBe(
        ['6', '3'].includes(state),
      );
      expect(filled(row, 'closed_at')).toBe(['3', '7'].includes(state));
    }
    for (const row of rows(world, 'incident')) {
      const state = row['state'] ?? '';
      expect(row['incident_state']).toBe(state);
      expect(filled(row, 'close_code') && filled(row, 'close_notes')).toBe(['6', '7'].includes(state));
      expect(filled(row, 'hold_reason')).toBe(state === '3');
    }
    for (const row of rows(world, 'problem')) expect(row['problem_state']).toBe(row['state']);
  });

  test('the priority of an incident is that of its impact and urgency, and of the case it was made for', () => {
    const lookup = new Map(
      rows(world, 'dl_u_priority').map((row) => [`${row['impact']}/${row['urgency']}`, row['priority']]),
    );
    expect(lookup.size).toBe(9);
    for (const row of rows(world, 'incident'))
      expect(row['priority']).toBe(lookup.get(`${row['impact']}/${row['urgency']}`));
  });

  test('nothing happens after today, and everything is updated after it was created', () => {
    for (const table of [CASE, 'incident', 'problem', 'change_request', 'sc_request'])
      for (const row of rows(world, table)) {
        expect(row['sys_created_on']! <= row['sys_updated_on']!).toBe(true);
        expect(row['sys_updated_on']! < '2026-11-15 12:00:00').toBe(true);
      }
    for (const deal of objects(world, 'Opportunity')) {
      expect(deal['CreatedDate']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000\+0000$/);
      expect(deal['CloseDate']).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(String(deal['CreatedDate']) <= String(deal['LastModifiedDate'])).toBe(true);
    }
  });
});

describe('people', () => {
  const users = new Map(
    ['sys_user', 'customer_contact', 'csm_consumer_user'].flatMap((table) =>
      rows(world, table).map((row) => [row['user_name'], row] as const),
    ),
  );
  const roleNames = new Map(rows(world, 'sys_user_role').map((row) => [row.sys_id, row['name']]));
  const rolesOf = (userId: string, inherited: string) =>
    rows(world, 'sys_user_has_role')
      .filter((row) => row['user'] === userId && row['inherited'] === inherited)
      .map((row) => roleNames.get(row['role']!)!)
      .sort();

  test('user names are unique', () => {
    const count = ['sys_user', 'customer_contact', 'csm_consumer_user'].reduce(
      (sum, table) => sum + rows(world, table).length,
      0,
    );
    expect(users.size).toBe(count);
  });

  test.each(world.personas.map((persona) => [persona.name, persona.claims] as const))(
    '%s is a user with these roles',
    (_, persona) => {
      const user = users.get(persona.sub)!;
      expect(rolesOf(user.sys_id, 'false')).toEqual([...persona.roles].sort());
      expect(domainNames(world).get(user['sys_domain']!)).toBe(persona.domain);
      expect(user['email']).toBe(persona.email);
      if (persona.user !== undefined) expect(user.sys_id).toBe(persona.user);
      if (persona.account !== undefined) expect(user['account']).toBe(persona.account);
      if (persona.consumer !== undefined)
        expect(byId(world, 'csm_consumer').get(persona.consumer)!['user']).toBe(user.sys_id);
      expect(world.logins.map(({ userName }) => userName)).toContain(persona.sub);
    },
  );

  test('contained roles stand as inherited', () => {
    const service = users.get(SERVICE_USER)!;
    expect(rolesOf(service.sys_id, 'true')).toEqual(
      expect.arrayContaining(['sn_majorissue_mgt.major_issue_manager', 'cmdb_read', 'task_editor']),
    );
    expect(rolesOf(service.sys_id, 'false')).not.toContain('query_no_domain_table_api');
    expect(rolesOf(users.get(LIMITED_USER)!.sys_id, 'true')).toEqual(['snc_internal']);
  });
});

test('a small world has the personas and what they need', () => {
  const small = createWorld({ cases: 1 });
  expect(small.personas).toHaveLength(7);
  expect(rows(small, 'customer_account')).toHaveLength(12);
});

test('a large world keeps the shares, with unique ids', () => {
  const large = createWorld({ cases: 5000 });
  expect(casesIn(large, 'TOP/ACME').length).toBe(4000);
  const ids = objects(large, 'Opportunity').map(({ Id }) => Id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(new Set(rows(large, CASE).map(({ sys_id }) => sys_id)).size).toBe(5000);
  expect(rows(large, 'customer_account')).toHaveLength(1250);
  expect(new Set(rows(large, 'customer_account').map((row) => row['name'])).size).toBe(1250);
});

describe('what the ERP system and the shipping service hold', () => {
  const { erp, shipments } = world;
  const numbers = new Set(rows(world, 'customer_account').map((row) => row['number']));
  const invoices = erp.get('Invoices')!;
  const items = erp.get('InvoiceItems')!;
  const cents = (amount: unknown): number => Math.round(Number(amount) * 100);

  test('is the same for the same seed', () => {
    const again = createWorld();
    expect([...again.erp]).toEqual([...erp]);
    expect(again.shipments).toEqual(shipments);
    expect(createWorld({ seed: 'other' }).shipments).not.toEqual(shipments);
  });

  test('is of customers that ServiceNow knows by the same number, and not of all of them', () => {
    for (const row of [...erp.get('Customers')!, ...invoices])
      expect(numbers).toContain(row['CustomerNumber']);
    for (const row of shipments) expect(numbers).toContain(row.customer_id);
    for (const known of [
      new Set(erp.get('Customers')!.map((row) => row['CustomerNumber'])),
      new Set(invoices.map((row) => row['CustomerNumber'])),
      new Set(shipments.map((row) => row.customer_id)),
    ]) {
      expect(known.size).toBeGreaterThan(30);
      expect(known.size).toBeLessThan(numbers.size);
    }
  });

  test('adds up: lines to the net amount, with tax to the gross, and what is open is not more', () => {
    const sums = new Map<unknown, number>();
    for (const { InvoiceNumber: number, LineTotal: total } of items)
      sums.set(number, (sums.get(number) ?? 0) + cents(total));
    for (const row of invoices) {
      expect(cents(row['NetAmount'])).toBe(sums.get(row['InvoiceNumber']));
      expect(cents(row['NetAmount']) + cents(row['TaxAmount'])).toBe(cents(row['GrossAmount']));
      expect(cents(row['OpenAmount'])).toBeLessThanOrEqual(cents(row['GrossAmount']));
      expect(row['PaidOn'] !== null).toBe(row['Status'] === 'Paid');
      expect(row['Overdue']).toBe(cents(row['OpenAmount']) > 0 && String(row['DueOn']) < '2026-11-15');
    }
  });

  test('has keys that are unique and ascend, as the services promise', () => {
    for (const [set, key] of [
      ['Customers', 'CustomerNumber'],
      ['Invoices', 'InvoiceNumber'],
      ['InvoiceItems', 'ItemId'],
    ] as const) {
      const keys = erp.get(set)!.map((row) => String(row[key]));
      expect(keys).toEqual([...new Set(keys)].sort());
    }
    expect(new Set(shipments.map(({ id }) => id)).size).toBe(shipments.length);
  });

  test('is in every state, and a parcel is delivered after it was sent', () => {
    expect(new Set(invoices.map((row) => row['Status'])).size).toBe(5);
    expect(new Set(shipments.map(({ status }) => status)).size).toBe(6);
    for (const { status, created_at: made, shipped_at: sent, delivered_at: there } of shipments) {
      expect([sent !== null, there !== null]).toEqual([status !== 'label_created', status === 'delivered']);
      expect((sent ?? '9') > made && (there ?? '9') > (sent ?? '')).toBe(true);
    }
  });
});
