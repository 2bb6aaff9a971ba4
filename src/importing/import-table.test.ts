import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { DescribedColumn, ObjectDescription } from '../contract/index.ts';
import { buildCatalog } from '../graphql/declaration/catalog.ts';
import { readSchemaFolder } from '../graphql/declaration/read.ts';
import { buildGraph } from '../graphql/schema.ts';
import { importTable } from './import-table.ts';
import { surroundingsOf } from './surroundings.ts';
import { NameError } from './table-names.ts';
import { camel, line, pluralOf } from './words.ts';

const DECLARED = `
type Person @table(label: "Person", plural: "people") @source(connection: "desk", object: "person") @access(read: ["a"]) {
  id: ID! @key(column: "id")
  number: ID @column(name: "number")
  rows: String @column(name: "rows")
}
type Secret @table(label: "Secret", plural: "secrets", reach: INTERNAL) @source(connection: "desk", object: "secret") @access(read: ["a"]) { id: ID! @key(column: "id") }
`;
const documents = [
  ...(await readSchemaFolder(fileURLToPath(new URL('../../schema/', import.meta.url)))),
  parse(DECLARED),
];
const CONNECTIONS = ['servicenow', 'salesforce', 'erp', 'shipping', 'incident-io', 'all-quiet', 'desk'];
const before = buildCatalog(documents, CONNECTIONS);
const around = surroundingsOf(before.tables, buildGraph(documents, before), documents, null);

function column(upstream: string, more: Partial<DescribedColumn> = {}): DescribedColumn {
  return {
    upstream, label: upstream, type: 'string', native: 'text', nullable: true, writable: true, filterable: true, sortable: true, unique: false, references: [], choices: [], ...more,
  }; // prettier-ignore
}

function object(
  columns: readonly DescribedColumn[],
  more: Partial<ObjectDescription> = {},
): ObjectDescription {
  return {
    object: 'row', label: 'Row', plural: null, key: 'id', columns: [column('id', { type: 'id' }), ...columns], complete: true, children: [], notes: [], ...more,
  }; // prettier-ignore
}

function made(description: ObjectDescription, name?: string) {
  return importTable({ description, connection: 'desk', name, around });
}

/** What the catalog makes of it; throws where it cannot be served. */
function served(sdl: string, type: string) {
  const all = [...documents, parse(sdl)];
  const catalog = buildCatalog(all, CONNECTIONS);
  buildGraph(all, catalog);
  return catalog.tables.get(type);
}

const HOSTILE = ['"', '"""', '\\', '\n', '\r\n', '\u2028', '\u0000', '\ud800', '\u202e', '}', '#', '{instance}', "'; DROP", '"""\n} type Query { x: Int }\n"""', '@access', '__proto__', '', ' ']; // prettier-ignore

