import { describe, expect, it } from 'vitest';
import type { Filter } from '../contract/index.ts';
import { decideField, decideTable, readability, type AccessRule, type Decision } from './rules.ts';
import type { Viewer, ViewerKind } from './viewer.ts';

/** The people of the tables below. */
const VIEWERS = {
  Ada: viewer('agent', ['agent']),
  Bo: viewer('agent', ['agent', 'boss']),
  Cy: viewer('contact', ['customer'], 'acme'),
  'Cy without an account': viewer('contact', ['customer']),
  admin: viewer('agent', ['admin']),
  'a contact who is admin': viewer('contact', ['admin'], 'acme'),
  nobody: viewer('service', []),
};
type Name = keyof typeof VIEWERS;

function viewer(kind: ViewerKind, roles: string[], account?: string): Viewer {
  return {
    subject: 'someone',
    name: 'Someone',
    kind,
    roles: new Set(roles),
    domain: 'TOP',
    domains: [],
    ...(account === undefined ? {} : { account }),
  };
}

const OPEN: Filter = { op: 'eq', column: 'state', value: 'open' };
const ACME: Filter = { op: 'eq', column: 'account', value: 'acme' };
const OWN = ({ account }: Viewer): Filter | false =>
  account !== undefined && { op: 'eq', column: 'account', value: account };

function rule(parts: Partial<AccessRule>): AccessRule {
  return {
    effect: 'allow-if',
    operation: 'read',
    roles: null,
    kinds: null,
    adminOverrides: true,
    rows: null,
    origin: { file: 'test.graphql', line: 1, column: 1, text: '@access' },
    ...parts,
  };
}

const agentsRead = rule({ roles: ['agent'] });
const bossesRead = rule({ roles: ['boss'] });
const bossesReadNobodyElse = rule({ roles: ['boss'], adminOverrides: false });
const agentsReadOpen = rule({ roles: ['agent'], rows: () => OPEN });
const contactsReadOwn = rule({ kinds: ['contact'], roles: ['customer'], rows: OWN });
const agentsWrite = rule({ operation: 'write', roles: ['agent'] });
const bossesWriteOpen = rule({ operation: 'write', roles: ['boss'], rows: () => OPEN });
const bossesDelete = rule({ operation: 'delete', roles: ['boss'] });
const denyUnlessAgentKind = rule({ effect: 'deny-unless', kinds: ['agent'] });
const denyUnlessBoss = rule({ effect: 'deny-unless', roles: ['boss'] });
const denyUnlessOpen = rule({ effect: 'deny-unless', rows: () => OPEN });
const denyUnlessOwn = rule({ effect: 'deny-unless', rows: OWN });
const everyRow = rule({ roles: ['agent'], rows: () => null });

const NONE = 'nothing';
const ALL = 'all rows';
type Outcome = typeof NONE | typeof ALL | Filter;

function outcome(decision: Decision): Outcome {
  if (!decision.allowed) return NONE;
  return decision.rows ?? ALL;
}
const either = (...any: Filter[]): Filter => ({ op: 'or', any });
const each = (...all: Filter[]): Filter => ({ op: 'and', all });

