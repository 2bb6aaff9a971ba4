import type { Accounts, CustomerDomain } from './customers.ts';
import type { Consumers } from './consumers.ts';
import type { DomainName } from './domains.ts';
import type { RelatedProfile } from './related-profile.ts';
import type { Draft } from './draft.ts';
import type { CaseCustomer } from './case-customer.ts';
import { NOBODY, showcaseCustomer, usualCustomer } from './case-customer.ts';
import { createDeck } from './deck.ts';
import { NOTHING_RELATED, SHOWCASE, createProfileDeck } from './related-profile.ts';

/** New, Open, Awaiting Info, Resolved, Closed, Canceled (7 is from memory). */
export type CaseState = '1' | '10' | '18' | '6' | '3' | '7';

const STATES: readonly CaseState[] = [
  ...repeat<CaseState>('1', 4),
  ...repeat<CaseState>('10', 6),
  ...repeat<CaseState>('18', 3),
  ...repeat<CaseState>('6', 3),
  ...repeat<CaseState>('3', 3),
  '7',
];

/** What one case will be, before its columns are written. */
export interface CasePlan extends CaseCustomer {
  readonly index: number;
  readonly domain: DomainName;
  readonly state: CaseState;
  readonly related: RelatedProfile;
  /** A major case, a candidate, or a child of the last major case of its domain. */
  readonly major: 'accepted' | 'proposed' | 'child' | undefined;
  /** The case belongs to the account of the contact persona, and so is worth a closer look. */
  readonly showcase: boolean;
}

/** Of any hundred cases in a row: 44 in ACME, 36 in ACME EMEA, 19 in Globex, 1 in TOP. None is global. */
export function caseDomain(index: number): CustomerDomain | 'TOP' {
  const slot = (index * 37) % 100;
  if (slot < 44) return 'TOP/ACME';
  if (slot < 80) return 'TOP/ACME/EMEA';
  return slot < 99 ? 'TOP/GLOBEX' : 'TOP';
}

/** Plans case after case; counts, not dice, decide what has been promised. */
export function createCasePlanner(
  draft: Draft,
  accounts: Accounts,
  consumers: Consumers,
): (index: number) => CasePlan {
  const random = draft.random('case-plan');
  const states = perKey<() => CaseState>(() => createDeck(random, STATES));
  const profiles = perKey(() => createProfileDeck(random));
  const ordinals = new Map<DomainName, number>();
  let shown = 0;
  return (index) => {
    const domain = caseDomain(index);
    const ordinal = ordinals.get(domain) ?? 0;
    ordinals.set(domain, ordinal + 1);
    const major = domain === 'TOP' ? undefined : majorAt(ordinal);
    // ACME and what lies below it share their decks: a viewer in ACME sees both.
    const tree = domain.startsWith('TOP/ACME') ? 'TOP/ACME' : domain;
    const state = major === 'accepted' || major === 'proposed' ? '10' : states(tree)();
    const showcase = domain === 'TOP/ACME' && isShowcase(ordinal);
    const { account, contact, consumer } = customerOf();
    const related = relatedOf();
    if (showcase) shown++;
    return { index, domain, state, related, major, account, contact, consumer, showcase };

    function customerOf(): CaseCustomer {
      // A major case is everybody's, so it has no customer of its own; neither have the provider's.
      if (major === 'accepted' || domain === 'TOP') return NOBODY;
      return showcase
        ? showcaseCustomer(accounts, shown)
        : usualCustomer(accounts, consumers, domain, ordinal);
    }

    function relatedOf(): RelatedProfile {
      if (major === 'accepted') return MAJOR_PROFILE;
      // A child case shows its major case's records and has none of its own.
      if (major === 'child') return NOTHING_RELATED;
      return (showcase ? SHOWCASE[shown % SHOWCASE.length] : undefined) ?? profiles(tree + state)();
    }
  };
}

const MAJOR_PROFILE: RelatedProfile = { ...NOTHING_RELATED, incident: true, problem: true };

function majorAt(ordinal: number): CasePlan['major'] {
  const slot = ordinal % 80;
  if (slot === 17) return 'accepted';
  if (slot > 17 && slot < 21) return 'child';
  return slot === 30 || slot === 60 ? 'proposed' : undefined;
}

/** Every second of the first dozen of ACME's cases, then every tenth; in very large worlds it stops at some point. */
function isShowcase(ordinal: number): boolean {
  return (ordinal < 12 && ordinal % 2 === 1) || (ordinal > 12 && ordinal % 10 === 1 && ordinal < 400);
}

function perKey<T>(make: () => T): (key: string) => T {
  const made = new Map<string, T>();
  return (key) => {
    const known = made.get(key) ?? make();
    made.set(key, known);
    return known;
  };
}

function repeat<T>(value: T, times: number): T[] {
  return Array.from({ length: times }, () => value);
}
