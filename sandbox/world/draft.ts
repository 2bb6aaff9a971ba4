import type { IdMaker } from './ids.ts';
import type { Random } from './random.ts';
import type { SfRecord, SnRecord } from './world.ts';
import { salesforceIds, sysIds } from './ids.ts';
import { snTime } from './moment.ts';
import { createRandom } from './random.ts';

/** The world while it is being made. */
export interface Draft {
  readonly seed: string;
  readonly cases: number;
  /** "Today", milliseconds since 1970. */
  readonly now: number;
  readonly servicenow: Map<string, SnRecord[]>;
  readonly salesforce: Map<string, SfRecord[]>;
  /** A stream of its own for each subject, so that a change to one subject leaves the others as they were. */
  random(subject: string): Random;
  /** Makes sys_ids of one kind. */
  sysIds(kind: string): IdMaker;
  salesforceIds(prefix: string, kind: string): IdMaker;
  /** The rows of a table, to add to. */
  table(name: string): SnRecord[];
  object(name: string): SfRecord[];
}

export function createDraft(seed: string, cases: number, now: number): Draft {
  const servicenow = new Map<string, SnRecord[]>();
  const salesforce = new Map<string, SfRecord[]>();
  return {
    seed,
    cases,
    now,
    servicenow,
    salesforce,
    random: (subject) => createRandom(`${seed}/${subject}`),
    sysIds: (kind) => sysIds(seed, kind),
    salesforceIds: (prefix, kind) => salesforceIds(seed, prefix, kind),
    table: (name) => rowsOf(servicenow, name),
    object: (name) => rowsOf(salesforce, name),
  };
}

function rowsOf<T>(tables: Map<string, T[]>, name: string): T[] {
  const known = tables.get(name);
  if (known) return known;
  const rows: T[] = [];
  tables.set(name, rows);
  return rows;
}

/** The columns that every record has. */
export function stamp(
  record: SnRecord,
  created: number,
  by: string,
  updated = created,
  updatedBy = by,
): SnRecord {
  record['sys_created_on'] = snTime(created);
  record['sys_created_by'] = by;
  record['sys_updated_on'] = updated === created ? record['sys_created_on'] : snTime(updated);
  record['sys_updated_by'] = updatedBy;
  record['sys_mod_count'] = updated === created ? '0' : String(1 + (Math.floor(updated / 1000) % 9));
  return record;
}

/** `CS` and 1001 give `CS0001001`. */
export function numbered(prefix: string, value: number): string {
  return prefix + String(value).padStart(7, '0');
}
