import { CasegraphError, inParallel } from '../../../src/contract/index.ts';
import type { Filter, KeyedOutcome } from '../../../src/contract/index.ts';
import type { ListPage, Parameter } from '../ask.ts';
import { askPage } from '../ask.ts';
import { split } from '../filter/split.ts';
import { targetOf } from '../filter/target.ts';
import { LARGEST_PAGE } from '../objects.ts';
import { searching } from '../plan.ts';
import { severitiesOf } from '../ranks.ts';
import type { Key, Lookup } from './lookup.ts';
import { grouped, NOTHING, SIDE_BY_SIDE } from './lookup.ts';

/** Pages of one list that are read for a batch of keys: as many records as the engine scans for one answer. */
const MOST_PAGES = 40;
const KEYS_AT_ONCE = 100;
/** Lists without pages are read whole for more keys than this. */
const FEW = 2;

/**
 * Records by a column that the list can be narrowed by, or else out of the list as a whole, which is read to a bound: the API finds nothing by the name of
 * another system's record, for one.
 */
export function byList(lookup: Lookup, keys: readonly Key[]): Promise<KeyedOutcome> {
  return inParallel(
    chunksOf(lookup, keys),
    async (chunk) => {
      const parameters = await parametersFor(lookup, chunk);
      if (parameters === null) return NOTHING;
      const { records, instance } = await allOf(lookup, parameters);
      return grouped(lookup, chunk, records, instance);
    },
    SIDE_BY_SIDE,
  );
}

function chunksOf({ table, object, column }: Lookup, keys: readonly Key[]): readonly (readonly Key[])[] {
  const target = targetOf(table, column);
  if (target?.kind === 'parent')
    return object.paged || keys.length <= FEW ? keys.map((key) => [key]) : [keys];
  if (target?.kind !== 'list') return [keys];
  const chunks = Math.ceil(keys.length / KEYS_AT_ONCE);
  return Array.from({ length: chunks }, (_, n) => keys.slice(n * KEYS_AT_ONCE, (n + 1) * KEYS_AT_ONCE));
}

/** The rest of the filter goes along where it can; all of it is looked at again when the records are here. Null: nothing can match. */
async function parametersFor(
  { table, object, call, request, column }: Lookup,
  chunk: readonly Key[],
): Promise<readonly Parameter[] | null> {
  const [first] = chunk;
  const narrowing: Filter | null =
    first === undefined
      ? null
      : chunk.length === 1
        ? { op: 'eq', column: column.name, value: first.operand }
        : { op: 'in', column: column.name, values: chunk.map(({ operand }) => operand) };
  const all = [narrowing, request.filter].filter((part) => part !== null);
  const { parameters, ranks } = split(table, { op: 'and', all });
  const severities = await severitiesOf(table, ranks, call);
  if (severities === null) return null;
  const filters = [...parameters, ...severities];
  return [
    ...(object.searchable === true ? searching(filters, 'desc') : filters),
    ...(object.paged ? [['page_size', String(LARGEST_PAGE)] as const] : []),
  ];
}

async function allOf(
  { call, table, object, column }: Lookup,
  parameters: readonly Parameter[],
): Promise<{ readonly records: readonly object[]; readonly instance: string }> {
  const records: object[] = [];
  let page: ListPage = await askPage(call, table, object, parameters);
  records.push(...page.records);
  for (let pages = 1; page.after !== null; pages += 1) {
    if (pages >= MOST_PAGES)
      throw new CasegraphError(
        'too-complex',
        `${table.name}: more than ${records.length} records would have to be read to find those of some ${column.name}; ask for fewer at once, or by id`,
        { connection: table.connection },
      );
    page = await askPage(call, table, object, parameters, page.after);
    records.push(...page.records);
  }
  return { records, instance: page.instance };
}
