import { describe, expect, it } from 'vitest';
import type { Value } from '../../src/contract/index.ts';
import { createSalesforceAdapter } from './index.ts';
import { failure, recorded, replay } from './testing/replay.ts';
import { accounts, opportunities } from './testing/tables.ts';

const adapter = createSalesforceAdapter();
const ID = '0065g00000ABCDeAAP';
const created = { status: 201, json: { id: ID, success: true, errors: [] } };
const path = '/services/data/v62.0/sobjects/Opportunity';

describe('writing', () => {
  it('creates once, with the values as Salesforce takes them', async () => {
    const call = replay([created]);
    const values = {
      name: "O'Brien",
      stage: 'Prospecting',
      amount: '12345.67',
      closeDate: '2026-11-22',
      description: null,
      regions: ['EU', 'US'],
      callAt: '13:45:00',
      accountId: '0011Y00003HVMu4',
    };
    expect(await adapter.write!(opportunities, { kind: 'create', key: null, values }, call)).toEqual({
      key: ID,
      changed: true,
    });
    expect(call.requests).toEqual([
      {
        method: 'POST',
        path,
        json: {
          Name: "O'Brien",
          StageName: 'Prospecting',
          Amount: 12345.67,
          CloseDate: '2026-11-22',
          Description: null,
          Regions__c: 'EU;US',
          Call_At__c: '13:45:00.000Z',
          AccountId: '0011Y00003HVMu4QAH',
        },
      },
    ]);
  });

  it('updates and deletes by the id', async () => {
    const call = replay([{ status: 204 }, { status: 204 }]);
    const short = ID.slice(0, 15);
    expect(
      await adapter.write!(opportunities, { kind: 'update', key: short, values: { name: 'x' } }, call),
    ).toEqual({ key: ID, changed: true });
    expect(await adapter.write!(opportunities, { kind: 'delete', key: ID }, call)).toEqual({
      key: ID,
      changed: true,
    });
    expect(call.requests).toEqual([
      { method: 'PATCH', path: `${path}/${ID}`, json: { Name: 'x' } },
      { method: 'DELETE', path: `${path}/${ID}` },
    ]);
  });

  it.each(['../User/005', 'x', `${ID}Z`])('does not send the key %j', async (key) => {
    const call = replay([]);
    expect(await failure(adapter.write!(opportunities, { kind: 'delete', key }, call))).toMatchObject({
      kind: 'not-found',
    });
    expect(call.requests).toEqual([]);
  });

  it.each<[string, Value]>([
    ['amount', '12345678901234567.89'],
    ['amount', 'much'],
    ['closeDate', 'soon'],
    ['accountId', 'x'],
    ['regions', ['EU;US']],
    ['regions', [1]],
    ['description', 7],
    ['name', { value: 'x', label: 'y' }],
    ['callAt', 'noon'],
  ])('refuses %s: %j', async (column, value) => {
    const call = replay([]);
    const error = await failure(
      adapter.write!(opportunities, { kind: 'create', key: null, values: { [column]: value } }, call),
    );
    expect(error).toMatchObject({
      kind: 'invalid-input',
      message: expect.stringContaining(column) as string,
    });
    expect(call.requests).toEqual([]);
  });

  it('cannot choose an id', async () => {
    expect(
      await failure(adapter.write!(opportunities, { kind: 'create', key: ID, values: {} }, replay([]))),
    ).toMatchObject({ kind: 'internal' });
  });

  it.each([
    { status: 201, json: recorded('restforce/create_success_response.json') },
    { status: 201, json: { id: ID, success: false, errors: [] } },
    { status: 200, text: '<html>' },
  ])('does not believe %j', async (answer) => {
    const change = { kind: 'create' as const, key: null, values: { name: 'x' } };
    expect(await failure(adapter.write!(opportunities, change, replay([answer])))).toMatchObject({
      kind: 'upstream-unavailable',
    });
  });

  it('names the columns that Salesforce complains of', async () => {
    const json = [
      {
        message: 'Required fields are missing: [StageName]',
        errorCode: 'REQUIRED_FIELD_MISSING',
        fields: ['StageName'],
      },
    ];
    const change = { kind: 'create' as const, key: null, values: { name: 'x' } };
    expect(
      await failure(adapter.write!(opportunities, change, replay([{ status: 400, json }]))),
    ).toMatchObject({
      kind: 'invalid-input',
      message: 'Salesforce did not take the values for Opportunity (stage)',
    });
  });

  it('is offered where columns are writable', () => {
    expect(adapter.capabilities(opportunities).write).toEqual({ create: true, update: true, delete: true });
    expect(adapter.capabilities(accounts).write).toEqual({ create: false, update: false, delete: false });
  });
});
