import type { ErpRecord, World } from '../../world/world.ts';
import type { Navigation } from '../model/model.ts';

/** The data, read only; tables and their indexes are made when first used. */
export class ErpStore {
  readonly #world: Pick<World, 'erp'>;
  readonly #indexes = new Map<string, ReadonlyMap<unknown, readonly ErpRecord[]>>();

  constructor(world: Pick<World, 'erp'>) {
    this.#world = world;
  }

  /** Records of an entity set, by ascending key. */
  records(set: string): readonly ErpRecord[] {
    return this.#world.erp.get(set) ?? [];
  }

  /** Records with a value in a property. */
  having(set: string, property: string, value: unknown): readonly ErpRecord[] {
    const name = `${set}.${property}`;
    const known = this.#indexes.get(name);
    const index = known ?? indexOf(this.records(set), property);
    if (known === undefined) this.#indexes.set(name, index);
    return index.get(value) ?? [];
  }

  /** What a navigation property of a record leads to. */
  follow({ target, own, other }: Navigation, record: ErpRecord): readonly ErpRecord[] {
    return this.having(target, other, record[own]);
  }
}

function indexOf(
  records: readonly ErpRecord[],
  property: string,
): ReadonlyMap<unknown, readonly ErpRecord[]> {
  const index = new Map<unknown, ErpRecord[]>();
  for (const record of records) {
    const value = record[property];
    const same = index.get(value);
    if (same === undefined) index.set(value, [record]);
    else same.push(record);
  }
  return index;
}
