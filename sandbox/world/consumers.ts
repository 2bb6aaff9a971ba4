import type { CustomerDomain } from './customers.ts';
import type { Domains } from './domains.ts';
import type { Draft } from './draft.ts';
import type { PersonName } from './names.ts';
import type { Grant } from './roles.ts';
import type { SnRecord } from './world.ts';
import { CONSUMER_ROLES } from './cast.ts';
import { within } from './domains.ts';
import { numbered, stamp } from './draft.ts';
import { DAY } from './moment.ts';
import { CITIES, STREETS } from './vocabulary/companies.ts';

export interface Consumer {
  /** sys_id in csm_consumer. */
  readonly id: string;
  /** sys_id in csm_consumer_user. */
  readonly user: string;
  readonly name: PersonName;
  readonly email: string;
}

export type Consumers = Readonly<Record<CustomerDomain, readonly Consumer[]>>;

/** Private customers: a consumer record each, and the user it signs in with. */
export function addConsumers(
  draft: Draft,
  domains: Domains,
  grant: Grant,
  nextName: () => PersonName,
): Consumers {
  const share = { 'TOP/ACME': 0.03, 'TOP/ACME/EMEA': 0.02, 'TOP/GLOBEX': 0.01 };
  const random = draft.random('consumers');
  const ids = draft.sysIds('csm_consumer');
  const userIds = draft.sysIds('csm_consumer_user');
  const rows = draft.table('csm_consumer');
  const make = (domain: CustomerDomain) => (): Consumer => {
    const name = nextName();
    const index = rows.length;
    const consumer = { id: ids(index), user: userIds(index), name, email: `${name.userName}@mail.example` };
    const created = draft.now - random.between(400, 690) * DAY;
    const place = { street: `${random.pick(STREETS)} ${random.between(1, 200)}`, ...random.pick(CITIES) };
    const put = (record: SnRecord): SnRecord => stamp(within(domains[domain], record), created, 'guest');
    rows.push(put({ ...consumerRecord(consumer, index), ...place }));
    draft.table('csm_consumer_user').push(put(userRecord(consumer)));
    grant(consumer.user, CONSUMER_ROLES);
    return consumer;
  };
  const several = (domain: CustomerDomain): Consumer[] =>
    Array.from({ length: Math.max(3, Math.round(draft.cases * share[domain])) }, make(domain));
  return {
    'TOP/ACME': several('TOP/ACME'),
    'TOP/ACME/EMEA': several('TOP/ACME/EMEA'),
    'TOP/GLOBEX': several('TOP/GLOBEX'),
  };
}

function consumerRecord(consumer: Consumer, index: number): SnRecord {
  return {
    sys_id: consumer.id,
    number: numbered('CSMR', index + 1),
    name: consumer.name.full,
    first_name: consumer.name.first,
    last_name: consumer.name.last,
    email: consumer.email,
    mobile_phone: `+44 7700 90${String(1000 + (index % 9000))}`,
    active: 'true',
    primary: 'true',
    user: consumer.user,
  };
}

function userRecord(consumer: Consumer): SnRecord {
  return {
    sys_id: consumer.user,
    user_name: consumer.name.userName,
    name: consumer.name.full,
    first_name: consumer.name.first,
    last_name: consumer.name.last,
    email: consumer.email,
    active: 'true',
    locked_out: 'false',
    time_zone: 'Europe/London',
    sys_class_name: 'csm_consumer_user',
  };
}
