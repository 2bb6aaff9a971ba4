import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { createGraphQLAdapter } from '../../adapters/graphql/index.ts';
import { createODataAdapter } from '../../adapters/odata/index.ts';
import { createRestAdapter } from '../../adapters/rest/index.ts';
import { toCondition } from '../../src/graphql/filter-input.ts';
import type { BoundTable, Row } from '../../src/contract/index.ts';
import { callsToApollo, type Sent } from './graphql/apollo-send.ts';
import { deskServer } from './graphql/desk-server.ts';
import { incident, incidentRows } from './graphql/desk-tables.ts';
import { HOSTILE } from './hostile.ts';
import { serveOData } from './odata-server.ts';
import { isError, readAll } from './reading.ts';
import { INCIDENTS } from './rest/incident-data.ts';
import { incidentServer } from './rest/incident-server.ts';
import { INCIDENT, incidentRow } from './rest/incident-table.ts';
import { keep } from '../../src/engine/materialise.ts';
import type { TableDefinition } from '../../src/engine/definition.ts';
import { holds } from './same-answer/holds.ts';
import type { Input } from './same-answer/inputs.ts';
import { requestFor, type Target } from './setup.ts';
import { boundTable } from './tables.ts';

const CORPUS = [
  ...HOSTILE,
  '&$filter=true',
  "' or '1' eq '1",
  '}) { id } #',
  '"\\") {',
  'x\ud83d',
  "'".repeat(900),
  'y'.repeat(2_000),
];

/** A request in two: what does not depend on the value, and every value in it. */
interface Asked {
  readonly skeleton: string;
  readonly values: readonly string[];
}

interface Setup extends Target {
  readonly name: string;
  readonly rows: readonly Row[];
  /** Column to the tests that are tried on it. */
  readonly tests: Readonly<Record<string, readonly string[]>>;
  /** What has been asked since the last call. */
  readonly asked: () => readonly Asked[];
  /** What stands in a request for this value. */
  readonly standsFor: (value: string) => readonly string[];
}

const TEXT = ['eq', 'ne', 'in', 'notIn', 'lt', 'gte', 'contains', 'startsWith', 'endsWith'];
const EQUALITY = ['eq', 'ne', 'in', 'notIn'];

const FOLDER = join(import.meta.dirname, '../../adapters/odata/fixtures/billing');
const invoices = JSON.parse(readFileSync(join(FOLDER, 'Invoices.json'), 'utf8')) as Record<
  string,
  string | null
>[];
const billing = await serveOData(FOLDER, '/odata/v4/billing', { Invoices: invoices, Customers: [] });
const invoice: BoundTable = {
  ...boundTable('Invoice', 'Invoices', {
    id: ['id', 'InvoiceID'],
    title: ['string', 'Title'],
    status: ['choice', 'Status'],
  }),
  options: { paging: 'skip', nullOrder: 'unknown' },
};
const incidents = await incidentServer(INCIDENTS);
const desk = deskServer();
await desk.start();
const sent: Sent[] = [];
afterAll(() => Promise.all([billing.close(), incidents.close(), desk.stop()]));

/** OData's ABNF: a literal stands between quotes, and a quote in it is doubled. */
function readOData(target: string): Asked {
  const values: string[] = [];
  const [path = '', query = ''] = target.split('?');
  const options = query.split('&').map((option) => {
    const [name = '', ...rest] = option.split('=');
    const text = decodeURIComponent(rest.join('='));
    const skeleton = text.replaceAll(/'((?:[^']|'')*)'/g, (_, body: string) => {
      values.push(body.replaceAll("''", "'"));
      return '?';
    });
    return `${name}=${skeleton}`;
  });
  return { skeleton: `${path}?${options.join('&')}`, values };
}

function readRest(request: string): Asked {
  const url = new URL(request.replace(/^[A-Z]+ /, ''), 'http://here');
  const given = [...url.searchParams].filter(([name]) => name !== 'after');
  const fixed = (name: string): boolean => ['page_size', 'sort_by'].includes(name);
  return {
    skeleton: `${url.pathname} ${given.map(([name, value]) => (fixed(name) ? `${name}=${value}` : name)).join(' ')}`,
    values: given.filter(([name]) => !fixed(name)).map(([, value]) => value),
  };
}

