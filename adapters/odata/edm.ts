import type { BoundTable, Column, ColumnType } from '../../src/contract/index.ts';
import type { Service } from './service.ts';

/** Primitive types of OData 2 and 4 that cells are read from and literals are written for. */
export const EDM_TYPES = [
  'Edm.String',
  'Edm.Guid',
  'Edm.Int16',
  'Edm.Int32',
  'Edm.Int64',
  'Edm.Byte',
  'Edm.Decimal',
  'Edm.Double',
  'Edm.Boolean',
  'Edm.Date',
  'Edm.DateTime',
  'Edm.DateTimeOffset',
  'Edm.TimeOfDay',
  'Edm.Time',
  'Edm.Duration',
] as const;

export type Edm = (typeof EDM_TYPES)[number];

const WHOLE: readonly Edm[] = ['Edm.Int32', 'Edm.Int64', 'Edm.Int16', 'Edm.Byte'];
const NAMES: readonly Edm[] = ['Edm.String', 'Edm.Guid', ...WHOLE];

/** By column type: the types it may have upstream, the default first; per version where they differ. Empty: nothing to compare with. */
const FITTING: Readonly<Record<ColumnType, { readonly 4: readonly Edm[]; readonly 2: readonly Edm[] }>> = {
  id: both(NAMES),
  reference: both(NAMES),
  string: both(['Edm.String']),
  text: both(['Edm.String']),
  url: both(['Edm.String']),
  choice: both(['Edm.String', ...WHOLE]),
  integer: both(WHOLE),
  decimal: both(['Edm.Decimal', 'Edm.Double', ...WHOLE]),
  boolean: both(['Edm.Boolean']),
  date: { 4: ['Edm.Date'], 2: ['Edm.DateTime'] },
  datetime: { 4: ['Edm.DateTimeOffset'], 2: ['Edm.DateTime', 'Edm.DateTimeOffset'] },
  time: { 4: ['Edm.TimeOfDay'], 2: ['Edm.Time'] },
  duration: { 4: ['Edm.Duration'], 2: ['Edm.Time'] },
  json: both([]),
  list: both([]),
};

function both(types: readonly Edm[]): { 4: readonly Edm[]; 2: readonly Edm[] } {
  return { 4: types, 2: types };
}

export function isEdm(value: unknown): value is Edm {
  return EDM_TYPES.some((type) => type === value);
}

export function fittingTypes(service: Service, column: Column): readonly Edm[] {
  return FITTING[column.type][service.version];
}

/**
 * The type of a column upstream: what the declaration says; for a reference, that of the key it points at, where that is declared to
 * be of a type of its own; else the default. Null where cells of this type cannot be compared.
 */
export function edmOf(service: Service, table: BoundTable, column: Column): Edm | null {
  const declared = service.types.get(column.name);
  if (declared !== undefined) return declared;
  const join = [...table.joins.values()].find((candidate) => candidate.column === column.name);
  const target = join?.table();
  const aimed = target?.options['keyType'];
  if (target !== undefined && isEdm(aimed) && (column.references?.column ?? target.key) === target.key)
    return aimed;
  return fittingTypes(service, column)[0] ?? null;
}

export function isWhole(edm: Edm | null): boolean {
  return edm !== null && WHOLE.includes(edm);
}
