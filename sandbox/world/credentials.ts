/**
 * Logins and secrets of the sandbox. They are demo values: they open nothing but the sandbox on this machine, and a real
 * instance must never be given them.
 */

/** ServiceNow users that are not personas. */
export const ADMIN_USER = 'admin';
export const SERVICE_USER = 'casegraph.service';
export const LIMITED_USER = 'limited.service';

/** Each demo user has a password of its own, so that a mixed-up login fails. */
export function demoPassword(userName: string): string {
  return `demo-only-${userName}`;
}

/** The OAuth client of the ServiceNow sandbox. */
export const SERVICENOW_CLIENT = {
  clientId: 'casegraph',
  clientSecret: 'demo-only-servicenow-client-secret',
} as const;

/** The connected app of the Salesforce sandbox; `clientId` is its consumer key. */
export const SALESFORCE_CLIENT = {
  clientId: '3MVG9.demo.only.casegraph.sandbox.consumer.key',
  clientSecret: 'demo-only-salesforce-consumer-secret',
  username: 'integration@casegraph.example',
  /** The usual audience of a production org. */
  audience: 'https://login.salesforce.com',
} as const;

/** The OAuth client of the ERP sandbox. */
export const ERP_CLIENT = {
  clientId: 'casegraph-erp',
  clientSecret: 'demo-only-erp-client-secret',
  scope: 'finance.read',
} as const;

/** The key of the shipping sandbox. */
export const SHIPPING_KEY = 'demo-only-shipping-api-key';

/** The API key of the incident.io sandbox and the secret that its webhooks are signed with: `whsec_` and base64. */
export const INCIDENT_IO_KEY = 'demo-only-incidentio-api-key';
export const INCIDENT_IO_WEBHOOK_SECRET = 'whsec_ZGVtby1vbmx5LWluY2lkZW50aW8td2ViaG9vay1zZWNyZXQ=';

/** All Quiet: the organisation's API key, and the token that its webhooks show to those they call. */
export const ALLQUIET = {
  apiKey: 'demo-only-allquiet-api-key',
  webhookToken: 'demo-only-allquiet-webhook-token',
} as const;
