import type { Buyer } from './buyers.ts';
import type { Draft } from './draft.ts';
import type { Random } from './random.ts';
import type { ShipmentRecord } from './world.ts';
import { hashText } from './random.ts';
import { DAY, HOUR, sfDate } from './moment.ts';
import { CARRIERS, SHIPMENT_STATES } from './vocabulary/trade.ts';

const MANY = 14;

/** The shipping service's rows, in the order in which they were made. */
export function createShipments(
  draft: Pick<Draft, 'now' | 'random' | 'seed'>,
  buyers: readonly Buyer[],
): readonly ShipmentRecord[] {
  const random = draft.random('shipping');
  const shipments: ShipmentRecord[] = [];
  for (const buyer of buyers) {
    const count = shipmentCount(buyer, random);
    for (let place = 0; place < count; place++)
      shipments.push(shipment(draft.seed, shipments.length, buyer, draft.now, random));
  }
  return shipments;
}

/** Every fifth customer fetches its goods, every fifteenth gets many parcels, the others a few. */
function shipmentCount({ turn }: Buyer, random: Random): number {
  if (turn % 5 === 2) return 0;
  return turn % 15 === 6 ? MANY : random.between(1, 5);
}

function shipment(seed: string, index: number, buyer: Buyer, now: number, random: Random): ShipmentRecord {
  const state = random.pick(SHIPMENT_STATES);
  const carrier = random.pick(CARRIERS);
  const created = now - random.between(1, 60) * DAY - random.between(0, 23) * HOUR;
  const sent = state === 'label_created' ? null : created + random.between(2, 30) * HOUR;
  const delivered = state === 'delivered' && sent !== null ? sent + random.between(20, 90) * HOUR : null;
  const tracking = `${carrier.code}${String(40_000_000 + index * 7).padStart(10, '0')}`;
  return {
    id: `shp_${idOf(seed, index)}`,
    customer_id: buyer.number,
    tracking_number: tracking,
    status: state,
    carrier: { ...carrier },
    pieces: random.between(1, 12),
    weight: { value: (random.between(2, 9_000) / 10).toFixed(1), unit: 'kg' },
    cost: { amount: (random.between(450, 90_000) / 100).toFixed(2), currency: buyer.currency },
    destination: {
      name: buyer.name,
      street: buyer.street,
      postal_code: buyer.zip,
      city: buyer.city,
      country: buyer.country,
    },
    insured: random.chance(0.4),
    instructions: random.chance(0.3) ? random.pick(INSTRUCTIONS) : null,
    created_at: instant(created),
    shipped_at: sent === null ? null : instant(sent),
    estimated_delivery: state === 'returned' ? null : sfDate(created + random.between(2, 9) * DAY),
    delivered_at: delivered === null ? null : instant(delivered),
    tracking_url: `https://track.shipping.example/${tracking}`,
  };
}

const INSTRUCTIONS = ['Ring twice', 'Ramp 3, ask for "Otto"', "Nicht stürzen; leave at neighbour's"];

/** Like the ids of such services, it tells nothing about the order in which they were given out. */
function idOf(seed: string, index: number): string {
  const [a, b] = hashText(`${seed}/shipment/${index}`);
  return a.toString(16).padStart(8, '0') + b.toString(16).padStart(8, '0');
}

function instant(ms: number): string {
  return new Date(ms).toISOString();
}
