import type { Sandbox } from './index.ts';
import { startSandbox } from './index.ts';
import type { MainOptions } from './main-options.ts';
import { PORTS, USAGE, readMainOptions } from './main-options.ts';

/**
 * The command line of the sandbox; `argv` is what stands behind the command's name. Resolves with the exit code when a
 * signal, or the end of standard input with `--with-parent`, has ended it: 0, 1 when it could not start, 2 for a bad option.
 */
export async function runSandbox(argv: readonly string[]): Promise<number> {
  const read = readMainOptions(argv);
  if ('problem' in read) {
    process.stderr.write(`${read.problem}\n\n${USAGE}`);
    return 2;
  }
  if (read.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const ended = untilEnded(read.withParent);
  const sandbox = await start(read);
  if (sandbox === undefined) return 1;
  const { urls, credentials, tokens } = sandbox;
  process.stdout.write(
    read.json ? `${JSON.stringify({ ...urls, credentials, tokens })}\n` : readable(sandbox),
  );
  await ended;
  await sandbox.close();
  return 0;
}

async function start({ seed, cases, port, strict }: MainOptions): Promise<Sandbox | undefined> {
  const at = (offset: number): number => (port === 0 ? 0 : port + offset);
  const ports = {
    servicenow: at(0),
    servicenowTls: at(1),
    salesforce: at(2),
    identity: at(3),
    erp: at(4),
    shipping: at(5),
    incidentio: at(6),
    allquiet: at(7),
  };
  try {
    return await startSandbox({ seed, cases, ports, strict });
  } catch (error) {
    if (!isBusy(error)) throw error;
    const hint = 'Choose another with --port, or --port 0 for free ones.';
    process.stderr.write(
      `Port ${error.port} is in use: the sandbox takes ${port} to ${port + PORTS - 1}. ${hint}\n`,
    );
    return undefined;
  }
}

function isBusy(error: unknown): error is Error & { port: number } {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE' && 'port' in error;
}

/** Listens from the start, so that a signal that comes while the world is being made is not lost. */
function untilEnded(withParent: boolean): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      process.off('SIGINT', end).off('SIGTERM', end);
      if (withParent) process.stdin.off('end', end).off('close', end).pause();
      resolve();
    };
    process.on('SIGINT', end).on('SIGTERM', end);
    if (withParent) process.stdin.on('end', end).on('close', end).resume();
  });
}

function readable({ urls, credentials, tokens }: Sandbox): string {
  const { servicenow, salesforce, erp, shipping, incidentio, allquiet } = credentials;
  return `The sandbox is ready. All logins are demo values.

  ServiceNow  ${urls.servicenow}
              ${urls.servicenowTls} (certificate to trust: ${servicenow.caFile})
              user ${servicenow.user}, password ${servicenow.password}
              OAuth client ${servicenow.clientId}, secret ${servicenow.clientSecret}
  Salesforce  ${urls.salesforce}
              user ${salesforce.username}, audience ${salesforce.audience}
              consumer key ${salesforce.clientId}
  ERP         ${urls.erp}/odata/v4/finance (OData 4: customers and invoices)
              OAuth client ${erp.clientId}, secret ${erp.clientSecret}, at ${urls.erp}/oauth/token
  Shipping    ${urls.shipping}/v1/shipments (REST: parcels on their way)
              header x-api-key: ${shipping.apiKey}
  incident.io ${urls.incidentio}/v2/incidents
              API key ${incidentio.apiKey}
              webhooks are signed with ${incidentio.webhookSecret}; add one: POST /__sandbox/webhooks {"url": "…"}
  All Quiet   ${urls.allquiet}/api/public/v1/incident
              API key ${allquiet.apiKey}
              webhooks show the bearer token ${allquiet.webhookToken}; add one: POST /__sandbox/webhooks {"url": "…"}
  Identity    ${urls.identity}
              a viewer token: curl -s ${urls.identity}/token -d persona=agent
              personas: ${Object.keys(tokens).join(', ')}

  JWT bearer grants are signed with ${salesforce.privateKeyFile}
  Watch a system: GET /__sandbox/requests. Break it: POST /__sandbox/faults. Ctrl-C ends it.
`;
}
