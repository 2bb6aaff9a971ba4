import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Config } from '../../src/config/index.ts';
import { ensureEnded, runCommand, type Command } from '../harness/command.ts';
import { startLiveGateway, type Health, type LiveGateway, type Settings } from '../harness/live-gateway.ts';
import type { Reply } from '../harness/stack.ts';

const AGENT = 'agent-itsm';

const CONTACTS = `
"A person whom sales knows, live from Salesforce."
type TrialContact
  @table(label: "Trial contact", plural: "trialContacts")
  @source(connection: "salesforce", object: "Contact")
  @access(kinds: [AGENT], read: ["sn_customerservice_agent"]) {
  "Global id."
  id: ID! @key(column: "Id")
  "Full name."
  name: String @column(name: "Name")
  "Id of the Salesforce account."
  salesforceAccountId: ID @column(name: "AccountId")
  "The customer."
  account: Account @reference(column: "AccountId", to: "salesforceAccountId")
}

extend type Account {
  "People whom sales knows there."
  trialContacts: TrialContactConnection @related(column: "AccountId", from: "salesforceAccountId")
}
`;

const BOTH_WAYS = `{
  accounts(first: 20, filter: { salesforceAccountId: { isNull: false } }) {
    nodes {
      name
      trialContacts(first: 5) { nodes { name salesforceAccountId account { name salesforceAccountId } } }
    }
  }
}`;

interface AccountRow {
  readonly name: string;
  readonly trialContacts: {
    readonly nodes: readonly {
      readonly name: string;
      readonly salesforceAccountId: string;
      readonly account: { readonly name: string; readonly salesforceAccountId: string };
    }[];
  };
}

let live: LiveGateway;
let before: number;
beforeAll(async () => {
  live = await startLiveGateway();
});
afterAll(() => live.close());
beforeEach(async () => {
  await live.reset();
  before = (await live.health()).generation.number;
});

const matching = (pattern: RegExp): string => expect.stringMatching(pattern) as string;
const aNumber = expect.any(Number) as number;
const NO_SUCH_FIELD = /^Cannot query field "trialContacts" on type "Account"/;
const codes = ({ body }: Reply): unknown[] => (body.errors ?? []).map(({ extensions }) => extensions['code']);

describe('a file more or less in the folder of declarations', () => {
  it('adds a table with relations both ways to the gateway that runs', async () => {
    expect((await live.graphql(AGENT, getIntrospectionQuery())).text).not.toContain('TrialContact');
    const early = await live.graphql(AGENT, BOTH_WAYS);
    expect(early.body.errors?.[0]?.message).toMatch(NO_SUCH_FIELD);
    expect(early.body.data).toBeUndefined();

    live.write('trial-contact.graphql', CONTACTS);
    expect(await live.taken(before)).toBe(before + 1);

    const { status, body } = await live.graphql(AGENT, BOTH_WAYS);
    expect([status, body.errors]).toEqual([200, undefined]);
    const accounts = (body.data as { accounts: { nodes: readonly AccountRow[] } }).accounts.nodes;
    const people = accounts.flatMap(({ name, trialContacts }) =>
      trialContacts.nodes.map((person) => ({ from: name, ...person })),
    );
    expect(people.length).toBeGreaterThan(3);
    for (const { from, account, salesforceAccountId } of people)
      expect([account.name, account.salesforceAccountId]).toEqual([from, salesforceAccountId]);
    // The sandbox's own record of who works there.
    const records = live.sandbox.world.salesforce.get('Contact') ?? [];
    const [first] = people;
    expect(records.map(({ Name }) => Name)).toContain(first?.name);
    expect((await live.graphql(AGENT, getIntrospectionQuery())).text).toContain('"TrialContactConnection"');
  });

  it('takes it away again: the same query is refused, although it was valid a moment ago', async () => {
    live.write('trial-contact.graphql', CONTACTS);
    await live.taken(before);
    expect((await live.graphql(AGENT, BOTH_WAYS)).body.errors).toBeUndefined();
    live.remove('trial-contact.graphql');
    await live.taken(before + 1);
    const { body } = await live.graphql(AGENT, BOTH_WAYS);
    expect(body.errors?.[0]?.message).toMatch(NO_SUCH_FIELD);
    expect(body.data).toBeUndefined();
    expect((await live.graphql(AGENT, getIntrospectionQuery())).text).not.toContain('TrialContact');
  });

  it('also when an editor writes another file and renames it, and in a folder below', async () => {
    const count = refusals().length;
    const hidden = join(live.folder, '.trial-contact.graphql.swp');
    writeFileSync(hidden, 'not yet');
    live.write('sales/deeper/trial-contact.graphql', 'type Unfinished {');
    expect((await live.refused(count + 1))[0]).toMatchObject({ line: 1, column: 18 });
    writeFileSync(hidden, CONTACTS);
    renameSync(hidden, join(live.folder, 'sales/deeper/trial-contact.graphql'));
    await live.taken(before);
    expect((await live.graphql(AGENT, BOTH_WAYS)).body.errors).toBeUndefined();
  });

  it('takes the place of the built-in file with the same path', async () => {
    const query =
      '{ __type(name: "PriorityLookup") { name } domain: __type(name: "Opportunity") { fields { name } } }';
    live.write('salesforce/opportunity.graphql', OPPORTUNITY);
    await live.taken(before);
    const { body } = await live.graphql(AGENT, query);
    expect(body.data).toMatchObject({ domain: { fields: [{ name: 'id' }, { name: 'name' }] } });
  });
});

