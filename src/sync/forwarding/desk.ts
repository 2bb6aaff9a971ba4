import type { Filter, ToolIncident } from '../../contract/index.ts';
import type { ResultRow } from '../../engine/query.ts';
import { cell, oneOf, type OwnRows } from '../own-rows.ts';
import { moment } from '../poll/seen.ts';
import { recordKey } from './create-step.ts';
import type { DeskIncident, DeskTask, JournalEntry } from './desk-incident.ts';
import { readMark } from './mark.ts';
import type { ForwardingRule, Journal } from './rule.ts';
import type { RuleTables } from './tables.ts';

export interface Desk {
  readonly rule: ForwardingRule;
  readonly tables: RuleTables;
  readonly rows: OwnRows;
}

const BARE = { journal: [], tasks: [] };

/** Records by their sys_ids, without journal and tasks. */
export function readByKeys(desk: Desk, keys: Iterable<string>): Promise<readonly DeskIncident[]> {
  return readRecords(desk, oneOf('sys_id', keys));
}

/** The record of each incident that has one, by the incident's key: with its journal and its tasks. */
export async function readFor(
  desk: Desk,
  keys: readonly string[],
  tools: ReadonlyMap<string, ToolIncident>,
): Promise<ReadonlyMap<string, DeskIncident>> {
  const { from } = desk.rule;
  const [named, made, numbered] = await Promise.all([
    readRecords(desk, oneOf('correlation_id', keys)),
    readByKeys(
      desk,
      keys.map((key) => recordKey(from, key)),
    ),
    readRecords(
      desk,
      oneOf(
        'number',
        [...tools.values()].map(({ external }) => external ?? ''),
      ),
    ),
  ]);
  const found = new Map<string, DeskIncident>();
  for (const key of keys) {
    const number = tools.get(key)?.external ?? null;
    const candidates = [
      ...named.filter(({ correlationId }) => correlationId === key),
      ...made.filter((each) => each.key === recordKey(from, key)),
      ...numbered.filter((each) => each.number === number && each.correlationId === ''),
    ].filter(({ correlationDisplay }) => (readMark(correlationDisplay)?.from ?? from) === from);
    const best =
      candidates.find(({ correlationDisplay }) => readMark(correlationDisplay) !== null) ?? candidates[0];
    if (best !== undefined) found.set(key, best);
  }
  return withParts(desk, found);
}

async function readRecords(
  { rule, tables, rows }: Desk,
  filter: Filter | null,
): Promise<readonly DeskIncident[]> {
  if (filter === null) return [];
  const { close } = rule;
  const more = [close.notesField].filter((name) => name !== null);
  const columns = ['number', 'state', 'correlation_id', 'correlation_display', 'sys_mod_count', ...more];
  const found = await rows.list(tables.record, { filter, columns });
  return found.map((row) => recordOf(row, more));
}

function recordOf(row: ResultRow, more: readonly string[]): DeskIncident {
  return {
    key: cell(row, 'sys_id'),
    number: cell(row, 'number'),
    state: cell(row, 'state'),
    correlationId: cell(row, 'correlation_id'),
    correlationDisplay: cell(row, 'correlation_display'),
    version: Number(cell(row, 'sys_mod_count')) || 0,
    columns: Object.fromEntries(more.map((name) => [name, cell(row, name)])),
    ...BARE,
  };
}

async function withParts(
  desk: Desk,
  found: ReadonlyMap<string, DeskIncident>,
): Promise<ReadonlyMap<string, DeskIncident>> {
  const keys = [...found.values()].map(({ key }) => key);
  const since = Math.min(
    ...[...found.values()].map((each) => readMark(each.correlationDisplay)?.since ?? Infinity),
  );
  const [entries, tasks] = await Promise.all([
    Number.isFinite(since) ? readEntries(desk, keys, since) : new Map<string, JournalEntry[]>(),
    readTasks(desk, keys),
  ]);
  return new Map(
    [...found].map(([key, each]) => [
      key,
      { ...each, journal: entries.get(each.key) ?? [], tasks: tasks.get(each.key) ?? [] },
    ]),
  );
}

const ELEMENTS: readonly Journal[] = ['work_notes', 'comments'];

async function readEntries({ tables, rows }: Desk, keys: readonly string[], since: number) {
  const records = oneOf('element_id', keys);
  const entries = new Map<string, JournalEntry[]>();
  if (records === null) return entries;
  const all: Filter[] = [
    records,
    { op: 'in', column: 'element', values: ELEMENTS },
    ...(since === 0 ? [] : [{ op: 'gte', column: 'sys_created_on', value: moment(since) } as const]),
  ];
  const columns = ['element_id', 'element', 'value', 'sys_created_on', 'sys_created_by'];
  const order = ['sys_created_on'];
  for (const row of await rows.list(tables.journal, { filter: { op: 'and', all }, columns, order })) {
    const entry = {
      key: cell(row, 'sys_id'),
      element: cell(row, 'element') === 'comments' ? ('comments' as const) : ('work_notes' as const),
      text: cell(row, 'value'),
      by: cell(row, 'sys_created_by'),
      at: cell(row, 'sys_created_on'),
    };
    gather(entries, cell(row, 'element_id'), entry);
  }
  return entries;
}

async function readTasks({ rule, tables, rows }: Desk, keys: readonly string[]) {
  const tasks = new Map<string, DeskTask[]>();
  const filter = rule.tasks === null ? null : oneOf(rule.tasks.parent, keys);
  if (rule.tasks === null || filter === null) return tasks;
  const { parent } = rule.tasks;
  const columns = ['state', 'correlation_display', parent];
  for (const row of await rows.list(tables.task, { filter, columns }))
    gather(tasks, cell(row, parent), {
      key: cell(row, 'sys_id'),
      state: cell(row, 'state'),
      correlationDisplay: cell(row, 'correlation_display'),
    });
  return tasks;
}

function gather<T>(groups: Map<string, T[]>, key: string, item: T): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [item]);
  else group.push(item);
}
