import { CasegraphError } from '../../../src/contract/index.ts';
import type { BoundTable, Call, Written } from '../../../src/contract/index.ts';
import type { Doing } from '../errors.ts';
import { get } from '../get.ts';
import { KEY, isSysId } from '../names.ts';
import { listPath } from '../read/path.ts';
import { recordsOf } from '../result.ts';

/**
 * Creates a record under a sys_id that the caller chose, at most once. The row is looked up before the create, because an earlier try may
 * have made it (unless the caller has just looked), and after a create whose outcome is unknown or that was refused, because this try or another at the same
 * time may have made it. Where the answer was lost nobody can tell whose it is: `changed` then says that there is one now.
 */
export async function createUnderKey(
  table: BoundTable,
  doing: Doing,
  { key, looked }: { readonly key: string; readonly looked?: true | undefined },
  create: () => Promise<Written>,
  call: Call,
): Promise<Written> {
  if (!isSysId(key))
    throw new CasegraphError(
      'invalid-input',
      'The key of a new row must be a sys_id: 32 hexadecimal digits.',
    );
  if (looked !== true && (await exists(table, doing, key, call))) return { key, changed: false };
  try {
    return await create();
  } catch (error) {
    const made = mayHaveBeenMade(error);
    if (made === 'no' || !(await existsNow(table, doing, key, call))) throw error;
    return { key, changed: made === 'by us' };
  }
}

/** `by us`: the answer got lost on its way. `by another`: refused, perhaps because the key is taken. */
function mayHaveBeenMade(error: unknown): 'by us' | 'by another' | 'no' {
  if (!(error instanceof CasegraphError)) return 'no';
  if (error.kind === 'upstream-unavailable' || error.kind === 'upstream-timeout') return 'by us';
  return error.kind === 'conflict' || error.kind === 'upstream-rejected' ? 'by another' : 'no';
}

async function exists(table: BoundTable, doing: Doing, key: string, call: Call): Promise<boolean> {
  const list = {
    object: table.object,
    query: `${KEY}=${key}`,
    fields: [KEY],
    labels: false,
    limit: 1,
    whole: true,
  };
  return recordsOf(await get(listPath(list), call), { ...doing, verb: 'read' }).length > 0;
}

/** Where the second look fails as well, the first error is the one to tell. */
async function existsNow(table: BoundTable, doing: Doing, key: string, call: Call): Promise<boolean> {
  try {
    return await exists(table, doing, key, call);
  } catch {
    return false;
  }
}
