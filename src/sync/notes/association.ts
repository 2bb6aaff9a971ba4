import { inOrder, type AuditLine, type RecordObject } from './history.ts';
import type { Bond } from './notes-of.ts';

/** Columns of a case that lead to a record (ServiceNow facts 5.2). */
export const CASE_COLUMNS = ['incident', 'problem', 'change', 'caused_by'] as const;
export type CaseColumn = (typeof CASE_COLUMNS)[number];

export const OBJECT_OF: Readonly<Record<CaseColumn, RecordObject>> = {
  incident: 'incident',
  problem: 'problem',
  change: 'change_request',
  caused_by: 'change_request',
};

/** That a record belonged to a case, and how long. */
export interface Association {
  readonly object: RecordObject;
  readonly key: string;
  readonly bond: Bond;
  readonly from: string;
  /** `null`: it still does. */
  readonly until: string | null;
}

/** What is needed of a case to know its records. */
export interface CaseRecords {
  readonly createdAt: string;
  readonly columns: Readonly<Record<CaseColumn, string>>;
  /** Of these columns; in no order. */
  readonly lines: readonly AuditLine[];
}

/**
 * Which records belonged to a case since a moment. What a record went through before it was associated, or after it was removed, is not the case's: where the
 * case's own history does not say when that was, it has been so since the case was made.
 */
export function associationsOf(
  { createdAt, columns, lines }: CaseRecords,
  since: string,
): readonly Association[] {
  const start = createdAt > since ? createdAt : since;
  return CASE_COLUMNS.flatMap((column) => {
    const moves = lines.filter(({ field }) => field === column).toSorted(inOrder);
    const spans = [
      { key: moves[0]?.before ?? columns[column], from: start, until: moves[0]?.at ?? null },
      ...moves.map(({ after, at }, index) => ({
        key: after,
        from: at > start ? at : start,
        until: moves[index + 1]?.at ?? null,
      })),
    ];
    const bond: Bond = column === 'caused_by' ? 'caused-by' : 'related';
    return spans
      .filter(({ key, from, until }) => key !== '' && (until === null || until >= from))
      .map((span) => ({ ...span, object: OBJECT_OF[column], bond }));
  });
}
