import type { Seller } from './opportunities.ts';
import type { Draft } from './draft.ts';
import type { SfRecord } from './world.ts';
import { DAY, sfDate } from './moment.ts';
import { audit } from './salesforce-audit.ts';
import { ORDER_STATES } from './vocabulary/trade.ts';

/** What customers have ordered: every sixth account nothing, the others up to five orders. */
export function createOrders(draft: Draft): (account: Seller, turn: number) => void {
  const random = draft.random('orders');
  const makeId = draft.salesforceIds('801', 'Order');
  const rows = draft.object('Order');
  return (account, turn) => {
    const count = turn % 6 === 2 ? 0 : random.between(1, 5);
    for (let place = 0; place < count; place++) {
      const state = random.pick(ORDER_STATES);
      const start = draft.now - random.between(-20, 380) * DAY;
      const record: SfRecord = {
        Id: makeId(rows.length),
        AccountId: account.id,
        OrderNumber: String(100 + rows.length).padStart(8, '0'),
        Status: state.name,
        StatusCode: state.code,
        EffectiveDate: sfDate(start),
        EndDate: random.chance(0.5) ? sfDate(start + 365 * DAY) : null,
        TotalAmount: random.between(20_000, 25_000_000) / 100,
        IsReductionOrder: false,
        OwnerId: account.owner,
      };
      const created = Math.min(start, draft.now) - random.between(1, 20) * DAY;
      rows.push(audit(record, created, account.owner, created + DAY, account.deleted));
    }
  };
}
