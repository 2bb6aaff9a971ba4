import { describe, expect, it } from 'vitest';
import { createGraphQLAdapter } from '../../../adapters/graphql/index.ts';
import type { BoundTable } from '../../../src/contract/index.ts';
import { incident, INCIDENT_OPTIONS } from './desk-tables.ts';

const adapter = createGraphQLAdapter();
const { list, keys } = INCIDENT_OPTIONS;

function problems(options: Record<string, unknown>): string[] {
  const table: BoundTable = { ...incident, options: { ...INCIDENT_OPTIONS, ...options } };
  return adapter.check(table).map(({ message }) => message);
}

describe('a declaration', () => {
  it.each<[string, Record<string, unknown>, string]>([
    ['an unknown option', { lists: {} }, 'options knows no "lists"; it knows list, one'],
    ['a list that is no object', { list: 'incidents' }, 'options.list is "incidents"; write an object'],
    [
      'no field',
      { list: { ...list, field: undefined } },
      'options.list.field is missing; write a GraphQL name',
    ],
    [
      'a field that is code',
      { list: { ...list, field: 'x { y }' } },
      'options.list.field is "x { y }"; write',
    ],
    [
      'rows that are no path',
      { list: { ...list, rows: 'a..b' } },
      'options.list.rows is "a..b"; write field names joined by dots',
    ],
    ['pages of a plain list', { list: { ...list, rows: '' } }, 'options.list.rows is missing'],
    [
      'a page style',
      { list: { ...list, page: { style: 'cursor' } } },
      'options.list.page.style is "cursor"; write one of "relay", "offset", "none"',
    ],
    ['a page size', { list: { ...list, page: { style: 'relay', size: 0 } } }, 'write a whole number from 1'],
    [
      'a type',
      { list: { ...list, page: { style: 'relay', types: { first: 'Int) { x' } } } },
      'options.list.page.types.first is',
    ],
    [
      'an order without columns',
      { list: { ...list, order: { style: 'objects', type: '[O!]' } } },
      'options.list.order.columns is missing',
    ],
    [
      'an order by half',
      { list: { ...list, order: { style: 'values', type: '[O!]', columns: { title: 'T' } } } },
      'write { asc: "…", desc: "…" }',
    ],
    [
      'an operator',
      { list: { ...list, filter: { ...list.filter, columns: { id: ['in', 'like'] } } } },
      'knows no operator "like"; it knows eq',
    ],
    [
      'a null test without value',
      { list: { ...list, filter: { ...list.filter, columns: { id: ['in', 'null'] } } } },
      'write { name: "isNull", value: true }',
    ],
    [
      'a filter without the key',
      { list: { ...list, filter: { ...list.filter, columns: { title: ['eq'] } } } },
      'options.list.filter cannot test the key',
    ],
    [
      'a filter of an unknown column',
      { list: { ...list, filter: { ...list.filter, columns: { id: ['in'], x: ['eq'] } } } },
      'names "x", which is no column',
    ],
    [
      'a lookup of an unknown column',
      { keys: { ...keys, column: 'x' } },
      'the lookup incidentsByIds names the column "x"',
    ],
    [
      'a pattern',
      { one: { field: 'incident', pattern: '(' } },
      'options.one.pattern is "("; write a regular expression',
    ],
    ['a relation', { relations: { reporter: 'a b' } }, 'options.relations.reporter is "a b"; write'],
    ['an unknown relation', { relations: { nobody: 'a' } }, 'options.relations names "nobody"'],
    [
      'half a choice',
      { choices: { state: { label: 'name' } } },
      'options.choices.state gives one path; write both',
    ],
    ['a choice of no choice', { choices: { title: {} } }, '"title" is no column of type choice'],
    ['joins', { joins: 99 }, 'options.joins is 99; write how deep'],
    [
      'a fixed argument',
      { list: { ...list, arguments: { kind: 'X' } } },
      'options.list.arguments.kind is "X"; write { type: "String!"',
    ],
  ])('is refused for %s', (_, options, words) => {
    expect(problems(options).join('\n')).toContain(words);
  });

  it('is refused when rows cannot be found by key', () => {
    const table = { ...incident, options: {} };
    expect(
      adapter
        .check(table)
        .map(({ message }) => message)
        .join(),
    ).toContain('cannot be found by their key; write options.one');
  });

  it('is refused when a field is both a value and an object, or written', () => {
    const columns = new Map(incident.columns);
    columns.set('title', { name: 'title', type: 'string', upstream: 'reporter', writable: true });
    const found = adapter.check({ ...incident, columns }).filter(({ column }) => column === 'title');
    expect(found.map(({ message }) => message).join('\n')).toMatch(
      /only read(.|\n)*an object by reporterCity/,
    );
  });
});
