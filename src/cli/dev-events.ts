import { EVENTS_PATH } from '../http/index.ts';
import type { SandboxReport } from './sandbox-process.ts';

/** Signs what the sandbox's ServiceNow tells the gateway. A demo value: it opens nothing but a gateway on this machine. */
export const EVENTS_SECRET = 'demo-only-servicenow-events-secret';

/** Lets the sandbox's systems tell the gateway of changes, as their customers would set it up. */
export async function sendEvents(
  { servicenow, incidentio, allquiet, credentials }: SandboxReport,
  graphql: string,
): Promise<void> {
  const url = (connection: string): string => `${new URL(graphql).origin}${EVENTS_PATH}${connection}`;
  await Promise.all([
    tell(`${servicenow}/__sandbox/events`, 'PUT', { url: url('servicenow'), secret: EVENTS_SECRET }),
    tell(`${incidentio}/__sandbox/webhooks`, 'POST', {
      url: url('incident-io'),
      secret: credentials.incidentio.webhookSecret,
    }),
    tell(`${allquiet}/__sandbox/webhooks`, 'POST', {
      url: url('all-quiet'),
      token: credentials.allquiet.webhookToken,
    }),
  ]);
}

async function tell(address: string, method: string, body: object): Promise<void> {
  const response = await fetch(address, { method, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`the sandbox does not send events: ${response.status}`);
}
