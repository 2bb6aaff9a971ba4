import { describe, expect, it } from 'vitest';
import { itemOf, MAX_QUANTITY, refuseOrder, type Order } from './order.ts';

const GOOD: Order = {
  item: { key: 'i', name: 'Router', price: '139.99' },
  quantity: 1,
  requestedFor: 'p',
  personFound: true,
};

describe('an order', () => {
  it.each<[string, Partial<Order>, string | null, string | null]>([
    ['of one', {}, null, null],
    ['of as many as can be', { quantity: MAX_QUANTITY }, null, null],
    ['of one too many', { quantity: MAX_QUANTITY + 1 }, 'INVALID_INPUT', 'quantity'],
    ['of none', { quantity: 0 }, 'INVALID_INPUT', 'quantity'],
    ['of less than none', { quantity: -1 }, 'INVALID_INPUT', 'quantity'],
    ['of a half', { quantity: 0.5 }, 'INVALID_INPUT', 'quantity'],
    ['of what is not in the catalogue', { item: null }, 'NOT_FOUND', 'catalogItemId'],
    ['for somebody who is not there', { personFound: false }, 'NOT_FOUND', 'requestedForId'],
    ['for nobody', { requestedFor: null }, 'INVALID_INPUT', 'requestedForId'],
  ])('%s', (_, change, code, field) => {
    const refusal = refuseOrder({ ...GOOD, ...change });
    expect(refusal?.code ?? null).toBe(code);
    expect(refusal?.field ?? null).toEqual(field === null ? null : [field]);
  });

  it('leaves out what is not known', () => {
    const item = { key: 'i', name: 'Router', price: null };
    expect(itemOf('r', item, 2, null)).toEqual({
      shortDescription: 'Router',
      request: 'r',
      catalogItem: 'i',
      quantity: 2,
    });
  });
});
