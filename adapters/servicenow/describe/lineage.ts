import { CasegraphError } from '../../../src/contract/index.ts';
import type { Call } from '../../../src/contract/index.ts';
import { knownAncestors } from '../metadata/lineage.ts';
import { NAME } from '../names.ts';
import { askIfAllowed } from './ask.ts';

/** A table and those it extends, the table itself first. */
export interface Lineage {
  readonly names: readonly string[];
  /** Null where the account may not read it. */
  readonly label: string | null;
  readonly notes: readonly string[];
}

const MOST_ABOVE = 6;
const SUPER = Array.from({ length: MOST_ABOVE }, (_, index) => `${'super_class.'.repeat(index + 1)}name`);

export async function lineageOf(object: string, call: Call): Promise<Lineage> {
  const records = await askIfAllowed(call, 'sys_db_object', `name=${object}`, ['name', 'label', ...SUPER]);
  if (records === null) {
    const known = knownAncestors(object);
    const consequence =
      known === null
        ? 'so columns that the table inherits from tables it extends may be missing'
        : `so ${object} is taken to extend ${known.join(', ')}, as it does on every instance`;
    const note = `403 on sys_db_object, ${consequence}. Grant the account read on sys_db_object, or import as an administrator.`;
    return { names: [object, ...(known ?? [])], label: null, notes: [note] };
  }
  const [record] = records;
  if (record === undefined)
    throw new CasegraphError('not-found', `ServiceNow has no table ${JSON.stringify(object)}.`);
  const above = SUPER.map((field) => record[field] ?? '').filter((name) => NAME.test(name));
  return { names: [object, ...above], label: record['label'] || null, notes: [] };
}
