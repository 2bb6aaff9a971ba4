import { describe, expect, it, vi } from 'vitest';
import { CasegraphError } from '../../contract/index.ts';
import { createLog } from '../../observe/log.ts';
import { Lease } from './lease.ts';
import type { LeaseStore } from './lease-store.ts';
import { leadsUntil, leaseKey, nextStep, type Standing, type Step } from './term.ts';

const TERMS = { term: 1_000, margin: 50 };
const held = (first: number, last: number, taken: number | null = null): Standing => ({
  held: { first, last },
  taken,
});

describe('what a replica does next', () => {
  it.each<[string, Standing, number, Step]>([
    ['asks for the term that runs', { held: null, taken: null }, 5_300, { claim: 5 }],
    ['waits for the next where it is taken', { held: null, taken: 5 }, 5_300, { wait: 750 }],
    ['asks anew in the next', { held: null, taken: 5 }, 6_000, { claim: 6 }],
    ['leads, and waits for the middle of the term', held(5, 5), 5_300, { wait: 200 }],
    ['asks for the next one ahead', held(5, 5), 5_500, { claim: 6 }],
    ['has the next one already', held(5, 6), 5_600, { wait: 900 }],
    ['finds the next one taken', held(5, 5, 6), 5_600, { wait: 450 }],
    ['has slept through its terms', held(3, 4), 7_100, { claim: 7 }],
  ])('%s', (_, standing, now, step) => {
    expect(nextStep(standing, now, TERMS)).toEqual(step);
  });

  it.each<[Standing, number, number]>([
    [{ held: null, taken: null }, 5_300, 0],
    [held(5, 5), 5_020, 0],
    [held(5, 5), 5_050, 5_950],
    [held(5, 6), 5_300, 6_950],
    [held(5, 6), 6_020, 6_950],
    [held(5, 6), 6_950, 0],
  ])('%j leads at %i until %i', (standing, now, until) => {
    expect(leadsUntil(standing, now, TERMS)).toBe(until);
  });

  it('names a term by a sys_id', () => {
    expect(leaseKey('notes', 7)).toMatch(/^[0-9a-f]{32}$/);
    expect(new Set([leaseKey('notes', 7), leaseKey('notes', 8), leaseKey('other', 7)]).size).toBe(3);
  });
});

/** Rows with a primary key, as the upstream has them. */
class Rows implements LeaseStore {
  readonly rows = new Map<string, string>();
  down = false;

  async claim(key: string, value: string): Promise<string | null> {
    await Promise.resolve();
    if (this.down) throw new CasegraphError('upstream-unavailable', 'down');
    if (!this.rows.has(key)) this.rows.set(key, value);
    await Promise.resolve();
    return this.rows.get(key) ?? null;
  }

  stale(before: number): Promise<readonly string[]> {
    const old = [...this.rows].filter(([, value]) => Number(value.split(' ').at(-1)) < before);
    return Promise.resolve(old.map(([key]) => key));
  }

  remove(key: string): Promise<void> {
    this.rows.delete(key);
    return Promise.resolve();
  }
}

describe('several replicas', () => {
  const start = (store: LeaseStore, holder: string, told: string[], skew = 0): Lease =>
    new Lease({
      purpose: 'notes',
      holder,
      store,
      term: 120,
      margin: 10,
      now: () => Date.now() + skew,
      random: () => 0.5,
      log: createLog('silent'),
      changed: (leads) => told.push(`${holder} ${leads ? 'leads' : 'rests'}`),
    });
  const leads = (lease: Lease): boolean => lease.until(lease.epoch) > 0;

  it('one of them leads at any time, and another one when it is gone', async () => {
    const store = new Rows();
    const told: string[] = [];
    const leases = ['a', 'b', 'c'].map((name, index) => start(store, name, told, index * 8));
    let most = 0;
    const watch = setInterval(() => (most = Math.max(most, leases.filter(leads).length)), 1);
    await new Promise((resolve) => setTimeout(resolve, 700));
    const first = leases.find(leads)!;
    expect(first).toBeDefined();
    // On a busy machine one may be late for its next term, and another leads then.
    const count = (what: string): number => told.filter((each) => each.endsWith(what)).length;
    expect(count('leads') - count('rests')).toBe(1);
    await first.release();
    await vi.waitUntil(() => leases.some((lease) => lease !== first && leads(lease)), 1_000);
    expect(first.until(first.epoch)).toBe(0);
    clearInterval(watch);
    await Promise.all(leases.map((lease) => lease.release()));
    expect(most).toBe(1);
    expect(store.rows.size).toBeLessThan(12);
  });

  it('nobody leads while the rows cannot be read, and what was read before does not count after', async () => {
    const store = new Rows();
    const told: string[] = [];
    const lease = start(store, 'a', told);
    await vi.waitUntil(() => leads(lease), 1_000);
    const { epoch } = lease;
    store.down = true;
    await vi.waitUntil(() => !leads(lease), 1_000);
    await new Promise((resolve) => setTimeout(resolve, 150));
    store.down = false;
    await vi.waitUntil(() => leads(lease), 1_000);
    expect(lease.epoch).toBeGreaterThan(epoch);
    expect(lease.until(epoch)).toBe(0);
    await lease.release();
    expect(told).toEqual(['a leads', 'a rests', 'a leads']);
  });
});
