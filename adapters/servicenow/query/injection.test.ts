import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CasegraphError } from '../../../src/contract/index.ts';
import type { Filter, Plan } from '../../../src/contract/index.ts';
import type { Handle } from '../plan.ts';
import { planRead } from '../plan.ts';
import { listPath } from '../read/path.ts';
import { splitQuery } from '../testing/split-query.ts';
import { CASE } from '../testing/tables.ts';

const pieces = [
  '^', '^OR', '^NQ', '^EQ', '^ORDERBY', 'active=true', 'sys_idISNOTEMPTY', 'javascript:gs.x()', '=', '!=', '>', '<', '*', '%', '_', '\\',
  ',', '@', 'IN', 'STANCEOF', '_HIERARCHY', 'NULL', 'LIKE', ' ', '\n', '\0', '\u2028', '\ud800', '&sysparm_limit=9', '#', '+', 'ß', '😀',
]; // prettier-ignore
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc
    .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 3 })), { maxLength: 5 })
    .map((parts) => parts.join('')),
);
const OPS = [
  'eq',
  'ne',
  'lt',
  'gte',
  'contains',
  'notContains',
  'startsWith',
  'endsWith',
  'notEndsWith',
] as const;

function planOrRefusal(filter: Filter): Plan<Handle> | CasegraphError {
  try {
    const order = [{ column: 'number', direction: 'asc' as const }];
    return planRead(CASE, { select: { columns: ['id'], joins: {} }, filter, order, limit: null });
  } catch (error) {
    if (error instanceof CasegraphError) return error;
    throw error;
  }
}

describe('no value can change a query', () => {
  it('holds for comparisons: the conditions are on the columns asked for, and carry the value', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('number', 'description', 'category', 'link', 'domain'),
        fc.constantFrom(...OPS),
        text,
        (column, op, value) => {
          const guard: Filter = { op: 'eq', column: 'active', value: true };
          const plan = planOrRefusal({ op: 'and', all: [guard, { op, column, value }] });
          if (plan instanceof CasegraphError) return void expect(plan.kind).toBe('invalid-input');
          if (plan.handle.query === null) return void expect(value).toBe('');
          const upstream = CASE.columns.get(column)?.upstream;
          const { groups, order } = splitQuery(plan.handle.query);
          expect(order).toEqual(['number', 'sys_id']);
          expect(groups).toHaveLength(1);
          expect(groups[0]?.[0]).toEqual([{ column: 'active', operator: '=', value: 'true' }]);
          const rest = groups[0]?.slice(1) ?? [];
          expect(rest.length).toBeLessThanOrEqual(1);
          for (const condition of rest.flat()) {
            expect(condition.column).toBe(upstream);
            expect([
              '=',
              '!=',
              '<',
              '>=',
              'LIKE',
              'NOT LIKE',
              'STARTSWITH',
              'ENDSWITH',
              'ISEMPTY',
              'ISNOTEMPTY',
            ]).toContain(condition.operator);
            if (!condition.operator.startsWith('IS'))
              expect([value, value.trim()]).toContain(condition.value);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('holds for lists: the members come back as they were given', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 6 }), fc.boolean(), (values, negated) => {
        const plan = planOrRefusal({ op: negated ? 'notIn' : 'in', column: 'number', values });
        if (plan instanceof CasegraphError) return void expect(plan.kind).toBe('invalid-input');
        if (plan.handle.query === null) return void expect(values.every((value) => value === '')).toBe(true);
        const given = new Set(values.flatMap((value) => [value, value.trim()]));
        const { groups } = splitQuery(plan.handle.query);
        expect(groups).toHaveLength(1);
        for (const { column, operator, value } of groups.flat(2)) {
          expect(column).toBe('number');
          const members = operator.endsWith('IN') ? value.split(',') : operator === 'ISEMPTY' ? [] : [value];
          for (const member of members) expect(given).toContain(member);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('holds for the address: the query is one parameter, whatever it holds', () => {
    fc.assert(
      fc.property(
        text.filter((value) => !/\p{Surrogate}/u.test(value)),
        (value) => {
          const query = `number=${value}`;
          const url = new URL(
            listPath({ object: 'incident', query, fields: ['a', 'b.c'], limit: 5 }),
            'https://x.example',
          );
          expect([...url.searchParams.keys()]).toEqual([
            'sysparm_display_value',
            'sysparm_exclude_reference_link',
            'sysparm_fields',
            'sysparm_limit',
            'sysparm_query',
          ]);
          expect(url.searchParams.get('sysparm_query')).toBe(query);
          expect(url.hash).toBe('');
        },
      ),
    );
  });
});
