import type { Player } from './cast.ts';
import type { Domain, DomainName, Domains } from './domains.ts';
import type { Draft } from './draft.ts';
import type { PersonName } from './names.ts';
import type { Grant } from './roles.ts';
import type { SnRecord } from './world.ts';
import { CAST } from './cast.ts';
import { within } from './domains.ts';
import { stamp } from './draft.ts';
import { DAY } from './moment.ts';
import { ITSM_ROLES } from './roles.ts';

export interface Agent {
  readonly id: string;
  readonly userName: string;
}

/** Who works on the records of one domain. */
export interface Team {
  readonly agents: readonly Agent[];
  /** Groups for cases, then for ITSM records. */
  readonly caseGroups: readonly string[];
  readonly itsmGroups: readonly string[];
}

export interface Staff {
  readonly teams: Readonly<Record<DomainName, Team>>;
  /** sys_id of each fixed user. */
  readonly cast: ReadonlyMap<string, string>;
}

const CASE_GROUPS = ['Customer Support', 'Customer Escalations'];
const ITSM_GROUPS = ['Service Desk', 'Network Operations', 'Change Management'];

export function addStaff(draft: Draft, domains: Domains, grant: Grant, nextName: () => PersonName): Staff {
  const makeUserId = draft.sysIds('sys_user');
  const users = draft.table('sys_user');
  const addUser = (domain: Domain, columns: Record<string, string>, roles: readonly string[]): Agent => {
    const record: SnRecord = { sys_id: makeUserId(users.length), ...columns };
    users.push(stamp(within(domain, record), draft.now - 700 * DAY, 'admin'));
    grant(record.sys_id, roles);
    return { id: record.sys_id, userName: record['user_name'] ?? '' };
  };
  const cast = new Map<string, Agent>();
  for (const player of CAST) {
    const domain = domains[player.domain];
    cast.set(player.userName, addUser(domain, playerColumns(player, domain), player.roles));
  }
  const addGroups = createGroups(draft);
  const makeTeam = (domain: Domain): Team => {
    const fixed = CAST.filter((player) => player.domain === domain.name && player.persona);
    const agents = fixed.map((player) => cast.get(player.userName)).filter((agent) => agent !== undefined);
    for (let left = teamSize(draft.cases, domain); left > 0; left--)
      agents.push(
        addUser(domain, agentColumns(nextName(), domain), ['sn_customerservice_agent', ...ITSM_ROLES]),
      );
    const caseGroups = addGroups(domain, CASE_GROUPS, agents);
    return { agents, caseGroups, itsmGroups: addGroups(domain, ITSM_GROUPS, agents) };
  };
  const teams = Object.fromEntries(Object.values(domains).map((domain) => [domain.name, makeTeam(domain)]));
  const ids = [...cast].map(([userName, { id }]): [string, string] => [userName, id]);
  return { teams: teams as Record<DomainName, Team>, cast: new Map(ids) };
}

/** TOP and TOP/DEFAULT need few; the customers' teams grow with the number of cases. */
function teamSize(cases: number, domain: Domain): number {
  if (domain.name === 'TOP' || domain.name === 'TOP/DEFAULT') return 2;
  return Math.min(60, Math.max(4, Math.round(cases / 100)));
}

function userColumns(
  name: { first: string; last: string; userName: string },
  domain: Domain,
): Record<string, string> {
  return {
    user_name: name.userName,
    name: `${name.first} ${name.last}`,
    first_name: name.first,
    last_name: name.last,
    email: `${name.userName}@${domain.host}`,
    active: 'true',
    locked_out: 'false',
    time_zone: 'Europe/Amsterdam',
    vip: 'false',
    sys_class_name: 'sys_user',
  };
}

function agentColumns(name: PersonName, domain: Domain): Record<string, string> {
  return { ...userColumns(name, domain), title: 'Customer Service Agent', ...HUMAN };
}

const HUMAN = {
  web_service_access_only: 'false',
  internal_integration_user: 'false',
  identity_type: 'Human',
};
const MACHINE = {
  web_service_access_only: 'true',
  internal_integration_user: 'false',
  identity_type: 'Machine',
};

function playerColumns(player: Player, domain: Domain): Record<string, string> {
  const name = { first: player.firstName, last: player.lastName, userName: player.userName };
  return { ...userColumns(name, domain), ...(player.machine ? MACHINE : HUMAN) };
}

type AddGroups = (domain: Domain, names: readonly string[], agents: readonly Agent[]) => string[];

/** Makes a domain's groups and puts every agent into at least one of them. */
function createGroups(draft: Draft): AddGroups {
  const makeGroupId = draft.sysIds('sys_user_group');
  const makeMemberId = draft.sysIds('sys_user_grmember');
  const groups = draft.table('sys_user_group');
  const members = draft.table('sys_user_grmember');
  const created = draft.now - 690 * DAY;
  return (domain, names, agents) =>
    names.map((name, index) => {
      const group = makeGroupId(groups.length);
      const columns = {
        sys_id: group,
        name: `${domain.label} ${name}`,
        active: 'true',
        manager: agents[0]?.id ?? '',
      };
      groups.push(stamp(within(domain, columns), created, 'admin'));
      for (const agent of agents.filter((_, at) => at % names.length === index || index === 0))
        members.push(
          stamp({ sys_id: makeMemberId(members.length), group, user: agent.id }, created, 'admin'),
        );
      return group;
    });
}
