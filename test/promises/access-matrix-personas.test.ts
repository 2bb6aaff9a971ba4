import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SnRecord, ViewerClaims } from '../../sandbox/world/world.ts';
import { startStack, type Reply, type Stack, type System } from '../harness/stack.ts';

/** The tables that come with Casegraph, for the sandbox's personas: who sees which rows and which columns, and what is asked upstream for it. */
let stack: Stack;
beforeAll(async () => {
  stack = await startStack({ cases: 90 });
}, 60_000);
afterAll(() => stack.close());

/**
 * Written down by hand. Of tables with domains: `TOP` all rows, `ACME` and `GLOBEX` those of the domain, of what lies below it, and global ones; of tables
 * without: `all`. `own`: the rows of the viewer's own account or consumer record. `-`: the table is closed.
 */
const ROWS = table(`
  list             admin  agent  agent-itsm  major-issue-manager  other-domain-agent  contact  consumer
  cases            TOP    ACME   ACME        ACME                 GLOBEX              own      own
  accounts         TOP    ACME   ACME        ACME                 GLOBEX              own      -
  contacts         TOP    ACME   ACME        ACME                 GLOBEX              own      -
  consumers        TOP    ACME   ACME        ACME                 GLOBEX              -        own
  incidents        TOP    -      ACME        ACME                 GLOBEX              -        -
  problems         TOP    -      ACME        ACME                 GLOBEX              -        -
  changeRequests   TOP    -      ACME        ACME                 GLOBEX              -        -
  serviceRequests  TOP    -      ACME        ACME                 GLOBEX              -        -
  opportunities    all    all    all         all                  all                 -        -
  salesContacts    all    all    all         all                  all                 -        -
  orders           all    all    all         all                  all                 -        -
  invoices         all    all    all         all                  all                 -        -
  shipments        all    all    all         all                  all                 -        -
`);

/** Columns with rules of their own, or that follow the table they lead to: `yes` or `-`. */
const COLUMNS = table(`
  column                       admin  agent  agent-itsm  major-issue-manager  other-domain-agent  contact  consumer
  Case.number                  yes    yes    yes         yes                  yes                 yes      yes
  Case.accountId               yes    yes    yes         yes                  yes                 yes      yes
  Case.incidentId              yes    -      yes         yes                  yes                 -        -
  Case.configurationItemId     yes    yes    yes         yes                  yes                 -        -
  Account.number               yes    yes    yes         yes                  yes                 yes      -
  Account.salesforceAccountId  yes    yes    yes         yes                  yes                 -        -
  Opportunity.amount           yes    yes    yes         yes                  yes                 -        -
  Invoice.grossAmount          yes    yes    yes         yes                  yes                 -        -
`);

type Persona = keyof typeof PERSONA_DOMAINS;
const PERSONA_DOMAINS = {
  admin: 'TOP',
  agent: 'TOP/ACME',
  'agent-itsm': 'TOP/ACME',
  'major-issue-manager': 'TOP/ACME',
  'other-domain-agent': 'TOP/GLOBEX',
  contact: 'TOP/ACME',
  consumer: 'TOP/ACME',
} as const;

interface Entry {
  readonly what: string;
  readonly persona: Persona;
  readonly outcome: string;
}

function table(text: string): readonly Entry[] {
  const [head = [], ...lines] = text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  return lines.flatMap(([what = '', ...outcomes]) =>
    outcomes.map((outcome, index) => ({ what, persona: head[index + 1] as Persona, outcome })),
  );
}

/** Where each list's rows stand: system, object, and the type that they have in the graph. */
const LISTS: Readonly<Record<string, readonly [System, object: string, type: string]>> = {
  cases: ['servicenow', 'sn_customerservice_case', 'Case'],
  accounts: ['servicenow', 'customer_account', 'Account'],
  contacts: ['servicenow', 'customer_contact', 'Contact'],
  consumers: ['servicenow', 'csm_consumer', 'Consumer'],
  incidents: ['servicenow', 'incident', 'Incident'],
  problems: ['servicenow', 'problem', 'Problem'],
  changeRequests: ['servicenow', 'change_request', 'ChangeRequest'],
  serviceRequests: ['servicenow', 'sc_request', 'ServiceRequest'],
  opportunities: ['salesforce', 'Opportunity', 'Opportunity'],
  salesContacts: ['salesforce', 'Contact', 'SalesContact'],
  orders: ['salesforce', 'Order', 'SalesOrder'],
  invoices: ['erp', 'Invoices', 'Invoice'],
  shipments: ['shipping', 'shipments', 'Shipment'],
};

