import type { Consumer, Consumers } from './consumers.ts';
import type { Account, Accounts, Contact, CustomerDomain } from './customers.ts';

/** Whose case it is: an account's contact, a consumer, or nobody. */
export interface CaseCustomer {
  readonly account: Account | undefined;
  readonly contact: Contact | undefined;
  readonly consumer: Consumer | undefined;
}

export const NOBODY: CaseCustomer = { account: undefined, contact: undefined, consumer: undefined };

/** The contact persona is the first contact of ACME's first account; every third case there is another contact's. */
export function showcaseCustomer(accounts: Accounts, shown: number): CaseCustomer {
  const account = accounts['TOP/ACME'][0];
  const others = (account?.contacts.length ?? 1) - 1;
  const place = shown % 3 === 2 ? 1 + (Math.floor(shown / 3) % others) : 0;
  return { account, contact: account?.contacts[place], consumer: undefined };
}

/** Of twenty cases: 3 of consumers (the first of them always the first consumer's), 1 of nobody, the rest of accounts. */
export function usualCustomer(
  accounts: Accounts,
  consumers: Consumers,
  domain: CustomerDomain,
  ordinal: number,
): CaseCustomer {
  const slot = ordinal % 20;
  if (slot === 14) return NOBODY;
  if (slot === 4) return { ...NOBODY, consumer: consumers[domain][0] };
  if (slot === 10 || slot === 16) {
    const turn = Math.floor(ordinal / 20) * 2 + (slot === 10 ? 0 : 1);
    return { ...NOBODY, consumer: consumers[domain][1 + (turn % (consumers[domain].length - 1))] };
  }
  // The first account of ACME has the showcase; in the other domains it comes up no less than the rest.
  const all = accounts[domain];
  const first = domain === 'TOP/ACME' ? 1 : 0;
  const account = all[first + (ordinal % (all.length - first))];
  const contact = account?.contacts[Math.floor(ordinal / 3) % account.contacts.length];
  return { account, contact, consumer: undefined };
}