const OPPORTUNITY = `
"A deal."
type Opportunity
  @table(label: "Opportunity", plural: "opportunities")
  @source(connection: "salesforce", object: "Opportunity")
  @access(kinds: [AGENT], read: ["sn_customerservice_agent"]) {
  "Global id."
  id: ID! @key(column: "Id")
  "Name of the deal."
  name: String @column(name: "Name")
}
`;

describe('a change with mistakes', () => {
  it('is refused and logged in full, the old generation answers, and the mended one is taken', async () => {
    live.write('trial-contact.graphql', CONTACTS);
    await live.taken(before);
    const count = refusals().length;
    live.write(
      'trial-contact.graphql',
      CONTACTS.replace('connection: "salesforce"', 'connection: "salesfroce"').replace(
        'to: "salesforceAccountId"',
        'to: "salesforceAcountId"',
      ),
    );
    const problems = await live.refused(count + 1);
    const file = join(live.folder, 'trial-contact.graphql');
    expect(problems).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ file, line: 5, column: 3, message: matching(/salesfroce/) }) as unknown,
        expect.objectContaining({
          file,
          line: 13,
          column: 3,
          message: matching(/salesforceAcountId/),
        }),
      ]),
    );
    expect(JSON.stringify(problems)).toMatch(/Did you mean salesforceAccountId\?.*Did you mean salesforce\?/);
    expect((await live.graphql(AGENT, BOTH_WAYS)).body.errors).toBeUndefined();
    await expectEventually(async () => {
      const { generation, status } = await live.health();
      expect([generation.number, status]).toEqual([before + 1, 'ready']);
      expect(Date.parse(generation.refused ?? '')).toBeGreaterThan(Date.parse(generation.since));
    });

    live.write('trial-contact.graphql', CONTACTS.replace('Full name', 'First and last name'));
    await live.taken(before + 1);
    expect((await live.health()).generation).toMatchObject({ number: before + 2, refused: null });
    expect((await live.graphql(AGENT, getIntrospectionQuery())).text).toContain('First and last name');
  });

  it('of the configuration: all at once, with place and hint', async () => {
    const count = refusals().length;
    live.configure((settings) => ({ ...settings, limits: { rowz: 5, depth: 'deep' } }));
    const problems = await live.refused(count + 1);
    expect(problems).toHaveLength(2);
    for (const problem of problems)
      expect(problem).toMatchObject({
        file: live.file,
        line: aNumber,
        column: aNumber,
        message: matching(/^limits\.(rowz|depth) /),
        hint: matching(/./),
      });
  });

  it('that would leave it unable to serve: a connection to nowhere for the domains', async () => {
    const count = refusals().length;
    live.configure((settings) => ({
      ...settings,
      connections: {
        ...settings.connections,
        servicenow: { ...settings.connections.servicenow, url: 'http://127.0.0.1:1' },
      },
    }));
    expect(await live.refused(count + 1)).toEqual([
      { message: matching(/domains/), hint: matching(/SIGHUP/) },
    ]);
    expect(
      (await live.graphql(AGENT, '{ cases(first: 1) { nodes { number } } }')).body.errors,
    ).toBeUndefined();
  });
});

