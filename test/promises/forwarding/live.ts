import type { Sandbox } from '../../../sandbox/index.ts';

export interface LiveIncident {
  readonly id: string;
  readonly reference: string;
  readonly summary?: string;
  readonly incident_status: { readonly name: string; readonly category: string };
}

/** incident.io as its users see it: the API, and what people do in the app. */
export interface Live {
  create(name: string, more?: { visibility?: string; severity?: string }): Promise<LiveIncident>;
  get(id: string): Promise<LiveIncident>;
  /** An update by people: `status` by name or category. */
  update(
    id: string,
    update: { message?: string; status?: string; severity?: string; name?: string; summary?: string },
  ): Promise<void>;
  followUp(incident: string, title: string): Promise<string>;
  complete(followUp: string): Promise<void>;
  /** Names a ServiceNow incident, as their own integration does. */
  link(id: string, number: string): Promise<void>;
}

interface Named {
  readonly id: string;
  readonly name: string;
}

export function liveOf({ urls, credentials }: Sandbox): Live {
  const headers = {
    authorization: `Bearer ${credentials.incidentio.apiKey}`,
    'content-type': 'application/json',
  };
  const call = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const init = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
    const response = await fetch(`${urls.incidentio}${path}`, init);
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return (text === '' ? {} : JSON.parse(text)) as T;
  };
  let created = 0;
  // Asked once: what people do must not count against the key's limit.
  let severities: readonly Named[] | undefined;
  const severityId = async (name: string): Promise<string> => {
    severities ??= (await call<{ severities: Named[] }>('GET', '/v1/severities')).severities;
    return severities.find((each) => each.name === name)!.id;
  };
  return {
    create: async (name, { visibility = 'public', severity = 'Critical' } = {}) => {
      const severity_id = await severityId(severity);
      const { incident } = await call<{ incident: LiveIncident }>('POST', '/v2/incidents', {
        idempotency_key: `made ${++created}`,
        visibility,
        name,
        severity_id,
      });
      return incident;
    },
    get: async (id) => (await call<{ incident: LiveIncident }>('GET', `/v2/incidents/${id}`)).incident,
    update: async (id, { severity, ...update }) => {
      const more = severity === undefined ? {} : { severity: await severityId(severity) };
      await call('POST', `/__sandbox/incidents/${id}`, { ...update, ...more });
    },
    followUp: async (incident_id, title) => {
      const made = await call<{ follow_up?: Named; id?: string }>('POST', '/__sandbox/follow_ups', {
        incident_id,
        title,
      });
      return made.follow_up?.id ?? made.id ?? '';
    },
    complete: async (id) => void (await call('POST', `/__sandbox/follow_ups/${id}`, { status: 'completed' })),
    link: async (id, issue_name) =>
      void (await call('PUT', `/__sandbox/incidents/${id}/external_issue_reference`, {
        issue_name,
        provider: 'service_now',
      })),
  };
}
