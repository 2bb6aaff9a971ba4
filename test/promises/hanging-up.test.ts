import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { WatchedRequest } from '../../sandbox/http/watch.ts';
import { startStack, type Reply, type Stack, type System } from '../harness/stack.ts';

const CASES = '/api/now/table/sn_customerservice_case';
const DELAY = 5_000;

let stack: Stack;
beforeAll(async () => {
  stack = await startStack({ cases: 40 });
  // Logged in to both, so that what follows is about reads.
  const { body } = await stack.graphql(
    'agent',
    '{ cases(first: 30) { nodes { account { opportunities { nodes { name } } } } } }',
  );
  expect(body.errors).toBeUndefined();
});
afterAll(() => stack.close());
afterEach(() => stack.clearFaults());

/** Asks, and hangs up at a moment. `null`: it did. */
async function askAndLeave(query: string, moment: Promise<unknown>): Promise<Reply | null> {
  const leaving = new AbortController();
  void moment.then(() => leaving.abort());
  try {
    return await stack.graphql('agent', query, {}, { signal: leaving.signal });
  } catch (error) {
    if (leaving.signal.aborted) return null;
    throw error;
  }
}

const on = async (system: System, path: string): Promise<WatchedRequest[]> =>
  (await stack.requests(system)).filter((each) => each.path.startsWith(path));

/** The requests once `count` of them have arrived and all are over; as they stand when that has not happened in time. */
async function settled(
  system: System,
  path: string,
  count: number,
  patience: number,
): Promise<WatchedRequest[]> {
  const start = performance.now();
  for (;;) {
    const list = await on(system, path);
    if (list.length >= count && list.every(({ durationMs }) => durationMs !== null)) return list;
    if (performance.now() - start > patience) return list;
    await wait(20);
  }
}

/** Resolves when so many requests stand at the sandbox. */
const arrived = async (system: System, path: string, count: number): Promise<void> => {
  for (let i = 0; i < 150 && (await on(system, path)).length < count; i++) await wait(10);
};

describe('a client that hangs up takes its upstream requests with it', () => {
  it('20 of 20', async () => {
    await stack.fault('servicenow', { path: CASES, delayMs: DELAY });
    await stack.forget();
    const all = arrived('servicenow', CASES, 20);
    // Each is another question, so that none shares another's read.
    const left = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        askAndLeave(
          `{ cases(first: ${i + 1}, filter: { number: { ne: "CS${i}" } }) { nodes { number } } }`,
          all,
        ),
      ),
    );
    expect(left).toEqual(Array.from({ length: 20 }, () => null));
    const requests = await settled('servicenow', CASES, 20, 1_000);
    expect(requests).toHaveLength(20);
    expect(requests.map(({ aborted }) => aborted)).toEqual(Array.from({ length: 20 }, () => true));
    // They were taken back, not waited for.
    for (const { durationMs } of requests) expect(durationMs).toBeLessThan(DELAY);
  });

  it('below the first level too: the read of opportunities ends with its client', async () => {
    await stack.fault('salesforce', { path: '/services/data', delayMs: DELAY });
    await stack.forget();
    expect(
      await askAndLeave(
        '{ cases(first: 30) { nodes { account { opportunities(first: 7) { nodes { name } } } } } }',
        arrived('salesforce', '/services/data', 1),
      ),
    ).toBeNull();
    const requests = await settled('salesforce', '/services/data', 1, 1_000);
    expect(requests.map(({ aborted }) => aborted)).toEqual([true]);
  });

  it('and nothing more is asked for it afterwards', async () => {
    await stack.fault('servicenow', { path: CASES, delayMs: 400 });
    await stack.forget();
    expect(
      await askAndLeave(
        '{ cases(first: 29) { nodes { account { opportunities(first: 6) { nodes { name } } } } } }',
        arrived('servicenow', CASES, 1),
      ),
    ).toBeNull();
    await wait(600);
    expect(await on('salesforce', '/services/data')).toEqual([]);
    expect((await on('servicenow', CASES)).map(({ aborted }) => aborted)).toEqual([true]);
  });
});

describe('two clients that share a read', () => {
  const QUERY = '{ cases(first: 11, orderBy: [{ openedAt: DESC }]) { nodes { number } } }';

  it('one leaves, the other is answered by the same read', async () => {
    await stack.fault('servicenow', { path: CASES, delayMs: 800 });
    await stack.forget();
    // Long enough for the other to have joined.
    const leaves = askAndLeave(
      QUERY,
      arrived('servicenow', CASES, 1).then(() => wait(300)),
    );
    await arrived('servicenow', CASES, 1);
    const stays = stack.graphql('agent', QUERY);
    expect(await leaves).toBeNull();
    const { status, body } = await stays;
    expect([status, body.errors]).toEqual([200, undefined]);
    expect((body.data as { cases: { nodes: unknown[] } }).cases.nodes).toHaveLength(11);
    const requests = await on('servicenow', CASES);
    expect(requests.map(({ aborted, status }) => [aborted, status])).toEqual([[false, 200]]);
  });

  it('both leave, and the read ends', async () => {
    await stack.fault('servicenow', { path: CASES, delayMs: DELAY });
    await stack.forget();
    expect(await Promise.all([askAndLeave(QUERY, wait(300)), askAndLeave(QUERY, wait(500))])).toEqual([
      null,
      null,
    ]);
    const requests = await settled('servicenow', CASES, 1, 1_000);
    expect(requests.map(({ aborted }) => aborted)).toEqual([true]);
  });

  it('two different viewers never share', async () => {
    await stack.fault('servicenow', { path: CASES, delayMs: 300 });
    await stack.forget();
    const [agent, contact] = await Promise.all(['agent', 'contact'].map((who) => stack.graphql(who, QUERY)));
    expect([agent?.body.errors, contact?.body.errors]).toEqual([undefined, undefined]);
    expect(agent?.body.data).not.toEqual(contact?.body.data);
    expect(await on('servicenow', CASES)).toHaveLength(2);
  });
});

describe('signals', () => {
  it('an operation of twenty lists leaves no warning in the log of its operator', async () => {
    const warnings: Error[] = [];
    const keep = (warning: Error): void => void warnings.push(warning);
    process.on('warning', keep);
    try {
      const lists = Array.from(
        { length: 20 },
        (_, i) => `a${i}: cases(first: ${i + 1}) { nodes { number } }`,
      );
      const { body } = await stack.graphql('agent', `{ ${lists.join(' ')} }`);
      expect(body.errors).toBeUndefined();
      await wait(20);
    } finally {
      process.off('warning', keep);
    }
    expect(warnings.map(({ name }) => name)).toEqual([]);
  });
});
