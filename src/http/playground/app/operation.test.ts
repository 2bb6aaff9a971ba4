import { expect, it } from 'vitest';

type Parameters = Readonly<Record<string, unknown>>;
// A file of the page, which is not compiled for Node and has no types.
const { withItsOwnName, isSubscription } = (await import(new URL('operation.js', import.meta.url).href)) as {
  withItsOwnName: (parameters: Parameters) => Parameters;
  isSubscription: (parameters: Parameters) => boolean;
};

it.each([
  ['the name of the tab before', 'query B { b }', 'A', 'B'],
  ['its own name', 'query B { b }', 'B', 'B'],
  ['a name for an operation without one', '{ b }', 'A', null],
  ['one of several', 'query A { a } query B { b }', 'B', 'B'],
  ['a name that none of several has', 'query A { a } query B { b }', 'C', 'C'],
  ['a name for no GraphQL', 'query {', 'A', 'A'],
  ['no name', 'query B { b }', undefined, undefined],
])('%s', (_, query, operationName, sent) => {
  expect(withItsOwnName({ query, operationName })['operationName']).toBe(sent);
});

it.each([
  ['subscription { a }', undefined, true],
  ['query A { a } subscription B { b }', 'B', true],
  ['query A { a } subscription B { b }', 'A', false],
  ['{ a }', undefined, false],
  ['subscription {', undefined, false],
])('%s as %s is a subscription: %s', (query, operationName, expected) => {
  expect(isSubscription({ query, operationName })).toBe(expected);
});
