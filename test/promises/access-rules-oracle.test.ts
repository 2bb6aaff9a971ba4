import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { Source, type DocumentNode } from 'graphql';
import { expect, it } from 'vitest';
import { createMemoryAdapter } from '../../adapters/memory/index.ts';
import { DomainTree } from '../../src/access/domains.ts';
import { VIEWER_KINDS, type Viewer } from '../../src/access/viewer.ts';
import { CasegraphError } from '../../src/contract/index.ts';
import { Engine } from '../../src/engine/engine.ts';
import type { Rows } from '../../src/engine/query.ts';
import { buildCatalog } from '../../src/graphql/declaration/catalog.ts';
import { DeclarationError } from '../../src/graphql/declaration/problem.ts';
import { parseSources } from '../../src/graphql/declaration/read.ts';
import { toCondition } from '../../src/graphql/filter-input.ts';

/**
 * Random rules over random rows: what the engine shows, counts, filters and sorts equals what the plainest reading of the rules says, written down here once
 * more. Rules are made as data; the engine gets them as a declaration.
 */
interface Test {
  readonly column: 'state' | 'owner' | 'size';
  readonly op: 'eq' | 'ne' | 'lt' | 'isNull';
  /** `ME`: the viewer's own user. */
  readonly value: string | number | boolean;
}
interface Rule {
  readonly deny: boolean;
  readonly roles: readonly string[] | null;
  readonly kinds: readonly Viewer['kind'][] | null;
  readonly where: Test | null;
  readonly adminOverrides: boolean;
}
type Row = Readonly<Record<string, string | number | null>>;
type Asked = { readonly [name in string]: unknown };

const COLUMNS = ['state', 'owner', 'size', 'secret'] as const;
type Column = (typeof COLUMNS)[number];

const cells: Readonly<Record<Column, fc.Arbitrary<string | number | null>>> = {
  state: fc.constantFrom(null, 'open', 'shut'),
  owner: fc.constantFrom(null, 'ada', 'bo'),
  size: fc.constantFrom(null, 0, 1, 2),
  secret: fc.constantFrom(null, 'x', 'y', 'z'),
};
const rows = fc
  .array(fc.record(cells), { maxLength: 8 })
  .map((list) => list.map((row, index): Row => ({ id: `r${index}`, ...row })));

const ruleTest: fc.Arbitrary<Test> = fc.oneof(
  fc.record({
    column: fc.constantFrom('state' as const),
    op: fc.constantFrom('eq' as const, 'ne' as const),
    value: fc.constantFrom('open', 'shut'),
  }),
  fc.record({
    column: fc.constantFrom('owner' as const),
    op: fc.constantFrom('eq' as const, 'ne' as const),
    value: fc.constantFrom('ME', 'ada'),
  }),
  fc.record({
    column: fc.constantFrom('size' as const),
    op: fc.constantFrom('lt' as const, 'eq' as const),
    value: fc.constantFrom(1, 2),
  }),
  fc.record({
    column: fc.constantFrom('size' as const, 'state' as const),
    op: fc.constant('isNull' as const),
    value: fc.boolean(),
  }),
);
const rule: fc.Arbitrary<Rule> = fc
  .record({
    deny: fc.boolean(),
    roles: fc.option(fc.subarray(['r1', 'r2'], { minLength: 1 }), { freq: 1 }),
    kinds: fc.option(fc.subarray([...VIEWER_KINDS], { minLength: 2 }), { freq: 1 }),
    where: fc.option(ruleTest, { freq: 3 }),
    adminOverrides: fc.boolean(),
  })
  .filter(({ roles, kinds, where }) => roles !== null || kinds !== null || where !== null);
const allow = rule.map((one) => ({ ...one, deny: false }));

const viewer: fc.Arbitrary<Viewer> = fc
  .record({
    roles: fc.subarray(['r1', 'r2', 'admin'], { minLength: 1 }),
    kind: fc.constantFrom(...VIEWER_KINDS.slice(0, 2)),
    user: fc.option(fc.constantFrom('ada', 'bo')),
  })
  .map(({ roles, kind, user }) => ({
    subject: 's',
    name: 'S',
    kind,
    roles: new Set(roles),
    domain: 'TOP',
    domains: [],
    ...(user === null ? {} : { user }),
  }));

const leaf: fc.Arbitrary<Asked> = fc.oneof(
  ...COLUMNS.flatMap((column) => [
    fc.record({ [column]: fc.record({ eq: cells[column].filter((value) => value !== null) }) }),
    fc.record({ [column]: fc.record({ ne: cells[column].filter((value) => value !== null) }) }),
    fc.record({ [column]: fc.record({ isNull: fc.boolean() }) }),
  ]),
);
const filter = fc.letrec<{ filter: Asked }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    tie('filter').map((not) => ({ not })),
    fc.array(tie('filter'), { minLength: 1, maxLength: 3 }).map((and) => ({ and })),
    fc.array(tie('filter'), { minLength: 1, maxLength: 3 }).map((or) => ({ or })),
  ),
})).filter;
const order = fc.option(
  fc.record({
    column: fc.constantFrom(...COLUMNS),
    direction: fc.constantFrom('asc' as const, 'desc' as const),
  }),
);

