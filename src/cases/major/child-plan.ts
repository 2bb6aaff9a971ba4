import { slotKey } from '../creation/slot.ts';
import type { Values } from '../creation/record-kind.ts';
import type { CaseFacts } from '../case-facts.ts';

/** Whom a child case is for. */
export interface Recipient {
  readonly kind: 'account' | 'consumer';
  readonly key: string;
  /** The account's primary contact; `null` for consumers and where there is none. */
  readonly contact: string | null;
  readonly domain: string | null;
}

/** A case below the major case, as far as the plan looks at it. */
export interface ChildCase {
  readonly key: string;
  readonly account: string | null;
  readonly consumer: string | null;
}

/** A recipient's child of a major case: there already, or to be made under this key. */
export interface PlannedChild {
  readonly recipient: Recipient;
  readonly key: string;
  readonly present: boolean;
}

/** Whoever has a child of the major case, however it came there, is not given a second; the others' children get a key that depends on both. */
export function planChildren(
  majorKey: string,
  recipients: readonly Recipient[],
  children: readonly ChildCase[],
): readonly PlannedChild[] {
  return recipients.map((recipient) => {
    const present = children.find((child) => child[recipient.kind] === recipient.key);
    return {
      recipient,
      key: present?.key ?? childKey(majorKey, recipient),
      present: present !== undefined,
    };
  });
}

/** The key that the child for a recipient is created under, so that it is created once. */
export function childKey(majorKey: string, { kind, key }: Pick<Recipient, 'kind' | 'key'>): string {
  return slotKey('child', JSON.stringify([majorKey, kind, key]), 0);
}

/** What a child takes over (ServiceNow facts 6.7): the short description, and its customer with the primary contact. */
export function childOfMajor(major: CaseFacts, { kind, key, contact }: Recipient): Values {
  const values: Values = {
    shortDescription: major.shortDescription,
    parentCase: major.key,
    accountId: kind === 'account' ? key : null,
    consumerId: kind === 'consumer' ? key : null,
    contactId: contact,
  };
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}
