import { parseConfig, type Config } from '../config/index.ts';
import type { SandboxReport } from './sandbox-process.ts';

/** The configuration that points the gateway at the sandbox: the same shape and the same checks as a file's. */
export function devConfig(report: SandboxReport, port: number, deadline: number): Config {
  const { servicenow, salesforce, identity, credentials } = report;
  const limits = { deadline };
  const settings = {
    server: { port, mode: 'dev' },
    identity: { issuer: identity, audience: 'casegraph', jwks: `${identity}/.well-known/jwks.json` },
    domains: { connection: 'servicenow' },
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
    },
  };
  return parseConfig(JSON.stringify(settings), 'casegraph dev', {});
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
