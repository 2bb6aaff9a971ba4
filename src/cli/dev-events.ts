import { EVENTS_PATH } from '../http/index.ts';
import type { SandboxReport } from './sandbox-process.ts';

/** Signs what the sandbox's ServiceNow tells the gateway. A demo value: it opens nothing but a gateway on this machine. */
export const EVENTS_SECRET = 'demo-only-servicenow-events-secret';

/** Lets the sandbox's ServiceNow tell the gateway of changes, as its business rule would. */
export async function sendEvents(
  { servicenow }: Pick<SandboxReport, 'servicenow'>,
  graphql: string,
): Promise<void> {
  const url = `${new URL(graphql).origin}${EVENTS_PATH}servicenow`;
  const response = await fetch(`${servicenow}/__sandbox/events`, {
    method: 'PUT',
    body: JSON.stringify({ url, secret: EVENTS_SECRET }),
  });
  if (!response.ok) throw new Error(`the sandbox does not send events: ${response.status}`);
}
