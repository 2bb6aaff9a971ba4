import type { Filter } from '../../contract/index.ts';
import type { Hint } from '../hints.ts';
import { cell, oneOf, type OwnRows } from '../own-rows.ts';
import { associationsOf, CASE_COLUMNS, type Association } from './association.ts';
import { isOver, type SyncedCase } from './case-facts.ts';
import type { NotedCase } from './due-notes.ts';
import { findCases, read, readCases } from './find-cases.ts';
import type { AuditLine, RecordHistory, RecordObject } from './history.ts';
import { readAudit, readHistories, readsAudit, type Wanted } from './read-histories.ts';
import { readNoted } from './read-noted.ts';

/** What decides which notes the cases of some hints are due. */
export interface Look {
  readonly cases: readonly (SyncedCase & NotedCase)[];
  readonly histories: ReadonlyMap<string, RecordHistory>;
  /** Whether the instance's audit could be read. */
  readonly audited: boolean;
}

/**
 * Reads the cases that hinted records belong to, all their records with their history since a moment, and the notes that they have already. Three or four steps,
 * whatever the number of hints; the reads of a step travel together where the system can.
 */
export async function look(
  rows: OwnRows,
  hints: readonly Hint[],
  since: string,
  known: { readonly audited: boolean },
): Promise<Look> {
  const [all, audited] = await Promise.all([findCases(rows, hints), known.audited || readsAudit(rows)]);
  const cases = all.filter((each) => !isOver(each));
  if (cases.length === 0) return { cases: [], histories: new Map(), audited };
  const keys = cases.map(({ key }) => key);
  const standing = groupByObject(cases.flatMap((each) => associationsOf({ ...each, lines: [] }, since)));
  const [moves, majors, ordered, noted, first] = await Promise.all([
    readAudit(rows, audited ? keys : [], CASE_COLUMNS, since),
    readMajors(rows, cases),
    readOrdered(rows, keys, since),
    readNoted(rows, keys, audited ? since : EVER),
    readHistories(rows, standing, since, audited),
  ]);
  const found = cases.map((each) => ({
    ...each,
    associations: [...moved(each, moves, since), ...(ordered.get(each.key) ?? [])],
    ofMajor: majors.get(each.parent) ?? null,
    noted: noted.get(each.key) ?? new Set<string>(),
    unaudited: !audited,
  }));
  const seen = new Set(first.map(({ key }) => key));
  const rest = groupByObject(
    found.flatMap(({ associations }) => associations).filter(({ key }) => !seen.has(key)),
  );
  const second = await readHistories(rows, rest, since, audited);
  return { cases: found, histories: new Map([...first, ...second].map((each) => [each.key, each])), audited };
}

/** Notes that count up are counted from the first. */
const EVER = '1970-01-01T00:00:00Z';

function moved(each: SyncedCase, moves: readonly AuditLine[], since: string): readonly Association[] {
  return associationsOf({ ...each, lines: moves.filter(({ key }) => key === each.key) }, since);
}

function groupByObject(associations: readonly Association[]): Wanted {
  const wanted: Partial<Record<RecordObject, Set<string>>> = {};
  for (const { object, key } of associations) (wanted[object] ??= new Set()).add(key);
  return wanted;
}

/** Records of the accepted major cases among the parents, by the parent's key. */
async function readMajors(
  rows: OwnRows,
  cases: readonly SyncedCase[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const parents = oneOf(
    'sys_id',
    cases.map(({ parent }) => parent),
  );
  const found = await readCases(rows, parents);
  return new Map(
    found
      .filter(({ majorCaseState }) => majorCaseState === 'accepted')
      .map(({ key, columns }) => [key, new Set(Object.values(columns).filter((value) => value !== ''))]),
  );
}

/** Requests ordered for cases and their items, where anything about them has changed since a moment, by the case's key. */
async function readOrdered(
  rows: OwnRows,
  cases: readonly string[],
  since: string,
): Promise<ReadonlyMap<string, readonly Association[]>> {
  const changed: Filter = { op: 'gte', column: 'sys_updated_on', value: since };
  const and = (filter: Filter | null): Filter | null =>
    filter === null ? null : { op: 'and', all: [filter, changed] };
  const [requests, items] = await Promise.all([
    read(rows, 'SyncRequest', and(oneOf('parent', cases)), ['parent', 'sys_created_on']),
    read(rows, 'SyncItem', and(oneOf('case_key', cases)), ['case_key', 'sys_created_on']),
  ]);
  const ordered = new Map<string, Association[]>();
  const add = (owner: string, object: RecordObject, key: string, createdAt: string): void => {
    const from = createdAt > since ? createdAt : since;
    const list = ordered.get(owner) ?? [];
    ordered.set(owner, [...list, { object, key, bond: 'related', from, until: null }]);
  };
  for (const row of requests)
    add(cell(row, 'parent'), 'sc_request', cell(row, 'sys_id'), cell(row, 'sys_created_on'));
  for (const row of items)
    add(cell(row, 'case_key'), 'sc_req_item', cell(row, 'sys_id'), cell(row, 'sys_created_on'));
  return ordered;
}
