import { cell, type OpenRows } from '../own-rows.ts';
import type { LeaseStore } from './lease-store.ts';

/**
 * Leases as rows of an upstream table. `user`: the account's own user name where the table is one of user preferences, which belong to somebody; `null`
 * where its rows belong to nobody.
 */
export function upstreamLeases(
  open: OpenRows,
  purpose: string,
  user: ((signal: AbortSignal) => Promise<string>) | null,
): LeaseStore {
  const name = `casegraph.lease.${purpose}`;
  let owner: string | undefined;
  const owned = async (signal: AbortSignal): Promise<Record<string, string>> => {
    if (user === null) return {};
    owner ??= await keyOfUser(open, await user(signal), signal);
    return { user: owner };
  };
  return {
    claim: async (key, value, signal) => {
      const rows = open(signal);
      await rows.create('SyncLease', key, { name, value, ...(await owned(signal)) });
      const filter = { op: 'eq' as const, column: 'sys_id', value: key };
      const [found] = await rows.list('SyncLease', { filter, columns: ['value'], first: 1 });
      return found === undefined ? null : cell(found, 'value');
    },
    stale: async (before, signal) => {
      const filter = { op: 'eq' as const, column: 'name', value: name };
      const found = await open(signal).list('SyncLease', { filter, columns: ['value'], first: 100 });
      return found.filter((row) => endOf(cell(row, 'value')) < before).map((row) => cell(row, 'sys_id'));
    },
    remove: (key, signal) => open(signal).remove('SyncLease', key),
  };
}

/** The end of the term is the last word of the value. */
function endOf(value: string): number {
  return Number(value.split(' ').at(-1)) || 0;
}

async function keyOfUser(open: OpenRows, userName: string, signal: AbortSignal): Promise<string> {
  const filter = { op: 'eq' as const, column: 'user_name', value: userName };
  const [found] = await open(signal).list('SyncUser', { filter, columns: [], first: 1 });
  if (found === undefined)
    throw new Error(
      `the account behind the connection (${userName}) cannot be read from sys_user; let it read its own record, or name another table at sync.lease.table`,
    );
  return cell(found, 'sys_id');
}
