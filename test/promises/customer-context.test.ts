import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SfRecord, SnRecord } from '../../sandbox/world/world.ts';
import { secondGateway } from '../harness/second-gateway.ts';
import { startStack, type Stack } from '../harness/stack.ts';
import { byTexts, orNull, worldViews, type WorldView } from '../harness/world-view.ts';

const EXAMPLE = readFileSync(
  new URL('../../docs/examples/1-customer-context.graphql', import.meta.url),
  'utf8',
);
const canonical = (first: number): string => {
  expect(EXAMPLE).toContain('cases(first: 100,');
  return EXAMPLE.replace('cases(first: 100,', `cases(first: ${first},`);
};

let stack: Stack;
let viewOf: (persona: string) => WorldView;
beforeAll(async () => {
  stack = await startStack({ cases: 200 });
  viewOf = await worldViews(stack.sandbox);
});
afterAll(() => stack.close());

/** Answers of the gateway; any error fails the test. */
async function ask<Data>(who: string, query: string, variables: Record<string, unknown> = {}): Promise<Data> {
  const { body } = await stack.graphql(who, query, variables);
  expect(body.errors).toBeUndefined();
  return body.data as Data;
}

const byNumber = byTexts<SnRecord>(({ number }) => number!);
const bySysId = byTexts<SnRecord>(({ sys_id }) => sys_id);

/** As a decimal without zeros at its end, however it was written. */
function plain(amount: unknown): string | null {
  if (amount === null) return null;
  if (typeof amount !== 'string') throw new Error(`an amount is ${typeof amount}, not a decimal as text`);
  return amount.includes('.') ? amount.replace(/\.?0+$/, '') : amount;
}

function opportunityOf(row: SfRecord) {
  return {
    name: row['Name'],
    stage: { label: row['StageName'] },
    amount: row['Amount'] === null || row['Amount'] === undefined ? null : String(row['Amount']),
    closeDate: row['CloseDate'] ?? null,
    recordUrl: `${stack.sandbox.urls.salesforce}/lightning/r/Opportunity/${row.Id}/view`,
  };
}

function nextOpen(view: WorldView, account: SnRecord, most: number) {
  return view
    .opportunities(account)
    .filter((row) => row['IsClosed'] === false)
    .sort(
      byTexts(
        (row) => String(row['CloseDate'] ?? ''),
        ({ Id }) => Id,
      ),
    )
    .slice(0, most)
    .map(opportunityOf);
}

/** One case as the canonical query ought to answer it. */
function expectedCase(view: WorldView, row: SnRecord) {
  const account = view.follow('customer_account', row['account']);
  const contact = view.follow('customer_contact', row['contact']);
  const related = (table: string, column: string) => {
    const record = view.follow(table, row[column]);
    if (record === null) return null;
    const { label } = view.choice(table, record, 'state')!;
    return { number: record['number'], state: { label } };
  };
  const cause = related('change_request', 'caused_by');
  return {
    number: row['number'],
    shortDescription: orNull(row['short_description']),
    state: view.choice('sn_customerservice_case', row, 'state'),
    priority: view.choice('sn_customerservice_case', row, 'priority'),
    account: account && { name: account['name'], opportunities: { nodes: nextOpen(view, account, 3) } },
    contact: contact && { name: orNull(contact['name']), email: orNull(contact['email']) },
    incident: related('incident', 'incident'),
    problem: related('problem', 'problem'),
    changeRequest: related('change_request', 'change'),
    causedByChange: cause && { number: cause.number },
  };
}

interface AnsweredCase {
  readonly account: {
    readonly opportunities: { readonly nodes: readonly { readonly amount: unknown }[] };
  } | null;
}

function withPlainAmounts(nodes: readonly AnsweredCase[]) {
  return nodes.map((node) => ({
    ...node,
    account: node.account && {
      ...node.account,
      opportunities: {
        nodes: node.account.opportunities.nodes.map((each) => ({ ...each, amount: plain(each.amount) })),
      },
    },
  }));
}

