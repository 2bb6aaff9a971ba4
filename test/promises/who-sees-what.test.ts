import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SnRecord, ViewerClaims } from '../../sandbox/world/world.ts';
import { startIssuer, type Issuer } from '../harness/issuer.ts';
import { startStack, type Reply, type Stack, type Who } from '../harness/stack.ts';

let issuer: Issuer;
let stack: Stack;
/** Good tokens of the personas, signed by an issuer that can also sign what no persona has. */
const tokens = new Map<string, { token: string }>();

beforeAll(async () => {
  issuer = await startIssuer();
  stack = await startStack({ cases: 80, config: issuer.trusted });
  for (const { name, claims } of stack.sandbox.world.personas)
    tokens.set(name, { token: await issuer.sign(claims) });
});
afterAll(async () => {
  await stack.close();
  await issuer.close();
});
beforeEach(() => stack.forget());

function as(persona: string): Who {
  const token = tokens.get(persona);
  if (token === undefined) throw new Error(`no persona ${persona}`);
  return token;
}

function claimsOf(name: string): ViewerClaims {
  const persona = stack.sandbox.world.personas.find((each) => each.name === name);
  if (persona === undefined) throw new Error(`no persona ${name}`);
  return persona.claims;
}

const records = (table: string): readonly SnRecord[] => stack.sandbox.world.servicenow.get(table) ?? [];
const casesWhere = (holds: (row: SnRecord) => boolean): string[] =>
  records('sn_customerservice_case')
    .filter(holds)
    .map(({ number = '' }) => number)
    .sort();

function domainIds(...names: string[]): Set<string | undefined> {
  return new Set(
    records('domain')
      .filter(({ name = '' }) => names.includes(name))
      .map(({ sys_id }) => sys_id),
  );
}

const acme = (): Set<string | undefined> => domainIds('ACME', 'EMEA', 'global');

/** All case numbers that a viewer can page to, with the count it is told. */
async function pageThrough(who: Who, args = ''): Promise<{ numbers: string[]; total: number | undefined }> {
  const numbers: string[] = [];
  let after: string | null = null;
  let total: number | undefined;
  do {
    const { body }: Reply = await stack.graphql(
      who,
      `query ($after: String) { cases(first: 17, after: $after${args}) { totalCount nodes { number } pageInfo { hasNextPage endCursor } } }`,
      { after },
    );
    expect(body.errors).toBeUndefined();
    const { cases } = body.data as {
      cases: {
        totalCount: number;
        nodes: { number: string }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
    };
    numbers.push(...cases.nodes.map(({ number }) => number));
    total = cases.totalCount;
    after = cases.pageInfo.hasNextPage ? cases.pageInfo.endCursor : null;
  } while (after !== null);
  return { numbers: numbers.sort(), total };
}

const dataOf = <T>({ body }: Reply): T => body.data as T;
const codes = ({ body }: Reply): unknown[] => (body.errors ?? []).map(({ extensions }) => extensions['code']);

/** Every value under the key `number`, wherever it stands. */
function numbersIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'number' && typeof inner === 'string' ? [inner] : numbersIn(inner),
  );
}

