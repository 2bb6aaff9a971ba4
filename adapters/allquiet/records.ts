import { columnOf, inParallel } from '../../src/contract/index.ts';
import type { BoundTable, Call, Row, Value } from '../../src/contract/index.ts';
import { askOne } from './ask.ts';
import { cellsOf } from './column/cell.ts';
import { eventsOf, firstPlace, isCut, newest } from './column/events.ts';
import { memberOf } from './column/members.ts';
import { notAsDocumented } from './failure.ts';
import { eventId, isEvents, isId } from './objects.ts';

const SIDE_BY_SIDE = 4;

/**
 * The records of a table that incidents of a list stand for: themselves, or their events. Lists show only the newest events of an incident; where what is
 * wanted may stand in older ones, the incident is asked for by itself.
 */
export async function recordsOf(
  table: BoundTable,
  incidents: readonly object[],
  call: Call,
): Promise<readonly object[]> {
  const whole = await completed(table, incidents, call);
  if (!isEvents(table)) return whole;
  return whole.flatMap((incident) => {
    const [id, events] = [memberOf(incident, 'id'), eventsOf(incident)];
    if (!isId(id) || events === null) throw notAsDocumented(table, 'an incident has no id or no events');
    const first = firstPlace(incident);
    return events.map((event, index) => ({ ...event, id: eventId(id, first + index), incidentId: id }));
  });
}

async function completed(
  table: BoundTable,
  incidents: readonly object[],
  call: Call,
): Promise<readonly object[]> {
  const cut = incidents.filter((incident) => lacksEvents(table, incident));
  const whole = new Map<object, object>();
  await inParallel(
    cut.map((incident, index) => [{ canonical: String(index), incident }]),
    async ([each]) => {
      const id = memberOf(each?.incident, 'id');
      const found = isId(id) ? await askOne(call, table, id) : null;
      if (each !== undefined && found !== null) whole.set(each.incident, found);
      return { byKey: new Map(), instance: null };
    },
    SIDE_BY_SIDE,
  );
  return incidents.map((incident) => whole.get(incident) ?? incident);
}

function lacksEvents(table: BoundTable, incident: object): boolean {
  if (!isCut(incident)) return false;
  return (
    isEvents(table) || newest(incident, 'status') === undefined || newest(incident, 'severity') === undefined
  );
}

/** One row of the selected columns. A record without its key is no row: nothing could be done with it. */
export function rowOf(table: BoundTable, columns: readonly string[], record: unknown): Row {
  const cells = cellsOf(table, record);
  const key = columnOf(table, table.key);
  if (cells(key) === null) throw notAsDocumented(table, `${table.object}: a record has no ${key.upstream}`);
  return {
    values: Object.fromEntries(columns.map((name): [string, Value] => [name, cells(columnOf(table, name))])),
  };
}
