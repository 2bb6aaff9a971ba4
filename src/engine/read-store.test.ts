import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { CasegraphError, type ErrorKind } from '../contract/index.ts';
import { UNCACHED, type CachePolicy } from './cache-policy.ts';
import type { Outcomes } from './outcome.ts';
import { ReadStore, type ReadOptions } from './read-store.ts';

const POLICY: CachePolicy = { ...UNCACHED, ttl: 30, staleWhileRevalidate: 60, staleIfError: 300, missing: 5 };
const error = (kind: ErrorKind, retryAfter?: number): CasegraphError =>
  new CasegraphError(kind, kind, { connection: 'crm', ...(retryAfter === undefined ? {} : { retryAfter }) });

type Answer = object | CasegraphError;

/** A store, a clock, and a system behind it whose answers are numbered. */
function setUp(policy: CachePolicy = POLICY, maxBytes = 1_000_000) {
  const clock = { now: 1_000_000 };
  const store = new ReadStore({ maxBytes, now: () => clock.now, refreshDeadline: 1_000 });
  const asked: (readonly string[])[] = [];
  const seen: string[] = [];
  const system = {
    answer: (key: string, turn: number): Answer => ({ key, turn }),
    fail: null as CasegraphError | null,
    hold: null as Promise<unknown> | null,
    signals: [] as AbortSignal[],
  };
  const work = async (keys: readonly string[], signal: AbortSignal): Promise<Outcomes<string, object>> => {
    asked.push(keys);
    system.signals.push(signal);
    const turn = asked.length;
    const { fail } = system;
    if (system.hold !== null)
      await Promise.race([
        system.hold,
        new Promise((_, reject) => signal.addEventListener('abort', () => reject(error('cancelled')))),
      ]);
    if (fail !== null) throw fail;
    return new Map(keys.map((key) => [key, system.answer(key, turn)]));
  };
  const read = (keys: readonly string[], options: Partial<ReadOptions> = {}, signature = 'rows') =>
    store.readMany(
      signature,
      keys,
      {
        policy,
        maxAge: Infinity,
        signal: new AbortController().signal,
        missing: (value) => 'none' in value,
        observe: (state, count, stale) =>
          seen.push(
            `${state} ${count}${stale === undefined ? '' : ` ${stale.age}${stale.error === null ? '' : ` ${stale.error.kind}`}`}`,
          ),
        ...options,
      },
      work,
    );
  /** What each key gave: the turn of the system that it came from, or the kind of error. */
  const turns = async (keys: readonly string[], options: Partial<ReadOptions> = {}) =>
    [...(await read(keys, options)).values()].map((outcome) =>
      outcome instanceof CasegraphError ? outcome.kind : ((outcome as { turn?: number }).turn ?? 'none'),
    );
  const later = (seconds: number): void => void (clock.now += seconds * 1000);
  return { store, asked, seen, system, read, turns, later, clock };
}

const settled = () => wait(0);
afterEach(() => vi.useRealTimers());