describe('the list of cases holds what the viewer may see, and totalCount counts no more', () => {
  const EXPECTED: readonly (readonly [string, () => string[]])[] = [
    ['admin', () => casesWhere(() => true)],
    ['agent', () => casesWhere(({ sys_domain }) => acme().has(sys_domain))],
    ['agent-itsm', () => casesWhere(({ sys_domain }) => acme().has(sys_domain))],
    ['major-issue-manager', () => casesWhere(({ sys_domain }) => acme().has(sys_domain))],
    [
      'other-domain-agent',
      () => casesWhere(({ sys_domain }) => domainIds('GLOBEX', 'global').has(sys_domain)),
    ],
    [
      'contact',
      () =>
        casesWhere(
          ({ account, sys_domain }) => account === claimsOf('contact').account && acme().has(sys_domain),
        ),
    ],
    [
      'consumer',
      () =>
        casesWhere(
          ({ consumer, sys_domain }) => consumer === claimsOf('consumer').consumer && acme().has(sys_domain),
        ),
    ],
  ];
  it.each(EXPECTED)('%s', async (persona, expected) => {
    const { numbers, total } = await pageThrough(as(persona));
    expect(numbers).toEqual(expected());
    expect(numbers.length).toBeGreaterThan(0);
    expect(total).toBe(numbers.length);
  });

  it.each(['contact', 'consumer', 'other-domain-agent'])(
    'a filter of its own opens nothing more to %s',
    async (persona) => {
      const { numbers: own } = await pageThrough(as(persona));
      const wide =
        ', filter: { or: [{ active: { eq: true } }, { not: { active: { eq: true } } }, { accountId: { isNull: true } }, { accountId: { isNull: false } }] }';
      const { numbers, total } = await pageThrough(as(persona), wide);
      expect([numbers, total]).toEqual([own, own.length]);
    },
  );

  it('a child domain does not see its parent: an agent of EMEA sees no case of ACME', async () => {
    const emea = {
      token: await issuer.sign(claimsOf('agent'), { claims: { sub: 'emea.agent', domain: 'TOP/ACME/EMEA' } }),
    };
    const { numbers } = await pageThrough(emea);
    expect(numbers).toEqual(casesWhere(({ sys_domain }) => domainIds('EMEA', 'global').has(sys_domain)));
    const [theirs] = records('sn_customerservice_case').filter(({ sys_domain }) =>
      domainIds('ACME').has(sys_domain),
    );
    const reply = await stack.graphql(
      emea,
      '{ viewer { visibleDomains } case(number: "' + (theirs?.['number'] ?? '') + '") { number } }',
    );
    expect(dataOf(reply)).toEqual({ viewer: { visibleDomains: ['TOP/ACME/EMEA', 'global'] }, case: null });
    expect(codes(reply)).toEqual(['NOT_FOUND']);
  });

  it('a domain that does not exist sees global rows at most', async () => {
    const stranger = { token: await issuer.sign(claimsOf('agent'), { claims: { domain: 'TOP/NOWHERE' } }) };
    const { body } = await stack.graphql(stranger, '{ cases { nodes { number } } }');
    const { cases } = body.data as { cases: { nodes: { number: string }[] } | null };
    expect((cases?.nodes ?? []).map(({ number }) => number)).toEqual(
      casesWhere(({ sys_domain }) => domainIds('global').has(sys_domain)),
    );
  });
});

const BY_NAME = `query ($id: ID!, $sysId: ID!, $number: String!) {
  a: case(id: $id) { number shortDescription }
  b: case(sysId: $sysId) { number }
  c: case(number: $number) { number }
  d: node(id: $id) { id ... on Case { number shortDescription } }
}`;

