import type { SfRecord } from '../../world/world.ts';
import type { Value } from '../data/derived.ts';
import { isLongText } from '../dictionary/object-info.ts';
import { aggregateFunction } from './aggregate-function.ts';
import type { Operand, Query, SelectItem } from './ast.ts';
import { AGGREGATES, bindOperand, isAggregate } from './bind-operand.ts';
import type { Column } from './column.ts';
import { compileCondition } from './compile-condition.ts';
import { orderRows } from './order.ts';
import type { Rendered } from './projection.ts';
import { SoqlError } from './soql-error.ts';
import type { Source } from './source.ts';
import { selectRecords } from './where.ts';

/** Records with the same values in the grouped fields. A key that a subtotal leaves out is null. */
interface Group {
  readonly keys: readonly Value[];
  readonly records: readonly SfRecord[];
}

/** A column of the answer. */
export interface AggregateOutput {
  readonly key: string;
  readonly display: string;
  readonly column: Column<Group>;
}

export interface AggregateAnswer {
  readonly outputs: readonly AggregateOutput[];
  readonly rows: readonly Rendered[];
}

/** There is no second page of groups. */
const MOST_GROUPS = 2_000;

export function isAggregateQuery(query: Query): boolean {
  return (
    query.group !== undefined ||
    query.select.some((item) => item.kind === 'operand' && isAggregate(item.operand))
  );
}

/** A query with GROUP BY, or with aggregate functions over all its records. */
export function runAggregate(query: Query, source: Source): AggregateAnswer {
  if (query.group === undefined && query.limit !== undefined) {
    const message = 'Non-grouped query that uses overall aggregate functions cannot also use LIMIT';
    throw malformed(message, query.limit.at);
  }
  const bind = groupBinder(query, source);
  const outputs = bindOutputs(query.select, bind);
  const having =
    query.having &&
    compileCondition(query.having, {
      now: source.context.now,
      bind,
      join: ({ at }) => {
        throw malformed('Semi join sub-selects are not allowed in HAVING', at);
      },
    });
  const groups = groupRecords(query, source, selectRecords(query, source));
  const kept = having === undefined ? groups : groups.filter(having);
  const first = query.offset?.value ?? 0;
  const end = first + (query.limit?.value ?? Number.POSITIVE_INFINITY);
  const rows = orderRows(kept, query.order, bind, end).slice(first, end);
  if (rows.length > MOST_GROUPS) {
    const message =
      'Aggregate query does not support queryMore(), use LIMIT to restrict the results to a single batch';
    throw new SoqlError('EXCEEDED_ID_LIMIT', message);
  }
  return { outputs, rows: rows.map((group) => renderGroup(group, outputs)) };
}

function renderGroup(group: Group, outputs: readonly AggregateOutput[]): Rendered {
  const row: Rendered = { attributes: { type: 'AggregateResult' } };
  for (const { key, column } of outputs) row[key] = column.read(group);
  return row;
}

function bindOutputs(
  select: readonly SelectItem[],
  bind: (operand: Operand) => Column<Group>,
): AggregateOutput[] {
  const outputs: AggregateOutput[] = [];
  let unnamed = 0;
  for (const item of select) {
    if (item.kind !== 'operand')
      throw malformed('Grouped queries select only fields and aggregates', item.at);
    const column = bind(item.operand);
    const own = item.operand.kind === 'field' ? (column.field?.name ?? column.name) : undefined;
    const key = item.alias ?? own ?? `expr${unnamed++}`;
    if (outputs.some((output) => output.key === key)) throw malformed(`duplicate alias: ${key}`, item.at);
    outputs.push({ key, display: column.name, column });
  }
  return outputs;
}

/** Inside a grouped query an operand is one of the grouped ones, or an aggregate of any other. */
function groupBinder(query: Query, source: Source): (operand: Operand) => Column<Group> {
  const by = groupedColumns(query, source);
  return (operand) => {
    if (operand.kind === 'call' && AGGREGATES.has(operand.name)) return bindAggregate(operand, source);
    const column = bindOperand(source, operand);
    const index = by.findIndex((grouped) => grouped.name === column.name);
    if (index === -1) {
      const at = operand.kind === 'field' ? operand.path.at : operand.at;
      throw malformed(`Field must be grouped or aggregated: ${column.name}`, at);
    }
    return { ...column, read: (group) => group.keys[index] ?? null };
  };
}

function bindAggregate(operand: Extract<Operand, { kind: 'call' }>, source: Source): Column<Group> {
  const { name, argument, at } = operand;
  if (argument === undefined && name !== 'COUNT') throw malformed(`unexpected token: )`, at);
  const column = argument && bindOperand(source, argument);
  const call =
    column === undefined
      ? { type: 'int' as const, apply: (records: readonly SfRecord[]) => records.length }
      : aggregateFunction(name, column, at);
  const display = `${name.toLowerCase()}(${column?.name ?? ''})`;
  const read = (group: Group): Value => call.apply(group.records);
  return { name: display, type: call.type, field: undefined, object: source.object.name, read };
}

function groupedColumns(query: Query, source: Source): Column<SfRecord>[] {
  return (query.group?.by ?? []).map((operand) => {
    const column = bindOperand(source, operand);
    const { field, type } = column;
    const groupable =
      type !== 'multipicklist' && type !== 'address' && type !== 'currency' && type !== 'percent';
    if (groupable && type !== 'double' && type !== 'datetime' && !(field && isLongText(field))) return column;
    const at = operand.kind === 'field' ? operand.path.at : operand.at;
    throw new SoqlError('INVALID_FIELD', `field '${column.name}' can not be grouped in a query call`, at);
  });
}

/** One group per combination of values; ROLLUP adds a subtotal per prefix of the fields, CUBE one per subset. */
function groupRecords(query: Query, source: Source, records: readonly SfRecord[]): Group[] {
  const by = groupedColumns(query, source);
  const keyed = records.map((record) => ({ record, keys: by.map((column) => column.read(record)) }));
  return keptColumns(query, by.length).flatMap((kept) => {
    const groups = new Map<string, { keys: Value[]; records: SfRecord[] }>();
    // A total is there even when there is nothing to add up.
    if (by.length === 0) groups.set('[]', { keys: [], records: [] });
    for (const { record, keys } of keyed) {
      const shown = keys.map((key, index) => (kept.includes(index) ? key : null));
      const name = JSON.stringify(shown);
      const group = groups.get(name);
      if (group === undefined) groups.set(name, { keys: shown, records: [record] });
      else group.records.push(record);
    }
    return [...groups.values()];
  });
}

function keptColumns(query: Query, count: number): number[][] {
  const all = [...Array(count).keys()];
  if (query.group?.mode === 'rollup')
    return [all, ...all.map((_, dropped) => all.slice(0, count - 1 - dropped))];
  if (query.group?.mode !== 'cube') return [all];
  const subsets = all.reduce<number[][]>(
    (sets, index) => sets.flatMap((set) => [[...set, index], set]),
    [[]],
  );
  return subsets.sort((a, b) => b.length - a.length);
}

function malformed(message: string, at: number): SoqlError {
  return new SoqlError('MALFORMED_QUERY', message, at);
}
