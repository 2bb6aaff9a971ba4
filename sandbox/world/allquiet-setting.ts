import type { AllQuietWorld, AqEntity, AqInboundIntegration, AqUser } from './allquiet-records.ts';
import type { Draft } from './draft.ts';
import { hashText } from './random.ts';
import type { SnRecord } from './world.ts';

/** Who and what there is in All Quiet, before any incident; places count round. */
export interface Setting {
  readonly world: Omit<AllQuietWorld, 'incidents'>;
  uuid(kind: string, place: number): string;
  user(place: number): AqUser;
  team(place: number): AqEntity;
  /** The team that answers for a ServiceNow record's domain. */
  teamOf(record: SnRecord): AqEntity;
  integration(place: number): AqEntity;
  /** Id of the outbound integration to ServiceNow. */
  readonly servicenow: string;
}

const TEAMS = ['ACME Operations', 'Globex Operations', 'Platform'];
const USERS = 4;

export function createAllQuietSetting(draft: Pick<Draft, 'seed' | 'table'>): Setting {
  const uuid = (kind: string, place: number): string => uuidOf(`${draft.seed}/allquiet/${kind}/${place}`);
  const entity = (kind: string) => (displayName: string, place: number) => ({
    id: uuid(kind, place),
    displayName,
  });
  const teams = TEAMS.map(entity('team'));
  const outboundIntegrations = ['ServiceNow'].map(entity('outbound'));
  const world = {
    organization: { id: uuid('organization', 0), displayName: 'Casegraph demo' },
    teams,
    users: usersOf(draft, uuid),
    services: ['Shop', 'Customer portal'].map(entity('service')),
    integrations: integrationsOf(teams, entity('integration')),
    outboundIntegrations,
  };
  const acme = new Set(
    draft
      .table('domain')
      .flatMap((row) => ((row['full_name'] ?? '').startsWith('TOP/ACME') ? [row.sys_id] : [])),
  );
  return {
    world,
    uuid,
    user: (place) => inTurn(world.users, place),
    team: (place) => inTurn(teams, place),
    teamOf: (record) => inTurn(teams, acme.has(record['sys_domain'] ?? '') ? 0 : 1),
    integration: (place) => {
      const { id, displayName } = inTurn(world.integrations, place);
      return { id, displayName };
    },
    servicenow: inTurn(outboundIntegrations, 0).id,
  };
}

/** All Quiet's users are agents of the ServiceNow instance, with the same e-mail addresses. */
function usersOf(draft: Pick<Draft, 'table'>, uuid: Setting['uuid']): AqUser[] {
  const agents = draft.table('sys_user').filter((row) => row['title'] === 'Customer Service Agent');
  return agents.slice(0, USERS).map((row, place) => ({
    id: uuid('user', place),
    displayName: row['name'] ?? '',
    avatarUrl: null,
    email: row['email'] ?? null,
  }));
}

type MakeEntity = (displayName: string, place: number) => AqEntity;

function integrationsOf(teams: readonly AqEntity[], entity: MakeEntity): AqInboundIntegration[] {
  const [acme, globex, platform] = teams.map(({ id }) => id);
  return [
    { ...entity('Manual', 0), teamId: platform ?? '' },
    { ...entity('Uptime monitor', 1), teamId: acme ?? '' },
    { ...entity('Webhook', 2), teamId: platform ?? '', webhook: { token: null, ...MONITOR_MAPPING } },
    {
      ...entity('Guarded webhook', 3),
      teamId: globex ?? '',
      webhook: { token: INBOUND_TOKEN, ...MONITOR_MAPPING },
    },
  ];
}

/** What the guarded inbound webhook wants to be shown. A demo value, as all secrets of the sandbox. */
export const INBOUND_TOKEN = 'demo-only-allquiet-inbound-token';

/** Reads `{"monitor", "host", "state": "down"|"up", "level": "P1"…, "text", "event": id}`. */
const MONITOR_MAPPING = {
  groupingWindowInSeconds: 3_600,
  attributes: [
    { name: 'Status', mappings: [{ jsonPath: '$.jsonBody.state' }, { map: 'up->Resolved,->Open' }] },
    {
      name: 'Severity',
      mappings: [{ jsonPath: '$.jsonBody.level' }, { map: 'P1->Critical,P3->Minor,->Warning' }],
    },
    {
      name: 'Title',
      mappings: [{ jsonPath: '$.jsonBody.monitor' }, { regex: '^(.*)$', replace: 'Alert: $1' }],
    },
    { name: 'CorrelationID', mappings: [{ jsonPath: '$.jsonBody.event' }] },
    { name: 'Discard', mappings: [{ jsonPath: '$.jsonBody.state' }, { map: 'test->true,->' }] },
    { name: 'Host', isGroupingKey: true, mappings: [{ jsonPath: '$.jsonBody.host' }] },
    { name: 'Text', hideInPreviews: true, mappings: [{ jsonPath: "$.jsonBody['text']" }] },
    { name: 'Source', mappings: [{ static: 'monitoring' }] },
  ],
} as const;

/** The form of a random UUID (version 4), made from text. */
export function uuidOf(text: string): string {
  const words = [...hashText(text)].map((word) => word.toString(16).padStart(8, '0')).join('');
  const variant = ((parseInt(words.slice(16, 17), 16) & 3) | 8).toString(16);
  return `${words.slice(0, 8)}-${words.slice(8, 12)}-4${words.slice(13, 16)}-${variant}${words.slice(17, 20)}-${words.slice(20)}`;
}

function inTurn<T>(list: readonly T[], place: number): T {
  const found = list[place % list.length];
  if (found === undefined) throw new RangeError('There is nothing to choose from.');
  return found;
}
