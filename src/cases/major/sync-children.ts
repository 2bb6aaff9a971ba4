import { fewAtATime } from '../../concurrency/few-at-a-time.ts';
import type { Row } from '../../contract/index.ts';
import type { CaseStore } from '../case-store.ts';
import { numberOf } from '../creation/record-kind.ts';
import type { Refusal } from '../refusal.ts';
import { FOLLOWING_STATES, type Passed } from './child-sync.ts';
import { failedPart } from './failed-part.ts';

/** Children that one call changes. */
const MOST = 200;
/** Writes under way at once. */
const AT_ONCE = 5;

/**
 * Gives the children of a major case what was written to it. Each gets one write, and none where it has everything already, so a repeat completes what was
 * interrupted. Answers a refusal for each child that could not be changed; cases that are no major cases have none.
 */
export async function syncChildren(
  store: CaseStore,
  majorKey: string,
  passed: Passed,
): Promise<readonly Refusal[]> {
  const columns = ['number', 'sysId', ...Object.keys(passed.values)];
  const where = { parentCase: [majorKey], state: FOLLOWING_STATES };
  const [major, found] = await Promise.all([
    store.readRow('Case', majorKey, ['majorCaseState']),
    store.readRows('Case', where, columns, MOST + 1),
  ]);
  if (major === null || store.valueOf('Case', major, 'majorCaseState') !== 'accepted') return [];
  const refusals = await fewAtATime(found.slice(0, MOST), AT_ONCE, (child) =>
    syncChild(store, child, passed),
  );
  const beyond = found.length > MOST ? [tooMany()] : [];
  return [...refusals.flatMap((refusal) => refusal ?? []), ...beyond];
}

async function syncChild(store: CaseStore, child: Row, { values, said }: Passed): Promise<Refusal | null> {
  const key = store.valueOf('Case', child, 'sysId') ?? '';
  try {
    const unsaid: (readonly [string, string])[] = [];
    for (const [column, text] of said)
      if (!(await store.journalSays('Case', key, text))) unsaid.push([column, text]);
    const differs = Object.entries(values).some(
      ([name, value]) => store.valueOf('Case', child, name) !== value,
    );
    if (differs || unsaid.length > 0)
      await store.update('Case', key, { ...values, ...Object.fromEntries(unsaid) });
    return null;
  } catch (error) {
    const { code, message } = failedPart(error);
    return {
      code,
      message: `The child case ${numberOf(child)} does not have it yet: ${message}`,
      field: ['caseId'],
    };
  }
}

function tooMany(): Refusal {
  const message = `The major case has more than ${MOST} children that follow it; those beyond have not been changed.`;
  return { code: 'NOT_ACCEPTED', message, field: ['caseId'] };
}
