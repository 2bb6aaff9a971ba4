import { createAllQuiet } from './allquiet/index.ts';
import type { AllQuietOptions } from './allquiet/index.ts';
import { createErp } from './erp/index.ts';
import { selfSigned } from './http/certificate.ts';
import type { Listener } from './http/listen.ts';
import { listen } from './http/listen.ts';
import type { Service } from './http/service.ts';
import { createIncidentIo } from './incidentio/index.ts';
import type { IncidentIoOptions } from './incidentio/index.ts';
import type { Identity } from './identity/identity.ts';
import { createIdentity } from './identity/identity.ts';
import type { KeysFolder } from './keys-folder.ts';
import { createKeysFolder } from './keys-folder.ts';
import { createSalesforce } from './salesforce/index.ts';
import type { SalesforceOptions } from './salesforce/index.ts';
import type { ServiceNowOptions } from './servicenow/index.ts';
import { createServiceNow } from './servicenow/index.ts';
import { createShipping } from './shipping/index.ts';
import { createWorld } from './world/create.ts';
import {
  ALLQUIET,
  ERP_CLIENT,
  INCIDENT_IO_KEY,
  INCIDENT_IO_WEBHOOK_SECRET,
  SALESFORCE_CLIENT,
  SERVICENOW_CLIENT,
  SERVICE_USER,
  SHIPPING_KEY,
  demoPassword,
} from './world/credentials.ts';
import type { World } from './world/world.ts';

export interface SandboxPorts {
  readonly servicenow: number;
  readonly servicenowTls: number;
  readonly salesforce: number;
  readonly identity: number;
  readonly erp: number;
  readonly shipping: number;
  readonly incidentio: number;
  readonly allquiet: number;
}

export interface SandboxOptions {
  readonly seed?: string | undefined;
  readonly cases?: number | undefined;
  /** "Today" of the data, milliseconds since 1970; default a fixed day. The services' clock is the machine's. */
  readonly today?: number | undefined;
  /** 0, the default, picks a free port. */
  readonly ports?: Partial<SandboxPorts> | undefined;
  /** So many further ports of the same ServiceNow, each watched and broken by itself: what goes wrong for one client and not for others. */
  readonly doors?: number | undefined;
  /** ServiceNow: invalid queries give no rows. Salesforce: assertions live five minutes at most. */
  readonly strict?: boolean | undefined;
  /** Further settings of the ServiceNow instance: ACLs, rate limits, auth scopes. */
  readonly servicenow?: Partial<ServiceNowOptions> | undefined;
  /** Further settings of the Salesforce org: pre-authorised users, private objects. */
  readonly salesforce?: Partial<SalesforceOptions> | undefined;
  /** Further settings of incident.io: webhooks, rate limit, pauses between attempts. */
  readonly incidentio?: Partial<IncidentIoOptions> | undefined;
  /** Further settings of All Quiet: keys, rate limits, attempts at webhooks. */
  readonly allquiet?: Partial<AllQuietOptions> | undefined;
}

export interface SandboxCredentials {
  readonly servicenow: {
    /** The gateway's service account. */
    readonly user: string;
    readonly password: string;
    readonly clientId: string;
    readonly clientSecret: string;
    readonly privateKeyFile: string;
    readonly caFile: string;
    /** Password by user name, of all that can log in. */
    readonly logins: Readonly<Record<string, string>>;
  };
  readonly salesforce: {
    /** The consumer key. */
    readonly clientId: string;
    readonly clientSecret: string;
    readonly username: string;
    readonly privateKeyFile: string;
    readonly audience: string;
  };
  readonly erp: { readonly clientId: string; readonly clientSecret: string; readonly scope: string };
  readonly shipping: { readonly apiKey: string };
  /** The secret signs what goes to webhooks that have none of their own. */
  readonly incidentio: { readonly apiKey: string; readonly webhookSecret: string };
  /** The token is shown to webhooks that have none of their own. */
  readonly allquiet: { readonly apiKey: string; readonly webhookToken: string };
}

export interface Sandbox {
  /** Addresses without a trailing slash. */
  readonly urls: Readonly<Record<keyof SandboxPorts, string>>;
  /** Addresses of the further ports of ServiceNow that were asked for. */
  readonly doors: readonly string[];
  readonly credentials: SandboxCredentials;
  /** A viewer token for each persona. */
  readonly tokens: Readonly<Record<string, string>>;
  readonly world: World;
  /** Ends all connections and removes the key files. */
  close(): Promise<void>;
}

