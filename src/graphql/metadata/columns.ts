import type { ColumnDefinition, ReferenceDefinition } from '../../engine/definition.ts';
import type { RemoteColumn, RemoteColumnType } from '../generated/schema.ts';
import { canOrder, testsFor } from '../published/filters.ts';
import { displayColumn } from './display.ts';
import { follow, mayRead, type Seen, type Sight } from './sight.ts';

/** Every column and reference that clients see, with what this viewer can do with it. */
export function describeColumns(sight: Sight, seen: Seen): readonly RemoteColumn[] {
  const { table, presentation } = seen;
  return [...presentation.fields.keys()].flatMap((name) => {
    const column = table.columns.get(name);
    const reference = table.references.get(name);
    if (reference !== undefined) return [describeReference(sight, seen, reference)];
    return column === undefined ? [] : [describeColumn(sight, seen, column)];
  });
}

function unreadable({ presentation }: Seen, name: string, type: RemoteColumnType): RemoteColumn {
  return {
    name,
    type,
    label: presentation.fields.get(name)?.label ?? name,
    description: null,
    readable: false,
    selection: null,
    filterable: false,
    operators: [],
    sortable: false,
    choiceList: false,
    reference: null,
  };
}

function describeColumn(sight: Sight, seen: Seen, { name, type, template }: ColumnDefinition): RemoteColumn {
  const { table, presentation } = seen;
  const hidden = unreadable(seen, name, type.toUpperCase() as RemoteColumnType);
  if (!mayRead(sight, table, name)) return hidden;
  // A link is made here, and the global id is no value of the owning system.
  const compared = template === null && name !== table.key;
  const operators = compared ? testsFor(type) : [];
  return {
    ...hidden,
    description: presentation.fields.get(name)?.description ?? null,
    readable: true,
    selection: type === 'choice' ? `${name} { value label }` : name,
    filterable: operators.length > 0,
    operators,
    sortable: compared && canOrder(type),
    choiceList: type === 'choice',
  };
}

function describeReference(sight: Sight, seen: Seen, reference: ReferenceDefinition): RemoteColumn {
  const { name, column } = reference;
  const { table, presentation } = seen;
  const hidden = unreadable(seen, name, 'REFERENCE');
  const target = follow(sight, table, reference);
  if (target === null) return hidden;
  const holder = table.columns.get(column);
  const keyColumn = holder?.hidden === false && mayRead(sight, table, column) ? column : null;
  const display = displayColumn(sight, target);
  return {
    ...hidden,
    description: presentation.fields.get(name)?.description ?? null,
    readable: true,
    selection: `${name} { ${[target.table.key, display].filter((field) => field !== null).join(' ')} }`,
    reference: { table: target.table.name, label: target.table.label, keyColumn },
  };
}
