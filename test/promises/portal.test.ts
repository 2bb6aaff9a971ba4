import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { serviceNowAdmin, type ServiceNowAdmin, type SnColumns } from '../harness/servicenow-admin.ts';
import { startStack, type GraphError, type Stack } from '../harness/stack.ts';

/** What contacts and consumers see of their cases, of the records behind them, and of what the agents say among themselves. */

const SECRET = 'The customer is wrong, do not tell';
const TOLD = 'We are looking into it';

let stack: Stack;
let admin: ServiceNowAdmin;
let acme: string;
let made = 0;

beforeAll(async () => {
  stack = await startStack();
  admin = serviceNowAdmin(stack.sandbox);
  acme = stack.sandbox.world.servicenow.get('domain')!.find((row) => row['full_name'] === 'TOP/ACME')!.sys_id;
});
afterAll(() => stack.close());
beforeEach(() => stack.forget());

const claimsOf = (who: string) => stack.sandbox.world.personas.find(({ name }) => name === who)!.claims;

/** A case of the persona's own. */
function ownCase(who: string, columns: SnColumns = {}): Promise<SnColumns> {
  const { account = '', user = '', consumer = '' } = claimsOf(who);
  const customer: SnColumns = who === 'contact' ? { account, contact: user } : { consumer };
  return admin.create('sn_customerservice_case', {
    short_description: `In the portal (${++made})`,
    state: '10',
    priority: '2',
    sys_domain: acme,
    ...customer,
    ...columns,
  });
}

/** A case of another account of the same domain, which the personas must not see. */
function foreignCase(columns: SnColumns = {}): Promise<SnColumns> {
  const other = stack.sandbox.world.servicenow
    .get('customer_account')!
    .find((row) => row['sys_domain'] === acme && row.sys_id !== claimsOf('contact').account)!;
  return ownCase('contact', { account: other.sys_id, contact: '', ...columns });
}

const record = (table: string, columns: SnColumns = {}): Promise<SnColumns> =>
  admin.create(table, { short_description: `Behind the portal (${++made})`, sys_domain: acme, ...columns });

const idOf = (type: string, { sys_id: sysId = '' }: SnColumns): string =>
  Buffer.from(`${type}:${sysId}`).toString('base64url');

