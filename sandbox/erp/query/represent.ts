import type { ErpRecord } from '../../world/world.ts';
import type { EntitySet } from '../model/model.ts';
import type { ErpStore } from '../service/store.ts';
import type { Expansion, Query } from './query.ts';
import { runQuery } from './run.ts';

export interface Format {
  /** Decimals as text, for clients that would lose digits otherwise (OData JSON 4.01, 3.2). */
  readonly exact: boolean;
}

/** One entity as JSON: the selected properties, and what was asked to come along. */
export function represent(
  record: ErpRecord,
  query: Query,
  store: ErpStore,
  format: Format,
): Record<string, unknown> {
  const { set, select } = query;
  const names = select ?? [...set.properties.keys()];
  const entity: Record<string, unknown> = {};
  for (const name of names) entity[name] = valueOf(record, set, name, format);
  for (const expansion of query.expand) expand(entity, record, expansion, store, format);
  return entity;
}

function valueOf(record: ErpRecord, { properties }: EntitySet, name: string, { exact }: Format): unknown {
  const value = record[name] ?? null;
  return properties.get(name)?.type === 'Edm.Decimal' && value !== null && !exact ? Number(value) : value;
}

function expand(
  entity: Record<string, unknown>,
  record: ErpRecord,
  { navigation, query }: Expansion,
  store: ErpStore,
  format: Format,
): void {
  const { name, many } = navigation;
  const related = store.follow(navigation, record);
  if (!many) {
    const [one] = related;
    entity[name] = one === undefined ? null : represent(one, query, store, format);
    return;
  }
  const { records, total } = runQuery(related, query, Number.POSITIVE_INFINITY);
  if (query.count) entity[`${name}@odata.count`] = total;
  entity[name] = records.map((each) => represent(each, query, store, format));
}