describe('The customer context of a page of cases', () => {
  it.each(
    [1, 10, 100].flatMap((first) =>
      ['agent-itsm', 'major-issue-manager', 'admin'].map((who) => [first, who] as const),
    ),
  )('of %i is right in every field for %s, and takes two upstream requests', async (first, who) => {
    // A gateway that has read nothing yet but its tokens, so that no memory helps.
    const gateway = await secondGateway(stack.sandbox);
    try {
      const query = async (text: string) => {
        const response = await fetch(gateway.graphql, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            authorization: `Bearer ${stack.sandbox.tokens[who]}`,
          },
          body: JSON.stringify({ query: text }),
        });
        return (await response.json()) as { data?: { cases: { nodes: AnsweredCase[] } }; errors?: unknown };
      };
      await query('{ opportunities(first: 1) { nodes { probability } } }');
      await stack.forget();
      const { data, errors } = await query(canonical(first));
      const asked = [await stack.requests('servicenow'), await stack.requests('salesforce')];
      expect(errors).toBeUndefined();
      const view = viewOf(who);
      const expected = [...view.visible('sn_customerservice_case')].sort(byNumber).slice(0, first);
      expect(expected).toHaveLength(first);
      expect(withPlainAmounts(data!.cases.nodes)).toEqual(expected.map((row) => expectedCase(view, row)));
      expect(asked.map((requests) => requests.map(({ method, status }) => `${method} ${status}`))).toEqual([
        ['GET 200'],
        ['GET 200'],
      ]);
    } finally {
      await gateway.close();
    }
  });

  it('shows what there is to show: open opportunities, more than three, none, and all kinds of related records', () => {
    const view = viewOf('agent-itsm');
    const cases = [...view.visible('sn_customerservice_case')].sort(byNumber).slice(0, 100);
    const expected = cases.map((row) => expectedCase(view, row));
    const counts = expected.map(({ account }) => account?.opportunities.nodes.length ?? null);
    for (const count of [null, 0, 1, 3]) expect(counts).toContain(count);
    for (const name of ['incident', 'problem', 'changeRequest', 'causedByChange', 'contact'] as const) {
      expect(expected.some((each) => each[name] !== null)).toBe(true);
      expect(expected.some((each) => each[name] === null)).toBe(true);
    }
    expect(new Set(expected.map(({ state }) => state?.label)).size).toBeGreaterThanOrEqual(6);
  });
});

