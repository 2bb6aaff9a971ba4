import { Agent } from 'node:https';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { selfSigned } from '../http/certificate.ts';
import { listen } from '../http/listen.ts';
import type { Listener } from '../http/listen.ts';
import { smallServer } from './testing/call.ts';
import { publicClient, type PublicClient } from './testing/public-client.ts';
import { id } from './testing/small-world.ts';

let listener: Listener;
let client: PublicClient;

beforeAll(async () => {
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
  const { service } = smallServer();
  listener = await listen(service, { port: 0, tls: selfSigned(Date.now()) });
  client = publicClient(new URL(listener.url).host, 'ivan.itil', 'pw-ivan.itil', {
    httpsAgent: new Agent({ rejectUnauthorized: false }),
  });
});

afterAll(async () => {
  vi.restoreAllMocks();
  await listener.close();
});

const answer = <T>(ask: (done: (value: unknown) => void) => void): Promise<T> =>
  new Promise((resolve) => ask((value) => resolve(value as T)));

describe('servicenow-rest-api', () => {
  it('reads chosen fields with display values', async () => {
    const rows = await answer((done) =>
      client.getTableData(
        ['number', 'state', 'account'],
        ['state=10', 'priority=1'],
        'sn_customerservice_case',
        done,
      ),
    );
    expect(rows).toEqual([
      {
        number: 'CS0000001',
        state: 'Open',
        account: {
          display_value: 'Acme Corp',
          link: `${listener.url}/api/now/v2/table/customer_account/${id('Acme Corp')}`,
        },
      },
    ]);
  });

  it('creates by display values and updates by number', async () => {
    const created = await answer<{ number: string }>((done) =>
      client.createNewTask(
        { short_description: 'from a client', caller_id: 'Amy Agent', urgency: '1' },
        'incident',
        done,
      ),
    );
    expect(created).toMatchObject({
      number: 'INC0000004',
      priority: '3 - Moderate',
      caller_id: { display_value: 'Amy Agent' },
    });
    const updated = await answer((done) =>
      client.UpdateTask('incident', created.number, { impact: '1 - High' }, done),
    );
    expect(updated).toMatchObject({ impact: '1 - High', priority: '1 - Critical' });
  });
});
