/** Kinds of record whose changes cases are told of, by ServiceNow's names. */
export type RecordObject = 'incident' | 'problem' | 'change_request' | 'sc_request' | 'sc_req_item';

/** One changed column of one update, as the instance's audit has it. */
export interface AuditLine {
  readonly sysId: string;
  readonly key: string;
  readonly field: string;
  /** Values as stored; empty text for none. */
  readonly before: string;
  readonly after: string;
  /** The record's update count after the update: lines of one update share it. `null` where the instance does not say. */
  readonly checkpoint: number | null;
  /** `2026-11-22T13:45:00Z`; whole seconds. */
  readonly at: string;
}

/** One additional comment on a record. */
export interface Said {
  readonly sysId: string;
  readonly key: string;
  readonly at: string;
  /** User name. */
  readonly by: string;
  readonly text: string;
}

/** An article that was linked to a record. */
export interface LinkedArticle {
  /** Of the record. */
  readonly key: string;
  /** Key of the article. */
  readonly article: string;
  readonly at: string;
  readonly checkpoint: number | null;
  readonly number: string;
  readonly title: string;
  /** Where people open it. */
  readonly link: string;
}

/** A record as it stands, with what has happened to it. */
export interface RecordHistory {
  readonly object: RecordObject;
  readonly key: string;
  readonly number: string;
  /** Where people open it. */
  readonly link: string | null;
  /** Cells by ServiceNow's names, as stored; empty text for none. */
  readonly values: Readonly<Record<string, string>>;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** In no order. */
  readonly lines: readonly AuditLine[];
  readonly said: readonly Said[];
  readonly articles: readonly LinkedArticle[];
}

/** All lines of one update. */
export interface Update {
  readonly at: string;
  readonly checkpoint: number | null;
  readonly lines: ReadonlyMap<string, AuditLine>;
  /** The value that a column had when the update was done. */
  readonly value: (field: string) => string;
}

/** The updates of a record, in order. */
export function updatesOf({ lines, values }: Pick<RecordHistory, 'lines' | 'values'>): readonly Update[] {
  const sorted = lines.toSorted(inOrder);
  const groups = new Map<string, AuditLine[]>();
  for (const line of sorted) {
    const name = `${line.checkpoint ?? ''} ${line.at}`;
    groups.set(name, [...(groups.get(name) ?? []), line]);
  }
  return [...groups.values()].map((group) => {
    const { at, checkpoint } = group[0] as AuditLine;
    return {
      at,
      checkpoint,
      lines: new Map(group.map((line) => [line.field, line])),
      value: (field) => valueAt(sorted, values, group, field),
    };
  });
}

/** Order of what happened to one record. */
export function inOrder(
  a: Pick<AuditLine, 'at' | 'checkpoint'>,
  b: Pick<AuditLine, 'at' | 'checkpoint'>,
): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  return (a.checkpoint ?? Infinity) - (b.checkpoint ?? Infinity) || 0;
}

/** What the update gave the column; else what an earlier one gave it, what the next one took away, or what stands there now. */
function valueAt(
  sorted: readonly AuditLine[],
  values: Readonly<Record<string, string>>,
  group: readonly AuditLine[],
  field: string,
): string {
  const end = sorted.indexOf(group.at(-1) as AuditLine);
  const upTo = sorted.slice(0, end + 1).findLast((line) => line.field === field);
  if (upTo !== undefined) return upTo.after;
  const next = sorted.slice(end + 1).find((line) => line.field === field);
  return next?.before ?? values[field] ?? '';
}
