import { describe, expect, it } from 'vitest';
import { check } from './check.ts';
import { tableWith } from './testing/tables.ts';

const list = { path: '/invoices', rows: 'items', page: { style: 'none' } };
const cursor = { style: 'cursor', cursorParam: 'after', next: 'next' };
const keys = { column: 'id', path: '/invoices', query: { ids: '{keys}' }, rows: 'items' };

const BAD: [string, Record<string, unknown>, RegExp][] = [
  ['no options', {}, /options\.list/],
  ['an unknown option', { list, lists: 1 }, /unknown "lists"; known here: list, one, keys, choices/],
  [
    'an unknown page style',
    { list: { ...list, page: { style: 'pages' } } },
    /page\.style: unknown page style; expected one of offset/,
  ],
  ['a cursor without its place', { list: { ...list, page: { ...cursor, next: undefined } } }, /needs "next"/],
  [
    'an option of another style',
    { list: { ...list, page: { style: 'none', offsetParam: 'o' } } },
    /offsetParam means nothing/,
  ],
  [
    'a size that is not told',
    { list: { ...list, page: { ...cursor, sizeParam: 's' } } },
    /"sizeParam" needs "size"/,
  ],
  ['rows that are no path', { list: { ...list, rows: 'a b' } }, /list\.rows: is no JSON path/],
  ['a path with a query', { list: { ...list, path: '/invoices?x=1' } }, /put parameters into "query"/],
  ['a path to another host', { list: { ...list, path: '//evil.example/x' } }, /starts with one "\/"/],
  ['a path that climbs', { list: { ...list, path: '/a/%2e%2e/b' } }, /no "\." and no "\.\."/],
  ['a key in the list', { list: { ...list, path: '/invoices/{key}' } }, /\{key\} means nothing here/],
  ['one without its key', { list, one: { path: '/invoices' } }, /nothing says where the key goes/],
  [
    'one with a wrong placeholder',
    { list, one: { path: '/invoices/{id}' } },
    /\{id\} means nothing here; known: \{key\}/,
  ],
  ['a placeholder in a text', { list, keys: { ...keys, query: { q: 'id in ({keys})' } } }, /stands alone/],
  [
    'a placeholder of nothing',
    { list: { ...list, method: 'POST', body: { a: '{nope}' } } },
    /\{nope\} names nothing/,
  ],
  ['a body of a GET', { list: { ...list, body: { a: 1 } } }, /a GET has no body/],
  [
    'a filter of no column',
    { list: { ...list, filters: { nope: { eq: 'n' } } } },
    /"nope" is no column of Invoice; it has id, name/,
  ],
  [
    'an unknown operator',
    { list: { ...list, filters: { name: { equals: 'n' } } } },
    /expected an operator: eq, ne/,
  ],
  [
    'an operator of another type',
    { list: { ...list, filters: { paid: { lt: 'p' } } } },
    /boolean has no operator lt/,
  ],
  ['a null test without value', { list: { ...list, filters: { name: { null: 'n' } } } }, /say what is sent/],
  [
    'a parameter given twice',
    { list: { ...list, query: { s: 'x' }, filters: { name: { eq: 's' } } } },
    /"s" is given twice/,
  ],
  ['keys of no column', { list, keys: { ...keys, column: 'nope' } }, /"nope" is no column/],
  ['too many keys', { list, keys: [{ ...keys, max: 0 }] }, /keys\.0\.max: expected a number from 1/],
  ['choices of a text', { list, choices: { name: { value: 'a', label: 'b' } } }, /declare it as Choice/],
  [
    'an order of no column',
    { list: { ...list, order: { param: 'o', columns: { x: { asc: 'a', desc: 'd' } } } } },
    /"x" is no column/,
  ],
  [
    'links after a POST',
    { list: { ...list, method: 'POST', page: { style: 'link' } } },
    /cannot follow a POST/,
  ],
];

describe('what is wrong with a declaration', () => {
  it.each(BAD)('%s', (_, options, message) => {
    const messages = check(tableWith(options)).map((problem) => problem.message);
    expect(messages.join('\n')).toMatch(message);
  });

  it('a whole declaration has no problems', () => {
    const options = { list: { ...list, page: cursor }, one: { path: '/invoices/{key}' }, keys };
    expect(check(tableWith(options))).toEqual([]);
    expect(check(tableWith({ list, keys: [keys, { ...keys, column: 'name' }] }))).toEqual([]);
  });
});
