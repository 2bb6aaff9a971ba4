import { expect, it } from 'vitest';
import type { BoundTable, Call, SendRequest } from '../../../src/contract/index.ts';
import { settingsOf } from '../settings.ts';
import { readChoices } from './choices.ts';
import { positionsIn } from './valid-for.ts';

const column = (name: string, upstream: string) =>
  [name, { name, upstream, type: 'choice' as const }] as const;
const TABLE: BoundTable = {
  name: 'Order',
  connection: 'salesforce',
  object: 'Order__c',
  key: 'id',
  columns: new Map([
    column('region', 'Region__c'),
    column('depot', 'depot__c'),
    column('express', 'Express__c'),
    column('ofAccount', 'Account.Type'),
  ]),
  joins: new Map(),
  options: {},
};

function call(json: unknown): Call & { readonly sent: SendRequest[] } {
  const sent: SendRequest[] = [];
  return {
    sent,
    signal: new AbortController().signal,
    now: () => 0,
    send: async (request) => {
      sent.push(request);
      return { status: 200, headers: {}, json, text: '', instance: 'https://acme.example' };
    },
  };
}

const entry = (value: string, more: object = {}) => ({
  value,
  label: `${value}!`,
  active: true,
  validFor: null,
  ...more,
});
const base64 = (...bytes: number[]) => Buffer.from(bytes).toString('base64');

it('come out of one describe, with what they depend on', async () => {
  const asked = call({
    fields: [
      {
        name: 'Region__c',
        type: 'picklist',
        controllerName: null,
        picklistValues: [entry('North'), entry('South'), entry('East', { active: false })],
      },
      {
        name: 'Depot__c',
        type: 'picklist',
        controllerName: 'Region__c',
        picklistValues: [
          entry('Kiel', { validFor: base64(0b1000_0000) }),
          entry('Any', { validFor: base64(0b1100_0000) }),
          entry('None', { validFor: base64(0) }),
        ],
      },
      { name: 'Express__c', type: 'picklist', controllerName: null, picklistValues: [] },
    ],
  });
  const lists = await readChoices(settingsOf({}), TABLE, asked);
  expect(Object.fromEntries(lists)).toEqual({
    region: {
      dependsOn: null,
      options: [
        { value: 'North', label: 'North!', inactive: false, dependentValues: [] },
        { value: 'South', label: 'South!', inactive: false, dependentValues: [] },
        { value: 'East', label: 'East!', inactive: true, dependentValues: [] },
      ],
    },
    depot: {
      dependsOn: 'Region__c',
      options: [
        { value: 'Kiel', label: 'Kiel!', inactive: false, dependentValues: ['North'] },
        { value: 'Any', label: 'Any!', inactive: false, dependentValues: ['North', 'South'] },
        { value: 'None', label: 'None!', inactive: true, dependentValues: [] },
      ],
    },
  });
  expect(asked.sent.map(({ path }) => path)).toEqual(['/services/data/v62.0/sobjects/Order__c/describe']);
});

it.each([[null], [{}], [{ fields: 'x' }]])(
  'an answer that is no describe is told as such: %j',
  async (json) => {
    await expect(readChoices(settingsOf({}), TABLE, call(json))).rejects.toMatchObject({
      kind: 'upstream-unavailable',
    });
  },
);

it.each<[unknown, readonly number[]]>([
  [base64(0b1000_0000), [0]],
  [base64(0b0000_0001, 0b1000_0000), [7, 8]],
  [base64(0), []],
  [null, []],
  ['not base64!', []],
])('validFor %j names the places %j', (text, places) => {
  expect(positionsIn(text)).toEqual(places);
});
