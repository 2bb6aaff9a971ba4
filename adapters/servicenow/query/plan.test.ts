import { describe, expect, it } from 'vitest';
import type { Filter, Order, TableRequest } from '../../../src/contract/index.ts';
import { planRead } from '../plan.ts';
import { CASE, sysId } from '../testing/tables.ts';

function request(
  filter: Filter | null,
  order: readonly Order[] = [],
  limit: number | null = null,
): TableRequest {
  return { select: { columns: ['id'], joins: {} }, filter, order, limit };
}

/** The conditions of a plan and whether anything is left for the engine. */
function pushed(filter: Filter): string {
  const plan = planRead(CASE, request(filter));
  if (plan.handle.query === null) return 'nothing';
  const left =
    plan.residual === null ? '' : plan.residual === filter ? ' + all' : ` + ${JSON.stringify(plan.residual)}`;
  return `${plan.handle.conditions}${left}`;
}

const leaf = (column: string, op: string, value?: unknown): Filter =>
  (op === 'in' || op === 'notIn' ? { op, column, values: value } : { op, column, value }) as Filter;
const and = (...all: Filter[]): Filter => ({ op: 'and', all });
const or = (...any: Filter[]): Filter => ({ op: 'or', any });

const A = sysId(10);

describe('leaves', () => {
  it.each<[string, string, unknown, string]>([
    ['number', 'eq', 'CS1', 'number=CS1'],
    ['number', 'ne', 'CS1', 'number!=CS1^ORnumberISEMPTY'],
    ['number', 'eq', 'a,b@c', 'number=a,b@c'],
    ['number', 'lt', 'CS1', 'number<CS1'],
    ['number', 'gte', 'CS1', 'number>=CS1'],
    ['number', 'contains', 'CS', 'numberLIKECS'],
    ['number', 'notContains', 'CS', 'numberNOT LIKECS^ORnumberISEMPTY'],
    ['number', 'startsWith', 'CS', 'numberSTARTSWITHCS'],
    ['number', 'endsWith', '01', 'numberENDSWITH01'],
    ['number', 'notStartsWith', 'CS', ' + all'],
    ['number', 'notEndsWith', 'CS', ' + all'],
    ['number', 'null', undefined, 'numberISEMPTY'],
    ['number', 'notNull', undefined, 'numberISNOTEMPTY'],
    ['number', 'in', ['a', 'b'], 'numberINa,b'],
    ['number', 'in', ['a', 'a', 'A'], 'numberINa,A'],
    ['number', 'in', ['a'], 'number=a'],
    ['number', 'notIn', ['a', 'b'], 'numberNOT INa,b^ORnumberISEMPTY'],
    // A comma cannot stand in a list.
    ['number', 'in', ['a', 'b', 'c,d'], 'numberINa,b^ORnumber=c,d'],
    ['number', 'notIn', ['a', 'b', 'c,d'], 'numberNOT INa,b^ORnumberISEMPTY^number!=c,d^ORnumberISEMPTY'],
    // The empty text is no value.
    ['number', 'eq', '', 'nothing'],
    ['number', 'ne', '', ''],
    ['number', 'in', ['', 'a'], 'number=a'],
    ['number', 'in', [''], 'nothing'],
    ['number', 'contains', '', 'numberISNOTEMPTY'],
    ['number', 'notContains', '', 'numberISEMPTY'],
    ['number', 'gt', '', 'numberISNOTEMPTY'],
    ['number', 'lte', '', 'nothing'],
    // Values that could be read as a part of the operator, as a constant, or as a placeholder.
    ['number', 'gt', '=5', ' + all'],
    ['number', 'eq', '=5', 'numberLIKE=5 + all'],
    ['number', 'ne', '=5', ' + all'],
    ['number', 'eq', 'NULL', 'numberLIKENULL + all'],
    ['number', 'eq', ' x ', 'numberLIKEx + all'],
    ['number', 'in', ['STANCEOFtask', 'a', 'b'], 'numberINa,b^ORnumber=STANCEOFtask'],
    ['number', 'notIn', ['a', '=b'], 'number!=a^ORnumberISEMPTY + all'],
    ['number', 'contains', '100%', 'numberLIKE100% + all'],
    ['number', 'notContains', '100%', ' + all'],
    ['number', 'contains', 'a\\b', ' + all'],
    ['number', 'startsWith', ' a', 'numberLIKEa + all'],
    // Other types.
    ['state', 'eq', '10', 'state=10'],
    ['state', 'in', ['1', '10'], 'stateIN1,10'],
    ['state', 'gt', '3', 'state>3'],
    ['state', 'gt', 'x', ' + all'],
    ['category', 'gt', '3', ' + all'],
    ['category', 'contains', 'soft', ' + all'],
    ['active', 'eq', false, 'active=false'],
    ['reopened', 'lte', -1, 'reopen_count<=-1'],
    ['cost', 'gt', '12.50', 'u_cost>12.50'],
    ['due', 'lt', '2026-11-22', 'due_date<2026-11-22'],
    ['accountId', 'eq', A, `account=${A}`],
    ['accountId', 'ne', A, `account!=${A}^ORaccountISEMPTY`],
    ['accountId', 'contains', 'Boxeo', ' + all'],
    ['accountId', 'gt', A, ' + all'],
    ['domain', 'in', ['global', A], `sys_domainINglobal,${A}`],
    ['id', 'gt', A, `sys_id>${A}`],
    ['id', 'ne', A, `sys_id!=${A}`],
    ['id', 'null', undefined, 'nothing'],
    ['id', 'notNull', undefined, ''],
    ['watchers', 'contains', A, `watch_listLIKE${A} + all`],
    ['watchers', 'ne', A, ' + all'],
    ['watchers', 'null', undefined, 'watch_listISEMPTY'],
    ['data', 'eq', 'x', ' + all'],
    ['worked', 'gt', 5, ' + all'],
    // Times are kept in whole seconds of UTC.
    ['openedAt', 'eq', '2026-11-22T13:45:00Z', 'opened_at=2026-11-22 13:45:00'],
    ['openedAt', 'gt', '2026-11-22T13:45:00+02:00', 'opened_at>2026-11-22 11:45:00'],
    ['openedAt', 'eq', '2026-11-22T13:45:00.5Z', 'nothing'],
    ['openedAt', 'ne', '2026-11-22T13:45:00.5Z', ''],
    ['openedAt', 'lt', '2026-11-22T13:45:00.5Z', 'opened_at<=2026-11-22 13:45:00'],
    ['openedAt', 'lte', '2026-11-22T13:45:00.0009Z', 'opened_at<=2026-11-22 13:45:00'],
    ['openedAt', 'gte', '2026-11-22T13:45:00.5Z', 'opened_at>2026-11-22 13:45:00'],
    ['openedAt', 'gte', '2026-11-22T13:45:00.000Z', 'opened_at>=2026-11-22 13:45:00'],
  ])('%s %s %j', (column, op, value, expected) => {
    expect(pushed(leaf(column, op, value))).toBe(expected);
  });
});

