import type { Accounts, Contact } from './customers.ts';
import type { Consumer, Consumers } from './consumers.ts';
import type { Staff } from './staff.ts';
import type { Persona, SnLogin } from './world.ts';
import { CAST, CONSUMER_ROLES, CONTACT_ROLES } from './cast.ts';
import { demoPassword } from './credentials.ts';
import type { Domains } from './domains.ts';

/** The seven who can ask for a viewer token. Each is a user of the ServiceNow sandbox with these roles. */
export function createPersonas(
  staff: Staff,
  domains: Domains,
  accounts: Accounts,
  consumers: Consumers,
): Persona[] {
  const account = accounts['TOP/ACME'][0];
  const contact = account?.contacts[0];
  const consumer = consumers['TOP/ACME'][0];
  if (!account || !contact || !consumer) throw new Error('ACME has no account, contact or consumer.');
  return [...agents(staff, domains), contactPersona(contact, account.id), consumerPersona(consumer)];
}

/** The logins of the fixed users, and of the two external personas. */
export function createLogins(personas: readonly Persona[]): SnLogin[] {
  const names = new Set([
    ...CAST.map(({ userName }) => userName),
    ...personas.map(({ claims }) => claims.sub),
  ]);
  return [...names].map((userName) => ({ userName, password: demoPassword(userName) }));
}

function agents(staff: Staff, domains: Domains): Persona[] {
  return CAST.flatMap((player): Persona[] => {
    const user = staff.cast.get(player.userName);
    if (!player.persona || user === undefined) return [];
    const claims = {
      sub: player.userName,
      name: `${player.firstName} ${player.lastName}`,
      email: `${player.userName}@${domains[player.domain].host}`,
      kind: 'agent' as const,
      roles: player.roles,
      domain: player.domain,
      domains: [],
      user,
    };
    return [{ ...player.persona, claims }];
  });
}

function contactPersona({ id, name, email }: Contact, account: string): Persona {
  return {
    name: 'contact',
    description: "Contact of an ACME account: sees that account's cases in the portal",
    claims: {
      sub: name.userName,
      name: name.full,
      email,
      kind: 'contact',
      roles: CONTACT_ROLES,
      domain: 'TOP/ACME',
      domains: [],
      user: id,
      account,
    },
  };
}

function consumerPersona({ id, name, email }: Consumer): Persona {
  return {
    name: 'consumer',
    description: 'Private customer of ACME: sees the own cases in the portal',
    claims: {
      sub: name.userName,
      name: name.full,
      email,
      kind: 'consumer',
      roles: CONSUMER_ROLES,
      domain: 'TOP/ACME',
      domains: [],
      consumer: id,
    },
  };
}
