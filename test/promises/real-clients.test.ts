import { readFileSync } from 'node:fs';
import { Agent } from 'node:https';
import { SignJWT, importPKCS8 } from 'jose';
import jsforce from 'jsforce';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { publicClient, type PublicClient } from '../../sandbox/servicenow/testing/public-client.ts';
import { ensureEnded, runCommand, type Command } from '../harness/command.ts';

/** Public clients that nobody here wrote, against `casegraph sandbox` as a user starts it. */
interface Report {
  readonly servicenowTls: string;
  readonly salesforce: string;
  readonly credentials: {
    readonly servicenow: { readonly caFile: string; readonly logins: Readonly<Record<string, string>> };
    readonly salesforce: {
      readonly clientId: string;
      readonly username: string;
      readonly audience: string;
      readonly privateKeyFile: string;
    };
  };
}

let command: Command;
let report: Report;
beforeAll(async () => {
  command = runCommand('sandbox', '--json', '--port', '0', '--cases', '2600');
  report = JSON.parse(await command.firstLine) as Report;
});
afterAll(() => ensureEnded(command));

describe('jsforce', () => {
  let connection: InstanceType<typeof jsforce.Connection>;
  beforeAll(async () => {
    const { clientId, username, audience, privateKeyFile } = report.credentials.salesforce;
    const assertion = await new SignJWT({ iss: clientId, sub: username, aud: audience })
      .setProtectedHeader({ alg: 'RS256' })
      .setExpirationTime('2m')
      .sign(await importPKCS8(readFileSync(privateKeyFile, 'utf8'), 'RS256'));
    connection = new jsforce.Connection({ loginUrl: report.salesforce });
    await connection.authorize({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion });
  });

  it('logs in with the JWT bearer flow', async () => {
    expect(connection.instanceUrl).toBe(report.salesforce);
    expect(await connection.identity()).toMatchObject({ username: report.credentials.salesforce.username });
  });

  it('queries, with parents and children', async () => {
    const { records } = await connection.query(
      'SELECT Name, Owner.Name, (SELECT Name, StageName FROM Opportunities WHERE IsClosed = false ORDER BY CloseDate LIMIT 2) FROM Account WHERE Id IN (SELECT AccountId FROM Opportunity WHERE IsClosed = false) ORDER BY Name LIMIT 3',
    );
    expect(records).toHaveLength(3);
    for (const record of records) {
      expect(record).toMatchObject({
        Name: expect.any(String) as string,
        Owner: { Name: expect.any(String) as string },
      });
      const { records: children } = record['Opportunities'] as { records: unknown[] };
      expect(children.length).toBeGreaterThan(0);
      expect(children.length).toBeLessThanOrEqual(2);
    }
  });

  it('pages through all opportunities, by hand and by itself', async () => {
    const soql = 'SELECT Id FROM Opportunity ORDER BY Id';
    const { totalSize } = await connection.query('SELECT COUNT() FROM Opportunity');
    expect(totalSize).toBeGreaterThan(2_000);
    const byHand: unknown[] = [];
    let page = await connection.query(soql);
    expect([page.records.length, page.done]).toEqual([2_000, false]);
    byHand.push(...page.records.map(({ Id }) => Id));
    while (!page.done) {
      page = await connection.queryMore(page.nextRecordsUrl!);
      byHand.push(...page.records.map(({ Id }) => Id));
    }
    const all = await connection.query(soql, { autoFetch: true, maxFetch: 100_000 });
    expect(all.records.map(({ Id }) => Id)).toEqual(byHand);
    expect(new Set(byHand).size).toBe(totalSize);
  });

  it('retrieves one record and several', async () => {
    const { records } = await connection.query(
      'SELECT Id, Name, Amount FROM Opportunity WHERE Amount > 1000 LIMIT 2',
    );
    const [one, two] = records as { Id: string; Name: string; Amount: number }[];
    expect(await connection.sobject('Opportunity').retrieve(one!.Id)).toMatchObject({
      Id: one!.Id,
      Name: one!.Name,
      Amount: one!.Amount,
    });
    const several = await connection.sobject('Opportunity').retrieve([two!.Id, one!.Id]);
    expect(several.map((each) => each?.['Name'] as unknown)).toEqual([two!.Name, one!.Name]);
  });

  it('describes the org and an object', async () => {
    const { sobjects } = await connection.describeGlobal();
    expect(sobjects.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Account', 'Contact', 'Opportunity']),
    );
    const { fields, childRelationships } = await connection.describe('Account');
    expect(fields.find(({ name }) => name === 'Name')).toMatchObject({ type: 'string', nillable: false });
    expect(childRelationships).toContainEqual(
      expect.objectContaining({
        childSObject: 'Opportunity',
        field: 'AccountId',
        relationshipName: 'Opportunities',
      }),
    );
  });
});

describe('servicenow-rest-api', () => {
  let client: PublicClient;
  beforeAll(() => {
    // It prints what it could not do; here that is a failed expectation anyway.
    vi.spyOn(console, 'log').mockImplementation(() => undefined);
    const { caFile, logins } = report.credentials.servicenow;
    client = publicClient(new URL(report.servicenowTls).host, 'tomas.brandt', logins['tomas.brandt']!, {
      httpsAgent: new Agent({ ca: readFileSync(caFile) }),
    });
  });
  afterAll(() => void vi.restoreAllMocks());

  const answer = <T>(ask: (done: (value: unknown) => void) => void): Promise<T> =>
    new Promise((resolve) => ask((value) => resolve(value as T)));

  it('reads cases over HTTPS, with display values', async () => {
    const rows = await answer<{ number: string; state: string; priority: string }[]>((done) =>
      client.getTableData(
        ['number', 'state', 'priority'],
        ['state=10', 'priority=1'],
        'sn_customerservice_case',
        done,
      ),
    );
    expect(rows.length).toBeGreaterThan(10);
    for (const row of rows) expect(row).toMatchObject({ state: 'Open', priority: 'Critical' });
  });

  it('creates an incident and changes it', async () => {
    const made = await answer<{ number: string }>((done) =>
      client.createNewTask(
        { short_description: 'From a public client', impact: '1', urgency: '2' },
        'incident',
        done,
      ),
    );
    expect(made).toMatchObject({
      short_description: 'From a public client',
      state: 'New',
      priority: '2 - High',
    });
    const changed = await answer((done) =>
      client.UpdateTask('incident', made.number, { urgency: '1 - High', state: 'In Progress' }, done),
    );
    expect(changed).toMatchObject({ number: made.number, state: 'In Progress', priority: '1 - Critical' });
    const [read] = await answer<unknown[]>((done) =>
      client.getTableData(['number', 'state'], [`number=${made.number}`], 'incident', done),
    );
    expect(read).toEqual({ number: made.number, state: 'In Progress' });
  });
});