describe('values that are refused', () => {
  it.each<[string, string, unknown, RegExp]>([
    ['number', 'eq', 'INC001^ORactive=true', /number: ServiceNow queries cannot hold the character \^/],
    ['number', 'contains', 'a\nb', /control characters/],
    ['number', 'eq', '\ud800', /control characters/],
    ['number', 'in', ['a', 'b^NQ'], /\^/],
    ['number', 'eq', 'x JavaScript:gs.getUserID()', /javascript:/],
    ['state', 'eq', '1^ORstate=2', /\^/],
    ['accountId', 'eq', 'abc', /accountId expects a sys_id: 32/],
    ['id', 'eq', A.toUpperCase().replace('A', 'G'), /id expects a sys_id/],
    ['reopened', 'eq', '1^ORactive=true', /reopened expects a whole number/],
    ['reopened', 'eq', 1.5, /whole number/],
    ['active', 'eq', 'true', /active expects true or false/],
    ['cost', 'eq', '1e3', /decimal number/],
    ['due', 'eq', '22.11.2026', /a date such as/],
    ['openedAt', 'lt', 'yesterday', /a date and time such as/],
    ['openedAt', 'lt', '2026-99-22T13:45:00Z', /a date and time such as/],
  ])('%s %s %j', (column, op, value, message) => {
    const act = () => planRead(CASE, request(leaf(column, op, value)));
    expect(act).toThrowError(message);
    expect(act).toThrowError(expect.objectContaining({ kind: 'invalid-input' }));
  });
});