describe('a changed configuration', () => {
  const rows = (first: number): string => `{ cases(first: ${first}) { nodes { number } } }`;

  it('takes effect: limits', async () => {
    expect((await live.graphql(AGENT, rows(30))).body.errors).toBeUndefined();
    live.configure((settings) => ({ ...settings, limits: { rows: 20 } }));
    await live.taken(before);
    expect(codes(await live.graphql(AGENT, rows(30)))).not.toEqual([]);
    expect(codes(await live.graphql(AGENT, rows(20)))).toEqual([]);
  });

  it('takes effect: who may read the schema, the mode, the playground', async () => {
    const production = (roles: readonly string[]) =>
      live.configure(({ server, ...settings }) => ({
        ...settings,
        server: { ...server, mode: 'production', introspection: roles },
      }));
    production([]);
    await live.taken(before);
    expect((await live.graphql(AGENT, getIntrospectionQuery())).status).toBe(403);
    expect([live.gateway.playground, (await fetch(`${live.url}/playground`)).status]).toEqual([null, 404]);
    production(['sn_customerservice_agent']);
    await live.taken(before + 1);
    expect((await live.graphql(AGENT, getIntrospectionQuery())).status).toBe(200);
  });

  it('but for the port: that is said, and the rest is taken', async () => {
    live.configure(({ server, ...settings }) => ({
      ...settings,
      server: { ...server, port: 1 },
      limits: { rows: 25 },
    }));
    await live.taken(before);
    expect(live.lines.filter(({ key }) => key === 'server.port')).toMatchObject([
      { listening: 0, configured: 1, msg: matching(/restart/) },
    ]);
    expect(codes(await live.graphql(AGENT, rows(26)))).not.toEqual([]);
  });
});

describe('what has not changed is kept', () => {
  it('tokens of connections: nobody logs in again, but to the connection that changed', async () => {
    const touch =
      '{ cases(first: 3) { nodes { number account { opportunities(first: 1) { nodes { name } } } } } }';
    expect((await live.graphql(AGENT, touch)).body.errors).toBeUndefined();
    await live.forget();
    live.configure(({ connections, ...settings }) => ({
      ...settings,
      connections: { ...connections, salesforce: { ...connections.salesforce, limits: { deadline: 7 } } },
    }));
    await live.taken(before);
    expect((await live.graphql(AGENT, touch)).body.errors).toBeUndefined();
    const logins = async (system: 'servicenow' | 'salesforce'): Promise<number> =>
      (await live.requests(system)).filter(({ path }) => /oauth/.test(path)).length;
    expect([await logins('servicenow'), await logins('salesforce')]).toEqual([0, 1]);
  });

  it('the tree of domains, while ServiceNow is down', async () => {
    await live.fault('servicenow', { path: '/', status: 503, body: 'maintenance' });
    live.write('trial-contact.graphql', CONTACTS);
    await live.taken(before);
    const whileDown = (await live.health()).status;
    await live.clearFaults();
    expect(whileDown).toBe('ready');
    await expectEventually(async () => {
      expect((await live.graphql(AGENT, BOTH_WAYS)).body.errors).toBeUndefined();
    });
  });
});

