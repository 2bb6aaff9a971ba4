import { parse, Source } from 'graphql';
import { expect, it } from 'vitest';
import type { BoundTable, ColumnType, DescribedColumn, ObjectDescription } from '../../contract/index.ts';
import { compare, upstreamProblems } from './compare.ts';

const person: BoundTable = bound('Person', 'person', [['id', 'sys_id', 'id']]);

function bound(
  name: string,
  object: string,
  columns: readonly (readonly [string, string, ColumnType])[],
  joins: BoundTable['joins'] = new Map(),
): BoundTable {
  return {
    name, connection: 'desk', object, key: 'id', joins, options: {},
    columns: new Map(columns.map(([column, upstream, type]) => [column, { name: column, upstream, type }])),
  }; // prettier-ignore
}

function column(upstream: string, type: ColumnType, more: Partial<DescribedColumn> = {}): DescribedColumn {
  return {
    upstream, label: upstream, type, native: type, nullable: true, writable: true, filterable: true, sortable: true, unique: false, references: [], choices: [], ...more,
  }; // prettier-ignore
}

function described(
  columns: readonly DescribedColumn[],
  more: Partial<ObjectDescription> = {},
): ObjectDescription {
  return {
    object: 'row',
    label: 'Row',
    plural: null,
    key: 'sys_id',
    columns,
    complete: true,
    children: [],
    notes: [],
    ...more,
  };
}

const messages = (table: BoundTable, description: ObjectDescription) =>
  compare(table, description).map(({ column: name, message }) => `${name}: ${message}`);

it.each<[declared: ColumnType, found: ColumnType, fits: boolean]>([
  ['boolean', 'string', false],
  ['boolean', 'boolean', true],
  ['date', 'boolean', false],
  ['decimal', 'integer', true],
  ['integer', 'string', false],
  ['string', 'choice', true],
  ['string', 'integer', false],
  ['choice', 'integer', true],
  ['datetime', 'date', false],
  ['list', 'boolean', false],
  ['json', 'boolean', true],
  ['reference', 'date', false],
])('declared as %s where %s is: fits %s', (declared, found, fits) => {
  const problems = messages(bound('Row', 'row', [['x', 'u_x', declared]]), described([column('u_x', found)]));
  expect(problems).toEqual(
    fits ? [] : [expect.stringContaining(`declared as ${declared}, but holds ${found}`)],
  );
});

it('names the nearest of the columns that are there, and is silent where not all are known', () => {
  const table = bound('Row', 'row', [['state', 'stat', 'string'], ['city', 'Account.City', 'string'], ['notes', 'work_notes', 'string']]); // prettier-ignore
  const columns = [column('state', 'string')];
  expect(messages(table, described(columns, { left: ['work_notes'] }))).toEqual([
    expect.stringMatching(/^state: row has no column stat, .*Did you mean state\?$/),
  ]);
  expect(messages(table, described(columns, { complete: false }))).toEqual([]);
});

it.each<[more: Partial<DescribedColumn>, message: RegExp | null]>([
  [{ references: [{ object: 'person', column: null }] }, null],
  [
    {
      references: [
        { object: 'group', column: null },
        { object: 'person', column: null },
      ],
    },
    null,
  ],
  [
    { references: [{ object: 'group', column: null }] },
    /owner leads to Person \(person\), but u_owner refers to group/,
  ],
  [
    { references: [{ object: 'person', column: 'number' }] },
    /leads to the key of Person \(sys_id\), but holds number/,
  ],
  [{}, /u_owner is no reference there/],
  [{ guessed: true }, null],
])('a reference that is %j upstream', (more, message) => {
  const joins = new Map([['owner', { column: 'ownerId', table: () => person }]]);
  const table = bound('Row', 'row', [['ownerId', 'u_owner', 'reference']], joins);
  const problems = compare(table, described([column('u_owner', 'id', more)])).map(
    (problem) => problem.message,
  );
  expect(problems).toEqual(message === null ? [] : [expect.stringMatching(message)]);
});

it('says where the column is declared: the field, the relation, or the mapping of the source', () => {
  const sdl = `type Row @source(connection: "desk", object: "row", columns: { b: "u_lost" }) {
  a: String @column(name: "u_gone")
  b: String @column(name: "u_b")
  owner: Person @reference(column: "u_away")
}
extend type Person { rows: RowConnection
  @related(column: "u_left") }`;
  const table = bound('Row', 'row', [['a', 'u_gone', 'string'], ['b', 'u_lost', 'string'], ['#u_away', 'u_away', 'reference'], ['#u_left', 'u_left', 'reference']]); // prettier-ignore
  const problems = upstreamProblems(
    [parse(new Source(sdl, 'row.graphql'))],
    table,
    described([column('other', 'string')]),
  );
  expect(problems.map(({ file, line, column: at }) => `${file}:${line}:${at}`)).toEqual([
    'row.graphql:2:3',
    'row.graphql:1:10',
    'row.graphql:4:3',
    'row.graphql:6:22',
  ]);
});
