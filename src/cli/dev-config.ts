import { parseConfig, type Config } from '../config/index.ts';
import { EVENTS_SECRET } from './dev-events.ts';
import type { SandboxReport } from './sandbox-process.ts';

/** The configuration that points the gateway at the sandbox, checked as a file's is. */
export function devConfig(...given: Parameters<typeof devSettings>): Config {
  return parseConfig(JSON.stringify(devSettings(...given)), 'casegraph dev', {});
}

/** The same with everything at work that follows changes upstream, at a demo's pace. */
export function liveConfig(...given: Parameters<typeof devSettings>): Config {
  const [{ credentials }] = given;
  const events = {
    servicenow: { secrets: [{ value: EVENTS_SECRET }] },
    'incident-io': { secrets: [{ value: credentials.incidentio.webhookSecret }] },
    'all-quiet': { secrets: [{ value: credentials.allquiet.webhookToken }] },
  };
  const settings = { ...devSettings(...given), ...LIVE, events };
  return parseConfig(JSON.stringify(settings), 'casegraph dev', {});
}

const LIVE = {
  callLog: { inAnswers: true },
  forwarding: [{ from: 'incident-io', tasks: {} }, { from: 'all-quiet' }],
  sync: {
    notes: { enabled: true },
    poll: { interval: 2 },
  },
};

/** The same as devConfig's as it would stand in a file. `schema`: folders of declarations beside those that come with Casegraph. */
export function devSettings(
  report: SandboxReport,
  port: number,
  deadline: number,
  schema: readonly string[] = [],
) {
  const { servicenow, salesforce, erp, shipping, incidentio, allquiet, identity, credentials } = report;
  const limits = { deadline };
  return {
    server: { port, mode: 'dev' },
    callLog: { inAnswers: false },
    identity: { issuer: identity, audience: 'casegraph', jwks: `${identity}/.well-known/jwks.json` },
    domains: { connection: 'servicenow' },
    tables: { schema: ['builtin', ...schema] },
    connections: {
      servicenow: {
        adapter: 'servicenow',
        url: servicenow,
        auth: serviceNowAuth(credentials.servicenow),
        limits,
      },
      salesforce: {
        adapter: 'salesforce',
        url: salesforce,
        auth: salesforceAuth(credentials.salesforce),
        limits,
      },
      erp: {
        adapter: 'odata',
        url: erp,
        auth: erpAuth(credentials.erp),
        limits,
        options: { path: '/odata/v4/finance' },
      },
      shipping: {
        adapter: 'rest',
        url: shipping,
        auth: { grant: 'api-key', header: 'x-api-key', key: { value: credentials.shipping.apiKey } },
        limits,
        options: { ping: { path: '/v1/account', who: 'account.name' } },
      },
      'incident-io': {
        adapter: 'incidentio',
        url: incidentio,
        auth: { grant: 'bearer', token: { value: credentials.incidentio.apiKey } },
        limits,
      },
      'all-quiet': {
        adapter: 'allquiet',
        url: allquiet,
        auth: { grant: 'bearer', token: { value: credentials.allquiet.apiKey } },
        limits,
      },
    },
  };
}

function serviceNowAuth({
  clientId,
  clientSecret,
  user,
  privateKeyFile,
}: SandboxReport['credentials']['servicenow']) {
  return {
    grant: 'jwt-bearer',
    tokenUrl: '/oauth_token.do',
    issuer: clientId,
    audience: clientId,
    subject: user,
    clientId,
    clientSecret: { value: clientSecret },
    key: { file: privateKeyFile },
  };
}

function salesforceAuth({
  clientId,
  username,
  audience,
  privateKeyFile,
}: SandboxReport['credentials']['salesforce']) {
  return {
    grant: 'jwt-bearer',
    tokenUrl: '/services/oauth2/token',
    issuer: clientId,
    audience,
    subject: username,
    key: { file: privateKeyFile },
  };
}

function erpAuth({ clientId, clientSecret, scope }: SandboxReport['credentials']['erp']) {
  return {
    grant: 'client-credentials',
    tokenUrl: '/oauth/token',
    clientId,
    clientSecret: { value: clientSecret },
    clientAuth: 'basic',
    scope,
  };
}