describe('under load', () => {
  it('20 reloads lose no request and fail none', async () => {
    live.write('trial-contact.graphql', CONTACTS);
    // So that requests are under way while generations change.
    await live.fault('salesforce', { path: '/services/data', delayMs: 150 });
    const query = `{ cases(first: 10) { nodes { number account { name opportunities(first: 2) { nodes { name } } } } } }`;
    const outcomes = { good: 0, bad: [] as string[] };
    let over = false;
    const client = async (): Promise<void> => {
      while (!over) {
        const reply = await live.graphql(AGENT, query).catch((error: unknown) => String(error));
        if (typeof reply !== 'string' && reply.status === 200 && reply.body.errors === undefined)
          outcomes.good += 1;
        else outcomes.bad.push(typeof reply === 'string' ? reply : `${reply.status} ${reply.text}`);
      }
    };
    const clients = Array.from({ length: 8 }, client);
    let overlapping = 0;
    for (let turn = 0; turn < 20; turn += 1) {
      live.write('trial-contact.graphql', CONTACTS.replace('Full name', `Full name, ${turn}`));
      // Every other time with other connections: then the old ones must stay open for as long as they are used.
      if (turn % 2 === 0) live.configure((settings) => withDeadline(settings, 6 + turn / 100));
      expect(await live.gateway.reload()).toMatchObject({ taken: true });
      overlapping = Math.max(overlapping, live.gateway.generations);
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
    over = true;
    await Promise.all(clients);
    await live.clearFaults();
    expect(outcomes.bad).toEqual([]);
    expect(outcomes.good).toBeGreaterThan(50);
    expect(overlapping).toBeGreaterThan(1);
    expect((await live.health()).generation.number).toBeGreaterThanOrEqual(before + 20);
    await expectEventually(async () => expect(live.gateway.generations).toBe(1));
  }, 60_000);

  it('nothing of the old generations is left: no sockets, no memory', async () => {
    setFlagsFromString('--expose_gc');
    const collect = runInNewContext('gc') as () => void;
    const configs: WeakRef<Config>[] = [];
    live.onRead = (config) => void configs.push(new WeakRef(config));
    const touch =
      '{ cases(first: 3) { nodes { number account { opportunities(first: 1) { nodes { name } } } } } }';
    const round = async (turn: number): Promise<void> => {
      // The connections differ each time, so that none can be kept.
      live.configure((settings) => withDeadline(settings, 5 + turn / 100));
      await live.gateway.reload();
      expect((await live.graphql(AGENT, touch)).body.errors).toBeUndefined();
    };
    for (let turn = 0; turn < 3; turn += 1) await round(turn);
    await expectEventually(async () => expect(live.gateway.generations).toBe(1));
    const sockets = (): number =>
      process.getActiveResourcesInfo().filter((name) => name.startsWith('TCPSocket')).length;
    const atFirst = sockets();
    for (let turn = 3; turn < 15; turn += 1) await round(turn);
    await expectEventually(async () => {
      expect(live.gateway.generations).toBe(1);
      expect(sockets()).toBeLessThanOrEqual(atFirst + 4);
    });
    await expectEventually(async () => {
      collect();
      expect(configs.length).toBeGreaterThanOrEqual(15);
      expect(configs.filter((one) => one.deref() !== undefined).length).toBeLessThanOrEqual(2);
    });
    live.onRead = () => undefined;
  }, 60_000);
});

describe('the commands', () => {
  let command: Command | undefined;
  afterAll(() => command && ensureEnded(command));

  it('dev takes a file dropped into --schema, and reads anew on SIGHUP', async () => {
    const folder = join(live.folder, '..', 'own');
    live.write('../own/readme.txt', 'tables of my own');
    command = runCommand(
      'dev',
      '--port',
      '0',
      '--cases',
      '20',
      '--json',
      '--log',
      'info',
      '--schema',
      folder,
    );
    const { graphql, health, tokens } = JSON.parse(await command.firstLine) as {
      graphql: string;
      health: string;
      tokens: Record<string, string>;
    };
    const number = async (): Promise<number> =>
      ((await (await fetch(health)).json()) as Health).generation.number;
    expect(await number()).toBe(1);
    live.write('../own/trial-contact.graphql', CONTACTS);
    await expectEventually(async () => expect(await number()).toBe(2));
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${tokens[AGENT]}` };
    const response = await fetch(graphql, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query: BOTH_WAYS }),
    });
    expect(((await response.json()) as { errors?: unknown }).errors).toBeUndefined();
    command.signal('SIGHUP');
    await expectEventually(async () => expect(await number()).toBe(3));
    expect(command.output.err.match(/"msg":"reloaded"/g)).toHaveLength(2);
    command.signal('SIGTERM');
    expect(await command.ended).toBe(0);
  }, 60_000);
});

/** All connections with another deadline, so that none of them can be kept. */
function withDeadline({ connections, ...settings }: Settings, deadline: number): object {
  const changed = Object.entries(connections).map(([name, one]) => [name, { ...one, limits: { deadline } }]);
  return { ...settings, connections: Object.fromEntries(changed) as object };
}

const refusals = (): readonly unknown[] =>
  live.lines.filter(({ msg }) => String(msg).startsWith('a change was refused'));

async function expectEventually(claim: () => Promise<void>): Promise<void> {
  const end = Date.now() + 10_000;
  for (;;) {
    try {
      return await claim();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
