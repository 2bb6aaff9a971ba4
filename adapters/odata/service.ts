import type { BoundTable } from '../../src/contract/index.ts';
import type { Edm } from './edm.ts';
import { isEdm } from './edm.ts';
import type { Settings } from './settings.ts';
import { isRoot, isVersion } from './settings.ts';

/** How the service behind one table is spoken to: the adapter's settings, and what the table's `@source(options: …)` says beyond them. */
export interface Service {
  readonly version: 4 | 2;
  readonly root: string;
  readonly targetBytes: number;
  readonly pageSize: number;
  /** `tolower()` works in $filter. Without it, whatever compares text stays with the engine. */
  readonly foldsCase: boolean;
  /** `tolower()` works in $orderby too, so that text can be sorted upstream. */
  readonly ordersText: boolean;
  /** `Property in (a,b)` works (OData 4.01). */
  readonly inOperator: boolean;
  /** Cells without a value come before all others when ascending and after them when descending. */
  readonly nullsLow: boolean;
  /** Pages are asked for by $top and $skip, for services that do not cut by themselves. */
  readonly skips: boolean;
  /** Keys per request at most, for services that bound the size of a filter. */
  readonly maxKeys: number;
  /** Columns that are never empty; the key is one of them. */
  readonly required: ReadonlySet<string>;
  /** By column name: the type that the service declares, where the default of the column's type does not fit. */
  readonly types: ReadonlyMap<string, Edm>;
  /** By relation name: the navigation property. */
  readonly navigation: ReadonlyMap<string, string>;
  /**
   * By `Set.Navigation`, the related lists that the service cuts per parent inside `$expand`: the property of the parent that the rows of the list point
   * at. OData 4 only.
   */
  readonly parents: ReadonlyMap<string, string>;
}

export function serviceOf(settings: Settings, table: BoundTable): Service {
  return serviceWith(settings, table.options, table.key);
}

type Options = Readonly<Record<string, unknown>>;

function serviceWith(settings: Settings, options: Options, key: string): Service {
  const version = isVersion(options['version']) ? options['version'] : settings.version;
  const maxKeys = options['maxKeys'];
  return {
    version,
    root: isRoot(options['path']) ? options['path'] : settings.path,
    targetBytes: settings.maxTargetBytes,
    pageSize: settings.pageSize,
    foldsCase: options['caseInsensitive'] !== false,
    ordersText: options['caseInsensitive'] !== false && options['textOrder'] === true,
    inOperator: version === 4 && options['inOperator'] === true,
    // OData 4.0 part 1, 11.2.5.2 puts null below every value, as the contract does. OData 2 says nothing.
    nullsLow: options['nullOrder'] === undefined ? version === 4 : options['nullOrder'] === 'low',
    skips: options['paging'] === 'skip',
    maxKeys: typeof maxKeys === 'number' && maxKeys >= 1 ? maxKeys : Number.POSITIVE_INFINITY,
    required: new Set([key, ...texts(options['required'])]),
    types: typesOf(options, key),
    navigation: new Map(Object.entries(objectOf(options['navigation'])).filter(isTextEntry)),
    parents: new Map(version === 4 ? parentsOf(options['parents']).filter(isTextEntry) : []),
  };
}

/** The service of the adapter's settings alone: there is no table to ask when a connection is tried. */
export function pingedService(settings: Settings): Service {
  return serviceWith(settings, {}, '');
}

function typesOf(options: Options, key: string): ReadonlyMap<string, Edm> {
  const named = Object.entries(objectOf(options['types'])).filter(isEdmEntry);
  const own = options['keyType'];
  return new Map([...named, ...(isEdm(own) ? [[key, own] as const] : [])]);
}
export function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}

/** `[{ list: "Customers.Invoices", property: "CustomerID" }]` as pairs: SDL has no names with dots. */
export function parentsOf(value: unknown): [list: string, property: unknown][] {
  if (!Array.isArray(value)) return [];
  return value.map((each: unknown) => {
    const { list, property } = objectOf(each);
    return [typeof list === 'string' ? list : '', property];
  });
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((member) => typeof member === 'string') : [];
}

function isTextEntry(entry: [string, unknown]): entry is [string, string] {
  return typeof entry[1] === 'string';
}

function isEdmEntry(entry: [string, unknown]): entry is [string, Edm] {
  return isEdm(entry[1]);
}
