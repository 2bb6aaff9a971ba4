import type { ServiceNowAdmin, SnColumns } from '../harness/servicenow-admin.ts';
import type { CaseState, Kind, RecordState, World } from './world.ts';

/** Reads what became of a sequence from ServiceNow's own tables. */

const TABLES: Readonly<Record<Kind, string>> = {
  incident: 'incident',
  problem: 'problem',
  change: 'change_request',
  request: 'sc_request',
};

export const CASE_TABLE = 'sn_customerservice_case';

/** The given cases and records, and everything that was made from these cases or stands below them. */
export async function readTables(
  admin: ServiceNowAdmin,
  known: Iterable<Pick<CaseState, 'id' | 'number'>>,
  recordIds: Iterable<string>,
): Promise<World> {
  const given = [...known];
  const marks = given.map(({ number }) => `correlation_idSTARTSWITHcasegraph:${number}:`);
  const keys = given.map(({ id }) => id).join(',');
  const wanted = [`sys_idIN${[...recordIds].join(',')}`, ...marks].join('^OR');
  const readKind = (kind: Kind): Promise<readonly SnColumns[]> => admin.list(TABLES[kind], wanted);
  const kinds: readonly Kind[] = ['incident', 'problem', 'change', 'request'];
  const [rows, ...found] = await Promise.all([
    admin.list(CASE_TABLE, [`sys_idIN${keys}`, `parentIN${keys}`, ...marks].join('^OR')),
    ...kinds.map(readKind),
  ]);
  const elements = [...rows, ...found.flat()].map((row) => row['sys_id']!);
  const requests = found[3]!.map((row) => row['sys_id']!);
  const [journal, items] = await Promise.all([
    admin.list('sys_journal_field', `element_idIN${elements.join(',')}`),
    requests.length === 0 ? [] : admin.list('sc_req_item', `requestIN${requests.join(',')}`),
  ]);
  const byNumber = new Map(rows.map((row) => [row['number']!, row['sys_id']!]));
  const madeFrom = ({ correlation_id: mark = '' }: SnColumns): string =>
    byNumber.get(mark.split(':')[1] ?? '') ?? '';
  const records = new Map<string, RecordState>();
  const cases = new Map(rows.map((row) => [row['sys_id']!, caseOf(row, madeFrom(row), journal)]));
  kinds.forEach((kind, index) => {
    for (const row of found[index]!)
      records.set(row['sys_id']!, recordOf(kind, row, madeFrom(row), journal, items));
  });
  return { cases, records };
}

function caseOf(row: SnColumns, from: string, journal: readonly SnColumns[]): CaseState {
  const value = (name: string): string => row[name] ?? '';
  return {
    id: value('sys_id'),
    number: value('number'),
    domain: value('sys_domain'),
    from,
    account: value('account'),
    consumer: value('consumer'),
    state: value('state'),
    code: value('resolution_code'),
    notes: value('close_notes'),
    major: value('major_case_state'),
    impact: value('business_impact'),
    parent: value('parent'),
    slots: {
      incident: value('incident'),
      problem: value('problem'),
      change: value('change'),
      causedBy: value('caused_by'),
    },
    journal: entriesOf(row, journal).sort(),
  };
}

function entriesOf({ sys_id: id }: SnColumns, journal: readonly SnColumns[]): string[] {
  return journal
    .filter((entry) => entry['element_id'] === id)
    .map(
      ({ element = '', value = '' }) => `${element}: ${value.startsWith('Canceled: ') ? 'Canceled' : value}`,
    );
}

function recordOf(
  kind: Kind,
  row: SnColumns,
  from: string,
  journal: readonly SnColumns[],
  items: readonly SnColumns[],
): RecordState {
  const value = (name: string): string => row[name] ?? '';
  return {
    id: value('sys_id'),
    number: value('number'),
    kind,
    domain: value('sys_domain'),
    from,
    state: value(kind === 'request' ? 'request_state' : 'state'),
    closeCode: kind === 'incident' ? value('close_code') : '',
    closeNotes: kind === 'incident' ? value('close_notes') : '',
    holdReason: kind === 'incident' ? value('hold_reason') : '',
    parent: kind === 'request' ? value('parent') : '',
    items: items.filter(({ request }) => request === row['sys_id']).map(({ quantity }) => quantity ?? ''),
    withdrawn: entriesOf(row, journal).filter((entry) => entry === 'work_notes: Canceled').length,
  };
}
