import { domainsFrom } from '../access/domain-directory.ts';
import type { Domain } from '../access/domains.ts';
import { CasegraphError } from '../contract/index.ts';
import { cellText } from '../engine/cell-text.ts';
import type { Engine } from '../engine/engine.ts';
import { ROW, type Select } from '../engine/query.ts';
import { GATEWAY_ITSELF } from './itself.ts';

const READ_DEADLINE = 15_000;

/** The domain tree as the table Domain has it. Throws CasegraphError. */
export async function readDomains(engine: Engine): Promise<readonly Domain[]> {
  const table = engine.catalog.tables.get('Domain');
  if (table === undefined)
    throw new CasegraphError('internal', 'No table Domain is declared; give the tree in the configuration.');
  const signal = AbortSignal.timeout(READ_DEADLINE);
  const reader = engine.reader({ viewer: GATEWAY_ITSELF, signal, requestId: 'domains' }, 0);
  const select: Select = { columns: new Set(['name', 'parentId']), relations: new Map() };
  const order = [{ column: table.key, direction: 'asc' as const }];
  const { nodes, hasNextPage } = await reader.list(
    table,
    { filter: null, order, first: 10_000, after: null, count: false },
    select,
  );
  if (hasNextPage)
    throw new CasegraphError(
      'too-complex',
      'There are more than 10,000 domains; give the tree in the configuration.',
    );
  return domainsFrom(
    nodes.map(({ [ROW]: row }) => ({
      id: cellText(row, table.key) ?? '',
      name: cellText(row, 'name') ?? '',
      parent: cellText(row, 'parentId'),
    })),
  );
}