describe('and, or', () => {
  const x = leaf('number', 'eq', 'x');
  const y = leaf('number', 'eq', 'y');
  const z = leaf('active', 'eq', true);
  const left = leaf('number', 'notEndsWith', 'q');
  it.each<[string, Filter, string]>([
    ['and of or', and(or(x, y), z), 'number=x^ORnumber=y^active=true'],
    ['or of and', or(and(x, z), and(y, z)), 'number=x^active=true^NQnumber=y^active=true'],
    ['or of and and leaves', or(and(x, z), y, z), 'number=y^ORactive=true^NQnumber=x^active=true'],
    [
      'and of two ors of ands',
      and(or(and(x, z), y), z),
      'active=true^number=y^NQactive=true^number=x^active=true',
    ],
    ['and with a part left over', and(x, left), `number=x + ${JSON.stringify(left)}`],
    ['or with a part left over: nothing can be pushed', or(x, left), ' + all'],
    ['or whose parts are each wider', or(and(x, left), y), 'number=x^ORnumber=y + all'],
    ['or with a part that is always true', or(leaf('number', 'ne', ''), left), ''],
    ['and with a part that is never true', and(x, leaf('number', 'eq', ''), left), 'nothing'],
    ['or with a part that is never true', or(x, leaf('number', 'eq', '')), 'number=x'],
    ['or of nothing', or(leaf('number', 'eq', ''), leaf('id', 'null')), 'nothing'],
  ])('%s', (_, filter, expected) => {
    expect(pushed(filter)).toBe(expected);
  });

  it('leaves what would grow without bound', () => {
    const wide = (n: number): Filter =>
      or(...Array.from({ length: 5 }, (__, i) => and(leaf('number', 'eq', `${n}.${i}`), z)));
    const all = Array.from({ length: 8 }, (__, n) => wide(n));
    const plan = planRead(CASE, request(and(...all, x)));
    expect(plan.handle.conditions.split('^NQ').length).toBeLessThanOrEqual(16);
    expect(plan.residual).toEqual({ op: 'and', all: all.slice(1) });
    expect(plan.limited).toBe(false);
  });
});

describe('tests of the row behind a reference', () => {
  const some = (filter: Filter | null, relation = 'account'): Filter => ({ op: 'some', relation, filter });
  const there = 'account.sys_idISNOTEMPTY';
  it.each<[string, Filter, string]>([
    ['any row', some(null), there],
    ['one test', some(leaf('name', 'contains', 'x')), `${there}^account.nameLIKEx`],
    ['a negative test', some(leaf('name', 'ne', 'x')), `${there}^account.name!=x^ORaccount.nameISEMPTY`],
    ['a key', some(leaf('id', 'eq', A)), `${there}^account.sys_id=${A}`],
    [
      'alternatives',
      some(or(leaf('name', 'eq', 'x'), and(leaf('name', 'eq', 'y'), leaf('id', 'eq', A)))),
      `${there}^account.name=x^NQ${there}^account.name=y^account.sys_id=${A}`,
    ],
    [
      'beside a test of the row itself',
      or(leaf('number', 'eq', 'CS1'), some(leaf('name', 'eq', 'x'))),
      `number=CS1^NQ${there}^account.name=x`,
    ],
    ['what matches nothing', some(leaf('name', 'eq', '')), 'nothing'],
    ['a text that may be read otherwise', some(leaf('name', 'contains', '50%')), ' + all'],
    ['an operator that there is not', some(leaf('name', 'notStartsWith', 'x')), ' + all'],
    ['none', { op: 'none', relation: 'account', filter: leaf('name', 'eq', 'x') }, ' + all'],
  ])('%s', (_, filter, expected) => expect(pushed(filter)).toBe(expected));

  it('are not taken where joins are turned off', () => {
    const table = { ...CASE, options: { joins: 0 } };
    expect(planRead(table, request(some(null))).residual).toEqual(some(null));
  });
});

describe('order and limit', () => {
  it.each<[string, readonly [string, 'asc' | 'desc'][], string, boolean]>([
    ['none', [], 'ORDERBYsys_id', true],
    [
      'several',
      [
        ['number', 'desc'],
        ['openedAt', 'asc'],
        ['id', 'asc'],
      ],
      'ORDERBYDESCnumber^ORDERBYopened_at^ORDERBYsys_id',
      true,
    ],
    ['numbered choice', [['state', 'asc']], 'ORDERBYstate^ORDERBYsys_id', true],
    ['choice kept as text', [['category', 'asc']], 'ORDERBYsys_id', false],
    [
      'reference',
      [
        ['accountId', 'asc'],
        ['id', 'asc'],
      ],
      'ORDERBYsys_id',
      false,
    ],
    ['long text', [['description', 'asc']], 'ORDERBYsys_id', false],
  ])('%s', (_, order, query, ordered) => {
    const plan = planRead(
      CASE,
      request(
        null,
        order.map(([column, direction]) => ({ column, direction })),
        10,
      ),
    );
    expect(plan.handle.query).toBe(query);
    expect(plan).toMatchObject({ ordered, limited: ordered });
    expect(plan.handle.limit).toBe(ordered ? 10 : null);
  });

  it('does not cut what the engine still filters', () => {
    const plan = planRead(CASE, request(leaf('number', 'notEndsWith', 'x'), [], 10));
    expect(plan).toMatchObject({ limited: false, handle: { limit: null } });
  });
});
