import type { SandboxResponse } from '../../http/service.ts';
import type { IoUpdate } from '../../world/incidentio-records.ts';
import type { Account } from '../account.ts';
import { invalid } from '../http/api-error.ts';
import { pageOf, readPage } from '../http/page.ts';

/** Updates of one incident or of all, newest first. The API lists them and writes none: people write them, in the channel. */
export function listUpdates(
  { query }: { query: URLSearchParams },
  { store, sees }: Account,
): SandboxResponse {
  const incident = query.get('incident_id');
  const visible = store.updates.filter(({ incident_id: of }) => {
    const owner = store.incident(of);
    return (incident === null || of === incident) && owner !== undefined && sees(owner);
  });
  const page = pageOf(visible.sort(newestFirst), readPage(query), (row, after) => {
    const last = visible.find(({ id }) => id === after);
    if (last === undefined) throw invalid('after', `There is no update ${after}`);
    return newestFirst(row, last) > 0;
  });
  return { status: 200, body: { incident_updates: page.rows, pagination_meta: page.meta } };
}

function newestFirst(a: IoUpdate, b: IoUpdate): number {
  if (a.created_at !== b.created_at) return a.created_at < b.created_at ? 1 : -1;
  if (a.id === b.id) return 0;
  return a.id < b.id ? 1 : -1;
}
