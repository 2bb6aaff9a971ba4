import { describe, expect, it } from 'vitest';
import { createServiceNowAdapter } from '../../adapters/servicenow/index.ts';
import { createServiceNow } from '../../sandbox/servicenow/index.ts';
import { createWorld, DEFAULT_NOW } from '../../sandbox/world/create.ts';
import { ADMIN_USER, demoPassword } from '../../sandbox/world/credentials.ts';
import type { SnRecord, World } from '../../sandbox/world/world.ts';
import type { Call, Row, Value } from '../../src/contract/index.ts';
import { basic, callsTo } from './direct-send.ts';
import { isError } from './reading.ts';
import { serviceNowRows } from './servicenow-rows.ts';
import { contractSuite, type Target } from './suite.ts';
import { requestFor } from './setup.ts';
import { boundTable } from './tables.ts';

/** A table of an application's own scope: columns of other records, references to anything, lists, durations, money. */
const base = createWorld({ cases: 60 });
const tableOf = (name: string): readonly SnRecord[] => base.servicenow.get(name) ?? [];
const pick = (name: string, index: number): SnRecord =>
  tableOf(name)[index % tableOf(name).length] as SnRecord;
const KINDS = ['sn_customerservice_case', 'incident', 'problem', 'change_request'] as const;

const things: SnRecord[] = Array.from({ length: 80 }, (_, index) => {
  const kind = KINDS[index % KINDS.length] ?? 'incident';
  return {
    sys_id: (index + 1).toString(16).padStart(32, 'a'),
    number: `THG${String(index).padStart(7, '0')}`,
    stage: ['draft', 'live', 'gone'][index % 3] ?? '',
    price: index % 5 === 0 ? '' : `${index % 7}.50`,
    effort: index % 4 === 0 ? '' : `1970-01-0${1 + (index % 2)} 00:0${index % 7}:30`,
    watch_list:
      index % 3 === 0
        ? ''
        : [pick('sys_user', index), pick('sys_user', index + 1)].map(({ sys_id: id }) => id).join(','),
    account: index % 6 === 0 ? '' : pick('customer_account', index % 9).sys_id,
    task: pick(kind, index).sys_id,
    document_table: kind,
    document: pick(kind, index).sys_id,
  };
});

const now = (): number => DEFAULT_NOW;
const world: World = { ...base, servicenow: new Map([...base.servicenow, ['x_acme_app_thing', things]]) };

function openInstance(): (signal?: AbortSignal) => Call {
  const service = createServiceNow(world, { now, jwtPublicKeyPem: '', clients: [] });
  return callsTo(service, basic(ADMIN_USER, demoPassword(ADMIN_USER)), now);
}

const account = boundTable('Account', 'customer_account', {
  id: ['id', 'sys_id'],
  name: ['string', 'name'],
  website: ['url', 'website'],
});

const thing = boundTable(
  'Thing',
  'x_acme_app_thing',
  {
    id: ['id', 'sys_id'],
    number: ['string', 'number'],
    stage: ['choice', 'stage'],
    price: ['decimal', 'price'],
    effort: ['duration', 'effort'],
    watchers: ['list', 'watch_list'],
    accountId: ['reference', 'account', () => account],
    accountNumber: ['string', 'account.number'],
    contactId: ['id', 'account.primary_contact'],
    taskNumber: ['string', 'task.number'],
    taskOpened: ['datetime', 'task.opened_at'],
  },
  ['number', 'price'],
);

/** The columns behind references, looked up by hand in the world's records. */
function rows(): Row[] {
  const accounts = new Map(tableOf('customer_account').map((record) => [record.sys_id, record]));
  const tasks = new Map(KINDS.flatMap((kind) => tableOf(kind)).map((record) => [record.sys_id, record]));
  const cell = (record: SnRecord | undefined, name: string): string | null => record?.[name] || null;
  const own = serviceNowRows(world, thing);
  return things.map((record, index) => {
    const [behind, task] = [accounts.get(record['account'] ?? ''), tasks.get(record['task'] ?? '')];
    const behindIt: Record<string, Value> = {
      accountNumber: cell(behind, 'number'),
      contactId: cell(behind, 'primary_contact'),
      taskNumber: cell(task, 'number'),
      taskOpened: cell(task, 'opened_at')?.replace(' ', 'T').concat('Z') ?? null,
    };
    return { values: { ...own[index]?.values, ...behindIt } };
  });
}

const adapter = createServiceNowAdapter();
function target(): Target {
  return { adapter, table: thing, call: openInstance() };
}

contractSuite({
  name: 'servicenow, a scoped table',
  ...target(),
  rows: rows(),
  joined: { account: serviceNowRows(world, account) },
  lookups: [
    { column: 'number' },
    { column: 'accountId', via: 'customer_account.x_acme_app_thing' },
    { column: 'contactId' },
    { column: 'taskNumber' },
  ],
  unknownKey: (number) => number.toString(16).padStart(32, '0'),
  runs: 40,
  batches: { call: openInstance(), targetBytes: 8_000, keysInBody: 100 },
  writable: {
    open: target,
    newKey: () => 'c0ffee00c0ffee00c0ffee00c0ffee00',
    create: { number: 'THG1', price: '12.5' },
    update: { price: null },
  },
});

describe('a reference to records of several tables', () => {
  const documents = things.map((record) => record['document'] ?? '');

  it.each(KINDS)('leads through %s to its own records only', async (kind) => {
    const table = boundTable(kind, kind, { id: ['id', 'sys_id'], number: ['string', 'number'] });
    const request = { ...requestFor(table), column: 'id' };
    const { results } = await adapter.readByKeys(table, request, documents, openInstance()());
    const found = results.map((result) =>
      isError(result) ? result.kind : (result.rows[0]?.values['id'] ?? null),
    );
    expect(found).toEqual(
      things.map((record) => (record['document_table'] === kind ? record['document'] : null)),
    );
  });
});

describe('what is asked of the instance', () => {
  const paths = async (columns: readonly string[]): Promise<string> => {
    const sent: string[] = [];
    const call = openInstance()();
    const select = { columns, joins: {} };
    await adapter.read(thing, adapter.plan(thing, requestFor(thing, { select })), {
      ...call,
      send: (request) => (sent.push(request.path), call.send(request)),
    });
    return sent.join();
  };

  it('holds no display values where nobody needs them, and no rows of other domains', async () => {
    expect(await paths(['id', 'number', 'accountNumber', 'watchers'])).toContain(
      'sysparm_display_value=false&sysparm_exclude_reference_link=true',
    );
    expect(await paths(['id', 'stage'])).toContain(
      'sysparm_display_value=all&sysparm_exclude_reference_link=true',
    );
    expect(await paths(['id'])).not.toContain('no_domain');
  });

  it('reads amounts in both of the forms that they come in, and leaves money to the engine where the source says so', () => {
    const money = { ...thing, options: { currencies: ['price'] } };
    expect(adapter.check(money)).toEqual([]);
    expect([...(adapter.capabilities(money).filter.get('price') ?? [])]).toEqual(['null', 'notNull']);
    expect(adapter.capabilities(money).order.has('price')).toBe(false);
    const filter = { op: 'gt', column: 'price', value: '5' } as const;
    expect(adapter.plan(money, requestFor(money, { filter })).residual).toEqual(filter);
    expect(adapter.plan(thing, requestFor(thing, { filter })).residual).toBeNull();
  });
});