describe('An account', () => {
  const OPPORTUNITIES = `query ($sysId: ID!) { account(sysId: $sysId) { name salesforceAccountId opportunities { totalCount nodes { name } } } }`;
  interface Answer {
    readonly account: {
      name: string;
      salesforceAccountId: string | null;
      opportunities: { totalCount: number; nodes: unknown[] };
    };
  }
  const accounts = () => viewOf('agent-itsm').visible('customer_account');
  const inSalesforce = (id: string | undefined) =>
    stack.sandbox.world.salesforce.get('Account')!.find((row) => row.Id === id);

  it.each<[string, (row: SnRecord) => boolean]>([
    ['that nobody linked to Salesforce', ({ u_salesforce_account_id: id }) => orNull(id) === null],
    [
      'whose Salesforce account is in the recycle bin',
      ({ u_salesforce_account_id: id }) => inSalesforce(id)?.['IsDeleted'] === true,
    ],
    [
      'whose Salesforce account is not there any more',
      ({ u_salesforce_account_id: id }) => orNull(id) !== null && inSalesforce(id) === undefined,
    ],
  ])('%s has no opportunities, and that is no error', async (_, fits) => {
    const { sys_id: sysId, name, u_salesforce_account_id: id } = accounts().find(fits)!;
    const { account } = await ask<Answer>('agent-itsm', OPPORTUNITIES, { sysId });
    expect(account).toEqual({
      name,
      salesforceAccountId: orNull(id),
      opportunities: { totalCount: 0, nodes: [] },
    });
  });

  it('with forty opportunities shows ten, knows that there are more, and gives the next ones', async () => {
    const view = viewOf('agent-itsm');
    const row = accounts().find((each) => view.opportunities(each).length > 30)!;
    const all = [...view.opportunities(row)].sort(byTexts(({ Id }) => Id)).map(({ Id }) => Id);
    const page = `query ($sysId: ID!, $after: String) { account(sysId: $sysId) { opportunities(after: $after) { totalCount nodes { salesforceId } pageInfo { hasNextPage endCursor } } } }`;
    interface Page {
      account: {
        opportunities: {
          totalCount: number;
          nodes: { salesforceId: string }[];
          pageInfo: { hasNextPage: boolean; endCursor: string };
        };
      };
    }
    const seen: string[] = [];
    let after = null as string | null;
    do {
      const { account } = await ask<Page>('agent-itsm', page, { sysId: row.sys_id, after });
      const { totalCount, nodes, pageInfo } = account.opportunities;
      expect(totalCount).toBe(all.length);
      expect(nodes.length).toBe(Math.min(10, all.length - seen.length));
      seen.push(...nodes.map(({ salesforceId }) => salesforceId));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual(all);
  });
});

describe('A list of cases', () => {
  it('can be walked from its first page to its last without losing or repeating a case', async () => {
    const query = `query ($after: String) { cases(first: 37, after: $after, orderBy: [{ priority: DESC }, { number: ASC }]) {
      totalCount edges { cursor node { number } } nodes { number } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;
    interface Page {
      cases: {
        totalCount: number;
        edges: { cursor: string; node: { number: string } }[];
        nodes: { number: string }[];
        pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
      };
    }
    const expected = [...viewOf('agent-itsm').visible('sn_customerservice_case')]
      .sort(
        byTexts(
          (row) => String(9 - Number(row['priority'])),
          ({ number }) => number!,
        ),
      )
      .map(({ number }) => number);
    const seen: string[] = [];
    let after = null as string | null;
    do {
      const { cases } = await ask<Page>('agent-itsm', query, { after });
      const { totalCount, edges, nodes, pageInfo } = cases;
      expect(totalCount).toBe(expected.length);
      expect(edges.map(({ node }) => node)).toEqual(nodes);
      expect([pageInfo.startCursor, pageInfo.endCursor]).toEqual([edges[0]!.cursor, edges.at(-1)!.cursor]);
      expect(pageInfo.hasPreviousPage).toBe(after !== null);
      seen.push(...nodes.map(({ number }) => number));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual(expected);
  });

  it('goes on from the cursor of any of its edges', async () => {
    interface Page {
      cases: { edges: { cursor: string; node: { number: string } }[] };
    }
    const page = `query ($after: String) { cases(first: 5, after: $after, orderBy: [{ number: DESC }]) { edges { cursor node { number } } } }`;
    const { cases: first } = await ask<Page>('admin', page, {});
    const { cases: second } = await ask<Page>('admin', page, { after: first.edges[2]!.cursor });
    expect(second.edges.slice(0, 2)).toEqual(first.edges.slice(3));
  });

  const has = (row: SnRecord, column: string): boolean => (row[column] ?? '') !== '';
  const lower = (row: SnRecord, column: string): string => (row[column] ?? '').toLowerCase();
  const NUMBER = byNumber;
  const FILTERS: [string, string, (row: SnRecord) => boolean, (a: SnRecord, b: SnRecord) => number][] = [
    ['state: { eq: "10" }', '{ number: ASC }', (row) => row['state'] === '10', NUMBER],
    [
      'state: { in: ["1", "18"] }, priority: { ne: "4" }',
      '{ number: DESC }',
      (row) => ['1', '18'].includes(row['state']!) && row['priority'] !== '4',
      (a, b) => -NUMBER(a, b),
    ],
    [
      'incidentId: { isNull: true }, active: { eq: true }',
      '{ number: ASC }',
      (row) => !has(row, 'incident') && row['active'] === 'true',
      NUMBER,
    ],
    [
      'incidentId: { isNull: false }',
      '{ openedAt: ASC }',
      (row) => has(row, 'incident'),
      byTexts(
        (row) => row['opened_at']!,
        ({ sys_id }) => sys_id,
      ),
    ],
    [
      'shortDescription: { contains: "SLOW" }',
      '{ number: ASC }',
      (row) => lower(row, 'short_description').includes('slow'),
      NUMBER,
    ],
    [
      'or: [{ priority: { eq: "1" } }, { contactType: { eq: "phone" } }]',
      '{ priority: ASC }, { number: ASC }',
      (row) => row['priority'] === '1' || row['contact_type'] === 'phone',
      byTexts(
        (row) => row['priority']!,
        ({ number }) => number!,
      ),
    ],
    [
      'not: { or: [{ state: { eq: "3" } }, { contactId: { isNull: true } }] }',
      '{ number: ASC }',
      (row) => row['state'] !== '3' && has(row, 'contact'),
      NUMBER,
    ],
    [
      'openedAt: { gte: "2026-03-01T00:00:00Z", lt: "2026-06-01T02:00:00+02:00" }',
      '{ number: ASC }',
      (row) => row['opened_at']! >= '2026-03-01 00:00:00' && row['opened_at']! < '2026-06-01 00:00:00',
      NUMBER,
    ],
    [
      'number: { startsWith: "cs00010", notIn: ["CS0001002", "CS0001003"] }',
      '{ number: ASC }',
      (row) => row['number']!.startsWith('CS00010') && !['CS0001002', 'CS0001003'].includes(row['number']!),
      NUMBER,
    ],
    [
      'resolvedAt: { isNull: true }, majorCaseState: { in: ["accepted", "proposed"] }',
      '{ closedAt: ASC }, { number: DESC }',
      (row) => !has(row, 'resolved_at') && has(row, 'major_case_state'),
      (a, b) => -NUMBER(a, b),
    ],
    [
      'closedAt: { isNull: false }',
      '{ resolvedAt: DESC }',
      (row) => has(row, 'closed_at'),
      (a, b) => -byTexts<SnRecord>((row) => row['resolved_at'] ?? '')(a, b) || bySysId(a, b),
    ],
  ];
  it.each(FILTERS)(
    'filtered by %s and ordered by %s is what the data says',
    async (filter, orderBy, matches, order) => {
      const query = `{ cases(first: 1000, filter: { ${filter} }, orderBy: [${orderBy}]) { totalCount nodes { number } } }`;
      const expected = viewOf('agent-itsm')
        .visible('sn_customerservice_case')
        .filter(matches)
        .sort(order)
        .map(({ number }) => ({ number }));
      expect(expected.length).toBeGreaterThan(0);
      expect(await ask('agent-itsm', query)).toEqual({
        cases: { totalCount: expected.length, nodes: expected },
      });
    },
  );

  it('filtered by nothing that can be, is empty without asking anybody', async () => {
    await stack.forget();
    expect(
      await ask('agent-itsm', '{ cases(filter: { state: { in: [] } }) { totalCount nodes { number } } }'),
    ).toEqual({ cases: { totalCount: 0, nodes: [] } });
    expect(await stack.requests('servicenow')).toEqual([]);
  });
});

describe('Lists below a record', () => {
  it('an account shows its cases, those that the agent may see', async () => {
    const view = viewOf('agent-itsm');
    const expected = [...view.visible('customer_account')].sort(byNumber).map((account) => {
      const cases = view
        .visible('sn_customerservice_case')
        .filter((row) => row['account'] === account.sys_id)
        .sort(byNumber);
      return {
        number: account['number'],
        cases: { totalCount: cases.length, nodes: cases.slice(0, 4).map(({ number }) => ({ number })) },
      };
    });
    expect(Math.max(...expected.map(({ cases }) => cases.totalCount))).toBeGreaterThan(4);
    const query =
      '{ accounts(first: 100, orderBy: [{ number: ASC }]) { nodes { number cases(first: 4, orderBy: [{ number: ASC }]) { totalCount nodes { number } } } } }';
    expect(await ask('agent-itsm', query)).toEqual({ accounts: { nodes: expected } });
  });

  it('a case shows its requests with their items, and its comments and work notes', async () => {
    const view = viewOf('major-issue-manager');
    const { world } = stack.sandbox;
    const of = (table: string, column: string, sysId: string) =>
      view
        .visible(table)
        .filter((row) => row[column] === sysId)
        .sort(byNumber);
    const expected = [...view.visible('sn_customerservice_case')]
      .sort(byNumber)
      .slice(0, 60)
      .map((row) => ({
        number: row['number'],
        requests: {
          nodes: of('sc_request', 'parent', row.sys_id)
            .slice(0, 10)
            .map((request) => ({
              number: request['number'],
              requestState: view.choice('sc_request', request, 'request_state'),
              items: {
                nodes: of('sc_req_item', 'request', request.sys_id)
                  .slice(0, 10)
                  .map((item) => ({
                    number: item['number'],
                    quantity:
                      item['quantity'] === undefined || item['quantity'] === ''
                        ? null
                        : Number(item['quantity']),
                    price: orNull(item['price']),
                  })),
              },
            })),
        },
        journal: {
          nodes: world.servicenow
            .get('sys_journal_field')!
            .filter((entry) => entry['element_id'] === row.sys_id)
            .sort(
              byTexts(
                (entry) => entry['sys_created_on']!,
                ({ sys_id }) => sys_id,
              ),
            )
            .slice(0, 10)
            .map((entry) => ({
              element: entry['element'],
              value: entry['value'],
              createdBy: entry['sys_created_by'],
              createdAt: `${entry['sys_created_on']!.replace(' ', 'T')}Z`,
            })),
        },
      }));
    expect(expected.some(({ requests }) => requests.nodes.some(({ items }) => items.nodes.length > 1))).toBe(
      true,
    );
    expect(expected.some(({ journal }) => journal.nodes.length > 1)).toBe(true);
    const query = `{ cases(first: 60, orderBy: [{ number: ASC }]) { nodes { number
      requests(orderBy: [{ number: ASC }]) { nodes { number requestState { value label } items(orderBy: [{ number: ASC }]) { nodes { number quantity price } } } }
      journal(orderBy: [{ createdAt: ASC }]) { nodes { element value createdBy createdAt } } } } }`;
    expect(await ask('major-issue-manager', query)).toEqual({ cases: { nodes: expected } });
  });
});

describe('One case', () => {
  it('is found by its number, by its global id, by sys_id and as a node, and is the same each time', async () => {
    const row = [...viewOf('agent-itsm').visible('sn_customerservice_case')].sort(byNumber)[7]!;
    const fields = 'id sysId number shortDescription openedAt state { value label } recordUrl';
    const { byKey, bySystem } = await ask<Record<string, { id: string }>>(
      'agent-itsm',
      `query ($number: String!, $sysId: ID!) { byKey: case(number: $number) { ${fields} } bySystem: case(sysId: $sysId) { ${fields} } }`,
      { number: row['number'], sysId: row.sys_id },
    );
    expect(byKey).toEqual({
      id: expect.any(String) as string,
      sysId: row.sys_id,
      number: row['number'],
      shortDescription: row['short_description'],
      openedAt: `${row['opened_at']!.replace(' ', 'T')}Z`,
      state: viewOf('agent-itsm').choice('sn_customerservice_case', row, 'state'),
      recordUrl: `${stack.sandbox.urls.servicenow}/nav_to.do?uri=sn_customerservice_case.do%3Fsys_id%3D${row.sys_id}`,
    });
    const again = await ask(
      'agent-itsm',
      `query ($id: ID!) { node(id: $id) { __typename ... on Case { ${fields} } } byId: case(id: $id) { ${fields} } }`,
      { id: byKey!.id },
    );
    expect(again).toEqual({ node: { __typename: 'Case', ...byKey }, byId: byKey });
    expect(bySystem).toEqual(byKey);
  });

  it('that is not there is NOT_FOUND', async () => {
    const { body } = await stack.graphql('agent-itsm', '{ case(number: "CS9999999") { number } }');
    expect(body).toMatchObject({
      data: { case: null },
      errors: [{ path: ['case'], extensions: { code: 'NOT_FOUND' } }],
    });
  });
});

describe('In a large world', () => {
  it('the top opportunities of hundreds of accounts cost as few requests as their addresses have room for', async () => {
    const large = await startStack({ cases: 3_000 });
    try {
      const view = (await worldViews(large.sandbox))('admin');
      await large.graphql('admin', '{ opportunities(first: 1) { nodes { probability } } }');
      await large.forget();
      const query =
        '{ accounts(first: 1000, orderBy: [{ number: ASC }]) { nodes { number opportunities(first: 2, orderBy: [{ name: ASC }]) { nodes { salesforceId } } } } }';
      const { body } = await large.graphql('admin', query);
      const requests = await large.requests('salesforce');
      expect(body.errors).toBeUndefined();
      const expected = [...view.visible('customer_account')].sort(byNumber).map((account) => ({
        number: account['number'],
        opportunities: {
          nodes: [...view.opportunities(account)]
            .sort(
              byTexts(
                (row) => String(row['Name']).toLowerCase(),
                ({ Id }) => Id,
              ),
            )
            .slice(0, 2)
            .map(({ Id }) => ({ salesforceId: Id })),
        },
      }));
      expect(expected.length).toBeGreaterThan(700);
      expect(body.data).toEqual({ accounts: { nodes: expected } });
      expect(requests.length).toBeLessThanOrEqual(3);
      expect(requests.length).toBeGreaterThan(0);
      // Salesforce takes 16 KB of address and headers (facts of the REST API's limits).
      for (const { path, query: text } of requests)
        expect(`GET ${path}?${text} HTTP/1.1`.length).toBeLessThan(16_384);
      expect((await large.requests('servicenow')).length).toBe(1);
    } finally {
      await large.close();
    }
  });
});
