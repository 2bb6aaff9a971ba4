import type { Call, ToolIncident } from '../../../src/contract/index.ts';
import { askPage } from '../ask.ts';
import { memberOf } from '../column/value-at.ts';
import { recordsByName } from '../keyed/records-by-name.ts';
import { isId, LARGEST_PAGE, OBJECTS } from '../objects.ts';
import { notAsDocumented } from '../failure.ts';
import type { ApiObject } from '../objects.ts';
import type { Settings } from '../settings.ts';
import type { Beside } from './incident.ts';
import { toolIncident } from './incident.ts';

/** Incidents that are read side by side. */
const SIDE_BY_SIDE = 4;
const MOST_PAGES = 20;
/** Follow-ups of more incidents than this are read in one list of all. */
const FEW = 4;

/** The incidents as one batch; the updates of each are one request, since there is none for several. */
export async function read(
  settings: Settings,
  keys: readonly string[],
  call: Call,
): Promise<ReadonlyMap<string, ToolIncident>> {
  const ids = [...new Set(keys)].filter(isId);
  const records = await incidentsOf(ids, call);
  const shared = records.size > FEW ? await all('follow_ups', null, call) : null;
  const found = new Map<string, ToolIncident>();
  const waiting = records[Symbol.iterator]();
  const work = async (): Promise<void> => {
    for (const [id, record] of waiting)
      found.set(
        id,
        toolIncident(settings, record, await besides(id, memberOf(record, 'mode'), shared, call)),
      );
  };
  await Promise.all(Array.from({ length: Math.min(SIDE_BY_SIDE, records.size) }, work));
  return found;
}

async function besides(
  id: string,
  mode: unknown,
  shared: readonly object[] | null,
  call: Call,
): Promise<Beside> {
  // The list without a mode holds those of real incidents only.
  const isReal = mode !== 'test' && mode !== 'tutorial';
  const [updates, followUps] = await Promise.all([
    all('incident_updates', id, call),
    shared === null && isReal
      ? all('follow_ups', id, call)
      : (shared ?? []).filter((each) => memberOf(each, 'incident_id') === id),
  ]);
  return { updates, followUps };
}

/** All records of a list, or those of one incident. */
export async function all(
  list: 'incident_updates' | 'follow_ups',
  incident: string | null,
  call: Call,
): Promise<readonly object[]> {
  const object = objectNamed(list);
  const parameters = [
    ...(incident === null ? [] : [['incident_id', incident] as const]),
    ...(object.paged ? [['page_size', String(LARGEST_PAGE)] as const] : []),
  ];
  const records: object[] = [];
  let after: string | null = null;
  for (let pages = 0; pages === 0 || after !== null; pages += 1) {
    if (pages >= MOST_PAGES) throw notAsDocumented(null, `${list} of one incident do not end`);
    const page = await askPage(call, null, object, parameters, after);
    records.push(...page.records);
    after = page.after;
  }
  return records;
}

/** Throws where one of them could not be read. */
async function incidentsOf(ids: readonly string[], call: Call): Promise<ReadonlyMap<string, object>> {
  if (ids.length === 0) return new Map();
  const recognise = (record: object): string | null => {
    const id = memberOf(record, 'id');
    return isId(id) ? id : null;
  };
  const asking = { call, about: null, object: objectNamed('incidents'), recognise };
  const { records, errors } = await recordsByName(
    asking,
    ids.map((id) => ({ canonical: id, name: id })),
  );
  for (const error of errors.values()) throw error;
  return records;
}

function objectNamed(name: string): ApiObject {
  const object = OBJECTS[name];
  if (object === undefined) throw notAsDocumented(null, `there is no list ${name}`);
  return object;
}
