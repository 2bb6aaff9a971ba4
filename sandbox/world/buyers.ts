import type { SnRecord } from './world.ts';
import { CURRENCIES } from './vocabulary/trade.ts';

/** A customer as the systems beside ServiceNow and Salesforce know it: by its account number. */
export interface Buyer {
  readonly number: string;
  readonly name: string;
  readonly street: string;
  readonly city: string;
  readonly zip: string;
  readonly country: string;
  readonly currency: string;
  /** The customer's turn among all accounts, from 0: what decides how much there is of it. */
  readonly turn: number;
}

export function buyersOf(accounts: readonly SnRecord[]): readonly Buyer[] {
  return accounts.map((account, turn) => {
    const country = account['country'] ?? '';
    return {
      number: account['number'] ?? '',
      name: account['name'] ?? '',
      street: account['street'] ?? '',
      city: account['city'] ?? '',
      zip: account['zip'] ?? '',
      country,
      currency: CURRENCIES[country] ?? 'EUR',
      turn,
    };
  });
}
