import { CasegraphError } from '../contract/index.ts';
import { cellText } from '../engine/cell-text.ts';
import type { Engine } from '../engine/engine.ts';
import { ROW, type Select } from '../engine/query.ts';
import { GATEWAY_ITSELF } from './itself.ts';

const READ_DEADLINE = 10_000;
/** More roles than anybody has. */
const ROLES = 2_000;

/** Roles in force of a user who may log in, as the table UserRole has them. Throws CasegraphError. */
export async function readRoles(engine: Engine, userName: string): Promise<readonly string[]> {
  const table = engine.catalog.tables.get('UserRole');
  if (table === undefined)
    throw new CasegraphError('internal', 'No table UserRole is declared; identity.roleLookup needs it.');
  const signal = AbortSignal.timeout(READ_DEADLINE);
  const reader = engine.reader({ viewer: GATEWAY_ITSELF, signal, requestId: 'roles' }, 0);
  const select: Select = { columns: new Set(['role', 'state', 'userActive']), relations: new Map() };
  const order = [{ column: table.key, direction: 'asc' as const }];
  const filter = { op: 'eq' as const, column: 'userName', value: userName };
  const { nodes } = await reader.list(
    table,
    { filter, order, first: ROLES, after: null, count: false },
    select,
  );
  return nodes
    .map(({ [ROW]: row }) => row)
    .filter((row) => cellText(row, 'userActive') === 'true' && cellText(row, 'state') === 'active')
    .flatMap((row) => cellText(row, 'role') ?? []);
}
