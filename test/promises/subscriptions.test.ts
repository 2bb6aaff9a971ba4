import { once } from 'node:events';
import { request } from 'node:http';
import { createClient as sseClient } from 'graphql-sse';
import { CloseCode, createClient as wsClient } from 'graphql-ws';
import WebSocket from 'ws';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Secret } from '../../src/config/secret.ts';
import type { Config } from '../../src/config/index.ts';
import { startIssuer, type Issuer } from '../harness/issuer.ts';
import { secondGateway } from '../harness/second-gateway.ts';
import { serviceNowAdmin, type ServiceNowAdmin, type SnColumns } from '../harness/servicenow-admin.ts';
import { startStack, type GraphError, type Stack } from '../harness/stack.ts';

/** What front ends hear of without asking again, told to the protocols' own clients: at once, as the viewer may see it then, and without a gap. */

const EVENTS_SECRET = 'a secret that nobody guesses';

let stack: Stack;
let issuer: Issuer;
let admin: ServiceNowAdmin;
let acme: string;
const running: (() => void)[] = [];

beforeAll(async () => {
  issuer = await startIssuer();
  stack = await startStack({ config: (config) => telling(issuer.trusted(config)) });
  admin = serviceNowAdmin(stack.sandbox);
  acme = stack.sandbox.world.servicenow.get('domain')!.find((row) => row['full_name'] === 'TOP/ACME')!.sys_id;
});
afterEach(async () => {
  for (const end of running.splice(0)) end();
  await stack.clearFaults();
});
afterAll(async () => {
  await stack.close();
  await issuer.close();
});

/** ServiceNow tells by webhook, and is looked at seldom. */
const telling = (config: Config): Config => ({
  ...config,
  events: {
    ...config.events,
    servicenow: { secrets: [new Secret(EVENTS_SECRET)], tolerance: 300, bodyBytes: 262_144 },
  },
  sync: { ...config.sync, poll: { ...config.sync.poll, interval: 600 } },
});

type Transport = 'server-sent events' | 'WebSocket';
const TRANSPORTS: readonly Transport[] = ['server-sent events', 'WebSocket'];

interface Answer {
  readonly data?: Readonly<Record<string, Record<string, unknown> | null>> | null;
  readonly errors?: readonly GraphError[];
}

/** What a client has heard so far, and how it ended. */
class Heard {
  readonly answers: Answer[] = [];
  ended: 'complete' | { readonly error: unknown } | null = null;
  readonly #changed: (() => void)[] = [];

