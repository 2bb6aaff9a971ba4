import { describe, expect, it } from 'vitest';
import { caseFacts } from '../testing/case-facts.ts';
import { childKey, childOfMajor, planChildren, type ChildCase, type Recipient } from './child-plan.ts';

const account = (key: string): Recipient => ({
  kind: 'account',
  key,
  contact: `${key}'s contact`,
  domain: 'd',
});
const consumer = (key: string): Recipient => ({ kind: 'consumer', key, contact: null, domain: 'd' });
const childOf = (key: string, of: Partial<ChildCase>): ChildCase => ({
  key,
  account: null,
  consumer: null,
  ...of,
});

describe('Who is given a child case', () => {
  it.each<[string, Recipient[], ChildCase[], boolean[]]>([
    ['everybody, where the major case has no children', [account('a'), consumer('o')], [], [false, false]],
    [
      'not an account that has one',
      [account('a'), account('b')],
      [childOf('x', { account: 'a' })],
      [true, false],
    ],
    ['not a consumer who has one', [consumer('o')], [childOf('x', { consumer: 'o' })], [true]],
    [
      'a consumer, where an account of that key has one',
      [consumer('a')],
      [childOf('x', { account: 'a' })],
      [false],
    ],
    [
      'not who has two',
      [account('a')],
      [childOf('x', { account: 'a' }), childOf('y', { account: 'a' })],
      [true],
    ],
  ])('%s', (_, recipients, children, present) => {
    expect(planChildren('m', recipients, children).map((plan) => plan.present)).toEqual(present);
  });

  it('keys of children differ by major case, kind and customer, and are the same each time', () => {
    const keys = [
      childKey('m', account('a')),
      childKey('n', account('a')),
      childKey('m', consumer('a')),
      childKey('m', account('b')),
    ];
    expect(new Set(keys).size).toBe(4);
    for (const key of keys) expect(key).toMatch(/^[0-9a-f]{32}$/);
    expect(childKey('m', account('a'))).toBe(keys[0]);
  });
});

it.each<[string, Recipient, object]>([
  ['an account', account('a'), { accountId: 'a', contactId: "a's contact" }],
  ['an account without a primary contact', { ...account('a'), contact: null }, { accountId: 'a' }],
  ['a consumer', consumer('o'), { consumerId: 'o' }],
])('the child of %s has the short description, the parent and its customer', (_, recipient, customer) => {
  const major = caseFacts({ key: 'm', shortDescription: 'Nobody can pay', priority: '1' });
  expect(childOfMajor(major, recipient)).toEqual({
    shortDescription: 'Nobody can pay',
    parentCase: 'm',
    ...customer,
  });
});
