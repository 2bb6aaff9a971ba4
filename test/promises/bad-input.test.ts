import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startStack, type Stack } from '../harness/stack.ts';

let stack: Stack;
beforeAll(async () => {
  stack = await startStack({ cases: 60 });
});
afterAll(() => stack.close());
beforeEach(() => stack.forget());

const id = (text: string): string => Buffer.from(text).toString('base64url');
const SYS_ID = '0123456789abcdef0123456789abcdef';

async function upstreamRequests(): Promise<number> {
  return (await stack.requests('servicenow')).length + (await stack.requests('salesforce')).length;
}

/** What is asked, what the answer must say. */
const BAD: readonly (readonly [string, string, RegExp])[] = [
  [
    'an unknown column in a filter',
    '{ cases(filter: { colour: { eq: "red" } }) { nodes { number } } }',
    /colour.*(Allowed|allowed):.*\bnumber\b.*\bshortDescription\b/,
  ],
  [
    'an unknown operator',
    '{ cases(filter: { number: { like: "CS%" } }) { nodes { number } } }',
    /like.*(Allowed|allowed):.*\bcontains\b/,
  ],
  [
    'an unknown column in an order',
    '{ cases(orderBy: [{ colour: ASC }]) { nodes { number } } }',
    /colour.*(Allowed|allowed):.*\bnumber\b/,
  ],
  [
    'an unknown direction',
    '{ cases(orderBy: [{ number: SIDEWAYS }]) { nodes { number } } }',
    /SIDEWAYS.*OrderDirection/,
  ],
  [
    'two columns in one part of an order',
    '{ cases(orderBy: [{ number: ASC, openedAt: DESC }]) { nodes { number } } }',
    /exactly one|OneOf|one key/i,
  ],
  ['an unknown field', '{ cases { nodes { colour } } }', /colour.*Case/],
  ['an unknown field, nearly right', '{ cases { nodes { numbr } } }', /Did you mean "number"/],
  ['an unknown argument', '{ cases(top: 5) { nodes { number } } }', /top/],
  ['no selection', '{ cases }', /selection/],
  ['broken GraphQL', '{ cases { nodes { number }', /Syntax Error/],
  ['a field of another operation type', 'subscription { cases { nodes { number } } }', /"Subscription"/],
  ['a subscription where no stream is', 'subscription { caseChanged { at } }', /graphql\/stream/],
  ['a malformed id', '{ case(id: "zzz") { number } }', /not an id of this graph.*`id`/],
  ['an id that is not base64', '{ case(id: "££") { number } }', /not an id of this graph/],
  [
    'an id of 10,000 characters',
    `{ case(id: "${'Q'.repeat(10_000)}") { number } }`,
    /not an id of this graph/,
  ],
  ['an id of another type', `{ case(id: "${id(`Account:${SYS_ID}`)}") { number } }`, /id of type Account/],
  [
    'an id with a query inside',
    `{ case(id: "${id('Case:x^ORactive=true')}") { number } }`,
    /sys_id|32|hexadecimal/,
  ],
  [
    'a node id with a query inside',
    `{ node(id: "${id('Case:x^ORactive=true')}") { id } }`,
    /sys_id|32|hexadecimal/,
  ],
  ['a malformed sysId', '{ case(sysId: "CS0001001") { number } }', /sys_id|32|hexadecimal/],
  [
    'a sysId with a query inside',
    `{ case(sysId: "${SYS_ID}^ORactive=true") { number } }`,
    /sys_id|32|hexadecimal/,
  ],
  ['no key at all', '{ case { number } }', /exactly one of id, sysId, number/],
  [
    'two keys',
    `{ case(sysId: "${SYS_ID}", number: "CS0001001") { number } }`,
    /exactly one of id, sysId, number/,
  ],
  ['a negative page', '{ cases(first: -1) { nodes { number } } }', /first is -1; it is 0 to 10000/],
  ['10,001 rows', '{ cases(first: 10001) { nodes { number } } }', /first is 10001; it is 0 to 10000/],
  ['a page size that is no number', '{ cases(first: "ten") { nodes { number } } }', /Int/],
  [
    'a page size that is too large for a number',
    '{ cases(first: 99999999999) { nodes { number } } }',
    /Int|0 to 10000/,
  ],
  ['a page size that is not whole', '{ cases(first: 1.5) { nodes { number } } }', /Int/],
  ['no page size', '{ cases(first: null) { nodes { number } } }', /first|null/],
  ['a malformed cursor', '{ cases(after: "zzz") { nodes { number } } }', /not a cursor.*after/],
  [
    'a cursor of another order',
    `{ cases(after: "${id('["-openedAt,id","2026-01-01T00:00:00Z","x"]')}", orderBy: [{ number: ASC }]) { nodes { number } } }`,
    /another order/,
  ],
  [
    'a forged cursor with a query inside',
    `{ cases(after: "${id('["id","x^ORactive=true"]')}") { nodes { number } } }`,
    /cursor|sys_id|32|hexadecimal/,
  ],
  [
    'a forged cursor with a query in a moment',
    `{ cases(after: "${id(`["openedAt,id","2026-01-01^ORactive=true","${SYS_ID}"]`)}", orderBy: [{ openedAt: ASC }]) { nodes { number } } }`,
    /cursor|moment|date|DateTime|ISO/i,
  ],
  [
    'a forged cursor with a number for a text',
    `{ cases(after: "${id(`["number,id",7,"${SYS_ID}"]`)}", orderBy: [{ number: ASC }]) { nodes { number } } }`,
    /cursor|text|string/i,
  ],
  [
    'a forged cursor with a query in a number',
    `{ opportunities(after: "${id(`["amount,id","1 OR Name != ''","006000000000000AAA"]`)}", orderBy: [{ amount: ASC }]) { nodes { name } } }`,
    /cursor|number|decimal/i,
  ],
  [
    'a query where a number stands',
    '{ opportunities(filter: { amount: { gt: "1^ORactive=true" } }) { nodes { name } } }',
    /Decimal is written like "1250.00"/,
  ],
  [
    'SOQL where a number stands',
    `{ opportunities(filter: { amount: { gt: "1 OR Name != ''" } }) { nodes { name } } }`,
    /Decimal is written like "1250.00"/,
  ],
  [
    'a query where a moment stands',
    '{ cases(filter: { openedAt: { gt: "2026-01-01^ORactive=true" } }) { nodes { number } } }',
    /DateTime is written like/,
  ],
  [
    'a script where a moment stands',
    '{ cases(filter: { openedAt: { gt: "javascript:gs.daysAgo(1)" } }) { nodes { number } } }',
    /DateTime is written like/,
  ],
  [
    'SOQL where a day stands',
    '{ opportunities(filter: { closeDate: { gt: "TODAY OR Amount > 0" } }) { nodes { name } } }',
    /Date is written like/,
  ],
  [
    'a day that does not exist',
    '{ opportunities(filter: { closeDate: { eq: "2026-02-30" } }) { nodes { name } } }',
    /Date is written like/,
  ],
  [
    'a query where a reference stands',
    '{ cases(filter: { accountId: { eq: "x^ORactive=true" } }) { nodes { number } } }',
    /sys_id|32|hexadecimal|may not|not allowed|\^/,
  ],
  [
    'a query in a list of references',
    `{ cases(filter: { accountId: { in: ["${SYS_ID}", "x^ORactive=true"] } }) { nodes { number } } }`,
    /sys_id|32|hexadecimal|may not|not allowed|\^/,
  ],
  [
    'a comma in a list of references',
    `{ cases(filter: { accountId: { in: ["${SYS_ID},${SYS_ID}"] } }) { nodes { number } } }`,
    /sys_id|32|hexadecimal|comma|,/,
  ],
  [
    'a query where a choice stands',
    '{ cases(filter: { state: { eq: "1^ORactive=true" } }) { nodes { number } } }',
    /\^|state|allowed/,
  ],
  [
    'a query in a list of choices',
    '{ cases(filter: { state: { in: ["1", "2^ORactive=true"] } }) { nodes { number } } }',
    /\^|state|allowed/,
  ],
  [
    'a text where a truth stands',
    '{ cases(filter: { active: { eq: "true^ORactive=false" } }) { nodes { number } } }',
    /Boolean/,
  ],
  [
    'a null where a value stands',
    '{ cases(filter: { shortDescription: { contains: null } }) { nodes { number } } }',
    /isNull/,
  ],
  ['an unset variable', 'query ($v: ID!) { case(id: $v) { number } }', /\$v/],
  ['an undeclared variable', '{ case(id: $v) { number } }', /\$v/],
];