async function ask<T>(
  who: string,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<{ readonly data: T; readonly errors: readonly GraphError[]; readonly text: string }> {
  const { body, text } = await stack.graphql(who, query, variables);
  return { data: body.data as T, errors: body.errors ?? [], text };
}

const RELATED = `query ($id: ID!) { case(id: $id) {
  portalProblem { number shortDescription state { label } }
  portalChange { number shortDescription state { label } }
  portalRequests { totalCount nodes { number requestState { label } items { nodes { number quantity state { label } } } } }
} }`;

interface Related {
  readonly case: {
    readonly portalProblem: { readonly number: string } | null;
    readonly portalChange: { readonly number: string } | null;
    readonly portalRequests: {
      readonly totalCount: number;
      readonly nodes: readonly {
        readonly number: string;
        readonly items: { readonly nodes: readonly { readonly number: string }[] };
      }[];
    };
  };
}

describe.each(['contact', 'consumer'])('A %s', (who) => {
  it('sees the problem, the change and the requests of an own case, with what a pop-up shows', async () => {
    const [problem, change, incident] = await Promise.all([
      record('problem'),
      record('change_request'),
      record('incident'),
    ]);
    const on = await ownCase(who, {
      problem: problem['sys_id']!,
      change: change['sys_id']!,
      incident: incident['sys_id']!,
    });
    const request = await record('sc_request', { parent: on['sys_id']! });
    const item = await record('sc_req_item', { request: request['sys_id']!, quantity: '2' });
    const { data, errors } = await ask<Related>(who, RELATED, { id: idOf('Case', on) });
    expect(errors).toEqual([]);
    expect(data.case).toMatchObject({
      portalProblem: { number: problem['number'], shortDescription: problem['short_description'] },
      portalChange: { number: change['number'], shortDescription: change['short_description'] },
      portalRequests: {
        totalCount: 1,
        nodes: [{ number: request['number'], items: { nodes: [{ number: item['number'], quantity: 2 }] } }],
      },
    });
  });

  it('sees nothing of them where the case has none', async () => {
    const { data, errors } = await ask<Related>(who, RELATED, { id: idOf('Case', await ownCase(who)) });
    expect(errors).toEqual([]);
    expect(data.case).toEqual({
      portalProblem: null,
      portalChange: null,
      portalRequests: { totalCount: 0, nodes: [] },
    });
  });

  it.each([
    ['incident { number }'],
    ['incidentId'],
    ['problem { workaround }'],
    ['changeRequest { risk { value } }'],
    ['causedByChange { number }'],
    ['requests { nodes { number } }'],
    ['businessImpact'],
    ['configurationItemId'],
    ['correlationId'],
  ])('is refused %s of an own case', async (field) => {
    const [incident, problem, change] = await Promise.all([
      record('incident'),
      record('problem'),
      record('change_request'),
    ]);
    const columns = { incident: incident['sys_id']!, problem: problem['sys_id']!, change: change['sys_id']! };
    const on = await ownCase(who, {
      ...columns,
      caused_by: change['sys_id']!,
      business_impact: SECRET,
      correlation_id: 'secret',
    });
    const { data, errors, text } = await ask<{ case: Record<string, unknown> }>(
      who,
      `query ($id: ID!) { case(id: $id) { ${field} } }`,
      { id: idOf('Case', on) },
    );
    expect(errors.map(({ extensions }) => extensions['code'])).toContain('FORBIDDEN');
    expect(Object.values(data.case)).toEqual([null]);
    for (const number of [incident, problem, change]) expect(text).not.toContain(number['number']);
    expect(text).not.toContain(SECRET);
  });

  it('reaches no ITSM record but through an own case', async () => {
    const problem = await record('problem');
    const request = await record('sc_request', {
      parent: (await foreignCase({ problem: problem['sys_id']! }))['sys_id']!,
    });
    const on = await ownCase(who);
    const attempts: readonly [string, object?][] = [
      ['query ($id: ID!) { node(id: $id) { id } }', { id: idOf('PortalProblem', problem) }],
      ['query ($id: ID!) { node(id: $id) { id } }', { id: idOf('PortalRequest', request) }],
      ['query ($id: ID!) { node(id: $id) { id } }', { id: idOf('Problem', problem) }],
      ['query ($id: ID!) { problem(id: $id) { number } }', { id: idOf('Problem', problem) }],
      ['{ problems { nodes { number } } }'],
      ['{ serviceRequests { nodes { number } } }'],
      ['{ portalProblems { nodes { number } } }'],
      ['{ portalRequests { nodes { number } } }'],
      [
        `{ cases(filter: { portalProblem: { number: { eq: "${problem['number']}" } } }) { nodes { portalProblem { number } } } }`,
      ],
      [
        `{ cases(filter: { portalRequests: { some: { number: { eq: "${request['number']}" } } } }) { nodes { number } } }`,
      ],
      [
        `query ($id: ID!) { case(id: $id) { portalRequests(filter: { number: { eq: "${request['number']}" } }) { nodes { number } } } }`,
        { id: idOf('Case', on) },
      ],
      ['{ myRequests(first: 1000) { nodes { number case { number } } } }'],
    ];
    for (const [query, variables] of attempts) {
      const { text, errors, data } = await ask<Record<string, unknown> | undefined>(
        who,
        query,
        variables as Record<string, unknown>,
      );
      // What was asked for may be told in an error, but no row.
      const shown = JSON.stringify(data ?? null);
      expect([query, shown.includes(problem['number']!), shown.includes(request['number']!)]).toEqual([
        query,
        false,
        false,
      ]);
      expect(text).not.toContain(problem['short_description']);
      if (errors.length === 0) expect(shown).toMatch(/"nodes":/);
    }
  });

  it('sees in My Lists what each list is for, page by page', async () => {
    const mine = await ownCase(who);
    const solved = await ownCase(who, { state: '6', resolution_code: '1', close_notes: 'Restart it.' });
    const ordered = await ownCase(who);
    await record('sc_request', { parent: ordered['sys_id']! });
    const colleague = await ownCase(who, { contact: '' });
    const foreign = await foreignCase();
    const all = [mine, solved, ordered, colleague, foreign].map((each) => each['number']!);
    const listed = async (list: string): Promise<readonly string[]> => {
      const numbers: string[] = [];
      for (let after: string | null = null, more = true; more;) {
        const query = `query ($list: CaseList!, $after: String) {
          myCases(list: $list, first: 7, after: $after) { nodes { number } pageInfo { hasNextPage endCursor } }
        }`;
        interface Page {
          readonly myCases: {
            readonly nodes: readonly { readonly number: string }[];
            readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
          };
        }
        const { data, errors }: { data: Page; errors: readonly GraphError[] } = await ask<Page>(who, query, {
          list,
          after,
        });
        expect(errors).toEqual([]);
        numbers.push(...data.myCases.nodes.map(({ number }) => number));
        after = data.myCases.pageInfo.endCursor;
        more = data.myCases.pageInfo.hasNextPage;
      }
      expect(new Set(numbers).size).toBe(numbers.length);
      return all.filter((number) => numbers.includes(number));
    };
    const [m, s, o, c] = all;
    // A consumer's cases are the consumer's own; a contact sees those of colleagues as well.
    expect(await listed('ALL')).toEqual([m, s, o, c]);
    expect(await listed('ACTION_NEEDED')).toEqual([s]);
    expect(await listed('MY_ISSUES')).toEqual(who === 'contact' ? [m, s, o] : [m, s, o, c]);
    expect(await listed('MY_REQUESTS')).toEqual([o]);
  });

  it('sees in All Requests those of the cases that can be seen, also what a colleague ordered', async () => {
    const own = await record('sc_request', { parent: (await ownCase(who))['sys_id']! });
    const colleague = await record('sc_request', {
      parent: (await ownCase(who, { contact: '' }))['sys_id']!,
    });
    const foreign = await record('sc_request', { parent: (await foreignCase())['sys_id']! });
    const orphan = await record('sc_request');
    const query = '{ myRequests(first: 1000) { totalCount nodes { number case { number } } } }';
    const { data, errors } = await ask<{
      myRequests: {
        totalCount: number;
        nodes: readonly { number: string; case: { number: string } | null }[];
      };
    }>(who, query);
    expect(errors).toEqual([]);
    const numbers = data.myRequests.nodes.map(({ number }) => number);
    expect(numbers).toEqual(expect.arrayContaining([own['number'], colleague['number']]));
    expect(numbers).not.toContain(foreign['number']);
    expect(numbers).not.toContain(orphan['number']);
    expect(data.myRequests.totalCount).toBe(numbers.length);
    for (const each of data.myRequests.nodes) expect(each.case).not.toBeNull();
  });
});

describe('Agents have their own lists', () => {
  it.each(['myCases { nodes { number } }', 'myRequests { nodes { number } }'])(
    'and are refused %s',
    async (field) => {
      const { errors } = await ask('agent-itsm', `{ ${field} }`);
      expect(errors.map(({ extensions }) => extensions['code'])).toEqual(['FORBIDDEN']);
    },
  );
});

describe.each(['contact', 'consumer'])('Work notes are kept from a %s', (who) => {
  const JOURNAL = 'journal(first: 100) { totalCount nodes { element value } }';

  it('on every path that leads to a journal', async () => {
    const on = await ownCase(who);
    const at = { id: idOf('Case', on) };
    for (const [audience, text] of [
      ['AGENTS', SECRET],
      ['CUSTOMER', TOLD],
    ]) {
      const mutation =
        'mutation ($input: AddCaseCommentInput!) { addCaseComment(input: $input) { userErrors { code } } }';
      await ask('agent', mutation, { input: { caseId: at.id, audience, text } });
    }
    const number = on['number']!;
    const listing = `filter: { number: { eq: "${number}" } }`;
    const owner = who === 'contact' ? 'account { id' : 'consumer { id';
    const paths: readonly [string, object?][] = [
      [`query ($id: ID!) { case(id: $id) { ${JOURNAL} } }`, at],
      [`query ($id: ID!) { node(id: $id) { ... on Case { ${JOURNAL} } } }`, at],
      [`{ case(number: "${number}") { ${JOURNAL} } }`],
      [`{ cases(${listing}) { nodes { ${JOURNAL} } edges { node { ${JOURNAL} } } } }`],
      [`{ myCases(first: 100) { nodes { ${JOURNAL} } } }`],
      [`query ($id: ID!) { case(id: $id) { ${owner} cases(${listing}) { nodes { ${JOURNAL} } } } } }`, at],
      [
        `query ($id: ID!) { case(id: $id) { journal(orderBy: [{ value: ASC }], first: 100) { nodes { value } } } }`,
        at,
      ],
      [
        `query ($id: ID!) { case(id: $id) { journal(orderBy: [{ createdAt: DESC }], last: 100) { nodes { element value } } } }`,
        at,
      ],
      [
        `query ($id: ID!) { case(id: $id) { journal(filter: { element: { eq: "work_notes" } }) { totalCount nodes { value } } } }`,
        at,
      ],
      [
        `query ($id: ID!) { case(id: $id) { journal(filter: { or: [{ element: { ne: "comments" } }, { value: { contains: "wrong" } }] }) { totalCount nodes { value } } } }`,
        at,
      ],
      [
        `query ($id: ID!) { case(id: $id) { journal(filter: { not: { element: { eq: "comments" } } }) { totalCount nodes { value } } } }`,
        at,
      ],
      [
        `{ cases(filter: { and: [{ number: { eq: "${number}" } }, { journal: { some: { value: { contains: "wrong" } } } }] }) { totalCount nodes { number } } }`,
      ],
      [
        `{ cases(filter: { and: [{ number: { eq: "${number}" } }, { journal: { some: { element: { eq: "work_notes" } } } }] }) { totalCount nodes { number } } }`,
      ],
      [`mutation { addCaseComment(input: { caseId: "${at.id}", text: "Thanks" }) { case { ${JOURNAL} } } }`],
      ['{ journalEntries { nodes { value } } }'],
    ];
    await stack.forget();
    for (const [query, variables] of paths) {
      const { text, data } = await ask<unknown>(who, query, variables as Record<string, unknown>);
      expect([query, text.includes(SECRET), /work_notes/.test(JSON.stringify(data ?? null))]).toEqual([
        query,
        false,
        false,
      ]);
      if (/element: \{ (eq: "work|ne)|not:|wrong/.test(query)) {
        expect([query, /"number":/.test(JSON.stringify(data ?? null))]).toEqual([query, false]);
        expect([query, /"totalCount":[1-9]/.test(JSON.stringify(data ?? null))]).toEqual([query, false]);
      }
    }
    // The comment is there all the while, so the paths do lead somewhere.
    const { text } = await ask(who, paths[0]![0], at);
    expect(text).toContain(TOLD);
    const asked = (await stack.requests('servicenow')).filter(({ path }) =>
      path.includes('sys_journal_field'),
    );
    expect(asked.length).toBeGreaterThan(0);
    for (const { query } of asked) expect(decodeURIComponent(query)).toMatch(/element=comments/);
  });

  it('and agents do read them on the same case', async () => {
    const on = await ownCase(who);
    const mutation = `mutation { addCaseComment(input: { caseId: "${idOf('Case', on)}", text: "${SECRET}", audience: AGENTS }) { userErrors { code } } }`;
    await ask('agent', mutation);
    const { text } = await ask('agent', `query ($id: ID!) { case(id: $id) { ${JOURNAL} } }`, {
      id: idOf('Case', on),
    });
    expect(text).toContain(SECRET);
  });

  it('and cannot be written by them, not even on an own case', async () => {
    const on = await ownCase(who);
    const mutation = `mutation { addCaseComment(input: { caseId: "${idOf('Case', on)}", text: "x", audience: AGENTS }) { userErrors { code } } }`;
    const { data } = await ask<{ addCaseComment: { userErrors: readonly { code: string }[] } }>(
      who,
      mutation,
    );
    expect(data.addCaseComment.userErrors.map(({ code }) => code)).toEqual(['FORBIDDEN']);
    expect(await admin.list('sys_journal_field', `element_id=${on['sys_id']}`)).toEqual([]);
  });
});