describe("another domain's case cannot be had by naming it", () => {
  it.each(['other-domain-agent', 'contact', 'consumer'])(
    '%s: by id, sysId, number and node it is NOT_FOUND',
    async (persona) => {
      const { numbers: own } = await pageThrough(as(persona));
      const foreign = records('sn_customerservice_case').find(
        ({ number = '', sys_domain }) => !own.includes(number) && domainIds('ACME').has(sys_domain),
      );
      const { data } = (
        await stack.graphql(
          as('admin'),
          `{ case(number: "${foreign?.['number'] ?? ''}") { id sysId number shortDescription } }`,
        )
      ).body as { data: { case: { id: string; sysId: string; number: string; shortDescription: string } } };
      const { id, sysId, number, shortDescription } = data.case;
      expect(sysId).toBe(foreign?.sys_id);
      const reply = await stack.graphql(as(persona), BY_NAME, { id, sysId, number });
      expect(dataOf(reply)).toEqual({ a: null, b: null, c: null, d: null });
      expect(codes(reply)).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND']);
      expect(reply.text).not.toContain(shortDescription);
      // It is told nothing that it would not be told of a case that does not exist.
      const absent = await stack.graphql(as(persona), `{ case(number: "CS9999999") { number } }`);
      const texts = reply.body.errors?.map(({ message }) => message.replaceAll(number, 'CS9999999'));
      expect(texts?.[2]).toBe(absent.body.errors?.[0]?.message);
    },
  );

  it('nor by a cursor that another viewer was given', async () => {
    const page = dataOf<{ cases: { pageInfo: { endCursor: string } } }>(
      await stack.graphql(as('agent'), '{ cases(first: 5) { pageInfo { endCursor } } }'),
    );
    const { numbers: own } = await pageThrough(as('contact'));
    const { text, body } = await stack.graphql(
      as('contact'),
      'query ($after: String) { cases(first: 100, after: $after) { nodes { number } } }',
      { after: page.cases.pageInfo.endCursor },
    );
    expect(numbersIn(body.data).filter((number) => !own.includes(number))).toEqual([]);
    expect(text).not.toContain('work_notes');
  });
});

describe('work notes are for agents', () => {
  const JOURNAL =
    '{ cases(first: 100) { nodes { number journal(first: 50) { totalCount nodes { element value createdBy } } } } }';

  it.each(['contact', 'consumer'])(
    '%s reads comments and no work note, whatever is asked',
    async (persona) => {
      const { numbers: own } = await pageThrough(as(persona));
      const ids = new Set(
        records('sn_customerservice_case')
          .filter(({ number = '' }) => own.includes(number))
          .map(({ sys_id }) => sys_id),
      );
      const entries = records('sys_journal_field').filter(({ element_id = '' }) => ids.has(element_id));
      const comments = entries.filter(({ element }) => element === 'comments').map(({ value = '' }) => value);
      const notes = records('sys_journal_field')
        .filter(({ element }) => element === 'work_notes')
        .map(({ value = '' }) => value);
      expect(notes.length).toBeGreaterThan(0);

      const reply = await stack.graphql(as(persona), JOURNAL);
      expect(reply.body.errors).toBeUndefined();
      const { cases } = dataOf<{
        cases: { nodes: { journal: { totalCount: number; nodes: { element: string; value: string }[] } }[] };
      }>(reply);
      const read = cases.nodes.flatMap(({ journal }) => journal.nodes);
      expect(read.map(({ value }) => value).sort()).toEqual(comments.sort());
      expect(new Set(read.map(({ element }) => element))).toEqual(
        new Set(comments.length > 0 ? ['comments'] : []),
      );
      expect(cases.nodes.reduce((sum, { journal }) => sum + journal.totalCount, 0)).toBe(comments.length);

      const asked = await stack.graphql(
        as(persona),
        '{ cases(first: 100) { nodes { journal(first: 50, filter: { or: [{ element: { eq: "work_notes" } }, { element: { ne: "x" } }] }) { nodes { element value } } } } }',
      );
      for (const text of [reply.text, asked.text]) {
        for (const note of notes.filter((note) => !comments.includes(note)))
          expect(text).not.toContain(JSON.stringify(note).slice(1, -1));
        expect(text).not.toContain('"work_notes"');
      }
    },
  );

  it('an agent reads both', async () => {
    const { text } = await stack.graphql(as('agent'), JOURNAL);
    expect(text).toContain('"work_notes"');
    expect(text).toContain('"comments"');
  });
});