describe('within the ttl', () => {
  it('is answered from memory, and only what is not there is asked for', async () => {
    const { turns, asked, later, seen } = setUp();
    await turns(['a', 'b']);
    later(29);
    expect(await turns(['a', 'b', 'c'])).toEqual([1, 1, 2]);
    expect(asked).toEqual([['a', 'b'], ['c']]);
    expect(seen).toEqual(['miss 2', 'hit 2', 'miss 1']);
  });

  it('counts its age from when it was asked for, not from when it came', async () => {
    const { turns, system, later } = setUp({ ...POLICY, staleWhileRevalidate: 0, staleIfError: 0 });
    let arrive = (): void => undefined;
    system.hold = new Promise<void>((resolve) => (arrive = resolve));
    const first = turns(['a']);
    await settled();
    later(20);
    system.hold = null;
    arrive();
    await first;
    later(10);
    expect(await turns(['a'])).toEqual([2]);
  });

  it('an answer that was asked for earlier does not replace a newer one', async () => {
    const { turns, system, later } = setUp();
    let arrive = (): void => undefined;
    system.hold = new Promise<void>((resolve) => (arrive = resolve));
    const slow = turns(['a']);
    await settled();
    system.hold = null;
    later(1);
    expect(await turns(['a'], { maxAge: 0 })).toEqual([2]);
    arrive();
    expect(await slow).toEqual([1]);
    expect(await turns(['a'])).toEqual([2]);
  });

  it('the number 1 and the text "1" are different keys', async () => {
    const { store } = setUp();
    const options = { policy: POLICY, maxAge: Infinity, signal: new AbortController().signal };
    const answer = (keys: readonly (string | number)[]) =>
      Promise.resolve(new Map(keys.map((key) => [key, { type: typeof key }])));
    await store.readMany('s', [1], options, answer);
    expect((await store.readMany('s', ['1'], options, answer)).get('1')).toEqual({ type: 'string' });
  });
});

describe('while it is revalidated', () => {
  it('is answered at once from memory, and read anew once however many ask', async () => {
    const { turns, asked, later, system, seen } = setUp();
    await turns(['a', 'b']);
    later(40);
    let arrive = (): void => undefined;
    system.hold = new Promise<void>((resolve) => (arrive = resolve));
    expect(await Promise.all([turns(['a', 'b']), turns(['b']), turns(['a'])])).toEqual([[1, 1], [1], [1]]);
    await settled();
    expect(asked).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ]);
    arrive();
    await settled();
    expect(await turns(['a', 'b'])).toEqual([2, 2]);
    expect(seen).toEqual(['miss 2', 'stale 2 40000', 'refresh 2', 'stale 1 40000', 'stale 1 40000', 'hit 2']);
  });

  it('goes on when the one who started it has gone, and ends with its own deadline', async () => {
    vi.useFakeTimers();
    const { turns, later, system } = setUp();
    await turns(['a']);
    later(40);
    system.hold = new Promise(() => undefined);
    const client = new AbortController();
    await turns(['a'], { signal: client.signal });
    client.abort();
    await vi.advanceTimersByTimeAsync(999);
    expect(system.signals[1]?.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(2);
    expect(system.signals[1]?.aborted).toBe(true);
    expect((system.signals[1]?.reason as CasegraphError).kind).toBe('upstream-timeout');
  });

  it('ends when the store is closed, and none is started afterwards', async () => {
    const { turns, asked, later, system, store } = setUp();
    await turns(['a', 'b']);
    later(40);
    system.hold = new Promise(() => undefined);
    await turns(['a']);
    await settled();
    store.close();
    expect(system.signals[1]?.aborted).toBe(true);
    await settled();
    expect(await turns(['b'])).toEqual([1]);
    await settled();
    expect(asked).toHaveLength(2);
  });

  it('a reader who waits for a refresh keeps it when the store is closed', async () => {
    const { turns, later, system, store } = setUp();
    await turns(['a']);
    later(40);
    let arrive = (): void => undefined;
    system.hold = new Promise<void>((resolve) => (arrive = resolve));
    await turns(['a']);
    later(60);
    const waiting = turns(['a']);
    await settled();
    store.close();
    arrive();
    expect(await waiting).toEqual([2]);
  });

  it('a failed refresh leaves the answer, and is not tried again at once', async () => {
    const { turns, asked, later, system } = setUp();
    await turns(['a']);
    later(40);
    system.fail = error('upstream-unavailable');
    expect(await turns(['a'])).toEqual([1]);
    await settled();
    expect(await turns(['a'])).toEqual([1]);
    await settled();
    expect(asked).toHaveLength(2);
    later(1);
    expect(await turns(['a'])).toEqual([1]);
    await settled();
    expect(asked).toHaveLength(3);
  });

  it('a system that says when to come back is left alone until then', async () => {
    const { turns, asked, later, system } = setUp();
    await turns(['a']);
    later(40);
    system.fail = error('upstream-rate-limited', 20);
    for (const seconds of [0, 19]) {
      later(seconds);
      expect(await turns(['a'])).toEqual([1]);
      await settled();
    }
    expect(asked).toHaveLength(2);
    later(1);
    await turns(['a']);
    await settled();
    expect(asked).toHaveLength(3);
  });

  it.each(['upstream-unauthorized', 'forbidden', 'upstream-rejected', 'not-found', 'internal'] as const)(
    'a refresh that is answered with %s ends what was remembered',
    async (kind) => {
      const { turns, later, system } = setUp();
      await turns(['a']);
      later(40);
      system.fail = error(kind);
      expect(await turns(['a'])).toEqual([1]);
      await settled();
      expect(await turns(['a'])).toEqual([kind]);
      // It does not come back when the system is merely down later.
      system.fail = error('upstream-unavailable');
      expect(await turns(['a'])).toEqual(['upstream-unavailable']);
    },
  );
});

