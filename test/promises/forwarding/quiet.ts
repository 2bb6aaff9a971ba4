import type { Sandbox } from '../../../sandbox/index.ts';

export interface QuietIncident {
  readonly id: string;
  readonly title: string;
  readonly attributes: readonly { readonly name: string; readonly value: string }[];
  readonly events: readonly {
    readonly status?: string | null;
    readonly severity?: string | null;
    readonly message?: string | null;
    readonly modification: { readonly intent: string };
  }[];
}

/** All Quiet as its users see it. */
export interface Quiet {
  create(title: string, severity?: string): Promise<QuietIncident>;
  get(id: string): Promise<QuietIncident>;
  /** `Resolved`, `Unresolved`, `Commented`, `Forwarded`. */
  intent(id: string, intent: string, message?: string): Promise<void>;
  severity(id: string, severity: string): Promise<void>;
  status(id: string): Promise<string>;
  messages(id: string): Promise<readonly string[]>;
}

export function quietOf({ urls, credentials }: Sandbox): Quiet {
  const headers = {
    authorization: `Bearer ${credentials.allquiet.apiKey}`,
    'content-type': 'application/json',
  };
  const call = async (method: string, path: string, body?: object): Promise<QuietIncident> => {
    const init = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
    const response = await fetch(`${urls.allquiet}/api/public/v1/incident${path}`, init);
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as QuietIncident;
  };
  const get = (id: string) => call('GET', `/search/${id}`);
  const patch = async (id: string, operations: object): Promise<void> => {
    await call('PATCH', `/${id}`, { operations });
  };
  /** Where to: the webhook that tells the gateway. */
  const target = async (): Promise<object> => {
    const response = await fetch(`${urls.allquiet}/__sandbox/webhooks`);
    const { webhooks } = (await response.json()) as { webhooks: { id: string }[] };
    return { outboundIntegration: { id: webhooks[0]!.id } };
  };
  return {
    create: (title, severity = 'Critical') => call('POST', '', { title, status: 'Open', severity }),
    get,
    intent: async (id, intent, message) => {
      const options = intent === 'Forwarded' ? { intentOptions: { forwardingOptions: await target() } } : {};
      const said = message === undefined ? {} : { message };
      await patch(id, { appendIntent: { intent, ...said, ...options } });
    },
    severity: (id, severity) => patch(id, { changeSeverity: { severity } }),
    status: async (id) => (await get(id)).events.findLast(({ status }) => status != null)?.status ?? '',
    messages: async (id) =>
      (await get(id)).events.map(({ message }) => message ?? '').filter((text) => text !== ''),
  };
}
