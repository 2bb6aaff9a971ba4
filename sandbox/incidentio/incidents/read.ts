import type { SandboxResponse } from '../../http/service.ts';
import type { IoIncident } from '../../world/incidentio-records.ts';
import type { Account } from '../account.ts';
import { invalid, notFound } from '../http/api-error.ts';
import { pageOf } from '../http/page.ts';
import { readListQuery } from './list-query.ts';

export function listIncidents({ query }: { query: URLSearchParams }, account: Account): SandboxResponse {
  const asked = readListQuery(query, account.store.organisation);
  const sign = asked.newestFirst ? -1 : 1;
  const order = (a: IoIncident, b: IoIncident): number => sign * compareAge(a, b);
  const matching = account.store.incidents.filter((each) => account.sees(each) && asked.matches(each));
  const page = pageOf(matching.sort(order), asked.page, (row, after) => {
    const last = account.store.incident(after);
    if (last === undefined) throw invalid('after', `There is no incident ${after}`);
    return order(row, last) > 0;
  });
  const meta = { ...page.meta, total_record_count: matching.length };
  return { status: 200, body: { incidents: page.rows, pagination_meta: meta } };
}

export function showIncident(id: string, account: Account): SandboxResponse {
  return { status: 200, body: { incident: incidentOf(id, account) } };
}

/** By id or number. Throws a 404, also for what the key may not see. */
export function incidentOf(idOrNumber: string, { store, sees }: Account): IoIncident {
  const incident = store.incidentBy(idOrNumber);
  if (incident === undefined || !sees(incident)) throw notFound('Incident');
  return incident;
}

/** All moments are written alike, so that texts compare as what they stand for. */
function compareAge(a: IoIncident, b: IoIncident): number {
  if (a.created_at !== b.created_at) return a.created_at < b.created_at ? -1 : 1;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}