describe('where the system does not answer', () => {
  it.each([
    ['upstream-unavailable', 1],
    ['upstream-timeout', 1],
    ['upstream-rate-limited', 1],
    ['upstream-unauthorized', 'upstream-unauthorized'],
    ['upstream-rejected', 'upstream-rejected'],
    ['forbidden', 'forbidden'],
    ['too-complex', 'too-complex'],
    ['internal', 'internal'],
    ['cancelled', 'cancelled'],
  ] as const)('%s is answered with %s', async (kind, expected) => {
    const { turns, later, system, asked, seen } = setUp();
    await turns(['a']);
    later(100);
    system.fail = error(kind);
    expect(await turns(['a'])).toEqual([expected]);
    expect(asked).toHaveLength(2);
    if (expected === 1) expect(seen.at(-1)).toBe(`stale 1 100000 ${kind}`);
  });

  it('each reader asks first: an error is never remembered', async () => {
    const { turns, later, system, asked } = setUp();
    await turns(['a']);
    later(100);
    system.fail = error('upstream-unavailable');
    await turns(['a']);
    await turns(['a']);
    system.fail = null;
    expect(await turns(['a'])).toEqual([4]);
    expect(asked).toHaveLength(4);
  });

  it('a key alone may fail, and keys never seen have nothing to stand in', async () => {
    const { turns, later, system, seen } = setUp();
    await turns(['a', 'b']);
    later(100);
    system.answer = (key, turn) => (key === 'b' ? { key, turn } : error('upstream-timeout'));
    expect(await turns(['a', 'b', 'c'])).toEqual([1, 2, 'upstream-timeout']);
    expect(seen.at(-1)).toBe('stale 1 100000 upstream-timeout');
  });

  it('ends after its time, and is not for those who asked for newer', async () => {
    const { turns, later, system } = setUp();
    await turns(['a']);
    later(100);
    system.fail = error('upstream-unavailable');
    expect(await turns(['a'], { maxAge: 0 })).toEqual(['upstream-unavailable']);
    expect(await turns(['a'], { maxAge: 99 })).toEqual(['upstream-unavailable']);
    expect(await turns(['a'], { maxAge: 100 })).toEqual([1]);
    later(230);
    expect(await turns(['a'])).toEqual(['upstream-unavailable']);
  });

  it('whose own time is up is answered with what there is', async () => {
    const { turns, later, system } = setUp();
    await turns(['a']);
    later(100);
    system.hold = new Promise(() => undefined);
    const client = new AbortController();
    const reading = turns(['a'], { signal: client.signal });
    client.abort(error('upstream-timeout'));
    expect(await reading).toEqual([1]);
  });
});

