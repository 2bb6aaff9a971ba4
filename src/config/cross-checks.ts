import { checkEvents } from './check-events.ts';
import { checkForwarding } from './check-forwarding.ts';
import { checkSync } from './check-sync.ts';
import { child } from './keys.ts';
import type { Finding, Path } from './problem.ts';
import { suggestion } from './suggest.ts';

/** Kinds of system that there are adapters for; `undefined`: not known here. */
export interface Known {
  readonly adapters?: readonly string[];
  /** The environment that the command line asks for; it comes before CASEGRAPH_ENVIRONMENT and the file. */
  readonly environment?: string | undefined;
}

/**
 * What no single key shows to be wrong. Reads the file as it was written, so that it finds its problems beside those of the schema: nothing can be
 * taken for granted about a value but what is checked here.
 */
export function crossChecks(raw: unknown, known: Known = {}): Finding[] {
  return [
    ...checkDomains(raw),
    ...checkTransport(raw),
    ...checkConnections(raw, known),
    ...checkEvents(raw),
    ...checkSync(raw),
    ...checkForwarding(raw),
  ];
}

function checkDomains(raw: unknown): Finding[] {
  const domains = child(raw, 'domains');
  if (!isGroup(domains)) return [];
  const { connection, tree } = domains;
  if ((connection === undefined) === (tree === undefined)) {
    const message =
      connection === undefined
        ? 'says neither where the tree is nor what it is'
        : 'says both where the tree is and what it is';
    return [{ path: ['domains'], message, hint: 'Write either "connection" or "tree".' }];
  }
  const names = Object.keys(group(child(raw, 'connections')));
  if (typeof connection !== 'string') return [];
  if (names.includes(connection))
    return checkTreeReader(connection, child(child(raw, 'connections'), connection));
  const hint =
    names.length === 0 ? 'There are no connections.' : `Of the connections, ${suggestion(connection, names)}`;
  return [
    {
      path: ['domains', 'connection'],
      message: `names the connection "${connection}", which is not there`,
      hint,
    },
  ];
}

/** The tree is read before any viewer comes, so somebody else must be able to log in there. */
function checkTreeReader(name: string, connection: unknown): Finding[] {
  const auth = child(connection, 'auth');
  if (child(connection, 'identity') !== 'viewer' || child(auth, 'grant') !== 'jwt-bearer') return [];
  if (child(auth, 'subject') !== undefined) return [];
  const hint = 'User name of an account that reads the domain tree, which has no viewer to be read for.';
  return [{ path: ['connections', name, 'auth', 'subject'], message: 'is missing', hint }];
}

/** In production nothing that carries credentials, and no keys that decide who is let in, may travel in the clear. */
function checkTransport(raw: unknown): Finding[] {
  if (child(child(raw, 'server'), 'mode') === 'dev') return [];
  const places: Path[] = [['identity', 'jwks']];
  for (const { path } of aliases(raw)) places.push([...path, 'url'], [...path, 'auth', 'tokenUrl']);
  return places.flatMap((path) => {
    const value = path.reduce<unknown>(child, raw);
    if (typeof value !== 'string' || !isClear(value)) return [];
    return [
      {
        path,
        message: 'would be sent to in the clear',
        hint: 'Write https://, or set server.mode to "dev".',
      },
    ];
  });
}

function isClear(address: string): boolean {
  if (!/^http:\/\//i.test(address) || !URL.canParse(address)) return false;
  const { hostname } = new URL(address);
  return !(hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname));
}

function checkConnections(raw: unknown, known: Known): Finding[] {
  const adapters = Object.entries(group(child(raw, 'connections'))).flatMap(([name, connection]) => {
    const adapter = child(connection, 'adapter');
    if (typeof adapter !== 'string' || !known.adapters || known.adapters.includes(adapter)) return [];
    const message = `names "${adapter}", for which there is no adapter`;
    return [
      {
        path: ['connections', name, 'adapter'],
        message,
        hint: `Of the adapters, ${suggestion(adapter, known.adapters)}`,
      },
    ];
  });
  return [...adapters, ...aliases(raw).flatMap(checkIdentity)];
}

interface AliasAt {
  readonly path: Path;
  /** What holds for the alias, inherited or its own. */
  readonly identity: unknown;
  readonly auth: unknown;
  /** Its own only. */
  readonly viewerClaim: unknown;
}

/** Every connection and every child alias. A child inherits from the child above it, which the file may name in any order. */
function aliases(raw: unknown): AliasAt[] {
  return Object.entries(group(child(raw, 'connections'))).flatMap(([name, connection]) => {
    const path = ['connections', name];
    const found: AliasAt[] = [
      {
        path,
        identity: child(connection, 'identity'),
        auth: child(connection, 'auth'),
        viewerClaim: child(connection, 'viewerClaim'),
      },
    ];
    const children = group(child(connection, 'domains'));
    for (const domain of Object.keys(children)) {
      const layers = Object.keys(children)
        .filter((other) => domain === other || domain.startsWith(`${other}/`))
        .sort((a, b) => b.length - a.length)
        .map((other) => children[other]);
      const last = (key: string) =>
        [...layers, connection].map((layer) => child(layer, key)).find((value) => value !== undefined);
      const viewerClaim = child(children[domain], 'viewerClaim');
      found.push({
        path: [...path, 'domains', domain],
        identity: last('identity'),
        auth: last('auth'),
        viewerClaim,
      });
    }
    return found;
  });
}

function checkIdentity({ path, identity, auth, viewerClaim }: AliasAt): Finding[] {
  const grant = child(auth, 'grant');
  if (typeof grant !== 'string') return [];
  if (identity !== 'viewer' && viewerClaim !== undefined) {
    const hint = 'Set identity to "viewer", or leave it out.';
    return [
      {
        path: [...path, 'viewerClaim'],
        message: 'has no effect with one service account',
        hint,
        atKey: true,
      },
    ];
  }
  if (identity === 'viewer' && grant !== 'jwt-bearer') {
    const message = `cannot be "viewer" with the grant "${grant}"`;
    return [
      { path: [...path, 'identity'], message, hint: 'Only "jwt-bearer" can ask in the name of each viewer.' },
    ];
  }
  if (identity !== 'viewer' && grant === 'jwt-bearer' && child(auth, 'subject') === undefined) {
    const hint = 'User name of the service account; or set identity to "viewer".';
    return [{ path: [...path, 'auth', 'subject'], message: 'is missing', hint }];
  }
  return [];
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function group(value: unknown): Record<string, unknown> {
  return isGroup(value) ? value : {};
}
