import type { SandboxResponse } from '../../http/service.ts';
import { decided } from '../access/acl.ts';
import { isNumeric } from '../dictionary/column.ts';
import { ApiError, queryNotAllowed } from '../http/api-error.ts';
import { result } from '../http/answer.ts';
import { storedValue } from '../query/class-name.ts';
import { holds } from '../query/comparable.ts';
import { holderOf, resolvePath } from '../query/path.ts';
import type { Path } from '../query/path.ts';
import { displayValue } from '../store/display.ts';
import type { Row } from '../store/row.ts';
import type { TableContext } from '../table/context.ts';
import { find, queryOf } from '../table/find.ts';
import { methodOf } from '../table/handle.ts';
import { aggregate } from './aggregate.ts';
import { readStatsParameters } from './parameters.ts';
import type { Having, StatsParameters } from './parameters.ts';

interface Group {
  readonly rows: readonly Row[];
  readonly values: readonly string[];
}

/** Column paths of a parameter; unknown ones are passed over, unreadable ones refuse the request. */
function paths(context: TableContext, names: readonly string[]): Path[] {
  const { instance, caller, table, sight } = context;
  const found = names
    .map((name) => resolvePath(sight.store.dictionary, table, name))
    .filter((path) => path !== undefined);
  for (const path of found) {
    if (instance.acls.column(caller, path.table, path.column, 'read') === false) throw queryNotAllowed();
  }
  return found;
}

function valueOf(context: TableContext, path: Path, row: Row): string {
  const holder = holderOf(context.sight, path, row);
  return holder ? storedValue(holder, path.column) : '';
}

function groups(context: TableContext, rows: readonly Row[], by: readonly Path[]): Group[] {
  const made = new Map<string, { rows: Row[]; values: string[] }>();
  for (const row of rows) {
    const values = by.map((path) => valueOf(context, path, row));
    const group = made.get(JSON.stringify(values)) ?? { rows: [], values };
    group.rows.push(row);
    made.set(JSON.stringify(values), group);
  }
  return [...made.values()];
}

function statsOf(
  context: TableContext,
  parameters: StatsParameters,
  rows: readonly Row[],
): Record<string, unknown> {
  const stats: Record<string, unknown> = parameters.count ? { count: String(rows.length) } : {};
  for (const { name, fields } of parameters.aggregates) {
    const each = paths(context, fields).map((path) => {
      const values = rows.map((row) => valueOf(context, path, row));
      return [path.text, aggregate(name, path.column, values)] as const;
    });
    stats[name] = Object.fromEntries(each);
  }
  return stats;
}

function measure(context: TableContext, by: string, field: string, rows: readonly Row[]): number {
  if (by === 'count') return rows.length;
  const [path] = paths(context, [field]);
  if (!path || !['avg', 'min', 'max', 'sum'].includes(by)) return NaN;
  const values = rows.map((row) => valueOf(context, path, row));
  return Number(aggregate(by as 'avg' | 'min' | 'max' | 'sum', path.column, values));
}

function passes(context: TableContext, having: Having, group: Group): boolean {
  return holds(
    having.operator,
    measure(context, having.aggregate, having.field, group.rows),
    Number(having.value),
  );
}

function sortGroups(
  context: TableContext,
  parameters: StatsParameters,
  by: readonly Path[],
  list: Group[],
): Group[] {
  const keys = parameters.orderBy.map(({ by: text, descending }) => {
    const [name = '', field = ''] = text.split('^');
    const at = by.findIndex((path) => path.text === text);
    const column = by[at]?.column;
    const key = (group: Group): number | string => {
      if (at < 0) return measure(context, name.toLowerCase(), field, group.rows);
      const value = group.values[at] ?? '';
      return column && isNumeric(column) ? Number(value) : value.toLowerCase();
    };
    return { key, sign: descending ? -1 : 1 };
  });
  return list.sort((a, b) => {
    for (const { key, sign } of keys) {
      const [left, right] = [key(a), key(b)];
      if (left !== right) return (left < right ? -1 : 1) * sign;
    }
    return 0;
  });
}

function groupField(context: TableContext, path: Path, value: string): Record<string, string> {
  const mode = context.request.query.get('sysparm_display_value');
  const display = (): string => displayValue(context.sight, path.table, path.column, value);
  if (mode === 'true') return { value: display(), field: path.text };
  if (mode === 'all') return { display_value: display(), value, field: path.text };
  return { value, field: path.text };
}

/** GET /api/now/stats/{table}. Unlike X-Total-Count, it counts only records that the caller may read. */
export function handleStats(context: TableContext): SandboxResponse {
  if (methodOf(context) !== 'GET')
    throw new ApiError(405, 'Method not supported', 'Only GET is supported for this URI');
  const query = queryOf(context);
  const { acls } = context.instance;
  const rows = find(context, query).filter((row) =>
    decided(acls.row(context.caller, row.table, 'read'), row.values),
  );
  const parameters = readStatsParameters(context.request.query, query.groupBy);
  const by = paths(context, parameters.groupBy);
  if (by.length === 0) return result(200, { stats: statsOf(context, parameters, rows) });
  const kept = groups(context, rows, by).filter((group) =>
    parameters.having.every((having) => passes(context, having, group)),
  );
  const answer = sortGroups(context, parameters, by, kept).map((group) => ({
    stats: statsOf(context, parameters, group.rows),
    groupby_fields: by.map((path, at) => groupField(context, path, group.values[at] ?? '')),
  }));
  return result(200, answer);
}
