import type { TableDefinition } from '../dictionary/column.ts';
import { bySysId } from '../store/row.ts';
import type { Row } from '../store/row.ts';
import type { Store } from '../store/store.ts';
import { formatDateTime, parseDateTime } from '../store/time.ts';
import type { Condition, Term } from './ast.ts';
import type { CompiledQuery } from './compile.ts';

/** Above this many rows an index saves nothing. */
const WORTH_IT = 20_000;

/** Rows from the date on; the exact bound of `>` is the condition's own business. */
function dated(
  store: Store,
  table: TableDefinition,
  { column, operator, value }: Term,
): readonly Row[] | undefined {
  const time = operator === '>=' || operator === '>' ? parseDateTime(value) : undefined;
  return time === undefined ? undefined : store.since(table, column, formatDateTime(time));
}

function indexed(store: Store, table: TableDefinition, condition: Condition): readonly Row[] | undefined {
  if (condition.kind !== 'term' || condition.value.startsWith('javascript:')) return undefined;
  const column = table.columns.get(condition.column);
  if (column?.type === 'glide_date_time') return dated(store, table, condition);
  if (!column || !['GUID', 'string', 'reference', 'document_id'].includes(column.type)) return undefined;
  const listed = condition.operator === 'IN';
  if (!listed && condition.operator !== '=') return undefined;
  if (condition.value === '') return undefined;
  const values = listed
    ? new Set(condition.value.split(',').filter((item) => item !== ''))
    : [condition.value];
  if (column.name === 'sys_id') {
    return [...values].map((id) => store.get(table, id.toLowerCase())).filter((row) => row !== undefined);
  }
  return [...values].flatMap((value) => store.lookup(table, column.name, value));
}

/** The fewest rows an index offers for one group, or undefined when none applies. */
function forGroup(store: Store, table: TableDefinition, group: CompiledQuery['groups'][number]) {
  let best: readonly Row[] | undefined;
  for (const set of group) {
    const parts = set.map(({ condition }) => indexed(store, table, condition));
    if (!parts.every((part) => part !== undefined)) continue;
    const rows = parts.flat();
    if (rows.length < (best?.length ?? WORTH_IT)) best = rows;
    if (best && best.length <= 100) break;
  }
  return best;
}

/** Rows among which all matches lie, by sys_id and without repeats: from indexes where every group has one, else the whole table. */
export function candidates(store: Store, table: TableDefinition, query: CompiledQuery): readonly Row[] {
  const parts = query.groups.map((group) => forGroup(store, table, group));
  if (!parts.every((part) => part !== undefined)) return store.rows(table);
  return [...new Set(parts.flat())].sort(bySysId);
}
