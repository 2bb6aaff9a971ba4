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
  const refusals: (Refusal | null)[] = [];
  for (let from = 0; from < Math.min(found.length, MOST); from += AT_ONCE) {
    const children = found.slice(from, Math.min(from + AT_ONCE, MOST));
    // The first have just been read; the others once more before they are written, together, unless what they say is looked for anyway.
    const reread = from > 0 && passed.said.length === 0;
    refusals.push(
      ...(await syncSome(store, reread ? await again(store, children, columns) : children, passed)),
    );
  }
  const beyond = found.length > MOST ? [tooMany()] : [];
  return [...refusals.flatMap((refusal) => refusal ?? []), ...beyond];
}

/** Children that are written at the same time, each once it is known what it has not heard yet. */
async function syncSome(
  store: CaseStore,
  children: readonly Row[],
  passed: Passed,
): Promise<readonly (Refusal | null)[]> {
  const unsaid = await Promise.all(children.map((child) => unsaidOn(store, child, passed)));
  return Promise.all(children.map((child, index) => syncChild(store, child, passed, unsaid[index] ?? [])));
}

/** What a child has not heard yet, or why that cannot be told. */
type Unsaid = Passed['said'] | Refusal;

async function unsaidOn(store: CaseStore, child: Row, { said }: Passed): Promise<Unsaid> {
  const key = keyOf(store, child);
  try {
    const heard = await Promise.all(said.map(([, text]) => store.journalSays('Case', key, text)));
    return said.filter((_, index) => heard[index] !== true);
  } catch (error) {
    return behind(child, error);
  }
}

async function syncChild(
  store: CaseStore,
  child: Row,
  { values }: Passed,
  unsaid: Unsaid,
): Promise<Refusal | null> {
  if ('code' in unsaid) return unsaid;
  try {
    const differs = Object.entries(values).some(
      ([name, value]) => store.valueOf('Case', child, name) !== value,
    );
    if (differs || unsaid.length > 0)
      await store.update('Case', keyOf(store, child), { ...values, ...Object.fromEntries(unsaid) });
    return null;
  } catch (error) {
    return behind(child, error);
  }
}

async function again(
  store: CaseStore,
  children: readonly Row[],
  columns: readonly string[],
): Promise<readonly Row[]> {
  const rows = await Promise.all(
    children.map((child) => store.readRow('Case', keyOf(store, child), columns)),
  );
  return rows.map((row, index) => row ?? (children[index] as Row));
}

function keyOf(store: CaseStore, child: Row): string {
  return store.valueOf('Case', child, 'sysId') ?? '';
}

function behind(child: Row, error: unknown): Refusal {
  const { code, message } = failedPart(error);
  return {
    code,
    message: `The child case ${numberOf(child)} does not have it yet: ${message}`,
    field: ['caseId'],
  };
}

function tooMany(): Refusal {
  const message = `The major case has more than ${MOST} children that follow it; those beyond have not been changed.`;
  return { code: 'NOT_ACCEPTED', message, field: ['caseId'] };
}
