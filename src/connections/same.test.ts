import { expect, it } from 'vitest';
import { sameSettings } from './same.ts';

class Secret {
  readonly #value: string;
  constructor(value: string) {
    this.#value = value;
  }
  reveal(): string {
    return this.#value;
  }
}

const settings = (secret: string) => ({
  name: 'a',
  auth: { grant: 'basic', password: new Secret(secret) },
  ca: undefined,
  domains: { TOP: { limits: { queue: 1 } } },
});

it.each<[string, unknown, unknown, boolean]>([
  ['equal data', settings('x'), settings('x'), true],
  ['another secret, which prints the same', settings('x'), settings('y'), false],
  ['a secret against its text', new Secret('x'), 'x', false],
  ['a secret against what prints like it', new Secret('x'), {}, false],
  ['a key without a value', { a: 1, b: undefined }, { a: 1 }, true],
  ['a key more', { a: 1, b: 2 }, { a: 1 }, false],
  ['keys in another order', { a: 1, b: 2 }, { b: 2, a: 1 }, true],
  ['deep down', settings('x'), { ...settings('x'), domains: { TOP: { limits: { queue: 2 } } } }, false],
  ['a list against a group', [1], { 0: 1 }, false],
  ['a longer list', [1], [1, 2], false],
  ['null against a group', null, {}, false],
  ['an inherited key', { constructor: undefined }, {}, true],
  ['what is no plain data', new Map([['a', 1]]), new Map([['a', 1]]), false],
])('%s', (_name, a, b, same) => {
  expect([sameSettings(a, b), sameSettings(b, a)]).toEqual([same, same]);
});
