import { child } from './keys.ts';
import type { Finding, Path } from './problem.ts';
import { suggestion } from './suggest.ts';

/** Which environment was asked for, and where that was said. */
export interface Wanted {
  readonly name: string;
  /** `--environment`, `CASEGRAPH_ENVIRONMENT`, or `null` for the file's own key. */
  readonly by: string | null;
}

/** The file as one environment has it. */
export interface Chosen {
  /** Connections with what their environment says laid over them; `environments` stays, so that its shape is checked. */
  readonly raw: unknown;
  readonly findings: readonly Finding[];
  /** Where a path of {@link raw} stands in the file. */
  readonly place: (path: Path) => Path;
}

/** Keys whose entries are inherited one by one; every other key is replaced as a whole. */
const ENTRYWISE: ReadonlySet<PropertyKey> = new Set(['limits', 'options']);

/** The command line says it, else the environment variable, else the file; `null`: nobody does. */
export function wantedEnvironment(
  raw: unknown,
  flag: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): Wanted | null {
  if (flag !== undefined) return { name: flag, by: '--environment' };
  const variable = env['CASEGRAPH_ENVIRONMENT'];
  if (variable) return { name: variable, by: 'CASEGRAPH_ENVIRONMENT' };
  const own = child(raw, 'environment');
  return typeof own === 'string' && own !== '' ? { name: own, by: null } : null;
}

/**
 * Lays the wanted environment over each connection that has environments. An environment is an alias of its own: what it does not set it inherits
 * from the connection, credentials as a whole.
 */
export function chooseEnvironment(raw: unknown, wanted: Wanted | null): Chosen {
  const connections = group(child(raw, 'connections'));
  const findings = [...unknownEnvironment(connections, wanted)];
  const over = new Map<string, Record<string, unknown>>();
  for (const [name, connection] of Object.entries(connections)) {
    const environments = child(connection, 'environments');
    if (!isGroup(environments)) continue;
    const taken = wanted === null ? undefined : child(environments, wanted.name);
    if (isGroup(taken)) over.set(name, taken);
    findings.push(...problemsOf(name, group(connection), environments, wanted));
  }
  if (over.size === 0) return { raw, findings, place: (path) => path };
  const laid = Object.entries(connections).map(([name, connection]) => [
    name,
    lay(connection, over.get(name)),
  ]);
  return {
    raw: { ...group(raw), connections: Object.fromEntries(laid) as unknown },
    findings,
    place: (path) => placeOf(path, over, wanted?.name ?? ''),
  };
}

function lay(connection: unknown, environment: Record<string, unknown> | undefined): unknown {
  if (!environment || !isGroup(connection)) return connection;
  const merged: Record<string, unknown> = { ...connection, ...environment };
  for (const key of ENTRYWISE as ReadonlySet<string>) {
    if (isGroup(connection[key]) && isGroup(environment[key]))
      merged[key] = { ...connection[key], ...environment[key] };
  }
  return merged;
}

function placeOf(path: Path, over: ReadonlyMap<string, Record<string, unknown>>, environment: string): Path {
  const [root, name, key, entry, ...rest] = path;
  const own = root === 'connections' && typeof name === 'string' ? over.get(name) : undefined;
  if (!own || name === undefined || key === undefined || !Object.hasOwn(own, key)) return path;
  if (ENTRYWISE.has(key) && entry !== undefined && child(child(own, key), entry) === undefined) return path;
  return [
    root as string,
    name,
    'environments',
    environment,
    key,
    ...(entry === undefined ? [] : [entry, ...rest]),
  ];
}

/** A name that no connection has, told once. */
function unknownEnvironment(connections: Record<string, unknown>, wanted: Wanted | null): Finding[] {
  if (wanted === null) return [];
  const names = namesOf(connections);
  if (names.includes(wanted.name)) return [];
  const hint =
    names.length === 0
      ? 'No connection has environments: leave it out, or add "environments" to a connection.'
      : `Of the environments, ${suggestion(wanted.name, names)}`;
  const said = wanted.by === null ? 'names' : `${wanted.by} names`;
  const message = `${said} the environment "${wanted.name}", which no connection has`;
  return [{ path: wanted.by === null ? ['environment'] : [], message, hint }];
}

function namesOf(connections: Record<string, unknown>): string[] {
  const all = Object.values(connections).flatMap((each) => Object.keys(group(child(each, 'environments'))));
  return [...new Set(all)].sort();
}

function problemsOf(
  name: string,
  connection: Record<string, unknown>,
  environments: Record<string, unknown>,
  wanted: Wanted | null,
): Finding[] {
  const path = ['connections', name, 'environments'];
  const names = Object.keys(environments).join(', ');
  if (wanted === null) {
    if (connection['url'] !== undefined && connection['auth'] !== undefined) return [];
    const hint = `Set "environment", --environment or CASEGRAPH_ENVIRONMENT to one of: ${names}.`;
    return [{ path, message: 'needs an environment to be chosen', hint, atKey: true }];
  }
  const taken = environments[wanted.name];
  if (taken === undefined) {
    const hint = `There are: ${names}. A connection with environments has an entry for each that is used.`;
    return [{ path, message: `has no "${wanted.name}"`, hint, atKey: true }];
  }
  return strayDomains([...path, wanted.name], connection, group(taken));
}

/**
 * A child alias of the connection names a system or a credential of another environment: that a test environment sends some domain's viewers to the
 * production system must be written down by hand.
 */
function strayDomains(
  path: Path,
  connection: Record<string, unknown>,
  environment: Record<string, unknown>,
): Finding[] {
  if (environment['domains'] !== undefined) return [];
  if (environment['url'] === undefined && environment['auth'] === undefined) return [];
  const stray = Object.entries(group(connection['domains'])).filter(
    ([, each]) => child(each, 'url') !== undefined || child(each, 'auth') !== undefined,
  );
  if (stray.length === 0) return [];
  const which = stray.map(([domain]) => domain).join(', ');
  const message = `does not say which systems the viewers of ${which} get`;
  const hint = 'Write "domains" here too; it takes the place of the connection\'s.';
  return [{ path, message, hint, atKey: true }];
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function group(value: unknown): Record<string, unknown> {
  return isGroup(value) ? value : {};
}
