import type { ShipmentRecord, World } from '../world/world.ts';
import type { ListQuery, SortKey } from './list-query.ts';

/** The shipments, by id and by customer; indexed when first asked for. */
export class Shipments {
  readonly #world: Pick<World, 'shipments'>;
  #indexes: Indexes | undefined;

  constructor(world: Pick<World, 'shipments'>) {
    this.#world = world;
  }

  find(id: string): ShipmentRecord | undefined {
    return this.#index.byId.get(id);
  }

  /** All that match, in order; equal ones by ascending id. */
  list({ customers, states, createdFrom, createdTo, sort }: ListQuery): readonly ShipmentRecord[] {
    const { sorted, byCustomer } = this.#index;
    const rows =
      customers === null ? sorted : [...customers].flatMap((customer) => byCustomer.get(customer) ?? []);
    const matching = rows.filter(({ status, created_at: created }) => {
      const at = Date.parse(created);
      return (
        (states === null || states.has(status)) &&
        (createdFrom === null || at >= createdFrom) &&
        (createdTo === null || at <= createdTo)
      );
    });
    const sign = sort.descending ? -1 : 1;
    return matching.sort((a, b) => sign * compare(a, b, sort.by) || compare(a, b, 'id'));
  }

  get #index(): Indexes {
    return (this.#indexes ??= indexesOf(this.#world.shipments));
  }
}

interface Indexes {
  readonly sorted: readonly ShipmentRecord[];
  readonly byId: ReadonlyMap<string, ShipmentRecord>;
  readonly byCustomer: ReadonlyMap<string, readonly ShipmentRecord[]>;
}

function indexesOf(shipments: readonly ShipmentRecord[]): Indexes {
  const byCustomer = new Map<string, ShipmentRecord[]>();
  for (const shipment of shipments) {
    const same = byCustomer.get(shipment.customer_id);
    if (same === undefined) byCustomer.set(shipment.customer_id, [shipment]);
    else same.push(shipment);
  }
  const byId = new Map(shipments.map((shipment) => [shipment.id, shipment]));
  return { sorted: shipments, byId, byCustomer };
}

/** What has no value comes first when ascending. All of these texts sort as what they stand for. */
function compare(a: ShipmentRecord, b: ShipmentRecord, key: SortKey): number {
  const [left, right] = [a[key] ?? '', b[key] ?? ''];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
