import type { SandboxResponse } from '../../http/service.ts';
import type { IncidentIoOptions } from '../options.ts';
import type { Account } from '../account.ts';
import { KEY_NAME } from '../http/bucket.ts';

/** Who the gateway is to incident.io: the creator of what it makes. */
export const API_KEY = { id: '01CASEGRAPH0DEM0AP1KEY0000', name: KEY_NAME } as const;

/** `GET /v1/identity`: `{ identity: { name, roles, dashboard_url } }`. The names of the roles other than the first two are from memory. */
export function showIdentity({ store }: Account, options: IncidentIoOptions): SandboxResponse {
  const all = ['viewer', 'incident_creator', 'incident_editor'];
  const roles = options.globalAccess === false ? all : [...all, 'global_access'];
  const identity = {
    name: API_KEY.name,
    roles,
    dashboard_url: `https://app.incident.io/${store.organisation.slug}`,
  };
  return { status: 200, body: { identity } };
}
