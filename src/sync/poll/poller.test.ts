import { describe, expect, it, vi } from 'vitest';
import { CasegraphError } from '../../contract/index.ts';
import { createLog } from '../../observe/log.ts';
import type { Hint } from '../hints.ts';
import type { OwnRows } from '../own-rows.ts';
import { Poller } from './poller.ts';

const nothing = () => Promise.reject(new Error('not asked for'));

/** Tables that can be read are empty; those of `errors` answer with an error. */
function polling(errors: Readonly<Record<string, CasegraphError>>) {
  const asked: string[] = [];
  const lines: Record<string, unknown>[] = [];
  const told: Hint[] = [];
  const rows: OwnRows = {
    list: (table) => {
      asked.push(table);
      const error = errors[table];
      return error === undefined ? Promise.resolve([]) : Promise.reject(error);
    },
    update: nothing,
    create: nothing,
    remove: nothing,
    choices: nothing,
  };
  const poller = new Poller({
    connection: 'desk',
    tell: (hint) => told.push(hint),
    open: () => rows,
    interval: 5,
    overlap: 1_000,
    now: Date.now,
    random: () => 0.5,
    log: createLog('info', (line) => lines.push(JSON.parse(line) as Record<string, unknown>)),
  });
  const looks = (table: string): number => asked.filter((each) => each === table).length;
  return { poller, looks, lines };
}

describe('looking for changes', () => {
  it('goes on without articles where the account may not see which ones are linked, and says so once', async () => {
    const refused = new CasegraphError('upstream-unauthorized', 'The account may not read SyncArticleLink.');
    const { poller, looks, lines } = polling({ SyncArticleLink: refused });
    poller.watch(Date.now());
    await vi.waitUntil(() => looks('SyncIncident') > 3);
    poller.lookAgain(Date.now());
    await vi.waitUntil(() => looks('SyncIncident') > 6);
    await poller.stop();
    expect(looks('SyncArticleLink')).toBe(1);
    expect(lines.map(({ table, level }) => [table, level])).toEqual([['m2m_kb_task', 30]]);
  });

  it.each([
    ['a table that it cannot do without', 'SyncIncident', 'upstream-unauthorized'],
    ['articles, when the instance is away', 'SyncArticleLink', 'upstream-unavailable'],
  ] as const)('tries again where %s cannot be read', async (_, table, kind) => {
    const { poller, looks, lines } = polling({ [table]: new CasegraphError(kind, 'No.') });
    poller.watch(Date.now());
    await vi.waitUntil(() => looks(table) > 1, { timeout: 10_000 });
    await poller.stop();
    expect(lines.map(({ msg }) => msg)).toEqual(['changes could not be looked for; trying again']);
  });
});
