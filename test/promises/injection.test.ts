import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ColumnType, Row } from '../../src/contract/index.ts';
import type { WatchedRequest } from '../../sandbox/http/watch.ts';
import { HOSTILE } from '../contract/hostile.ts';
import { holds } from '../contract/same-answer/holds.ts';
import type { Input } from '../contract/same-answer/inputs.ts';
import { startStack, type Reply, type Stack, type System } from '../harness/stack.ts';

/** More than the contract's own list: whole attacks, and texts that are only long or only strange. */
const CORPUS: readonly string[] = [
  ...new Set([
    ...HOSTILE,
    'e^NQactive=true^ORsys_domain!=x',
    'e^ORDERBYDESCnumber',
    '^EQ^GROUPBYstate',
    'x^short_descriptionLIKEe',
    'javascript:answer=new GlideRecord("sys_user")',
    "zzz' OR Name LIKE '%",
    "\\\\' OR Name != '",
    "x') OR (Id != null) OR (Name = 'x",
    "x' LIMIT 1 OFFSET 0 --",
    "''",
    "' or '1' eq '1",
    "x') or contains(Title,'",
    '&$filter=true',
    '&sysparm_query=active=true',
    '?q=SELECT+Id+FROM+User',
    '} { __schema { types { name } } }',
    '") { id } }',
    '{"_neq":null}',
    'a\tb\u0085c',
    '\u2029',
    'x\ud83d',
    '\udc00y',
    '👩‍👩‍👧‍👦',
    '\u202eevil\u202c',
    'e\u0000e',
    'x'.repeat(5_000),
    "'".repeat(2_500),
  ]),
];

/** A list field, and the tests that one document makes over its columns. */
interface Target {
  readonly system: System;
  readonly list: string;
  readonly key: string;
  readonly columns: readonly {
    readonly name: string;
    readonly upstream: string;
    readonly type: ColumnType;
    readonly tests: readonly string[];
  }[];
}

const ALL = ['eq', 'ne', 'in', 'notIn', 'lt', 'lte', 'gt', 'gte', 'contains', 'startsWith', 'endsWith'];
const EQUALITY = ['eq', 'ne', 'in', 'notIn'];
const TARGETS: readonly Target[] = [
  {
    system: 'servicenow',
    list: 'cases',
    key: 'number',
    columns: [{ name: 'shortDescription', upstream: 'short_description', type: 'string', tests: ALL }],
  },
  {
    system: 'servicenow',
    list: 'cases',
    key: 'number',
    columns: [
      {
        name: 'description',
        upstream: 'description',
        type: 'text',
        tests: ['contains', 'startsWith', 'endsWith'],
      },
      { name: 'state', upstream: 'state', type: 'choice', tests: EQUALITY },
      { name: 'accountId', upstream: 'account', type: 'reference', tests: EQUALITY },
    ],
  },
  {
    system: 'salesforce',
    list: 'opportunities',
    key: 'salesforceId',
    columns: [
      { name: 'name', upstream: 'Name', type: 'string', tests: ALL },
      { name: 'stage', upstream: 'StageName', type: 'choice', tests: EQUALITY },
      { name: 'salesforceAccountId', upstream: 'AccountId', type: 'reference', tests: ['eq', 'notIn'] },
    ],
  },
];

/** Each test under an alias of its own, the value in a variable; `not` of the text tests goes along with them. */
function documentOf({ list, key, columns }: Target): string {
  const fields = columns.flatMap(({ name, tests }) =>
    tests.map((test) => {
      const operand = test === 'in' || test === 'notIn' ? '[$v]' : '$v';
      return `${name}_${test}: ${list}(first: 500, filter: { ${name}: { ${test}: ${operand} } }) { nodes { ${key} } }`;
    }),
  );
  const type = columns.some(({ type }) => type === 'reference') ? '$v: String!, $id: ID!' : '$v: String!';
  const ids = columns.filter(({ type }) => type === 'reference').map(({ name }) => name);
  const typed = fields.map((field) =>
    ids.some((name) => field.startsWith(`${name}_`)) ? field.replace('$v', '$id') : field,
  );
  return `query (${type}) { ${typed.join('\n')} }`;
}

let stack: Stack;
beforeAll(async () => {
  stack = await startStack({ cases: 40 });
});
afterAll(() => stack.close());

async function ask(
  { system }: Target,
  query: string,
  value: string,
): Promise<{ reply: Reply; asked: readonly WatchedRequest[] }> {
  await stack.forget();
  const variables = query.includes('$id') ? { v: value, id: value } : { v: value };
  const reply = await stack.graphql('agent', query, query.startsWith('query') ? variables : {});
  const asked = await stack.requests(system);
  return { reply, asked: asked.filter(({ path }) => !path.includes('oauth')) };
}

