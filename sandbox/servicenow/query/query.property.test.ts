import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildDictionary } from '../dictionary/dictionary.ts';
import { ChoiceLists } from '../store/choices.ts';
import { Store } from '../store/store.ts';
import { id, smallWorld } from '../testing/small-world.ts';
import { candidates } from './candidates.ts';
import { compileQuery } from './compile.ts';
import { parseQuery } from './parse.ts';

const store = new Store(buildDictionary(), smallWorld().servicenow);
const sight = { store, choices: new ChoiceLists(store), visible: () => true };
const compiler = { sight, context: { userId: id('amy.agent'), userName: 'amy.agent', groups: [], now: 0 } };
const table = store.dictionary.get('task')!;

function found(text: string, useIndexes: boolean): string[] {
  const compiled = compileQuery(compiler, table, parseQuery(text));
  const among = useIndexes ? candidates(store, table, compiled) : store.rows(table);
  return among.filter(compiled.matches).map(({ values }) => values.sys_id);
}

const condition = fc
  .tuple(
    fc.constantFrom(
      'number',
      'sys_id',
      'assigned_to',
      'assignment_group.name',
      'state',
      'short_description',
      'opened_at',
      'nope',
    ),
    fc.constantFrom('=', '!=', 'IN', 'NOT IN', 'LIKE', '>', '>=', 'ISEMPTY'),
    fc.constantFrom(
      '',
      'CS0000001',
      'cs0000003,INC0000001,,CS0000003',
      id('CS0000002').toUpperCase(),
      id('amy.agent'),
      '1',
      'Support',
      '2026-03-05 12:00:00',
      '2026-03-05',
      '2026-13-05 12:00:00',
    ),
  )
  .map((parts) => parts.join(''));
const query = fc
  .array(fc.tuple(fc.constantFrom('^', '^OR', '^NQ'), condition), { minLength: 1, maxLength: 6 })
  .map((parts) =>
    parts
      .map((part) => part.join(''))
      .join('')
      .slice(1),
  );

describe('encoded queries, whatever they hold', () => {
  it('find the same through indexes as by looking at every record', () => {
    fc.assert(
      fc.property(query, (text) => {
        expect(found(text, true)).toEqual(found(text, false));
      }),
    );
  });

  it('never fail to parse and run', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '^',
        '^OR',
        '^NQ',
        'RLQUERY',
        '^ENDRLQUERY',
        'incident.caller_id,>=1',
        'BETWEEN',
        '@',
        'javascript:gs.',
        'ORDERBY',
        'number',
        'SAMEAS',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        expect(found(pieces.join(''), true)).toBeInstanceOf(Array);
      }),
    );
  });

  it('joined by ^NQ find what either finds', () => {
    const union = (a: string, b: string): string[] =>
      [...new Set([...found(a, true), ...found(b, true)])].sort();
    fc.assert(
      fc.property(condition, condition, (a, b) => {
        expect(found(`${a}^NQ${b}`, true)).toEqual(union(a, b));
      }),
    );
  });
});
