import { CasegraphError } from '../../contract/index.ts';
import type { Adapter, BoundTable, Call, Send } from '../../contract/index.ts';
import type { Alias } from '../alias.ts';
import { LoginRefusedError } from '../login-refused.ts';
import { atMost } from './at-most.ts';
import { explain } from './explain.ts';
import { readOneRow } from './read-one-row.ts';
import { gather } from './report.ts';
import type { ConnectionReport, Found, HealthStatus } from './report.ts';

export interface Checked {
  readonly alias: Alias;
  readonly adapter: Adapter;
  readonly tables: readonly BoundTable[];
  /** Name to log in by where the alias is read in the viewer's own name; `null`: the account, if there is one. */
  readonly as: string | null;
  readonly send: (signal: AbortSignal) => Send;
  readonly now: () => number;
  /** Seconds for all of it. */
  readonly deadline: number;
}

/** Tables that are tried at the same time: a check must not be a load. */
const TABLES_AT_A_TIME = 4;

/** Logs in, then tries each table. Never rejects. */
export async function checkAlias(checked: Checked, signal: AbortSignal): Promise<ConnectionReport> {
  const { alias, adapter, as, now } = checked;
  const { name, domain } = alias;
  const report = (status: HealthStatus, who: string | null, tables: number, found: readonly Found[]) => {
    const checkedAt = new Date(now()).toISOString();
    return { name, domain, adapter: adapter.kind, status, who, tables, problems: gather(found), checkedAt };
  };
  if (as === null && alias.identity === 'viewer' && !hasAccount(alias))
    return report('UNKNOWN', null, 0, [NOBODY]);
  const timer = new AbortController();
  const stop = setTimeout(() => timer.abort(late(alias)), checked.deadline * 1000);
  try {
    const own = AbortSignal.any([signal, timer.signal]);
    const call: Call = { send: checked.send(own), signal: own, now };
    const login = await tryLogin(checked, call);
    if (!login.usable) return report('FAILED', null, 0, login.found);
    const tried = await atMost(TABLES_AT_A_TIME, checked.tables, (table) => tryTable(checked, table, call));
    const found = [...login.found, ...tried.flatMap((each) => each.found)];
    return report(statusOf(found, tried), login.who, tried.length, found);
  } finally {
    clearTimeout(stop);
  }
}

function statusOf(found: readonly Found[], tried: readonly { readable: boolean }[]): HealthStatus {
  if (found.length === 0) return 'OK';
  return tried.length > 0 && tried.every(({ readable }) => !readable) ? 'FAILED' : 'DEGRADED';
}

/** A connection that lets us in but does not say who we are can be used all the same. */
const UNUSABLE: ReadonlySet<string> = new Set([
  'upstream-unavailable',
  'upstream-timeout',
  'upstream-rate-limited',
  'cancelled',
  'internal',
]);

async function tryLogin(
  { adapter, alias }: Checked,
  call: Call,
): Promise<{ usable: boolean; who: string | null; found: Found[] }> {
  try {
    return { usable: true, who: await adapter.ping(call), found: [] };
  } catch (error) {
    const usable =
      error instanceof CasegraphError && !(error instanceof LoginRefusedError) && !UNUSABLE.has(error.kind);
    return { usable, who: null, found: [{ table: null, ...explain(error, adapter, alias.auth) }] };
  }
}

async function tryTable(
  { adapter, alias }: Checked,
  table: BoundTable,
  call: Call,
): Promise<{ readable: boolean; found: Found[] }> {
  try {
    if (!adapter.probe) {
      await readOneRow(adapter, table, call);
      return { readable: true, found: [] };
    }
    const problems = await adapter.probe(table, call);
    const found = problems.map(({ message, hint }) => ({ table: table.name, message, hint }));
    return { readable: !problems.some(({ unreadable }) => unreadable), found };
  } catch (error) {
    return { readable: false, found: [{ table: table.name, ...explain(error, adapter, alias.auth) }] };
  }
}

function hasAccount({ auth }: Alias): boolean {
  return auth.grant === 'jwt-bearer' && auth.subject !== undefined;
}

const NOBODY: Found = {
  table: null,
  message: "It is read in each viewer's own name, and the check has no viewer.",
  hint: 'Run casegraph check --connections --as with the name of a user there, or give auth.subject an account for what the gateway reads for itself.',
};

function late({ name }: Alias): CasegraphError {
  return new CasegraphError('upstream-timeout', `"${name}" did not answer in time.`, { connection: name });
}