describe('the declaration made of an object', () => {
  it('can be served whatever its metadata says, and holds the columns under their own names', () => {
    const text = fc.oneof(
      fc.constantFrom(...HOSTILE),
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary' }),
    );
    const name = fc.oneof(
      text,
      fc.constantFrom('not', 'or', 'id', 'constructor', 'viewer', 'Größe', '2nd', 'a/b', 'a_b', 'aB', '日本'),
    );
    const types = fc.constantFrom(
      'string',
      'text',
      'integer',
      'decimal',
      'boolean',
      'date',
      'choice',
      'json',
      'list',
      'id',
    );
    const columns = fc.uniqueArray(
      fc.record({
        upstream: name,
        label: text,
        help: text,
        type: types,
        choices: fc.array(fc.record({ value: text, label: text }), { maxLength: 3 }),
      }),
      { selector: ({ upstream }) => upstream, maxLength: 8 },
    );
    fc.assert(
      fc.property(columns, text, text, text, (all, label, plural, help) => {
        const own = all
          .filter(({ upstream }) => upstream !== 'id')
          .map((each) => column(each.upstream, each));
        const { sdl, type } = made(object(own, { label, plural, help }));
        const table = served(sdl, type);
        const upstreams = [...(table?.columns.values() ?? [])]
          .filter(({ name: key }) => key !== 'id')
          .map(({ upstream }) => upstream);
        expect(upstreams.toSorted()).toEqual(
          [
            'id',
            ...own.flatMap(({ upstream }) => (upstream === '' || /\p{Cs}/u.test(upstream) ? [] : [upstream])),
          ].toSorted(),
        );
      }),
      { numRuns: 25 },
    );
  });

  it('names no type that is there, and refuses a wanted name that is taken or none', () => {
    expect(made(object([], { object: 'incident' })).type).toBe('DeskIncident');
    expect(made(object([], { object: 'Query' })).type).toBe('DeskQuery');
    expect(made(object([], { object: 'ticket' }), 'Ticket').type).toBe('Ticket');
    for (const name of ['Incident', 'IncidentConnection', 'ticket', 'A-B', '__X', 'Node'])
      expect(() => made(object([]), name), name).toThrow(NameError);
  });

  it('leads to declared tables and back, by key or by another column, and never to internal ones', () => {
    const reference = (upstream: string, to: string, aim: string | null) =>
      column(upstream, { type: 'id', references: [{ object: to, column: aim }] });
    const { sdl, type } = made(
      object([
        reference('owner_id', 'person', null),
        reference('tester_id', 'person', 'number'),
        reference('parent', 'row', null),
        reference('hidden_id', 'secret', null),
        reference('lost_id', 'nowhere', null),
        column('any_id', {
          type: 'id',
          references: [
            { object: 'person', column: null },
            { object: 'row', column: null },
          ],
        }),
      ]),
    );
    const table = served(sdl, type);
    expect(
      [...(table?.references.values() ?? [])].map(({ name, table: to, to: aim }) => `${name} ${to}.${aim}`),
    ).toEqual(['owner Person.id', 'tester Person.number', 'parent Row.id']);
    // `rows` is a column of Person already.
    expect(sdl).toMatch(
      /extend type Person \{[\s\S]* rowsByOwner: RowConnection @related\(column: "owner_id"\)/,
    );
    expect(sdl).toContain('rowsByTester: RowConnection @related(column: "tester_id", from: "number")');
    expect(sdl).toContain('rowsByParent: RowConnection @related(column: "parent")');
    expect(sdl).toContain('anyId: ID @column(name: "any_id")');
  });

  it('is open to administrators only, and says so', () => {
    const { sdl, notes } = made(object([]));
    expect(sdl.match(/@access\([^)]*\)/g)).toEqual(['@access(read: ["admin"])']);
    expect(notes.join()).toContain('change @access');
  });

  it('refuses an object without a key', () => {
    expect(() => made(object([], { key: null }))).toThrow(/no single column that identifies a row/);
  });
});

it.each([
  ['Amount_EUR__c', 'amountEur'],
  ['ns__Field_Name__c', 'nsFieldName'],
  ['u_valid_until', 'validUntil'],
  ['AccountId', 'accountId'],
  ['CustomerID', 'customerId'],
  ['KUNNR', 'kunnr'],
  ['Address/City', 'addressCity'],
  ['a["odd name"].b', 'aOddNameB'],
  ['Straße', 'strasse'],
  ['2ndLine', 'n2ndLine'],
  ['__typename', 'typename'],
  ['日本', 'column'],
  ['', 'column'],
])('camel(%j) is %s', (name, expected) => expect(camel(name)).toBe(expected));

it.each([
  ['opportunity', 'opportunities'],
  ['key', 'keys'],
  ['box', 'boxes'],
  ['equipment', 'equipmentList'],
  ['case', 'cases'],
])('pluralOf(%s) is %s', (name, expected) => expect(pluralOf(name)).toBe(expected));

it('cuts a text between characters', () => expect(line('👍👍👍👍', 3)).toBe('👍👍…'));