describe('bad input is refused with what is allowed, and no system is asked', () => {
  it.each(BAD)('%s', async (_, query, message) => {
    const { status, body } = await stack.graphql('agent-itsm', query);
    expect(body.errors).toHaveLength(1);
    expect(body.errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    expect(body.errors?.[0]?.extensions['retryable']).toBe(false);
    expect(body.errors?.[0]?.message).toMatch(message);
    expect([200, 400]).toContain(status);
    expect(await upstreamRequests()).toBe(0);
  });

  it.each<[string, string, Record<string, unknown>, RegExp]>([
    [
      'a negative page',
      'query ($v: Int) { cases(first: $v) { nodes { number } } }',
      { v: -5 },
      /first is -5; it is 0 to 10000/,
    ],
    [
      'an unknown column',
      'query ($v: CaseFilter) { cases(filter: $v) { nodes { number } } }',
      { v: { colour: { eq: 'red' } } },
      /colour.*(Allowed|allowed):.*\bnumber\b/,
    ],
    [
      'a list for a text',
      'query ($v: CaseFilter) { cases(filter: $v) { nodes { number } } }',
      { v: { number: { eq: ['a', 'b'] } } },
      /String/,
    ],
    [
      'an object for a text',
      'query ($v: CaseFilter) { cases(filter: $v) { nodes { number } } }',
      { v: { number: { eq: { $ne: null } } } },
      /String/,
    ],
    [
      'a column named like an inherited property',
      'query ($v: CaseFilter) { cases(filter: $v) { nodes { number } } }',
      { v: { constructor: { eq: 'x' } } },
      /constructor/,
    ],
    [
      'an empty order',
      'query ($v: [CaseOrder!]) { cases(orderBy: $v) { nodes { number } } }',
      { v: [{}] },
      /exactly one|one key/i,
    ],
  ])('in a variable: %s', async (_, query, variables, message) => {
    const { body } = await stack.graphql('agent-itsm', query, variables);
    expect(body.errors).toHaveLength(1);
    expect(body.errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    expect(body.errors?.[0]?.message).toMatch(message);
    expect(await upstreamRequests()).toBe(0);
  });

  it.each([
    [
      'too deep',
      `{ cases { nodes { ${'account { cases { nodes { '.repeat(6)} number ${'} } }'.repeat(6)} } } }`,
      /at most 12 levels/,
    ],
    [
      'too many aliases',
      `{ viewer { ${Array.from({ length: 31 }, (_, i) => `a${i}: name`).join(' ')} } }`,
      /at most 30 aliases/,
    ],
    [
      'too many fields at the root',
      `{ ${Array.from({ length: 21 }, (_, i) => `a${i}: __typename`).join(' ')} }`,
      /at most 20/,
    ],
    ['too many tokens', `{ viewer { ${'name '.repeat(2_100)} } }`, /at most 2000 tokens/],
    [
      'too many directives',
      `{ viewer { ${'name @include(if: true) '.repeat(25)} } }`,
      /at most 20 directives/,
    ],
    [
      'too many rows, pages in pages',
      '{ accounts(first: 10000) { nodes { cases(first: 1000) { nodes { number } } } } }',
      /rows/,
    ],
  ])('%s is QUERY_TOO_COMPLEX and says how much is allowed', async (_, query, message) => {
    const { body } = await stack.graphql('agent-itsm', query);
    expect(body.errors).toHaveLength(1);
    expect(body.errors?.[0]?.extensions['code']).toBe('QUERY_TOO_COMPLEX');
    expect(body.errors?.[0]?.message).toMatch(message);
    expect(body.errors?.[0]?.message).toMatch(/\d/);
    expect(await upstreamRequests()).toBe(0);
  });
});

/** Texts that mean something to encoded queries, SOQL, scripts, URLs, JSON or terminals. The first part of some is text that rows hold. */
const HOSTILE: readonly string[] = [
  '^ORactive=true',
  'a^ORactive=true',
  'e^NQactive=true',
  '^EQ^active=true',
  '^ORsys_domain!=x',
  'zzz^^ORactive=true',
  'zzz\n^ORactive=true',
  'javascript:gs.getUserID()',
  'javascript:answer=1',
  'DYNAMIC90d1921e5f510100a9ad2572f2b477fe',
  'NULL',
  'zzz,a',
  'zzz@a',
  "' OR Name != '",
  "zzz' OR Name LIKE '%",
  "\\' OR Name != '",
  "\\\\' OR Name != '",
  'zzz\\',
  "zzz') OR (Name != '",
  "%' OR Amount > 0 OR Name LIKE '",
  "x' LIMIT 200 OFFSET 0 --",
  '%',
  '_',
  '%%%',
  '\\%',
  '"',
  '&sysparm_query=active=true',
  'zzz&sysparm_limit=1000#',
  '%5EORactive%3Dtrue',
  '%26sysparm_fields%3Dnumber',
  'zzz\u0000',
  'zzz\r\nX-Evil: 1',
  'zzz\u2028',
  '＾ORactive=true',
  '${7*7}{{7*7}}',
  '🙂',
  '\ud800',
  'x'.repeat(3_000),
];

const POSITIVE = ['eq', 'contains', 'startsWith', 'endsWith'] as const;
const TESTS: Readonly<Record<(typeof POSITIVE)[number], (cell: string, value: string) => boolean>> = {
  eq: (cell, value) => cell === value,
  contains: (cell, value) => cell.includes(value),
  startsWith: (cell, value) => cell.startsWith(value),
  endsWith: (cell, value) => cell.endsWith(value),
};
const OTHERS = ['ne', 'lt', 'lte', 'gt', 'gte'] as const;

/** One document with every text operator over one column; the value comes as a variable. */
function everyOperator(list: string, column: string, key: string): string {
  const fields = [...POSITIVE, ...OTHERS].map(
    (op) =>
      `${op}: ${list}(first: 500, filter: { ${column}: { ${op}: $v } }) { totalCount nodes { ${key} ${column} } }`,
  );
  const lists = [
    `in: ${list}(first: 500, filter: { ${column}: { in: [$v] } }) { totalCount nodes { ${key} ${column} } }`,
    `notIn: ${list}(first: 500, filter: { ${column}: { notIn: [$v] } }) { totalCount nodes { ${key} ${column} } }`,
  ];
  return `query ($v: String!) { ${[...fields, ...lists].join('\n')} }`;
}

interface Found {
  readonly totalCount: number;
  readonly nodes: readonly Readonly<Record<string, string>>[];
}

/** Columns that a recorded encoded query names, condition by condition. */
function columnsAsked(query: string): string[] {
  const encoded = new URLSearchParams(query).get('sysparm_query') ?? '';
  return encoded
    .split('^')
    .filter((term) => term !== '')
    .map((term) => /^(?:OR(?!DERBY)|NQ)?((?:ORDERBY(?:DESC)?)?[a-z_.]+)/.exec(term)?.[1] ?? term);
}

/** A SOQL text with every string literal taken out, as Salesforce reads them. */
function skeleton(query: string): string {
  return (new URLSearchParams(query).get('q') ?? '').replaceAll(/'(?:\\.|[^'\\])*'/gs, '?');
}

const visible = (): readonly Record<string, string>[] => {
  const { servicenow } = stack.sandbox.world;
  const domains = new Set(
    (servicenow.get('domain') ?? [])
      .filter(({ name = '' }) => ['ACME', 'EMEA', 'global'].includes(name))
      .map(({ sys_id }) => sys_id),
  );
  return (servicenow.get('sn_customerservice_case') ?? []).filter(({ sys_domain = '' }) =>
    domains.has(sys_domain),
  );
};
const opportunities = () => stack.sandbox.world.salesforce.get('Opportunity') ?? [];

function expectHonest(
  data: Readonly<Record<string, Found | null>>,
  value: string,
  cells: readonly string[],
): void {
  for (const op of [...POSITIVE, 'in'] as const) {
    const found = data[op];
    // Refused, which the errors say.
    if (found === null || found === undefined) continue;
    const holds = TESTS[op === 'in' ? 'eq' : op];
    const honest = cells.filter((cell) => holds(cell.toLowerCase(), value.toLowerCase()));
    expect([op, found.nodes.length, found.totalCount]).toEqual([op, honest.length, honest.length]);
  }
  for (const op of [...OTHERS, 'notIn'])
    expect(data[op]?.nodes.length ?? 0).toBeLessThanOrEqual(cells.length);
}

describe('an id that no record can have finds nothing, and no system is asked', () => {
  it.each([
    ['of a type that is not there', id(`Nothing:${SYS_ID}`)],
    ['of Salesforce, with a query inside', id("Opportunity:x'OR'1'='1")],
    ['of Salesforce, with a wrong checksum', id('Opportunity:006000000000000ZZZ')],
    ['of a table that only rows lead to', id(`JournalEntry:${SYS_ID}`)],
    ['of a table that nobody may reach', id(`Domain:${SYS_ID}`)],
  ])('%s', async (_, node) => {
    const { body } = await stack.graphql('agent-itsm', 'query ($id: ID!) { node(id: $id) { id } }', {
      id: node,
    });
    expect(body.data).toEqual({ node: null });
    expect(body.errors?.map(({ extensions }) => extensions['code'])).toEqual([
      expect.stringMatching(/^(BAD_USER_INPUT|NOT_FOUND)$/),
    ]);
    expect(await upstreamRequests()).toBe(0);
  });
});

describe('a text is a text, whatever it says', () => {
  const CASES = everyOperator('cases', 'shortDescription', 'number');
  const DEALS = everyOperator('opportunities', 'name', 'salesforceId');
  const short = (value: string): string =>
    JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);

  let honest: readonly string[] = [];
  beforeAll(async () => {
    await stack.forget();
    await stack.graphql('agent', DEALS, { v: 'honest' });
    honest = (await stack.requests('salesforce')).map(({ query }) => withoutPatterns(skeleton(query)));
  });

  it.each(HOSTILE.map((value) => [short(value), value]))('ServiceNow: %s', async (_, value) => {
    const { body } = await stack.graphql('agent', CASES, { v: value });
    for (const error of body.errors ?? [])
      expect([error.message, error.extensions['code']]).toEqual([
        error.message,
        expect.stringMatching(/^(BAD_USER_INPUT|QUERY_TOO_COMPLEX)$/),
      ]);
    if (body.data !== undefined && body.data !== null)
      expectHonest(
        body.data as Record<string, Found | null>,
        value,
        visible().map(({ short_description = '' }) => short_description),
      );
    for (const { path, query } of await stack.requests('servicenow')) {
      if (!path.startsWith('/api/now/') || path.includes('batch')) continue;
      expect(path).toMatch(/^\/api\/now\/(table|stats)\/sn_customerservice_case$/);
      expect(
        columnsAsked(query).filter(
          (column) => !['sys_domain', 'short_description', 'sys_id', 'ORDERBYsys_id'].includes(column),
        ),
      ).toEqual([]);
      const names = [...new URLSearchParams(query).keys()];
      expect(names).toEqual([...new Set(names)]);
    }
    expect(
      (await stack.requests('servicenow')).filter(({ requestBody }) => requestBody.includes('^ORactive')),
    ).toEqual([]);
  });

  it.each(HOSTILE.map((value) => [short(value), value]))('Salesforce: %s', async (_, value) => {
    const { body } = await stack.graphql('agent', DEALS, { v: value });
    for (const error of body.errors ?? [])
      expect([error.message, error.extensions['code']]).toEqual([
        error.message,
        expect.stringMatching(/^(BAD_USER_INPUT|QUERY_TOO_COMPLEX)$/),
      ]);
    if (body.data !== undefined && body.data !== null)
      expectHonest(
        body.data as Record<string, Found | null>,
        value,
        opportunities().map(({ Name }) => String(Name)),
      );
    const asked = (await stack.requests('salesforce')).map(({ query }) => skeleton(query));
    for (const text of asked) expect(text).not.toMatch(/'|Amount|LIMIT 200/);
    for (const text of asked.filter((text) => /WHERE.*\?/s.test(text)))
      expect(honest).toContain(withoutPatterns(text));
  });

  /** The same comparison may be written with LIKE or with =. */
  const withoutPatterns = (text: string): string =>
    text.replaceAll(/\s+/g, ' ').replaceAll(/Name (LIKE|=|IN) \(?\?\)?/g, 'Name ~ ?');

  it('as a number of a case too', async () => {
    const { body } = await stack.graphql('agent', 'query ($v: String!) { case(number: $v) { number } }', {
      v: 'CS0001001^ORnumber=CS0001002',
    });
    expect((body.data as { case: unknown }).case).toBeNull();
    expect(body.errors?.map(({ extensions }) => extensions['code'])).toEqual([
      expect.stringMatching(/^(BAD_USER_INPUT|NOT_FOUND)$/),
    ]);
  });
});