describe('a contact stays within the own account, whichever way is taken', () => {
  it('through accounts, contacts and parents', async () => {
    const { numbers: own } = await pageThrough(as('contact'));
    const { body } = await stack.graphql(
      as('contact'),
      '{ accounts { totalCount nodes { sysId cases(first: 100) { nodes { number } } contacts { nodes { name } } } } cases(first: 100) { nodes { number parentCase { number } account { sysId cases(first: 100) { nodes { number } } } } } }',
    );
    const { accounts } = body.data as { accounts: { totalCount: number; nodes: { sysId: string }[] } };
    expect(accounts.nodes.map(({ sysId }) => sysId)).toEqual([claimsOf('contact').account]);
    expect(accounts.totalCount).toBe(1);
    expect([...new Set(numbersIn(body.data))].sort()).toEqual(own);
  });

  it('opportunities are FORBIDDEN, and Salesforce is not asked', async () => {
    const nested = await stack.graphql(
      as('contact'),
      '{ cases(first: 3) { nodes { number account { name opportunities { nodes { name amount } } } } } }',
    );
    expect(codes(nested)).toEqual(['FORBIDDEN']);
    const { cases } = dataOf<{ cases: { nodes: { account: { opportunities: unknown } }[] } }>(nested);
    expect(cases.nodes.map(({ account }) => account.opportunities)).toEqual(cases.nodes.map(() => null));
    const root = await stack.graphql(as('contact'), '{ opportunities { nodes { name } } }');
    expect([root.body.data, codes(root)]).toEqual([{ opportunities: null }, ['FORBIDDEN']]);
    expect(await stack.requests('salesforce')).toEqual([]);
  });

  it.each([
    ['without an account', 'contact', { account: undefined }],
    ['with an empty account', 'contact', { account: '' }],
    ['without the role', 'contact', { roles: [] }],
    ['without a consumer record', 'consumer', { consumer: undefined }],
    ['an agent without a role', 'agent', { roles: [] }],
    ['a contact with the roles of an agent', 'contact', { roles: ['sn_customerservice_agent'] }],
  ])('%s (%s) gets no case', async (_, persona, claims) => {
    const viewer = { token: await issuer.sign(claimsOf(persona), { claims }) };
    const reply = await stack.graphql(viewer, '{ cases { totalCount nodes { number } } }');
    expect(['FORBIDDEN', 'UNAUTHENTICATED']).toContain(codes(reply)[0]);
    expect(reply.text).not.toMatch(/CS\d/);
    expect((await stack.requests('servicenow')).filter(({ path }) => path.includes('case'))).toEqual([]);
  });
});