/** All strings in the variables of a document, beside those of pages and orders. */
function readGraphQL({ query, variables }: Sent): Asked {
  const values: string[] = [];
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return values.push(value) && '?';
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, walk(inner)]));
  };
  const where = Object.entries(variables).filter(
    ([, value]) => typeof value === 'object' && !Array.isArray(value),
  );
  return {
    skeleton: `${query} ${JSON.stringify(where.map(([name, value]) => [name, walk(value)]))}`,
    values,
  };
}

const SETUPS: readonly Setup[] = [
  {
    name: 'odata',
    adapter: createODataAdapter({ path: '/odata/v4/billing', pageSize: 400 }),
    table: invoice,
    call: billing.call,
    rows: invoices.map(({ InvoiceID = null, Title = null, Status = null }) => ({
      values: {
        id: InvoiceID,
        title: Title,
        status: Status === null ? null : { value: Status, label: Status },
      },
    })),
    tests: { title: TEXT, status: EQUALITY, id: EQUALITY },
    asked: () => billing.targets.splice(0).map(readOData),
    standsFor: (value) => [value, value.toLowerCase()],
  },
  {
    name: 'rest',
    adapter: createRestAdapter(),
    table: INCIDENT,
    call: incidents.call,
    rows: INCIDENTS.map(incidentRow),
    tests: { status: EQUALITY, severityId: EQUALITY, name: TEXT },
    asked: () => incidents.requests.splice(0).map(readRest),
    standsFor: (value) => [value],
  },
  {
    name: 'graphql',
    adapter: createGraphQLAdapter(),
    table: incident,
    call: callsToApollo(desk, sent),
    rows: incidentRows,
    tests: { title: TEXT, state: EQUALITY, reporterId: EQUALITY },
    asked: () => sent.splice(0).map(readGraphQL),
    standsFor: (value) => [value],
  },
];

/** Keys that a filter finds, all the way through the adapter and the engine's residual; null where the value is refused. */
async function find(
  { adapter, table, call }: Setup,
  input: Input,
  known: Map<string, Promise<Row[]>>,
): Promise<string[] | null> {
  const condition = toCondition(input);
  try {
    const columns = [...new Set([table.key, ...Object.keys(input)])];
    const request = requestFor(table, { filter: condition || null, select: { columns, joins: {} } });
    const plan = adapter.plan(table, request);
    // What the engine compares by itself is asked for in the same words each time: once is enough.
    const handle = JSON.stringify(plan.handle);
    const read = known.get(handle) ?? readAll({ adapter, table, call }, plan);
    known.set(handle, read);
    const rows = keep(table as unknown as TableDefinition, await read, plan.residual);
    return rows.map(({ values }) => values[table.key] as string).toSorted();
  } catch (error) {
    if (isError(error) && error.kind === 'invalid-input') return null;
    throw error;
  }
}

const inputOf = (column: string, test: string, value: string): Input => ({
  [column]: { [test]: test === 'in' || test === 'notIn' ? [value] : value },
});

describe.each(SETUPS.map((setup) => [setup.name, setup] as const))(
  'no text changes what is asked of %s',
  (_, setup) => {
    const cases = Object.entries(setup.tests).flatMap(([column, tests]) =>
      tests.map((test) => [column, test] as const),
    );
    const typeOf = (name: string) => setup.table.columns.get(name)!.type;

    it.each(cases)('%s %s', async (column, test) => {
      setup.asked();
      const known = new Map<string, Promise<Row[]>>();
      await find(setup, inputOf(column, test, 'harmless'), known);
      const [told] = setup.asked();
      await find(setup, { [column]: { isNull: false } }, known);
      await find(setup, { [column]: { isNull: true } }, known);
      await find(setup, { [column]: {} }, known);
      const allowed = new Set([told, ...setup.asked()].map((asked) => pageless(asked?.skeleton ?? '')));
      for (const value of CORPUS) {
        const input = inputOf(column, test, value);
        const got = await find(setup, input, known);
        for (const { skeleton, values } of setup.asked()) {
          expect([value, allowed.has(pageless(skeleton)), skeleton]).toEqual([value, true, skeleton]);
          for (const one of values) expect([value, ...setup.standsFor(value)]).toContain(one);
        }
        if (got === null || test === 'lt' || test === 'gte') continue;
        const expected = setup.rows
          .filter((row) => holds(input, row, typeOf))
          .map(({ values }) => values[setup.table.key] as string);
        expect([value, got]).toEqual([value, expected.toSorted()]);
      }
    });
  },
);

/** Later pages differ in where they start. */
function pageless(skeleton: string): string {
  return skeleton.replace(/&?\$skip=\d+/, '').replace(/,? ?\$?after: [^,)]+/g, '');
}