  tell(change: (heard: Heard) => void): void {
    change(this);
    for (const changed of this.#changed.splice(0)) changed();
  }

  /** The events of a field, once there are so many. */
  async events(field: string, count: number): Promise<readonly Record<string, unknown>[]> {
    await this.until(() => this.answers.length >= count);
    return this.answers.map(({ data }) => data?.[field] ?? {});
  }

  async until(test: (heard: Heard) => boolean, patience = 6_000): Promise<void> {
    const late = Date.now() + patience;
    while (!test(this)) {
      if (Date.now() > late) throw new Error(`heard only ${JSON.stringify([this.answers, this.ended])}`);
      await Promise.race([
        new Promise<void>((resolve) => this.#changed.push(resolve)),
        new Promise((resolve) => setTimeout(resolve, 50)),
      ]);
    }
  }
}

interface Operation {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
}

function subscribe(transport: Transport, token: string, operation: Operation, address = stack.url): Heard {
  const heard = new Heard();
  const sink = {
    next: (answer: unknown) => heard.tell(({ answers }) => answers.push(answer as Answer)),
    error: (error: unknown) => heard.tell((all) => (all.ended = { error })),
    complete: () => heard.tell((all) => (all.ended ??= 'complete')),
  };
  const authorization = `Bearer ${token}`;
  if (transport === 'WebSocket') {
    const url = `${address.replace('http', 'ws')}/graphql`;
    const client = wsClient({
      url,
      webSocketImpl: WebSocket,
      connectionParams: { authorization },
      retryAttempts: 0,
    });
    client.subscribe(operation, sink);
    running.push(() => void client.dispose());
  } else {
    const url = `${address}/graphql/stream`;
    const client = sseClient({ url, headers: { authorization }, retryAttempts: 0 });
    client.subscribe(operation, sink);
    running.push(() => client.dispose());
  }
  return heard;
}

/** A token like a persona's own, which this test can let expire. */
async function tokenOf(persona: string, instead: Record<string, unknown> = {}): Promise<string> {
  const { claims } = stack.sandbox.world.personas.find(({ name }) => name === persona)!;
  return issuer.sign(claims, { claims: instead });
}

async function ask(persona: string, query: string, variables: Record<string, unknown> = {}): Promise<Answer> {
  const { body } = await stack.graphql({ token: await tokenOf(persona) }, query, variables);
  return body as Answer;
}

function freshCase(columns: SnColumns = {}): Promise<SnColumns> {
  const { account = '' } = stack.sandbox.world.personas.find(({ name }) => name === 'contact')!.claims;
  return admin.create('sn_customerservice_case', {
    short_description: 'Followed',
    state: '10',
    priority: '2',
    account,
    sys_domain: acme,
    ...columns,
  });
}

const idOf = (row: SnColumns): string => Buffer.from(`Case:${row['sys_id']}`).toString('base64url');

const ACTIVITY = `subscription ($id: ID!, $after: String) {
  caseActivity(caseId: $id, after: $after) { cursor kind at relation entry { element value } case { number state { label } } }
}`;
const COMMENT = `mutation ($input: AddCaseCommentInput!) { addCaseComment(input: $input) { userErrors { message } } }`;

async function comment(on: SnColumns, text: string, audience: 'CUSTOMER' | 'AGENTS'): Promise<void> {
  const { data, errors } = await ask('agent', COMMENT, { input: { caseId: idOf(on), text, audience } });
  expect(errors ?? []).toEqual([]);
  expect(data).toEqual({ addCaseComment: { userErrors: [] } });
}

/** The stream has begun: its source has looked once since `forget`, and everything from now on is new to it. */
async function begun(): Promise<void> {
  const late = Date.now() + 5_000;
  while ((await stack.requests('servicenow')).length === 0) {
    if (Date.now() > late) throw new Error('the stream has not looked at its case');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe.each(TRANSPORTS)('Over %s', (transport) => {
  it('an agent hears of comments, work notes and changes of a case at once, and of nothing else', async () => {
    const [followed, other] = await Promise.all([freshCase(), freshCase()]);
    await stack.forget();
    const heard = subscribe(transport, await tokenOf('agent'), {
      query: ACTIVITY,
      variables: { id: idOf(followed) },
    });
    await begun();
    await comment(other, 'Elsewhere', 'CUSTOMER');
    await comment(followed, 'For you', 'CUSTOMER');
    const first = await heard.events('caseActivity', 2);
    await comment(followed, 'For us', 'AGENTS');
    const events = await heard.events('caseActivity', 4);
    expect(first.map(({ kind }) => kind)).toEqual(['COMMENT', 'CASE']);
    expect(events.slice(2).map(({ kind }) => kind)).toEqual(['WORK_NOTE', 'CASE']);
    expect(events[0]).toMatchObject({
      entry: { element: 'comments', value: 'For you' },
      case: { number: followed['number'] },
    });
    expect(events[2]).toMatchObject({ entry: { element: 'work_notes', value: 'For us' } });
    expect(heard.ended).toBeNull();
  });

  it('a customer hears of comments, never of work notes', async () => {
    const followed = await freshCase();
    await stack.forget();
    const heard = subscribe(transport, await tokenOf('contact'), {
      query: ACTIVITY,
      variables: { id: idOf(followed) },
    });
    await begun();
    await comment(followed, 'For us', 'AGENTS');
    await comment(followed, 'For you', 'CUSTOMER');
    await heard.until(({ answers }) => JSON.stringify(answers).includes('For you'));
    expect(JSON.stringify(heard.answers)).not.toContain('For us');
    expect(heard.answers.flatMap(({ errors }) => errors ?? [])).toEqual([]);
  });

  it('hears what happened while it was away, once and in order, when it comes back with its last cursor', async () => {
    const followed = await freshCase();
    await stack.forget();
    const before = subscribe(transport, await tokenOf('agent'), {
      query: ACTIVITY,
      variables: { id: idOf(followed) },
    });
    await begun();
    await comment(followed, 'One', 'AGENTS');
    const [, last] = await before.events('caseActivity', 2);
    running.splice(0).forEach((end) => end());
    for (const text of ['Two', 'Three', 'Four']) await comment(followed, text, 'AGENTS');
    const variables = { id: idOf(followed), after: last!['cursor'] };
    const after = subscribe(transport, await tokenOf('agent'), { query: ACTIVITY, variables });
    const events = await after.events('caseActivity', 4);
    const texts = events.map(({ entry }) => (entry as { value: string } | null)?.value ?? null);
    expect(texts.slice(0, 3).toSorted()).toEqual(['Four', 'Three', 'Two']);
    expect(events[3]).toMatchObject({ kind: 'CASE' });
  });

  it.each([
    ['a case that the viewer cannot see', 'contact-of-nobody', 'NOT_FOUND'],
    ['no token', null, 'UNAUTHENTICATED'],
  ])('%s: an error, and the end', async (_, who, code) => {
    const followed = await freshCase({ account: '' });
    const token = who === null ? 'none' : await tokenOf('contact');
    const heard = subscribe(transport, token, { query: ACTIVITY, variables: { id: idOf(followed) } });
    await heard.until(({ ended }) => ended !== null);
    if (code === 'NOT_FOUND')
      expect(heard.answers.map(({ errors }) => errors?.[0]?.extensions['code'])).toEqual([code]);
    else expect(heard.answers).toEqual([]);
  });

  it('says what is wrong with a subscription that is not valid, and with a cursor that is none', async () => {
    const token = await tokenOf('agent');
    const invalid = subscribe(transport, token, {
      query: 'subscription { caseActivity(caseId: "x") { nothing } }',
    });
    await invalid.until(({ ended }) => ended !== null);
    expect(JSON.stringify([invalid.answers, invalid.ended])).toContain('nothing');
    const followed = await freshCase();
    const variables = { id: idOf(followed), after: 'bm90aGluZw' };
    const lost = subscribe(transport, token, { query: ACTIVITY, variables });
    await lost.until(({ ended }) => ended !== null);
    expect(JSON.stringify([lost.answers, lost.ended])).toContain('BAD_USER_INPUT');
  });
});

const CHANGED = `subscription ($filter: CaseFilter, $after: String) {
  caseChanged(filter: $filter, after: $after) { cursor at case { number priority { value } } }
}`;

describe('A list of cases', () => {
  it('hears of each case that is made or changed and fulfils the filter then', async () => {
    const [urgent, calm] = await Promise.all([freshCase({ priority: '1' }), freshCase({ priority: '4' })]);
    await stack.forget();
    const heard = subscribe('server-sent events', await tokenOf('agent'), {
      query: CHANGED,
      variables: { filter: { priority: { eq: '1' } } },
    });
    await begun();
    await comment(calm, 'Calm', 'AGENTS');
    await comment(urgent, 'Urgent', 'AGENTS');
    const [event] = await heard.events('caseChanged', 1);
    expect(event).toMatchObject({ case: { number: urgent['number'], priority: { value: '1' } } });
    expect(heard.answers).toHaveLength(1);
  });
});

describe('Changes that others make in ServiceNow', () => {
  beforeAll(async () => {
    await fetch(`${stack.sandbox.urls.servicenow}/__sandbox/events`, {
      method: 'PUT',
      body: JSON.stringify({ url: `${stack.url}/events/servicenow`, secret: EVENTS_SECRET }),
    });
  });
  afterAll(async () => {
    await fetch(`${stack.sandbox.urls.servicenow}/__sandbox/events`, { method: 'DELETE' });
  });

  it('are heard of within a second at the median, by the webhook', async () => {
    const followed = await freshCase();
    await stack.forget();
    const heard = subscribe('server-sent events', await tokenOf('agent'), {
      query: ACTIVITY,
      variables: { id: idOf(followed) },
    });
    await begun();
    const waits: number[] = [];
    for (let index = 0; index < 11; index += 1) {
      const at = performance.now();
      await admin.change('sn_customerservice_case', followed['sys_id']!, { work_notes: `Note ${index}.` });
      await heard.until(({ answers }) => JSON.stringify(answers).includes(`Note ${index}.`));
      waits.push(performance.now() - at);
    }
    expect(waits.toSorted((a, b) => a - b)[5]).toBeLessThan(1_000);
  });

  it('are heard of when ServiceNow was away just then, none left out', async () => {
    const followed = await freshCase();
    await stack.forget();
    const heard = subscribe('WebSocket', await tokenOf('agent'), {
      query: ACTIVITY,
      variables: { id: idOf(followed) },
    });
    await begun();
    for (const method of ['GET', 'POST'] as const)
      await stack.fault('servicenow', { path: '/api/now/', method, status: 503, times: 4 });
    await admin.change('sn_customerservice_case', followed['sys_id']!, { work_notes: 'Meanwhile' });
    await heard.until(({ answers }) => JSON.stringify(answers).includes('Meanwhile'), 15_000);
    expect(heard.ended).toBeNull();
  });

  it('a change of a related record is heard of', async () => {
    const incident = await admin.create('incident', { short_description: 'Related', sys_domain: acme });
    const followed = await freshCase({ incident: incident['sys_id']! });
    await stack.forget();
    const heard = subscribe('WebSocket', await tokenOf('agent-itsm'), {
      query: ACTIVITY,
      variables: { id: idOf(followed) },
    });
    await begun();
    await admin.change('incident', incident['sys_id']!, { state: '2' });
    const [event] = await heard.events('caseActivity', 1);
    expect(event).toMatchObject({ kind: 'RELATED', relation: 'INCIDENT' });
  });
});

describe('The server', () => {
  it('ends a stream when its token has expired, though nothing happens', async () => {
    const followed = await freshCase();
    const now = Math.floor(Date.now() / 1000);
    const token = await tokenOf('agent', { exp: now + 2 - 5 });
    const operation = { query: ACTIVITY, variables: { id: idOf(followed) } };
    const all = TRANSPORTS.map((transport) => subscribe(transport, token, operation));
    await Promise.all(all.map((heard) => heard.until(({ ended }) => ended !== null, 9_000)));
    const codes = all.map(({ answers }) => answers.map(({ errors }) => errors?.[0]?.extensions['code']));
    expect(codes).toEqual([['UNAUTHENTICATED'], ['UNAUTHENTICATED']]);
  });

  it('answers a subscription that is sent to the plain endpoint with where to send it', async () => {
    const followed = await freshCase();
    const { errors } = await ask('agent', ACTIVITY, { id: idOf(followed) });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(errors?.[0]?.message).toContain('/graphql/stream');
  });

  it('ends a stream when a role was taken away in ServiceNow, though nothing happens', async () => {
    const strict = await secondGateway(stack.sandbox, (config) => {
      const trusting = issuer.trusted(config);
      return { ...trusting, identity: { ...trusting.identity, roleLookup: { keep: 0.2 } } };
    });
    try {
      const followed = await freshCase();
      const operation = { query: ACTIVITY, variables: { id: idOf(followed) } };
      // The token itself claims no role at all: what counts stands in ServiceNow.
      const heard = subscribe(
        'WebSocket',
        await tokenOf('agent', { roles: [] }),
        operation,
        new URL(strict.graphql).origin,
      );
      await new Promise((resolve) => setTimeout(resolve, 700));
      expect([heard.answers, heard.ended]).toEqual([[], null]);
      const { sub } = stack.sandbox.world.personas.find(({ name }) => name === 'agent')!.claims;
      const roles = await admin.list('sys_user_has_role', `user.user_name=${sub}`);
      for (const { sys_id: sysId = '' } of roles) await admin.remove('sys_user_has_role', sysId);
      await heard.until(({ ended }) => ended !== null, 9_000);
      expect(heard.answers.map(({ errors }) => errors?.[0]?.extensions['code'])).toEqual(['FORBIDDEN']);
      for (const { sys_id: _, ...role } of roles) await admin.create('sys_user_has_role', role);
    } finally {
      await strict.close();
    }
  });

  it('serves queries over WebSocket as over HTTP', async () => {
    const heard = subscribe('WebSocket', await tokenOf('agent'), { query: '{ viewer { kind } }' });
    await heard.until(({ ended }) => ended !== null);
    expect([heard.answers, heard.ended]).toEqual([[{ data: { viewer: { kind: 'AGENT' } } }], 'complete']);
  });

  it('closes a WebSocket without a good token with 4403, and one from a foreign page at once', async () => {
    const url = `${stack.url.replace('http', 'ws')}/graphql`;
    const socket = new WebSocket(url, 'graphql-transport-ws');
    await once(socket, 'open');
    socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: 'Bearer a.b.c' } }));
    const [code] = (await once(socket, 'close')) as [number];
    expect(code).toBe(CloseCode.Forbidden);
    const foreign = new WebSocket(url, 'graphql-transport-ws', { origin: 'https://elsewhere.example' });
    const [error] = (await once(foreign, 'error')) as [Error];
    expect(error.message).toContain('403');
  });

  it('lets a viewer follow so many things at once and no more', async () => {
    const token = await tokenOf('agent');
    const followed = await freshCase();
    const all = Array.from({ length: 51 }, () =>
      subscribe('WebSocket', token, { query: ACTIVITY, variables: { id: idOf(followed) } }),
    );
    await all[50]!.until(() => all.some(({ ended }) => ended !== null));
    const refused = all.filter(({ ended }) => ended !== null);
    expect(refused).toHaveLength(1);
    expect(JSON.stringify(refused[0]!.ended)).toContain('RATE_LIMITED');
  });

  it('a client that does not read slows its own stream only', async () => {
    const followed = await freshCase();
    const body = JSON.stringify({ query: ACTIVITY, variables: { id: idOf(followed) } });
    const headers = {
      authorization: `Bearer ${await tokenOf('agent')}`,
      'content-type': 'application/json',
      accept: 'text/event-stream',
    };
    const lazy = request(`${stack.url}/graphql/stream`, { method: 'POST', headers });
    lazy.end(body);
    const [response] = (await once(lazy, 'response')) as [import('node:http').IncomingMessage];
    response.pause();
    const eager = subscribe('WebSocket', await tokenOf('agent'), {
      query: ACTIVITY,
      variables: { id: idOf(followed) },
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    for (let index = 0; index < 20; index += 1)
      await comment(followed, `${index} ${'x'.repeat(2000)}`, 'AGENTS');
    await eager.until(({ answers }) => JSON.stringify(answers).includes('19 xx'));
    lazy.destroy();
  });
});