describe('a table', () => {
  it.each<[why: string, rules: AccessRule[], who: Name, sees: Outcome]>([
    ['is closed where no rule opens it', [], 'Ada', NONE],
    ['is closed to admin too', [], 'admin', NONE],
    ['opens for one of the roles', [agentsRead], 'Ada', ALL],
    ['not for another', [agentsRead], 'nobody', NONE],
    ['one of several rules is enough', [bossesRead, agentsRead], 'Ada', ALL],
    ['all parts of one rule must hold', [contactsReadOwn], 'Ada', NONE],
    ['a condition opens only its rows', [agentsReadOpen], 'Ada', OPEN],
    [
      'conditions of several rules are alternatives',
      [agentsReadOpen, rule({ rows: () => ACME })],
      'Ada',
      either(OPEN, ACME),
    ],
    ['a rule without a condition opens all', [agentsReadOpen, agentsRead], 'Ada', ALL],
    ['so does a condition that every row fulfils', [agentsReadOpen, everyRow], 'Ada', ALL],
    ['a condition about the viewer', [contactsReadOwn], 'Cy', ACME],
    ['opens nothing where the viewer lacks the value', [contactsReadOwn], 'Cy without an account', NONE],
    ['admin has every role', [bossesRead], 'admin', ALL],
    ['unless the rule says otherwise', [bossesReadNobodyElse], 'admin', NONE],
    ['but is of one kind like anybody', [contactsReadOwn], 'admin', NONE],
    ['and conditions hold for admin too', [contactsReadOwn], 'a contact who is admin', ACME],
    ['a rule about writing does not open reading', [agentsWrite], 'Ada', NONE],
    ['deny-unless alone opens nothing', [denyUnlessAgentKind], 'Ada', NONE],
    ['deny-unless that holds changes nothing', [agentsRead, denyUnlessAgentKind], 'Ada', ALL],
    [
      'deny-unless that does not hold wins over every rule that allows',
      [agentsRead, bossesRead, denyUnlessBoss],
      'Ada',
      NONE,
    ],
    ['wherever it is written', [denyUnlessBoss, agentsRead], 'Ada', NONE],
    ['every deny-unless must hold', [agentsRead, denyUnlessBoss, denyUnlessAgentKind], 'Bo', ALL],
    ['not just one of them', [rule({ roles: ['customer'] }), denyUnlessOwn, denyUnlessAgentKind], 'Cy', NONE],
    ['a deny-unless over rows narrows them', [agentsRead, denyUnlessOpen], 'Ada', OPEN],
    ['and those of a condition', [contactsReadOwn, denyUnlessOpen], 'Cy', each(ACME, OPEN)],
    ['a deny-unless over a value that the viewer lacks denies', [agentsRead, denyUnlessOwn], 'Ada', NONE],
  ])('%s', (_, rules, who, sees) => {
    expect(outcome(decideTable(rules, VIEWERS[who]))).toEqual(sees);
  });
});

describe('each operation has rules of its own', () => {
  const rules = [agentsRead, agentsWrite, bossesWriteOpen, bossesDelete];
  it.each([
    ['Ada', 'read', ALL],
    ['Ada', 'write', ALL],
    ['Ada', 'delete', NONE],
    ['Ada', 'create', NONE],
    ['Bo', 'delete', ALL],
    ['nobody', 'write', NONE],
    ['admin', 'create', NONE],
    ['admin', 'delete', ALL],
  ] as const)('%s: %s: %s', (who, operation, sees) => {
    expect(outcome(decideTable(rules, VIEWERS[who], operation))).toBe(sees);
  });

  it('and so has a deny-unless', () => {
    const guardedDelete = [...rules, rule({ ...denyUnlessOpen, operation: 'delete' })];
    expect(outcome(decideTable(guardedDelete, VIEWERS.Bo, 'delete'))).toEqual(OPEN);
    expect(outcome(decideTable(guardedDelete, VIEWERS.Bo, 'write'))).toBe(ALL);
  });
});

const WORD = { [NONE]: 'no', [ALL]: 'yes' } as const;

describe('a field, on top of its table', () => {
  it.each<[why: string, rules: AccessRule[], who: Name, sees: Outcome]>([
    ['is open where no rule is about it', [], 'nobody', ALL],
    ['and where none is about reading it', [bossesWriteOpen], 'nobody', ALL],
    ['is closed where none of its rules opens it', [bossesRead], 'Ada', NONE],
    ['is open in the rows of its condition', [agentsReadOpen], 'Ada', OPEN],
    ['stays open under a deny-unless that holds', [denyUnlessAgentKind], 'Ada', ALL],
    ['is closed by one that does not', [denyUnlessAgentKind], 'Cy', NONE],
    ['is open in the rows of a deny-unless', [denyUnlessOpen], 'Cy', OPEN],
  ])('%s', (_, rules, who, sees) => {
    expect(outcome(decideField(rules, VIEWERS[who]))).toEqual(sees);
    const word = typeof sees === 'string' ? WORD[sees] : 'conditional';
    expect(readability(rules, VIEWERS[who])).toBe(word);
  });
});