/** Starts all systems with one world. When a port is taken nothing is left running, and node's error (EADDRINUSE) is thrown. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { seed, cases, today } = options;
  const world = createWorld({
    ...(seed !== undefined && { seed }),
    ...(cases !== undefined && { cases }),
    ...(today !== undefined && { now: today }),
  });
  const tls = selfSigned(Date.now());
  const folder = await createKeysFolder(tls.cert);
  const listeners: Pick<Listener, 'close'>[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(listeners.map((listener) => listener.close()));
    await folder.remove();
  };
  const serve = async (
    service: Service,
    port = 0,
    more: { tls?: typeof tls; maxHeaderSize?: number } = {},
  ) => {
    const listener = await listen(service, { port, ...more });
    listeners.push(listener);
    if (service.close) listeners.push({ close: () => service.close?.() ?? Promise.resolve() });
    return listener.url;
  };
  try {
    const { ports = {} } = options;
    const identity = await createIdentity(world, { now: Date.now });
    const servicenow = createServiceNow(world, serviceNowOptions(folder, options));
    const urls = {
      servicenow: await serve(servicenow, ports.servicenow, { maxHeaderSize: WIDE_HEADERS }),
      servicenowTls: await serve(servicenow, ports.servicenowTls, { maxHeaderSize: WIDE_HEADERS, tls }),
      salesforce: await serve(createSalesforce(world, salesforceOptions(folder, options)), ports.salesforce, {
        maxHeaderSize: WIDE_HEADERS,
      }),
      identity: await serve(identity, ports.identity),
      erp: await serve(createErp(world, { now: Date.now, client: ERP_CLIENT }), ports.erp),
      shipping: await serve(createShipping(world, { now: Date.now, apiKey: SHIPPING_KEY }), ports.shipping),
      incidentio: await serve(createIncidentIo(world, incidentIoOptions(options)), ports.incidentio),
      allquiet: await serve(createAllQuiet(world, allQuietOptions(options)), ports.allquiet),
    };
    return {
      urls,
      credentials: credentialsOf(world, folder),
      tokens: await tokensOf(world, identity, urls.identity),
      world,
      doors: await Promise.all(
        Array.from({ length: options.doors ?? 0 }, () =>
          serve(doorOf(servicenow), 0, { maxHeaderSize: WIDE_HEADERS }),
        ),
      ),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The same system, to the listener another one: it keeps a watch and faults of its own for it. */
function doorOf(service: Service): Service {
  return { name: service.name, handle: (request) => service.handle(request) };
}

/** So that the systems' own limits answer (a request line beyond 8 KB or 16 KB is a 414), and not node with its 431. */
const WIDE_HEADERS = 256 * 1024;

function serviceNowOptions(folder: KeysFolder, options: SandboxOptions): ServiceNowOptions {
  const { clientId, clientSecret } = SERVICENOW_CLIENT;
  return {
    now: Date.now,
    jwtPublicKeyPem: folder.publicKeyPem,
    clients: [{ id: clientId, secret: clientSecret, user: SERVICE_USER, scope: 'useraccount' }],
    strictQueries: options.strict ?? false,
    ...options.servicenow,
  };
}

function salesforceOptions(folder: KeysFolder, options: SandboxOptions): SalesforceOptions {
  const { clientId, clientSecret, username } = SALESFORCE_CLIENT;
  return {
    now: Date.now,
    publicKeyPem: folder.publicKeyPem,
    consumerKey: clientId,
    consumerSecret: clientSecret,
    username,
    strict: options.strict ?? false,
    ...options.salesforce,
  };
}

function incidentIoOptions({ incidentio }: SandboxOptions): IncidentIoOptions {
  const secrets = { apiKey: INCIDENT_IO_KEY, webhookSecret: INCIDENT_IO_WEBHOOK_SECRET };
  return { now: Date.now, ...secrets, ...incidentio };
}

function allQuietOptions({ allquiet }: SandboxOptions): AllQuietOptions {
  const { apiKey, webhookToken } = ALLQUIET;
  return { now: Date.now, keys: [{ key: apiKey }], webhookToken, ...allquiet };
}

function credentialsOf(world: World, { privateKeyFile, caFile }: KeysFolder): SandboxCredentials {
  const logins = Object.fromEntries(world.logins.map(({ userName, password }) => [userName, password]));
  const account = { user: SERVICE_USER, password: demoPassword(SERVICE_USER) };
  return {
    servicenow: { ...account, ...SERVICENOW_CLIENT, privateKeyFile, caFile, logins },
    salesforce: { ...SALESFORCE_CLIENT, privateKeyFile },
    erp: { ...ERP_CLIENT },
    shipping: { apiKey: SHIPPING_KEY },
    incidentio: { apiKey: INCIDENT_IO_KEY, webhookSecret: INCIDENT_IO_WEBHOOK_SECRET },
    allquiet: { ...ALLQUIET },
  };
}

async function tokensOf(world: World, identity: Identity, issuer: string): Promise<Record<string, string>> {
  const named = world.personas.map(
    async ({ name }) => [name, await identity.issueToken(name, issuer)] as const,
  );
  return Object.fromEntries(await Promise.all(named));
}
