import { describe, expect, it } from 'vitest';
import { Seen, before, moment } from './seen.ts';

const row = (key: string, at: string, version = '1') => ({ key, at, version });

describe('what a poll has seen', () => {
  it('tells of each change once, though it looks back over the overlap', () => {
    const seen = new Seen('2026-11-22T10:00:00Z', 10_000);
    const first = [row('a', '2026-11-22T10:00:05Z'), row('b', '2026-11-22T10:00:30Z')];
    expect(seen.fresh(first)).toEqual(first);
    seen.ended('2026-11-22T10:00:30Z', seen.begins());
    expect(seen.since).toBe('2026-11-22T10:00:20Z');
    expect(seen.fresh([row('b', '2026-11-22T10:00:30Z'), row('c', '2026-11-22T10:00:25Z')])).toEqual([
      row('c', '2026-11-22T10:00:25Z'),
    ]);
    expect(seen.fresh([row('b', '2026-11-22T10:00:30Z', '2')])).toHaveLength(1);
  });

  it('stays where it is while nothing happens, and never goes back by itself', () => {
    const seen = new Seen('2026-11-22T10:00:00Z', 10_000);
    seen.ended(null, seen.begins());
    expect(seen.since).toBe('2026-11-22T10:00:00Z');
    seen.ended('2026-11-22T10:00:03Z', seen.begins());
    expect(seen.since).toBe('2026-11-22T10:00:00Z');
  });

  it('tells of everything anew from where somebody has missed it', () => {
    const seen = new Seen('2026-11-22T10:00:00Z', 5_000);
    const rows = [row('a', '2026-11-22T10:00:10Z'), row('b', '2026-11-22T10:00:20Z')];
    seen.fresh(rows);
    seen.ended('2026-11-22T10:00:20Z', seen.begins());
    seen.again('2026-11-22T10:00:00Z');
    expect(seen.since).toBe('2026-11-22T10:00:00Z');
    expect(seen.fresh(rows)).toEqual(rows);
  });

  it('does not move on at the end of a look that began before somebody asked to look again', () => {
    const seen = new Seen('2026-11-22T10:00:00Z', 5_000);
    const began = seen.begins();
    seen.again('2026-11-22T10:00:30Z');
    seen.ended('2026-11-22T11:00:00Z', began);
    expect(seen.since).toBe('2026-11-22T10:00:00Z');
  });

  it('forgets what no look will give again', () => {
    const seen = new Seen('2026-11-22T10:00:00Z', 1_000);
    const old = row('a', '2026-11-22T10:00:10Z');
    seen.fresh([old]);
    seen.ended('2026-11-22T11:00:00Z', seen.begins());
    expect(seen.fresh([old])).toEqual([old]);
  });

  it('counts moments in whole seconds', () => {
    expect(moment(1_999)).toBe('1970-01-01T00:00:01Z');
    expect(before('2026-11-22T10:00:00Z', 1_500)).toBe('2026-11-22T09:59:58Z');
  });
});