describe('keys that lead to no row', () => {
  it('are remembered for a time of their own, and are never stale', async () => {
    const { turns, later, system, asked } = setUp();
    system.answer = () => ({ none: true });
    await turns(['x']);
    later(4);
    expect(await turns(['x'])).toEqual(['none']);
    expect(asked).toHaveLength(1);
    later(1);
    system.fail = error('upstream-unavailable');
    expect(await turns(['x'])).toEqual(['upstream-unavailable']);
  });

  it('are not remembered where the table says so, and end what was remembered of a row', async () => {
    const { turns, system, asked } = setUp({ ...POLICY, missing: 0 });
    await turns(['x']);
    system.answer = () => ({ none: true });
    expect(await turns(['x'], { maxAge: 0 })).toEqual(['none']);
    expect(await turns(['x'])).toEqual(['none']);
    expect(asked).toHaveLength(3);
  });
});

describe('an asker with a bound', () => {
  it.each([
    [0, 2],
    [5, 2],
    [10, 1],
  ])('of %i seconds gets turn %i of an answer 10 seconds old', async (maxAge, turn) => {
    const { turns, later } = setUp();
    await turns(['a']);
    later(10);
    expect(await turns(['a'], { maxAge })).toEqual([turn]);
  });

  it('joins no read that began before that', async () => {
    const { turns, later, system, asked, seen } = setUp();
    let arrive = (): void => undefined;
    system.hold = new Promise<void>((resolve) => (arrive = resolve));
    const reads = [turns(['a'])];
    await settled();
    later(10);
    reads.push(turns(['a'], { maxAge: 0 }), turns(['a'], { maxAge: 20 }), turns(['a'], { maxAge: 9 }));
    arrive();
    expect(await Promise.all(reads)).toEqual([[1], [2], [1], [3]]);
    expect(asked).toHaveLength(3);
    expect(seen).toEqual(['miss 1', 'miss 1', 'shared 1', 'miss 1']);
  });
});

describe('readers together', () => {
  it('one who leaves does not end the read of the others; the last one does', async () => {
    const { turns, system } = setUp(UNCACHED);
    let arrive = (): void => undefined;
    system.hold = new Promise<void>((resolve) => (arrive = resolve));
    const clients = [new AbortController(), new AbortController()];
    const reads = clients.map(({ signal }) => turns(['a'], { signal }));
    await settled();
    clients[0]?.abort(error('cancelled'));
    expect(await reads[0]).toEqual(['cancelled']);
    expect(system.signals[0]?.aborted).toBe(false);
    arrive();
    expect(await reads[1]).toEqual([1]);
  });

  it('signatures never meet', async () => {
    const { read, asked } = setUp();
    await read(['a'], {}, 'one');
    await read(['a'], {}, 'other');
    expect(asked).toHaveLength(2);
  });
});

describe('memory', () => {
  it('is not used for what is not declared to be cached, and nobody is told', async () => {
    const { turns, store, seen } = setUp(UNCACHED);
    await turns(['a']);
    expect(await turns(['a'])).toEqual([2]);
    expect(store.size).toEqual({ bytes: 0, entries: 0 });
    expect(seen).toEqual([]);
  });

  it('can be switched off', async () => {
    const { turns, store } = setUp(POLICY, 0);
    await turns(['a']);
    expect(await turns(['a'])).toEqual([2]);
    expect(store.size).toEqual({ bytes: 0, entries: 0 });
  });

  it('holds 100,000 rows of 1 KB within its bound, and keeps those used last', async () => {
    const MAX = 4_000_000;
    const { turns, store, system } = setUp(POLICY, MAX);
    system.answer = (key, turn) => ({ key, turn, rows: [{ values: { text: `${key}-`.padEnd(1000, 'x') } }] });
    for (let batch = 0; batch < 100; batch++) {
      await turns(Array.from({ length: 1000 }, (_, i) => `${batch}-${i}`));
      expect(store.size.bytes).toBeLessThanOrEqual(MAX);
    }
    expect(store.size.entries).toBeGreaterThan(500);
    expect(store.size.entries).toBeLessThan(MAX / 1000);
    expect(await turns(['99-999', '0-0'])).toEqual([100, 101]);
  });
});