describe('columns and tables that need a role', () => {
  const ITSM =
    '{ cases(first: 100) { nodes { number incident { number state { label } } problem { number } changeRequest { number } causedByChange { number } } } }';

  it('an agent without ITSM roles gets null and one FORBIDDEN each, and ServiceNow is not asked for those columns', async () => {
    const reply = await stack.graphql(as('agent'), ITSM);
    const { cases } = dataOf<{ cases: { nodes: Record<string, unknown>[] } }>(reply);
    expect(cases.nodes.length).toBeGreaterThan(10);
    for (const row of cases.nodes)
      expect(row).toEqual({
        number: expect.any(String) as string,
        incident: null,
        problem: null,
        changeRequest: null,
        causedByChange: null,
      });
    expect(codes(reply)).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']);
    expect(reply.body.errors?.map(({ path }) => path?.join('.')).sort()).toEqual(
      ['causedByChange', 'changeRequest', 'incident', 'problem'].map((field) => `cases.nodes.0.${field}`),
    );
    expect(reply.body.errors?.map(({ extensions }) => extensions['affected'])).toEqual(
      [0, 0, 0, 0].map(() => cases.nodes.length - 1),
    );
    const asked = await stack.requests('servicenow');
    const fields = asked.flatMap(({ query }) =>
      (new URLSearchParams(query).get('sysparm_fields') ?? '').split(','),
    );
    expect(fields).toContain('number');
    expect(fields.filter((field) => /^(incident|problem|change|caused_by)/.test(field))).toEqual([]);
    expect(JSON.stringify(asked)).not.toMatch(/INC\d|PRB\d|CHG\d/);
  });

  it('an agent with them gets what the records say', async () => {
    const reply = await stack.graphql(as('agent-itsm'), ITSM);
    expect(reply.body.errors).toBeUndefined();
    const { cases } = dataOf<{ cases: { nodes: { number: string; incident: { number: string } | null }[] } }>(
      reply,
    );
    const incidents = new Map(records('incident').map(({ sys_id, number }) => [sys_id, number]));
    const expected = new Map(
      records('sn_customerservice_case').map(({ number, incident = '' }) => [
        number,
        incidents.get(incident) ?? null,
      ]),
    );
    expect(cases.nodes.filter(({ incident }) => incident !== null).length).toBeGreaterThan(0);
    for (const { number, incident } of cases.nodes)
      expect([number, incident?.number ?? null]).toEqual([number, expected.get(number)]);
  });

  it.each([
    ['agent', '{ cases(filter: { incidentId: { isNull: false } }) { nodes { number } } }'],
    [
      'agent',
      '{ cases(filter: { not: { or: [{ incidentId: { eq: "0123456789abcdef0123456789abcdef" } }] } }) { totalCount } }',
    ],
    ['agent', '{ cases(orderBy: [{ incidentId: ASC }]) { nodes { number } } }'],
    ['contact', '{ cases(filter: { configurationItemId: { isNull: false } }) { nodes { number } } }'],
    ['contact', '{ accounts(filter: { salesforceAccountId: { startsWith: "001" } }) { nodes { name } } }'],
    [
      'contact',
      '{ accounts(filter: { salesforceAccountId: { eq: "001000000000000AAA" } }) { nodes { name } } }',
    ],
    ['contact', '{ accounts(orderBy: [{ salesforceAccountId: DESC }]) { nodes { name } } }'],
  ])('%s may not learn a denied column by filter or order: %s', async (persona, query) => {
    const reply = await stack.graphql(as(persona), query);
    expect(reply.body.errors).toHaveLength(1);
    // Not every operator exists for every column; either way nothing is read.
    expect(['FORBIDDEN', 'BAD_USER_INPUT']).toContain(codes(reply)[0]);
    if (!query.includes('startsWith')) expect(codes(reply)).toEqual(['FORBIDDEN']);
    expect(await stack.requests('servicenow')).toEqual([]);
  });

  it.each([
    ['agent', 'incidents'],
    ['agent', 'problems'],
    ['agent', 'changeRequests'],
    ['agent', 'serviceRequests'],
    ['contact', 'incidents'],
    ['contact', 'opportunities'],
    ['consumer', 'accounts'],
    ['consumer', 'opportunities'],
  ])('%s may not list %s, and nothing is asked', async (persona, list) => {
    const reply = await stack.graphql(as(persona), `{ ${list} { totalCount nodes { id } } }`);
    expect([reply.body.data, codes(reply)]).toEqual([{ [list]: null }, ['FORBIDDEN']]);
    expect([...(await stack.requests('servicenow')), ...(await stack.requests('salesforce'))]).toEqual([]);
  });
});

describe('what one viewer was given is not given to the next', () => {
  it('the same query by an agent and then by a contact, another agent, and nobody', async () => {
    const query =
      '{ cases(first: 100) { totalCount nodes { number account { name opportunities { nodes { name } } } } } }';
    const [first, contact, other, nobody] = await Promise.all(
      ['agent', 'contact', 'other-domain-agent', null].map((who) =>
        stack.graphql(who === null ? null : as(who), query),
      ),
    );
    expect(numbersIn(first?.body).sort()).toEqual(casesWhere(({ sys_domain }) => acme().has(sys_domain)));
    expect(numbersIn(contact?.body).sort()).toEqual(
      casesWhere(({ account }) => account === claimsOf('contact').account),
    );
    expect(numbersIn(other?.body).sort()).toEqual(
      casesWhere(({ sys_domain }) => domainIds('GLOBEX', 'global').has(sys_domain)),
    );
    expect(nobody?.status).toBe(401);
  });
});