/** Keys of all rows of a list, from the systems' own data. */
function keysOf(list: string): readonly string[] {
  const { servicenow, salesforce, erp, shipments } = stack.sandbox.world;
  const [system, object] = LISTS[list]!;
  if (system === 'servicenow') return (servicenow.get(object) ?? []).map(({ sys_id }) => sys_id);
  if (system === 'shipping') return shipments.map(({ id }) => id);
  if (system === 'erp') return (erp.get(object) ?? []).map(({ InvoiceNumber }) => String(InvoiceNumber));
  return (salesforce.get(object) ?? []).flatMap(({ Id, IsDeleted }) => (IsDeleted === true ? [] : [Id]));
}

const claimsOf = (persona: Persona): ViewerClaims =>
  stack.sandbox.world.personas.find(({ name }) => name === persona)!.claims;

/** The column of each table that says whose a row is. */
const OWNER: Readonly<Record<string, string>> = {
  accounts: 'sys_id',
  contacts: 'account',
  consumers: 'sys_id',
};

function expectedKeys({ what: list, persona, outcome }: Entry): readonly string[] {
  if (outcome === 'all') return keysOf(list);
  if (outcome === '-') return [];
  const { account, consumer, kind } = claimsOf(persona);
  const paths = new Map(
    (stack.sandbox.world.servicenow.get('domain') ?? []).map(({ sys_id, full_name = '' }) => [
      sys_id,
      full_name,
    ]),
  );
  const home = outcome === 'own' ? PERSONA_DOMAINS[persona] : outcome === 'TOP' ? 'TOP' : `TOP/${outcome}`;
  const sees = ({ sys_domain = 'global' }: SnRecord): boolean => {
    const path = paths.get(sys_domain) ?? '';
    return sys_domain === 'global' || path === home || path.startsWith(`${home}/`);
  };
  const owner = OWNER[list] ?? (kind === 'consumer' ? 'consumer' : 'account');
  const isOwn = (row: SnRecord): boolean => row[owner] === (kind === 'consumer' ? consumer : account);
  const rows = (stack.sandbox.world.servicenow.get(LISTS[list]![1]) ?? []).filter(sees);
  return (outcome === 'own' ? rows.filter(isOwn) : rows).map(({ sys_id }) => sys_id);
}

const codes = ({ body }: Reply): unknown[] => (body.errors ?? []).map(({ extensions }) => extensions['code']);
const globalId = (type: string, key: string): string => Buffer.from(`${type}:${key}`).toString('base64url');
const keyIn = (id: string): string => Buffer.from(id, 'base64url').toString().split(':').slice(1).join(':');