// The oracle.

function ruleHolds(one: Rule, who: Viewer, row: Row): boolean {
  if (one.kinds !== null && !one.kinds.includes(who.kind)) return false;
  const admin = one.adminOverrides && who.roles.has('admin');
  if (one.roles !== null && !admin && !one.roles.some((role) => who.roles.has(role))) return false;
  if (one.where === null) return true;
  const { column, op, value } = one.where;
  const cell = row[column] ?? null;
  if (op === 'isNull') return (cell === null) === value;
  if (value === 'ME' && who.user === undefined) return false;
  const other = value === 'ME' ? who.user : value;
  if (op === 'ne') return cell !== other;
  if (cell === null) return false;
  return op === 'eq' ? cell === other : cell < other!;
}

function passes(rules: readonly Rule[], who: Viewer, row: Row, otherwise: boolean): boolean {
  if (rules.some((one) => one.deny && !ruleHolds(one, who, row))) return false;
  const allowing = rules.filter(({ deny }) => !deny);
  return allowing.length === 0 ? otherwise : allowing.some((one) => ruleHolds(one, who, row));
}

/** Whether a row matches; a test of a hidden cell fails, with `not` around it or without. */
function matches(asked: Asked, row: Row, shows: (column: string) => boolean, negated = false): boolean {
  const each = Object.entries(asked).map(([name, value]) => {
    if (name === 'not') return matches(value as Asked, row, shows, !negated);
    if (name === 'and' || name === 'or') {
      const parts = (value as Asked[]).map((part) => matches(part, row, shows, negated));
      return (name === 'and') !== negated ? parts.every(Boolean) : parts.some(Boolean);
    }
    if (!shows(name)) return false;
    const [[op, operand]] = Object.entries(value as Asked) as [[string, unknown]];
    const cell = row[name] ?? null;
    const found = op === 'isNull' ? (cell === null) === operand : (cell === operand) === (op === 'eq');
    return found !== negated;
  });
  return negated ? each.some(Boolean) : each.every(Boolean);
}

function compare(left: Row, right: Row, by: { column: string; direction: 'asc' | 'desc' } | null): number {
  const [a, b] = by === null ? [null, null] : [left[by.column] ?? null, right[by.column] ?? null];
  const sign = by?.direction === 'desc' ? -1 : 1;
  if (a !== b) return sign * (a === null ? -1 : b === null || a > b ? 1 : -1);
  return left['id']! < right['id']! ? -1 : 1;
}

// The engine, with the same rules as a declaration.

function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (value === 'ME') return '{ viewer: "user" }';
  return JSON.stringify(value);
}

function directive({ deny, roles, kinds, where, adminOverrides }: Rule): string {
  const parts = [
    ...(roles === null ? [] : [`${deny ? 'roles' : 'read'}: ${literal(roles)}`]),
    ...(kinds === null ? [] : [`kinds: [${kinds.join(', ').toUpperCase()}]`]),
    ...(where === null ? [] : [`where: { ${where.column}: { ${where.op}: ${literal(where.value)} } }`]),
    `adminOverrides: ${adminOverrides}`,
    ...(deny ? ['on: [READ]'] : []),
  ];
  return `@${deny ? 'denyUnless' : 'access'}(${parts.join(', ')})`;
}

const FRAME = new Source(
  readFileSync(new URL('../../schema/directives.graphql', import.meta.url), 'utf8'),
  'directives.graphql',
);

/** `null` for rules that say the same twice: those are refused, which is tested elsewhere. */
function catalogOf(documents: readonly DocumentNode[]) {
  try {
    return buildCatalog(documents, ['x']);
  } catch (error) {
    if (error instanceof DeclarationError && error.message.includes('already')) return null;
    throw error;
  }
}