/** All rows that the viewer sees, with the columns that are tested, as the gateway shows them without any filter. */
async function rowsOf(target: Target): Promise<{ rows: Row[]; asked: readonly WatchedRequest[] }> {
  const cells = target.columns.map(({ name, type }) =>
    type === 'choice' ? `${name} { value label }` : name,
  );
  const { reply, asked } = await ask(
    target,
    `{ ${target.list}(first: 500) { nodes { ${target.key} ${cells.join(' ')} } } }`,
    '',
  );
  const { nodes } = (reply.body.data as Record<string, { nodes: Row['values'][] }>)[target.list]!;
  return { rows: nodes.map((values) => ({ values })), asked };
}

/** One upstream query in parts: what is the same for every value, and the values that stand in it. */
interface Asked {
  readonly skeleton: string;
  readonly values: readonly string[];
}

/** The query parts of all addresses asked, those inside batches too, with their parameters' names held to those that are ours. */
function parametersOf(requests: readonly WatchedRequest[], known: RegExp, needed: string): string[] {
  const addresses = requests.flatMap(({ query, requestBody }) => {
    if (requestBody === '') return [query];
    const body = JSON.parse(requestBody) as Readonly<Record<string, { readonly url: string }[]>>;
    const inner = body['rest_requests'] ?? body['compositeRequest'] ?? [];
    expect(inner.length).toBeGreaterThan(0);
    return inner.map(({ url }) => url.slice(url.indexOf('?') + 1));
  });
  return addresses.map((address) => {
    const parameters = new URLSearchParams(address);
    // A value that broke out of its parameter would be another parameter, or a second one.
    expect([...parameters.keys()].filter((name) => !known.test(name))).toEqual([]);
    expect(parameters.getAll(needed)).toHaveLength(1);
    return parameters.get(needed) ?? '';
  });
}

const OPERATOR = /^(NOT IN|NOT LIKE|ISNOTEMPTY|ISEMPTY|STARTSWITH|ENDSWITH|LIKE|IN|!=|<=|>=|=|<|>)/;

/** Facts 1.4: conditions are parted by `^`, whatever stands around it; there is no way to write one inside a value. */
function readEncoded(query: string, columns: readonly string[]): Asked {
  const values: string[] = [];
  const terms = query.split('^').map((term) => {
    const [, joined = '', rest = ''] = /^(OR(?!DERBY)|NQ)?(.*)$/su.exec(term) ?? [];
    const column = columns.find((name) => rest.startsWith(name));
    const operator = column === undefined ? undefined : OPERATOR.exec(rest.slice(column.length))?.[0];
    if (column === undefined || operator === undefined) return term;
    const value = rest.slice(column.length + operator.length);
    if (!operator.startsWith('IS')) values.push(value);
    return `${joined}${column}${operator}${operator.startsWith('IS') ? value : '?'}`;
  });
  return { skeleton: terms.join('^'), values };
}

const UNESCAPED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** Facts 5.2: a literal ends at a quote without a backslash; the escapes are few. `pattern` drops the `%` that LIKE has at its ends. */
function readSoql(query: string): Asked {
  const values: string[] = [];
  const skeleton = query.replaceAll(
    /( LIKE )?'((?:\\.|[^'\\])*)'/gsu,
    (_, like: string | undefined, body: string) => {
      const text = like === undefined ? body : body.replace(/^%/, '').replace(/(?<!\\)((?:\\\\)*)%$/, '$1');
      values.push(
        text.replaceAll(/\\(?:u([0-9a-fA-F]{4})|(.))/gsu, (__, hex: string | undefined, char = '') =>
          hex === undefined
            ? (UNESCAPED[String(char)] ?? String(char))
            : String.fromCharCode(parseInt(hex, 16)),
        ),
      );
      return like === undefined ? '?' : `${like}?`;
    },
  );
  return { skeleton, values };
}

const OURS =
  /^sysparm_(query|fields|limit|offset|display_value|exclude_reference_link|suppress_pagination_header|no_count)$/;

function readRequests({ system, columns }: Target, asked: readonly WatchedRequest[]): Asked[] {
  const names = columns.map(({ upstream }) => upstream);
  return system === 'servicenow'
    ? parametersOf(asked, OURS, 'sysparm_query').map((query) => readEncoded(query, names))
    : parametersOf(asked, /^q$/, 'q').map(readSoql);
}

/**
 * What may be asked: exactly what is asked for a harmless value; nothing about the column, where the engine compares by itself; and the wider forms
 * that the adapter has for values that cannot stand everywhere (documented with it). Each holds one value.
 */