/** Queries that travel in a body may be encoded there as in an address. */
const plain = (body: string): string =>
  body
    .replaceAll('+', ' ')
    .replace(/%([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

/** Everything that the systems were asked for rows, as text. */
async function asked(): Promise<string> {
  const systems: readonly System[] = ['servicenow', 'salesforce', 'erp', 'shipping'];
  const all = (await Promise.all(systems.map((system) => stack.requests(system)))).flat();
  return all
    .filter(({ path }) => !path.includes('oauth'))
    .map(({ path, query, requestBody }) =>
      [path, ...new URLSearchParams(query).values(), plain(requestBody)].join(' '),
    )
    .join('\n');
}

async function pageThrough(persona: Persona, list: string): Promise<{ keys: string[]; total: number }> {
  const keys: string[] = [];
  for (let after = ''; ;) {
    const { body } = await stack.graphql(
      persona,
      `{ it: ${list}(first: 100${after}) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }`,
    );
    expect(body.errors).toBeUndefined();
    const { it } = body.data as {
      it: {
        totalCount: number;
        nodes: { id: string }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
    };
    keys.push(...it.nodes.map(({ id }) => keyIn(id)));
    if (!it.pageInfo.hasNextPage) return { keys, total: it.totalCount };
    after = `, after: "${it.pageInfo.endCursor}"`;
  }
}

describe('rows', () => {
  // The administrator, who sees everything, comes first and fills memory.
  it.each(ROWS)('$what for $persona: $outcome', async (entry) => {
    const { what: list, persona, outcome } = entry;
    const [, , type] = LISTS[list]!;
    const expected = expectedKeys(entry);
    const inside = expected[0];
    const outside = keysOf(list).find((key) => !expected.includes(key));
    await stack.forget();
    const node = async (key: string): Promise<readonly [unknown, unknown[]]> => {
      const reply = await stack.graphql(persona, `{ node(id: "${globalId(type, key)}") { id } }`);
      return [(reply.body.data as { node: unknown }).node, codes(reply)];
    };
    if (outcome === '-') {
      const reply = await stack.graphql(persona, `{ it: ${list} { totalCount nodes { id } } }`);
      expect([reply.body.data, codes(reply)]).toEqual([{ it: null }, ['FORBIDDEN']]);
      expect(await node(outside!)).toEqual([null, ['FORBIDDEN']]);
      expect(await asked()).toBe('');
      return;
    }
    const { keys, total } = await pageThrough(persona, list);
    expect([keys.toSorted(), total]).toEqual([[...expected].sort(), expected.length]);
    expect(expected.length).toBeGreaterThan(0);
    expect(await node(inside!)).toEqual([{ id: globalId(type, inside!) }, []]);
    if (outside !== undefined) expect(await node(outside)).toEqual([null, ['NOT_FOUND']]);
    else expect(['TOP', 'all']).toContain(outcome);
  });
});

/** The list of each type, and the name that the upstream has for each column. */
const UPSTREAM: Readonly<Record<string, readonly [list: string, upstream: RegExp, value: string]>> = {
  'Case.number': ['cases', /\bnumber\b/, 'CS0001001'],
  'Case.accountId': ['cases', /\baccount\b/, '0123456789abcdef0123456789abcdef'],
  'Case.incidentId': ['cases', /\bincident\b/, '0123456789abcdef0123456789abcdef'],
  'Case.configurationItemId': ['cases', /\bcmdb_ci\b/, '0123456789abcdef0123456789abcdef'],
  'Account.number': ['accounts', /\bnumber\b/, 'ACCT0000001'],
  'Account.salesforceAccountId': ['accounts', /u_salesforce_account_id/, '001000000000000AAA'],
  'Opportunity.amount': ['opportunities', /\bAmount\b/, '5'],
  'Invoice.grossAmount': ['invoices', /GrossAmount/, '5'],
};

describe('columns', () => {
  it.each(COLUMNS)('$what for $persona: $outcome', async ({ what, persona, outcome }) => {
    const [type = '', column = ''] = what.split('.');
    const [list, upstream, value] = UPSTREAM[what]!;
    const closed = ROWS.some(
      (entry) => entry.what === list && entry.persona === persona && entry.outcome === '-',
    );
    await stack.forget();
    const shown = await stack.graphql(persona, `{ it: ${list}(first: 7) { nodes { id ${column} } } }`);
    const filtered = await stack.graphql(
      persona,
      `{ it: ${list}(filter: { ${column}: { ne: "${value}" } }) { totalCount } }`,
    );
    const sorted = await stack.graphql(
      persona,
      `{ it: ${list}(first: 7, orderBy: [{ ${column}: DESC }]) { nodes { id } } }`,
    );
    const described = await stack.graphql(
      persona,
      `{ remoteTable(name: "${type}") { columns { name readable } } }`,
    );
    const { remoteTable } = described.body.data as {
      remoteTable: { columns: { name: string; readable: boolean }[] } | null;
    };
    const readable = remoteTable?.columns.find(({ name }) => name === column)?.readable ?? null;
    const answered = [codes(shown), codes(filtered), codes(sorted), readable];
    if (outcome === 'yes') expect(answered).toEqual([[], [], [], true]);
    else {
      expect(answered).toEqual([['FORBIDDEN'], ['FORBIDDEN'], ['FORBIDDEN'], closed ? null : false]);
      const { it } = shown.body.data as { it: { nodes: Record<string, unknown>[] } | null };
      for (const row of it?.nodes ?? []) expect(row[column]).toBeNull();
      expect(await asked()).not.toMatch(upstream);
    }
  });

  it('are asked for by their upstream names where they may be read', async () => {
    for (const [what, [list, upstream]] of Object.entries(UPSTREAM)) {
      await stack.forget();
      // Nobody has asked for so many rows before.
      await stack.graphql('admin', `{ it: ${list}(first: 13) { nodes { ${what.split('.')[1]} } } }`);
      expect(await asked()).toMatch(upstream);
    }
  });
});
