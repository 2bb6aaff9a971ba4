import { CasegraphError } from '../../../src/contract/index.ts';
import type { BoundTable, Call, Column, Filter, Operand } from '../../../src/contract/index.ts';
import { askPage } from '../ask.ts';
import { split } from '../filter/split.ts';
import { LARGEST_PAGE } from '../objects.ts';
import { STEADY } from '../order.ts';
import { EVERYTHING, pageParameters } from '../plan.ts';
import type { FoundIncidents } from './incidents-by-id.ts';

/** As many incidents as the engine scans for one answer. */
const MOST_PAGES = 100;

/** Incidents by another column than their id: out of the list, narrowed where it can be, to a bound. */
export async function scanned(
  table: BoundTable,
  column: Column,
  operands: readonly Operand[],
  call: Call,
): Promise<FoundIncidents> {
  const filter: Filter = { op: 'in', column: column.name, values: operands };
  const parameters = [...split(table, filter).parameters, ...STEADY, EVERYTHING];
  const handle = { columns: [], parameters, size: LARGEST_PAGE, order: [], limit: null };
  const incidents: object[] = [];
  for (let pages = 0; ; pages += 1) {
    if (pages >= MOST_PAGES)
      throw new CasegraphError(
        'too-complex',
        `${table.name}: more than ${incidents.length} incidents would have to be read to find those of some ${column.name}; look them up by id`,
        { connection: table.connection },
      );
    const page = await askPage(call, table, 'list', pageParameters(handle, incidents.length));
    incidents.push(...page.incidents);
    if (!page.hasMore) return { incidents, instance: page.instance };
  }
}
