import { parseDateTime } from '../../../src/contract/index.ts';
import type { Call, ToolChanges } from '../../../src/contract/index.ts';
import type { ListPage } from '../ask.ts';
import { askPage } from '../ask.ts';
import { memberOf } from '../column/value-at.ts';
import { notAsDocumented } from '../failure.ts';
import { dayOf } from '../filter/days.ts';
import { isId, LARGEST_PAGE, OBJECTS } from '../objects.ts';
import { searching } from '../plan.ts';
import { all } from './read.ts';

const MOST_PAGES = 200;
/** Keys of one page of changes. */
const MOST_KEYS = 250;

/**
 * Incidents that have changed since a moment. The API filters by whole days and sorts by the day of creation only, so that all of the days in question are
 * read and put in order here. A change of a follow-up is one of its incident, whose own moment may stay as it is.
 */
export async function changes(since: string, call: Call): Promise<ToolChanges> {
  const from = parseDateTime(since) ?? since;
  const [incidents, followUps] = await Promise.all([
    changedIncidents(from, call),
    all('follow_ups', null, call),
  ]);
  const latest = new Map<string, string>();
  const note = (id: unknown, moment: unknown): void => {
    const at = parseDateTime(moment);
    if (!isId(id) || at === null) throw notAsDocumented(null, 'a change lacks its id or moment');
    const before = latest.get(id);
    if (compare(at, from) >= 0 && (before === undefined || compare(before, at) < 0)) latest.set(id, at);
  };
  for (const each of incidents) note(memberOf(each, 'id'), memberOf(each, 'updated_at'));
  for (const each of followUps) note(memberOf(each, 'incident_id'), memberOf(each, 'updated_at'));
  const inOrder = [...latest].sort(([, a], [, b]) => compare(a, b));
  const last = inOrder[MOST_KEYS - 1]?.[1] ?? null;
  // All of the last moment go along, so that going on from it leaves none out and does not stand still.
  const page = last === null ? inOrder : inOrder.filter(([, at]) => compare(at, last) <= 0);
  return {
    keys: page.map(([id]) => id),
    next: page.at(-1)?.[1] ?? since,
    more: page.length < inOrder.length,
  };
}

async function changedIncidents(since: string, call: Call): Promise<readonly object[]> {
  const object = OBJECTS['incidents'];
  if (object === undefined) return [];
  const day = dayOf(Date.parse(since));
  const parameters = [
    ...searching([['updated_at[gte]', day]], 'desc'),
    ['page_size', String(LARGEST_PAGE)] as const,
  ];
  const records: object[] = [];
  let page: ListPage = await askPage(call, null, object, parameters);
  records.push(...page.records);
  for (let pages = 1; page.after !== null; pages += 1) {
    if (pages >= MOST_PAGES) throw notAsDocumented(null, 'the list of changed incidents does not end');
    page = await askPage(call, null, object, parameters, page.after);
    records.push(...page.records);
  }
  return records;
}

/** Without the Z a moment with a fraction comes after the same one without. */
function compare(a: string, b: string): number {
  const [left, right] = [a.slice(0, -1), b.slice(0, -1)];
  return left === right ? 0 : left < right ? -1 : 1;
}
