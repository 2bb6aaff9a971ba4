import { CasegraphError } from '../../contract/index.ts';
import type { Adapter, BoundTable, Call, Plan } from '../../contract/index.ts';

/**
 * The least read that any adapter can be asked for: one row with every column. Throws what the read throws. A table that cannot be listed
 * without an argument is not tried.
 */
export async function readOneRow(adapter: Adapter, table: BoundTable, call: Call): Promise<void> {
  const plan = planOne(adapter, table);
  if (plan !== null) await adapter.read(table, plan, call);
}

function planOne(adapter: Adapter, table: BoundTable): Plan | null {
  const select = { columns: [...table.columns.keys()], joins: {} };
  try {
    return adapter.plan(table, { select, filter: null, order: [], limit: 1 });
  } catch (error) {
    if (error instanceof CasegraphError) return null;
    throw error;
  }
}
