import type { CaseFacts } from '../case-facts.ts';
import type { Values } from '../creation/record-kind.ts';
import type { Refusal } from '../refusal.ts';

/** What somebody wants to order for a case. */
export interface Order {
  /** `null` where it is not in the catalogue, or the viewer cannot order it. */
  readonly item: CatalogEntry | null;
  readonly quantity: number;
  /** Key of the user; `null` where none is given and the case has nobody either. */
  readonly requestedFor: string | null;
  /** False where one was given whom the viewer cannot see, or who cannot log in any more. */
  readonly personFound: boolean;
}

export interface CatalogEntry {
  readonly key: string;
  readonly name: string;
  /** Decimal text; `null` where it has none. */
  readonly price: string | null;
}

/** More of one item in one request is taken for a slip of the finger: a decision of ours, the catalogue has limits of its own per item. */
export const MAX_QUANTITY = 999;

/** What is wrong with an order; `null` for one that can be placed. */
export function refuseOrder({ item, quantity, requestedFor, personFound }: Order): Refusal | null {
  if (!Number.isInteger(quantity) || quantity < 1 || quantity > MAX_QUANTITY)
    return wrong('INVALID_INPUT', 'quantity', `The quantity is a number from 1 to ${MAX_QUANTITY}.`);
  if (item === null)
    return wrong('NOT_FOUND', 'catalogItemId', 'There is no such item to order. Give one of catalogItems.');
  if (!personFound)
    return wrong(
      'NOT_FOUND',
      'requestedForId',
      'There is no such active user or contact, or you cannot see it.',
    );
  if (requestedFor === null)
    return wrong('INVALID_INPUT', 'requestedForId', 'The case has no contact; say whom the request is for.');
  return null;
}

/** The request: the case's short description, and whom it is for (ServiceNow facts 6.3). */
export function requestFromCase(facts: CaseFacts, requestedFor: string | null): Values {
  return {
    shortDescription: facts.shortDescription,
    case: facts.key,
    ...(requestedFor === null ? {} : { requestedFor }),
  };
}

/** Its one item. The price is the catalogue's; an instance that reckons prices itself overwrites it. */
export function itemOf(
  request: string,
  item: CatalogEntry,
  quantity: number,
  requestedFor: string | null,
): Values {
  return {
    shortDescription: item.name,
    request,
    catalogItem: item.key,
    quantity,
    ...(item.price === null ? {} : { price: item.price }),
    ...(requestedFor === null ? {} : { requestedFor }),
  };
}

function wrong(code: Refusal['code'], field: string, message: string): Refusal {
  return { code, message, field: [field] };
}
