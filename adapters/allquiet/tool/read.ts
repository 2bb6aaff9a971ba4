import { inParallel } from '../../../src/contract/index.ts';
import type { Call, ToolChanges, ToolIncident } from '../../../src/contract/index.ts';
import { askOne, askPage } from '../ask.ts';
import { isCut } from '../column/events.ts';
import { memberOf } from '../column/members.ts';
import { notAsDocumented } from '../failure.ts';
import { incidentsById } from '../keyed/incidents-by-id.ts';
import { isId, KEYS_AT_ONCE, LARGEST_PAGE } from '../objects.ts';
import { EVERYTHING } from '../plan.ts';
import { toolIncident } from './incident.ts';

const SIDE_BY_SIDE = 4;

/** A hundred in one request; one more for each that has more events than lists show. */
export async function read(keys: readonly string[], call: Call): Promise<ReadonlyMap<string, ToolIncident>> {
  const ids = [...new Set(keys)].filter(isId);
  const found = new Map<string, ToolIncident>();
  for (let at = 0; at < ids.length; at += KEYS_AT_ONCE) {
    const { incidents, instance } = await incidentsById(null, ids.slice(at, at + KEYS_AT_ONCE), call);
    for (const incident of await wholes(incidents, call)) {
      const read = toolIncident(incident, instance ?? '');
      found.set(read.key, read);
    }
  }
  return found;
}

async function wholes(incidents: readonly object[], call: Call): Promise<readonly object[]> {
  const whole = new Map<object, object>();
  const cut = incidents.filter(isCut);
  const errors: unknown[] = [];
  await inParallel(
    cut.map((incident, index) => [{ canonical: String(index), incident }]),
    async ([each]) => {
      const id = memberOf(each?.incident, 'id');
      if (each !== undefined && isId(id))
        await askOne(call, null, id).then(
          (found) => void (found === null ? null : whole.set(each.incident, found)),
          (error: unknown) => void errors.push(error),
        );
      return { byKey: new Map(), instance: null };
    },
    SIDE_BY_SIDE,
  );
  if (errors.length > 0) throw errors[0];
  return incidents.map((incident) => whole.get(incident) ?? incident);
}

/**
 * A page of what has changed. All Quiet's own cursor is not used: the moment of the last change says as much, and can be asked for again by anybody. Since
 * counts as inside, so that the incidents of that moment come again.
 */
export async function changes(since: string, call: Call): Promise<ToolChanges> {
  const parameters = [['Since', since], EVERYTHING, ['Limit', String(LARGEST_PAGE)]] as const;
  let page = await askPage(call, null, 'changes', parameters);
  const keys = new Set<string>();
  let next = since;
  for (;;) {
    for (const incident of page.incidents) {
      const [id, at] = [memberOf(incident, 'id'), memberOf(incident, 'lastUpdatedAt')];
      if (!isId(id) || typeof at !== 'string') throw notAsDocumented(null, 'a change lacks its id or moment');
      keys.add(id);
      next = at;
    }
    // A whole page of one moment would never be got past by the moment alone.
    if (!page.hasMore || next !== since || page.nextCursor === null)
      return { keys: [...keys], next, more: page.hasMore };
    page = await askPage(call, null, 'changes', [...parameters, ['Cursor', page.nextCursor]]);
  }
}