async function allowedFor(target: Target, bare: readonly WatchedRequest[]): Promise<Set<string>> {
  const harmless: string[] = [];
  for (const value of ['harmless', '10', 'a'.repeat(32)]) {
    const { asked } = await ask(target, documentOf(target), value);
    harmless.push(...readRequests(target, asked).map(({ skeleton }) => skeleton));
  }
  // Nothing is ruled out by a text that no row can hold, and what is compared by the engine is not told at all.
  const all = await ask(target, `{ ${target.list}(first: 500) { nodes { ${target.key} } } }`, '');
  harmless.push(...readRequests(target, [...bare, ...all.asked]).map(({ skeleton }) => skeleton));
  const wider = harmless.flatMap((skeleton) =>
    target.columns.flatMap(({ upstream }) => [
      skeleton.replace(new RegExp(`${upstream}(STARTSWITH|ENDSWITH|=)\\?`), `${upstream}LIKE?`),
      // Nothing contains, begins with or follows less than the empty text.
      ...['ISNOTEMPTY', 'ISEMPTY'].map((test) =>
        skeleton.replace(new RegExp(`${upstream}(LIKE|STARTSWITH|ENDSWITH|>=?)\\?`), `${upstream}${test}`),
      ),
      skeleton.replace(new RegExp(`${upstream} (LIKE|>=?) \\?`), `${upstream} != null`),
    ]),
  );
  // Salesforce pages through what the engine must filter in the same order as ever, without a limit.
  return new Set(
    [...harmless, ...wider].flatMap((skeleton) => [skeleton, skeleton.replace(/ LIMIT \d+$/, '')]),
  );
}

describe.each(
  TARGETS.map(
    (target, index) =>
      [`${target.system} ${target.columns.map(({ name }) => name).join(', ')}`, index] as const,
  ),
)('no text changes what is asked of %s', (_, index) => {
  const target = TARGETS[index]!;
  let rows: readonly Row[] = [];
  let allowed = new Set<string>();
  beforeAll(async () => {
    const all = await rowsOf(target);
    rows = all.rows;
    allowed = await allowedFor(target, all.asked);
    expect(rows.length).toBeGreaterThan(10);
  });

  it.each(
    CORPUS.map((value) => [JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value), value]),
  )('%s', async (__, value) => {
    const { reply, asked } = await ask(target, documentOf(target), value);
    const strange: Asked[] = [];
    for (const request of readRequests(target, asked)) {
      const honest = request.values.every((one) => one === value || one === value.trim());
      if (!allowed.has(request.skeleton) || !honest) strange.push(request);
    }
    expect(strange).toEqual([]);
    expectRows(target, rows, value, reply);
  });
});

/** Exactly the intended rows, or a refusal that names the column and says what to do. */
function expectRows({ columns, key }: Target, rows: readonly Row[], value: string, { body }: Reply): void {
  const data = body.data as Record<string, { nodes: Record<string, string>[] } | null>;
  const refusals = new Map((body.errors ?? []).map((error) => [error.path?.[0], error]));
  const typeOf = (name: string): ColumnType => columns.find((column) => column.name === name)!.type;
  for (const { name, tests } of columns) {
    const found = new Map<string, readonly string[]>();
    for (const test of tests) {
      const alias = `${name}_${test}`;
      const answer = data[alias];
      if (answer === null || answer === undefined) {
        expect([alias, refusals.get(alias)?.extensions['code']]).toEqual([alias, 'BAD_USER_INPUT']);
        expect(refusals.get(alias)?.message).toContain(name);
        continue;
      }
      const got = answer.nodes.map((node) => node[key]!);
      found.set(test, got);
      // Which of two texts comes first is the owning system's to say; see below.
      if (/^[lg]te?$/.test(test)) continue;
      const input: Input = { [name]: { [test]: test === 'in' || test === 'notIn' ? [value] : value } };
      const expected = rows.filter((row) => holds(input, row, typeOf)).map(({ values }) => values[key]);
      expect([alias, got.toSorted()]).toEqual([alias, expected.toSorted()]);
    }
    const filled = rows
      .filter(({ values }) => (values[name] ?? null) !== null)
      .map(({ values }) => values[key]);
    for (const [below, above] of [
      ['lt', 'gte'],
      ['lte', 'gt'],
    ] as const) {
      const [left, right] = [found.get(below), found.get(above)];
      if (left !== undefined && right !== undefined)
        expect([below, [...left, ...right].toSorted()]).toEqual([below, filled.toSorted()]);
    }
  }
}

describe('a malformed Salesforce id is refused in words, wherever it stands', () => {
  const global = (key: string): string => Buffer.from(`Opportunity:${key}`).toString('base64url');
  it.each([
    ['in a filter', '{ opportunities(filter: { salesforceAccountId: { eq: "001" } }) { nodes { name } } }'],
    [
      'in a list',
      '{ opportunities(filter: { salesforceId: { notIn: ["006000000000000ZZZ"] } }) { nodes { name } } }',
    ],
    ['as a natural key', '{ opportunity(salesforceId: "x") { name } }'],
    ['in a global id', `{ opportunity(id: "${global('006')}") { name } }`],
    ['in a node', `{ node(id: "${global("x'OR'1'='1")}") { id } }`],
  ])('%s', async (_, query) => {
    await stack.forget();
    const { body } = await stack.graphql('agent', query);
    expect(body.errors).toEqual([
      expect.objectContaining({
        message: expect.stringMatching(/is not a Salesforce id of 15 or 18 characters/) as string,
        extensions: expect.objectContaining({ code: 'BAD_USER_INPUT' }) as object,
      }),
    ]);
    expect(await stack.requests('salesforce')).toEqual([]);
  });
});
