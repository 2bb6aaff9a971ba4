import jsforce from 'jsforce';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listen } from '../http/listen.ts';
import type { Listener } from '../http/listen.ts';
import { createSalesforce } from './index.ts';
import { makeId } from './ids.ts';
import { GRANT, assertion, testOptions } from './test-client.ts';
import { ID, NOW, testWorld } from './test-world.ts';

/** A client nobody here wrote, over a real connection. */
describe('jsforce', () => {
  const world = testWorld();
  for (let i = 0; i < 2_100; i++) {
    world.salesforce
      .get('Contact')
      ?.push({ Id: makeId('003', 100 + i), LastName: `L${i}`, AccountId: ID.bolt });
  }
  let now = NOW;
  let listener: Listener;
  let connection: InstanceType<typeof jsforce.Connection>;

  beforeAll(async () => {
    listener = await listen(
      createSalesforce(
        world,
        testOptions(() => now),
      ),
      { port: 0 },
    );
    connection = new jsforce.Connection({ loginUrl: listener.url, version: '62.0' });
    await connection.authorize({ grant_type: GRANT, assertion: await assertion({ aud: listener.url }) });
  });
  afterAll(() => listener.close());

  test('logs in', async () => {
    expect(connection.instanceUrl).toBe(listener.url);
    expect(connection.userInfo?.id).toBe(ID.ann);
    expect(await connection.identity()).toMatchObject({ user_id: ID.ann, username: 'ann@acme.test' });
  });

  test('finds its identity with nothing but an address and a token', async () => {
    const { instanceUrl, accessToken } = connection;
    const bare = new jsforce.Connection({ instanceUrl, accessToken: accessToken ?? '', version: '62.0' });
    expect(await bare.identity()).toMatchObject({ user_id: ID.ann, username: 'ann@acme.test' });
  });

  test('queries, with children', async () => {
    const { totalSize, records } = await connection.query(
      'SELECT Name, (SELECT Name FROM Opportunities ORDER BY Amount DESC NULLS LAST LIMIT 2) FROM Account ORDER BY Id',
    );
    expect(totalSize).toBe(3);
    expect(records[0]).toMatchObject({
      Name: 'Acme',
      Opportunities: { records: [{ Name: 'Two' }, { Name: 'One' }] },
    });
    expect(connection.limitInfo.apiUsage?.limit).toBe(5_000_000);
  });

  test('fetches page after page', async () => {
    const first = await connection.query('SELECT Id FROM Contact');
    expect([first.done, first.records.length]).toEqual([false, 2_000]);
    const second = await connection.queryMore(first.nextRecordsUrl ?? '');
    expect([second.done, second.records.length]).toEqual([true, 102]);
    const all = await connection.query('SELECT Id FROM Contact', { autoFetch: true, maxFetch: 5_000 });
    expect(all.records).toHaveLength(2_102);
  });

  test('retrieves and describes', async () => {
    const records = (await connection.sobject('Opportunity').retrieve([ID.o2, ID.o1])) as ({
      Name: string;
    } | null)[];
    expect(records.map((record) => record?.Name)).toEqual(['Two', 'One']);
    const { fields } = await connection.describe('Opportunity');
    expect(fields.find(({ name }) => name === 'StageName')?.type).toBe('picklist');
    expect((await connection.describeGlobal()).sobjects.length).toBeGreaterThan(15);
  });

  test('writes', async () => {
    const made = await connection.sobject('Account').create({ Name: 'By jsforce' });
    expect(made).toMatchObject({ success: true });
    const id = made.id ?? '';
    await connection.sobject('Account').update({ Id: id, Name: 'Renamed' });
    expect(await connection.sobject('Account').retrieve(id)).toMatchObject({ Name: 'Renamed' });
    await connection.sobject('Account').destroy(id);
    await expect(connection.sobject('Account').retrieve(id)).rejects.toMatchObject({
      errorCode: 'ENTITY_IS_DELETED',
    });
  });

  test('understands the errors', async () => {
    await expect(connection.query('SELECT Bacon FROM Account')).rejects.toMatchObject({
      errorCode: 'INVALID_FIELD',
    });
    await expect(connection.query('SELECT Id FROM Account LIMIT x')).rejects.toMatchObject({
      errorCode: 'MALFORMED_QUERY',
    });
    const wrong = new jsforce.Connection({ loginUrl: listener.url });
    const login = wrong.authorize({ grant_type: GRANT, assertion: await assertion({ sub: 'no@one.test' }) });
    await expect(login).rejects.toThrow("user hasn't approved this consumer");
  });

  test('logs in again when the session is over', async () => {
    let logins = 0;
    const logInAnew = async () => {
      const fresh = new jsforce.Connection({ loginUrl: listener.url });
      await fresh.authorize({
        grant_type: GRANT,
        assertion: await assertion({ aud: listener.url }, undefined, now),
      });
      return fresh.accessToken ?? '';
    };
    const patient = new jsforce.Connection({
      loginUrl: listener.url,
      instanceUrl: listener.url,
      accessToken: 'expired',
      version: '62.0',
      refreshFn: (_, done) => {
        logins++;
        void logInAnew().then((token) => void done(null, token));
      },
    });
    expect((await patient.query('SELECT Id FROM Account')).totalSize).toBe(3);
    now += 7_200_000;
    expect((await patient.query('SELECT Id FROM Account')).totalSize).toBe(3);
    expect(logins).toBe(2);
  });
});
