import type { UpstreamLayout } from '../../contract/index.ts';
import { EMBED_FIELD } from '../declaration/embed-field.ts';
import { inWords } from '../declaration/label.ts';
import type { RemoteColumn, RemoteFrame, RemoteTable } from '../generated/schema.ts';
import { oneField } from '../published/names.ts';
import { arrange } from './arrange.ts';
import { describeColumns } from './columns.ts';
import { displayColumn } from './display.ts';
import { mayRead, type Seen, type Sight } from './sight.ts';

/** A table's metadata for one viewer. `upstream`: the owning system's own layout, where it was asked for. Plain: nothing of it is read later. */
export function describeTable(sight: Sight, seen: Seen, upstream: UpstreamLayout | null): RemoteTable {
  const { table, presentation } = seen;
  const columns = describeColumns(sight, seen);
  const root = table.reach === 'root';
  return {
    name: table.name,
    label: table.label,
    pluralLabel: inWords(table.plural),
    description: presentation.description,
    listField: root ? table.plural : null,
    oneField: root ? oneField(table) : null,
    filterType: `${table.name}Filter`,
    orderType: columns.some(({ sortable }) => sortable) ? `${table.name}Order` : null,
    displayColumn: displayColumn(sight, seen),
    columns,
    defaultOrder: defaultOrder(seen, columns),
    ...arrange(sight, seen, columns, upstream),
    recordUrlField: recordUrlField(sight, seen),
    ...embedding(sight, seen),
  };
}

/** Up to the first column that the viewer cannot sort by: what comes behind it would be another order. */
function defaultOrder({ presentation }: Seen, columns: readonly RemoteColumn[]): RemoteTable['defaultOrder'] {
  const order = presentation.layout.order ?? [];
  const can = (name: string) => columns.some((column) => column.name === name && column.sortable);
  const end = order.findIndex(({ column }) => !can(column));
  return (end === -1 ? order : order.slice(0, end)).map(({ column, direction }) => ({
    column,
    direction: direction === 'desc' ? 'DESC' : 'ASC',
  }));
}

/** `recordUrl` by convention, else the first link that is made from a template. */
function recordUrlField(sight: Sight, { table }: Seen): string | null {
  const links = [...table.columns.values()].filter(
    ({ name, template }) => template !== null && name !== EMBED_FIELD.name && mayRead(sight, table, name),
  );
  return (links.find(({ name }) => name === 'recordUrl') ?? links[0])?.name ?? null;
}

function embedding(sight: Sight, { table, presentation }: Seen): Pick<RemoteTable, 'embedField' | 'frame'> {
  const { frame } = presentation;
  if (frame === null || !mayRead(sight, table, EMBED_FIELD.name)) return { embedField: null, frame: null };
  const attributes: RemoteFrame = {
    sandbox: frame.sandbox.join(' '),
    allow: frame.allow.join('; '),
    referrerPolicy: frame.referrerPolicy,
  };
  return { embedField: EMBED_FIELD.name, frame: attributes };
}
