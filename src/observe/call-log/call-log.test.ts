import { describe, expect, it } from 'vitest';
import { CALL_LOG_DEFAULTS, CallLog, type HeardCall } from './call-log.ts';

const HEARD: HeardCall = {
  alias: 'servicenow',
  domain: null,
  purpose: 'data',
  method: 'GET',
  path: '/api/now/table/incident?sysparm_query=email%3Dada%40example.com',
  status: 200,
  bytes: 1200,
  durationMs: 12,
  attempt: 1,
  requestId: 'r1',
  viewer: 'abel',
};
const BODIES = { sent: null, answered: '{"result":[{"number":"INC1","email":"ada@example.com"}]}' };

function logOf(settings: Partial<typeof CALL_LOG_DEFAULTS> = {}): CallLog {
  return new CallLog({ now: () => 1000, settings: { ...CALL_LOG_DEFAULTS, ...settings } });
}

describe('room', () => {
  it('10,000 calls: within the number and the bytes', () => {
    const log = logOf({ entries: 300, bytes: 200_000 });
    const answered = JSON.stringify({
      result: Array.from({ length: 200 }, (_, i) => ({ number: `INC${i}` })),
    });
    for (let i = 0; i < 10_000; i += 1) {
      log.record({ ...HEARD, requestId: `r${i}` }, { sent: null, answered: answered.slice(0, i % 3000) });
      const { entries, bytes } = log.size;
      expect(entries <= 300 && bytes <= 200_000).toBe(true);
    }
    const kept = log.last({}, 1000);
    expect(kept.length).toBe(log.size.entries);
    expect(kept.at(-1)).toMatchObject({ number: 10_000, requestId: 'r9999' });
    expect(kept.map(({ number }) => number)).toEqual(kept.map((_, i) => 10_001 - kept.length + i));
  });

  it('a call larger than all the room is not kept', () => {
    const log = logOf({ bytes: 1024 });
    log.record(HEARD, BODIES);
    log.record(HEARD, { sent: 'x'.repeat(4000), answered: null });
    expect(log.size).toEqual({ entries: 0, bytes: 0 });
  });

  it('nothing is kept, and no body asked for, where it is switched off', () => {
    const log = logOf({ entries: 0 });
    log.record(HEARD, BODIES);
    expect([log.bodyChars, log.size.entries, log.last({}, 10)]).toEqual([0, 0, []]);
  });
});

describe('operations', () => {
  it('are named while they run, for their own viewer', () => {
    const log = logOf();
    const operation = log.open({ requestId: 'r1', viewer: 'abel' }, 'CaseList');
    log.read({ connection: 'servicenow', state: 'miss', requestId: 'r1' }, 'abel');
    log.record(HEARD, BODIES);
    log.record({ ...HEARD, viewer: 'beth' }, BODIES);
    operation.end();
    log.record(HEARD, BODIES);
    expect(log.last({}, 10).map(({ operation: name, cache }) => [name, cache])).toEqual([
      ['CaseList', 'miss'],
      [null, 'none'],
      [null, 'none'],
    ]);
    expect(operation.calls.summary()).toMatchObject({ requests: 1, durationMs: 12 });
  });

  it('are counted beyond what is listed, and where nothing is kept', () => {
    const log = logOf({ entries: 0 });
    const operation = log.open({ requestId: 'r1', viewer: 'abel' }, null);
    for (let i = 0; i < 250; i += 1) log.record(HEARD, undefined);
    const { requests, calls } = operation.calls.summary() as { requests: number; calls: unknown[] };
    expect([requests, calls.length]).toEqual([250, 100]);
  });
});

it('other rules of masking forget what was kept under the old ones', () => {
  const log = logOf();
  log.record(HEARD, BODIES);
  log.configure({ ...CALL_LOG_DEFAULTS });
  expect(log.size.entries).toBe(1);
  log.configure({ ...CALL_LOG_DEFAULTS, personal: ['number'] });
  expect(log.size.entries).toBe(0);
  log.record(HEARD, BODIES);
  expect(log.last({}, 1)[0]?.answered).toBe('{"result":[{"number":"***","email":"***"}]}');
});
