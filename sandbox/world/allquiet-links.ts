import type { Draft } from './draft.ts';
import type { SnRecord } from './world.ts';

const OPEN = ['1', '2', '3'];
const OVER = ['6', '7'];
const MOST_OPEN = 6;
const MOST_OVER = 3;

/**
 * The ServiceNow incidents that All Quiet incidents belong to: of ACME's cases first, since most personas see those, then of
 * others, some open and some over. Incidents that name another system's record already are left alone.
 */
export function incidentsToLink(draft: Pick<Draft, 'table'>): SnRecord[] {
  const incidents = new Map(draft.table('incident').map((row) => [row.sys_id, row]));
  const acme = new Set(
    draft
      .table('domain')
      .filter((row) => (row['full_name'] ?? '').startsWith('TOP/ACME'))
      .map((row) => row.sys_id),
  );
  const cases = draft.table('sn_customerservice_case').filter((row) => (row['incident'] ?? '') !== '');
  const inOrder = [...cases.filter((row) => isOf(acme, row)), ...cases.filter((row) => !isOf(acme, row))];
  const ids = [...new Set(inOrder.map((row) => row['incident'] ?? ''))];
  const free = ids
    .map((id) => incidents.get(id))
    .filter((row) => row !== undefined)
    .filter((row) => (row['correlation_id'] ?? '') === '');
  const inState = (states: readonly string[]) => free.filter((row) => states.includes(row['state'] ?? ''));
  return [...inState(OPEN).slice(0, MOST_OPEN), ...inState(OVER).slice(0, MOST_OVER)];
}

function isOf(domains: ReadonlySet<string>, row: SnRecord): boolean {
  return domains.has(row['sys_domain'] ?? '');
}
