import type { About, Call } from '../../../src/contract/index.ts';
import type { IncidentPage, Parameter } from '../ask.ts';
import { askPage } from '../ask.ts';
import { memberOf } from '../column/members.ts';
import { notAsDocumented } from '../failure.ts';
import { LARGEST_PAGE } from '../objects.ts';
import { EVERYTHING } from '../plan.ts';

export interface FoundIncidents {
  readonly incidents: readonly object[];
  readonly instance: string | null;
}

/** Incidents by their ids, at most a hundred: the search for changes is the only request that takes several, and gives a page of as many. */
export async function incidentsById(
  about: About,
  ids: readonly string[],
  call: Call,
): Promise<FoundIncidents> {
  if (ids.length === 0) return { incidents: [], instance: null };
  const asked: readonly Parameter[] = [
    ...ids.map((id): Parameter => ['IncidentIds', id]),
    EVERYTHING,
    ['Limit', String(LARGEST_PAGE)],
  ];
  const incidents: object[] = [];
  let page: IncidentPage = await askPage(call, about, 'changes', asked);
  incidents.push(...page.incidents);
  const open = new Set(ids);
  close(open, page);
  while (page.hasMore && open.size > 0) {
    const { nextCursor } = page;
    const before = open.size;
    if (nextCursor === null) throw notAsDocumented(about, 'nextCursor is missing');
    page = await askPage(call, about, 'changes', [...asked, ['Cursor', nextCursor]]);
    incidents.push(...page.incidents);
    close(open, page);
    // Each page has to bring some that were not there: else it would go on for ever.
    if (page.hasMore && open.size === before) throw notAsDocumented(about, 'a page brings nothing new');
  }
  return { incidents, instance: page.instance };
}

function close(open: Set<string>, { incidents }: IncidentPage): void {
  for (const incident of incidents) {
    const id = memberOf(incident, 'id');
    if (typeof id === 'string') open.delete(id);
  }
}
