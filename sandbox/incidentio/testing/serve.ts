import type { Listener } from '../../http/listen.ts';
import type { Service } from '../../http/service.ts';
import type { IoIncident, IoFollowUp, IoUpdate } from '../../world/incidentio-records.ts';
import type { IncidentIoOptions } from '../options.ts';
import { listen } from '../../http/listen.ts';
import { createWorld } from '../../world/create.ts';
import { createIncidentIo } from '../index.ts';

export const KEY = 'key-of-the-tests';
export const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

/** The account that the tests of this folder start from. */
export const { incidentio: world } = createWorld({ cases: 120 });

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown> & {
    readonly incident: IoIncident;
    readonly incidents: readonly IoIncident[];
    readonly incident_updates: readonly IoUpdate[];
    readonly follow_ups: readonly IoFollowUp[];
    readonly pagination_meta: {
      readonly after?: string;
      readonly page_size: number;
      readonly total_record_count: number;
    };
    readonly errors: readonly {
      readonly code: string;
      readonly message: string;
      readonly source?: { readonly field: string };
    }[];
  };
}

export interface Served {
  readonly url: string;
  get(path: string, headers?: Record<string, string>): Promise<Reply>;
  post(path: string, body: unknown): Promise<Reply>;
  /** A request to a route below `/__sandbox/`. */
  control(method: string, path: string, body?: unknown): Promise<Reply>;
  close(): Promise<void>;
}

export async function serve(options: Partial<IncidentIoOptions> = {}): Promise<Served> {
  const service = createIncidentIo(
    { incidentio: world },
    { now: Date.now, apiKey: KEY, webhookSecret: SECRET, ...options },
  );
  const listener = await listen(service, { port: 0 });
  const bearer = { authorization: `Bearer ${KEY}` };
  const ask = async (path: string, init: RequestInit): Promise<Reply> => {
    const response = await fetch(listener.url + path, init);
    const text = await response.text();
    const body = (text === '' ? {} : JSON.parse(text)) as Reply['body'];
    return { status: response.status, headers: response.headers, body };
  };
  return {
    url: listener.url,
    get: (path, headers = bearer) => ask(path, { headers }),
    post: (path, body) => ask(path, { method: 'POST', headers: bearer, body: JSON.stringify(body) }),
    control: (method, path, body) =>
      ask(`/__sandbox/${path}`, { method, ...(body !== undefined && { body: JSON.stringify(body) }) }),
    close: () => closeBoth(listener, service),
  };
}

async function closeBoth(listener: Listener, service: Service): Promise<void> {
  await service.close?.();
  await listener.close();
}
