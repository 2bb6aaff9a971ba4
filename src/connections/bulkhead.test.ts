import { describe, expect, it } from 'vitest';
import { Bulkhead, QueueFullError } from './bulkhead.ts';

const stay = () => new AbortController().signal;

describe('Bulkhead', () => {
  it('lets so many in, queues so many, refuses the next, and goes in the order of arrival', async () => {
    const bulkhead = new Bulkhead(1, 2);
    const release = await bulkhead.enter(stay());
    const order: string[] = [];
    const first = bulkhead.enter(stay()).then((free) => (order.push('first'), free()));
    const second = bulkhead.enter(stay()).then((free) => (order.push('second'), free()));
    await expect(bulkhead.enter(stay())).rejects.toBeInstanceOf(QueueFullError);
    release();
    await Promise.all([first, second]);
    expect(order).toEqual(['first', 'second']);
    expect([bulkhead.running, bulkhead.waiting]).toEqual([0, 0]);
  });

  it('settles a queued call that is aborted, and gives its place in the queue to others', async () => {
    const bulkhead = new Bulkhead(1, 1);
    const release = await bulkhead.enter(stay());
    const leaving = new AbortController();
    const queued = bulkhead.enter(leaving.signal);
    leaving.abort(new Error('gone'));
    await expect(queued).rejects.toThrow('gone');
    const next = bulkhead.enter(stay());
    release();
    (await next)();
    expect([bulkhead.running, bulkhead.waiting]).toEqual([0, 0]);
  });

  it('counts a release once', async () => {
    const bulkhead = new Bulkhead(2, 0);
    const release = await bulkhead.enter(stay());
    await bulkhead.enter(stay());
    release();
    release();
    expect(bulkhead.running).toBe(1);
  });

  it('does not let in who has left', async () => {
    const bulkhead = new Bulkhead(1, 1);
    await expect(bulkhead.enter(AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone');
    expect(bulkhead.running).toBe(0);
  });
});
