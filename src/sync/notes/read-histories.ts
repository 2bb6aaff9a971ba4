import type { Filter } from '../../contract/index.ts';
import type { ResultRow } from '../../engine/query.ts';
import { OWN_TABLES } from '../own-tables.ts';
import { cell, oneOf, type OwnRows } from '../own-rows.ts';
import { isRefusal } from '../refused.ts';
import { read } from './find-cases.ts';
import type { AuditLine, RecordHistory, RecordObject, Said } from './history.ts';
import { newlyLinked, PRIMARY_ARTICLE, primaryOf, readArticles, readAttached } from './read-articles.ts';

/** Columns that notes say something about, by object. */
const TOLD: Readonly<Record<RecordObject, readonly string[]>> = {
  incident: ['state', 'hold_reason', 'close_code', 'close_notes'],
  problem: [
    'state',
    'resolution_code',
    'cause_notes',
    'fix_notes',
    'workaround',
    'close_notes',
    'known_error',
    'workaround_communicated_at',
    'fix_communicated_at',
    PRIMARY_ARTICLE,
  ],
  change_request: ['state', 'type', 'on_hold', 'on_hold_reason', 'close_code', 'close_notes'],
  sc_request: ['state', 'request_state', 'close_notes'],
  sc_req_item: [],
};

const FIELDS = [...new Set(Object.values(TOLD).flat())];

/** Of these, two are moments that only the audit is asked for. */
const MOMENTS: ReadonlySet<string> = new Set(['workaround_communicated_at', 'fix_communicated_at']);

/** Records of which cases are told, by object. */
export type Wanted = Readonly<Partial<Record<RecordObject, ReadonlySet<string>>>>;

/** Records as they stand, with what has happened to them since a moment. All of it is read at the same time. */
export async function readHistories(
  rows: OwnRows,
  wanted: Wanted,
  since: string,
  audited: boolean,
): Promise<readonly RecordHistory[]> {
  const objects = Object.entries(wanted) as [RecordObject, ReadonlySet<string>][];
  const keys = objects.flatMap(([, each]) => [...each]);
  const [records, lines, said, attached] = await Promise.all([
    Promise.all(objects.map(([object, each]) => readRecords(rows, object, each))),
    readAudit(rows, audited ? keys : [], FIELDS, since),
    readComments(rows, keys, since),
    readAttached(rows, wanted.problem ?? []),
  ]);
  const primary = records.flat().flatMap((record) => primaryOf(record, lines, audited));
  const articles = await readArticles(rows, newlyLinked([...attached, ...primary], since));
  return records.flat().map((record) => ({
    ...record,
    lines: lines.filter(({ key, field }) => key === record.key && TOLD[record.object].includes(field)),
    said: said.filter(({ key }) => key === record.key),
    articles: articles.filter(({ key }) => key === record.key),
  }));
}

type Standing = Omit<RecordHistory, 'lines' | 'said' | 'articles'>;

async function readRecords(
  rows: OwnRows,
  object: RecordObject,
  keys: ReadonlySet<string>,
): Promise<readonly Standing[]> {
  const values = TOLD[object].filter((field) => !MOMENTS.has(field));
  const columns = ['number', 'sys_created_on', 'sys_updated_on', ...values];
  const withLink = object === 'problem' ? [...columns, 'link'] : columns;
  const found = await read(rows, OWN_TABLES[object], oneOf('sys_id', keys), withLink);
  return found.map((row) => ({
    object,
    key: cell(row, 'sys_id'),
    number: cell(row, 'number'),
    link: typeof row['link'] === 'string' ? row['link'] : null,
    values: Object.fromEntries(values.map((field) => [field, cell(row, field)])),
    createdAt: cell(row, 'sys_created_on'),
    updatedAt: cell(row, 'sys_updated_on'),
  }));
}

/** Lines of the instance's audit for some columns of some records. */
export async function readAudit(
  rows: OwnRows,
  keys: Iterable<string>,
  fields: readonly string[],
  since: string,
): Promise<readonly AuditLine[]> {
  const records = oneOf('documentkey', keys);
  if (records === null) return [];
  const all: Filter[] = [records, { op: 'in', column: 'fieldname', values: fields }, from(since)];
  const columns = ['documentkey', 'fieldname', 'oldvalue', 'newvalue', 'record_checkpoint', 'sys_created_on'];
  return (await rows.list('SyncAudit', { filter: { op: 'and', all }, columns })).map((row) => ({
    sysId: cell(row, 'sys_id'),
    key: cell(row, 'documentkey'),
    field: cell(row, 'fieldname'),
    before: cell(row, 'oldvalue'),
    after: cell(row, 'newvalue'),
    checkpoint: numberIn(cell(row, 'record_checkpoint')),
    at: cell(row, 'sys_created_on'),
  }));
}

/**
 * Whether the account may read the audit at all. One that may not is refused, or is shown nothing (ServiceNow facts 1.5); an instance in use always has
 * some.
 */
export async function readsAudit(rows: OwnRows): Promise<boolean> {
  try {
    return (await rows.list('SyncAudit', { filter: null, columns: [], first: 1 })).length > 0;
  } catch (error) {
    if (isRefusal(error)) return false;
    throw error;
  }
}

async function readComments(rows: OwnRows, keys: readonly string[], since: string): Promise<readonly Said[]> {
  const records = oneOf('element_id', keys);
  if (records === null) return [];
  const all: Filter[] = [records, { op: 'eq', column: 'element', value: 'comments' }, from(since)];
  const columns = ['element_id', 'value', 'sys_created_on', 'sys_created_by'];
  return (await rows.list('SyncJournal', { filter: { op: 'and', all }, columns })).map(saidIn);
}

function saidIn(row: ResultRow): Said {
  return {
    sysId: cell(row, 'sys_id'),
    key: cell(row, 'element_id'),
    at: cell(row, 'sys_created_on'),
    by: cell(row, 'sys_created_by'),
    text: cell(row, 'value'),
  };
}

function from(since: string): Filter {
  return { op: 'gte', column: 'sys_created_on', value: since };
}

function numberIn(text: string): number | null {
  return text === '' ? null : Number(text);
}
