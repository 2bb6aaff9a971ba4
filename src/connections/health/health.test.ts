import { describe, expect, it } from 'vitest';
import { CasegraphError } from '../../contract/index.ts';
import type { Adapter, BoundTable, Call } from '../../contract/index.ts';
import type { BreakerState } from '../breaker.ts';
import { connect } from '../upstream.test-server.ts';
import { explain } from './explain.ts';
import { ConnectionHealth } from './health.ts';
import { gather } from './report.ts';

const TABLE = {
  name: 'Case',
  connection: 'up',
  object: 'case',
  key: 'id',
  columns: new Map(),
} as unknown as BoundTable;

/** An adapter of which only the parts that a check uses are there. */
function adapter(parts: Partial<Adapter>): Adapter {
  return {
    kind: 'memory',
    ping: () => Promise.resolve('abel'),
    probe: () => Promise.resolve([]),
    ...parts,
  } as Adapter;
}

function health(own: Adapter, state: () => BreakerState = () => 'closed') {
  const { connections } = connect('http://127.0.0.1:9');
  const clock = { now: 1_000_000 };
  const watch = new ConnectionHealth({
    connections: { ...connections, state },
    adapter: () => own,
    sources: ['global', 'TOP'].map((domain) => ({ domain, bound: TABLE })),
    now: () => clock.now,
    deadline: 0.1,
  });
  return { clock, ask: () => watch.reports(new AbortController().signal) };
}

const failing =
  (kind: CasegraphError['kind'], detail = '') =>
  () =>
    Promise.reject(new CasegraphError(kind, 'It failed.', { detail }));

describe('a check', () => {
  it.each<[string, Partial<Adapter>, string, number]>([
    ['all well', {}, 'OK', 0],
    ['no login', { ping: failing('upstream-unavailable') }, 'FAILED', 1],
    ['who we are is not told, rows are', { ping: failing('upstream-rejected') }, 'DEGRADED', 1],
    ['a column is missing', { probe: () => Promise.resolve([{ message: 'm', hint: 'h' }]) }, 'DEGRADED', 1],
    ['no table can be read', { probe: failing('upstream-unauthorized') }, 'FAILED', 1],
    [
      'or so the adapter says',
      { probe: () => Promise.resolve([{ message: 'm', hint: 'h', unreadable: true }]) },
      'FAILED',
      1,
    ],
    ['a defect', { probe: () => Promise.reject(new TypeError('secret')) }, 'FAILED', 1],
  ])('%s: %s', async (_, parts, status, problems) => {
    const [report] = await health(adapter(parts)).ask();
    expect([report?.status, report?.problems.length]).toEqual([status, problems]);
    expect(JSON.stringify(report)).not.toContain('secret');
  });

  it('ends with its deadline, even where the adapter waits on', async () => {
    const waits = ({ signal }: Call) =>
      new Promise<never>((_, reject) =>
        signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true }),
      );
    const [report] = await health(adapter({ probe: (_, call) => waits(call) })).ask();
    expect(report).toMatchObject({
      status: 'FAILED',
      tables: 2,
      problems: [{ message: '"up" did not answer in time.' }],
    });
  });

  it('is good for half a minute, and shows a circuit that has opened since', async () => {
    let asked = 0;
    let state: BreakerState = 'closed';
    const { ask, clock } = health(adapter({ ping: () => Promise.resolve(String(++asked)) }), () => state);
    await ask();
    clock.now += 29_000;
    state = 'open';
    const [open] = await ask();
    expect([open?.status, open?.problems[0]?.message]).toEqual([
      'FAILED',
      expect.stringContaining('left alone'),
    ]);
    state = 'half-open';
    expect((await ask())[0]?.status).toBe('DEGRADED');
    expect(asked).toBe(1);
    clock.now += 2_000;
    await ask();
    expect(asked).toBe(2);
  });

  it('is over for whoever leaves, and not kept when all have left', async () => {
    let asked = 0;
    const never = adapter({
      ping: ({ signal }) => {
        asked += 1;
        return new Promise((_, reject) =>
          signal.addEventListener('abort', () => reject(signal.reason as Error)),
        );
      },
    });
    const { connections } = connect('http://127.0.0.1:9');
    const watch = new ConnectionHealth({
      connections,
      adapter: () => never,
      sources: [],
      now: () => 0,
      deadline: 5,
    });
    const leaving = new AbortController();
    const report = watch.reports(leaving.signal);
    setTimeout(() => leaving.abort(new CasegraphError('cancelled', 'Gone.')), 20);
    await expect(report).rejects.toThrow('Gone.');
    void watch.reports(AbortSignal.timeout(50)).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(asked).toBe(2);
  });
});

describe('what went wrong is explained', () => {
  it.each<[string, RegExp]>([
    ['connect ECONNREFUSED 10.0.0.1:443', /Nobody listens/],
    ['getaddrinfo ENOTFOUND acme.example', /name is not known/],
    ['DEPTH_ZERO_SELF_SIGNED_CERT self-signed certificate', /certificate is not trusted/],
    ['ERR_TLS_CERT_ALTNAME_INVALID', /certificate is not trusted/],
    ['circuit breaker open', /left alone/],
    ['answered 503', /system is up/],
  ])('%s', (detail, hint) => {
    const error = new CasegraphError('upstream-unavailable', 'Not there.', { detail });
    const told = explain(error, adapter({}), { grant: 'none' });
    expect(told).toEqual({ message: 'Not there.', hint: expect.stringMatching(hint) as string });
    expect(told.hint).not.toMatch(/10\.0\.0\.1|acme/);
  });
});

it('the same thing missing for several tables is told once', () => {
  const found = ['A', 'B', 'A'].map((table) => ({ table, message: 'm', hint: 'h' }));
  expect(gather([...found, { table: null, message: 'n', hint: 'h' }])).toEqual([
    { message: 'm', hint: 'h', tables: ['A', 'B'] },
    { message: 'n', hint: 'h', tables: [] },
  ]);
});