function engineFor(
  records: readonly Row[],
  table: readonly Rule[],
  fields: Readonly<Record<Column, readonly Rule[]>>,
  pushdown: boolean,
): Engine | null {
  const of = (column: Column): string => fields[column].map(directive).join(' ');
  const sdl = `type Thing @table(label: "Thing", plural: "things") @source(connection: "x", object: "thing") ${table.map(directive).join(' ')} {
    id: ID! @key(column: "id") state: String ${of('state')} owner: String ${of('owner')} size: Int ${of('size')} secret: String ${of('secret')} }`;
  const documents: readonly DocumentNode[] = parseSources([FRAME, new Source(sdl, 'things.graphql')]);
  const adapter = createMemoryAdapter(
    new Map([['thing', records]]),
    pushdown ? {} : { pushdown: 'none', ordered: false, count: false },
  );
  const catalog = catalogOf(documents);
  if (catalog === null) return null;
  return new Engine({
    catalog,
    upstreams: {
      adapter: () => adapter,
      send: () => () => Promise.reject(new Error('nothing is sent')),
      identity: () => 'service',
      sharesRows: () => true,
    },
    domains: () => new DomainTree([]),
    now: () => 0,
    scanRows: 1000,
    cacheBytes: 10_000,
  });
}

interface Question {
  readonly who: Viewer;
  readonly asked: Asked | null;
  readonly by: { readonly column: Column; readonly direction: 'asc' | 'desc' } | null;
}

function ask(engine: Engine, { who, asked, by }: Question): Promise<Rows | CasegraphError> {
  const reader = engine.reader({ viewer: who, signal: new AbortController().signal, requestId: 'test' });
  const end = { column: 'id', direction: 'asc' as const };
  const list = {
    filter: toCondition(asked),
    order: by === null ? [end] : [by, end],
    first: 100,
    after: null,
    count: true,
  };
  const table = engine.catalog.tables.get('Thing')!;
  return reader
    .list(table, list, { columns: new Set(COLUMNS), relations: new Map() })
    .catch((error: unknown) => error as CasegraphError);
}

interface World {
  readonly records: readonly Row[];
  readonly table: readonly Rule[];
  readonly fields: Readonly<Record<Column, readonly Rule[]>>;
}

/** Refused altogether: what no row can change, so nothing may have been there to see. */
function expectRefusal({ records, table, fields }: World, who: Viewer, error: Error): void {
  expect(error).toMatchObject({ kind: 'forbidden' });
  const named = /by (.+)\.$/.exec(error.message)?.[1]?.split(', ');
  for (const row of records) {
    if (named === undefined) expect(passes(table, who, row, false)).toBe(false);
    else for (const column of named) expect(passes(fields[column as Column], who, row, true)).toBe(false);
  }
}

function expectRows({ records, table, fields }: World, { who, asked, by }: Question, answer: Rows): void {
  const shows = (row: Row) => (column: string) => passes(fields[column as Column], who, row, true);
  const expected = records
    .filter((row) => passes(table, who, row, false))
    .filter((row) => asked === null || matches(asked, row, shows(row)))
    .filter((row) => by === null || shows(row)(by.column))
    .sort((a, b) => compare(a, b, by));
  expect(answer.totalCount).toBe(expected.length);
  expect(
    answer.nodes.map((node) =>
      COLUMNS.map((column) => (node[column] instanceof Error ? null : node[column])),
    ),
  ).toEqual(expected.map((row) => COLUMNS.map((column) => (shows(row)(column) ? row[column] : null))));
  for (const column of COLUMNS) {
    const hidden = expected.flatMap((row, index) => (shows(row)(column) ? [] : [index]));
    const errors = answer.nodes.flatMap(({ [column]: cell }, index) =>
      cell instanceof CasegraphError ? [{ index, affected: cell.affected }] : [],
    );
    expect(errors).toEqual(hidden.length === 0 ? [] : [{ index: hidden[0], affected: hidden.length - 1 }]);
  }
}

it('what the engine shows equals what the rules say', async () => {
  const seen = { rows: 0, refused: 0 };
  const world = fc.record({
    records: rows,
    table: fc.tuple(allow, fc.array(rule, { maxLength: 2 })).map(([first, more]) => [first, ...more]),
    fields: fc.record({
      state: fc.constant([]),
      owner: fc.array(rule, { maxLength: 1 }),
      size: fc.array(rule, { maxLength: 2 }),
      secret: fc.array(rule, { minLength: 1, maxLength: 3 }),
    }),
  });
  const question = fc.record({ who: viewer, asked: fc.option(filter), by: order });
  const questions = fc.array(question, { minLength: 10, maxLength: 10 });
  await fc.assert(
    fc.asyncProperty(world, questions, fc.boolean(), async (rules, asks, pushdown) => {
      const engine = engineFor(rules.records, rules.table, rules.fields, pushdown);
      if (engine === null) return;
      for (const one of asks) {
        const answer = await ask(engine, one);
        seen[answer instanceof Error ? 'refused' : 'rows'] += 1;
        if (answer instanceof Error) expectRefusal(rules, one.who, answer);
        else expectRows(rules, one, answer);
      }
    }),
    { numRuns: 150 },
  );
  expect(seen.rows).toBeGreaterThan(300);
  // What is drawn differs from run to run; far fewer would mean that refusals are hardly looked at.
  expect(seen.refused).toBeGreaterThan(15);
}, 30_000);
