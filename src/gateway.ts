import { dirname, join } from 'node:path';
import { Watch, type Place } from './config/watch.ts';
import type { Config } from './config/index.ts';
import { Generations as Writes } from './engine/generations.ts';
import { Live, type LiveOptions, type Reload } from './gateway/live.ts';
import type { Lifetime } from './gateway/generation.ts';
import { schemaFiles } from './graphql/declaration/read.ts';
import { GRAPHQL_PATH, PLAYGROUND_PATH, startHttp, type PersonaToken } from './http/index.ts';
import { CallLog } from './observe/call-log/call-log.ts';
import type { Log } from './observe/log.ts';
import { Ingress } from './sync/events/ingress.ts';
import { Hints } from './sync/hints.ts';

export { ADAPTERS } from './gateway/adapters.ts';
export type { Reload } from './gateway/live.ts';
export { problemText, type ReloadProblem } from './gateway/reload-problem.ts';

/** A configuration that may change while it is served. */
export interface ConfigSource {
  /** The configuration as it is now. Throws ConfigError. */
  readonly read: () => Promise<Config>;
  /** Where it is read from; `null`: from nowhere that could be watched. The folders of declarations that it names are watched either way. */
  readonly file: string | null;
}

export interface GatewayOptions {
  /** With a source, changes of the configuration and of the declarations take effect while serving. */
  readonly config: Config | ConfigSource;
  readonly log: Log;
  /** Who can be acted as in the playground; only looked at in dev mode. */
  readonly personas?: () => Promise<readonly PersonaToken[]>;
  /** Hears how each reload ended, besides the log. */
  readonly reloaded?: (reload: Reload) => void;
}

export interface Gateway {
  readonly graphql: string;
  /** `null` where it is not served. */
  readonly playground: string | null;
  readonly health: string;
  /** Generations that are not closed yet: the one that answers, and old ones with requests under way. */
  readonly generations: number;
  /** Reads configuration and declarations anew, also where nothing is watched; never throws for what is wrong with them. */
  reload(): Promise<Reload>;
  close(): Promise<void>;
}

/** Puts the parts together and listens. Throws ConfigError, DeclarationError, or what keeps the port from being had. */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const { log } = options;
  const source = 'read' in options.config ? options.config : fixed(options.config);
  const watching = 'read' in options.config ? watchFor(source) : null;
  try {
    const live = await Live.start(liveOptions(options, watching?.read ?? source.read));
    const { server } = live.generation.config;
    const service = live.generation.service(live.status);
    const http = await startHttp({ ...service, host: server.host, port: server.port }).catch(
      async (error: unknown) => {
        await live.close();
        throw error;
      },
    );
    live.serve((next, status) => {
      warnOfRestart(server, next.config.server, log);
      return http.replace(next.service(status));
    });
    watching?.tell(() => void live.reload());
    live.generation.sync.start();
    return {
      graphql: `${http.url}${GRAPHQL_PATH}`,
      get playground() {
        return live.generation.config.server.playground ? `${http.url}${PLAYGROUND_PATH}` : null;
      },
      health: `${http.url}/health/ready`,
      get generations() {
        return live.open;
      },
      reload: () => live.reload(),
      close: async () => {
        watching?.watch.close();
        await http.close();
        await live.close();
      },
    };
  } catch (error) {
    watching?.watch.close();
    throw error;
  }
}

function fixed(config: Config): ConfigSource {
  return { read: () => Promise.resolve(config), file: null };
}

function liveOptions({ log, personas, reloaded }: GatewayOptions, read: LiveOptions['read']): LiveOptions {
  const hints = new Hints();
  const calls = new CallLog({ now: Date.now });
  const lifetime: Lifetime = {
    log,
    personas,
    connections: {
      now: Date.now,
      random: Math.random,
      bodies: () => calls.bodyChars,
      publish: (event, bodies) => {
        log.debug(event, event.kind);
        if (event.kind === 'upstream') calls.record(event, bodies);
      },
    },
    hints,
    ingress: new Ingress({ hints, now: Date.now, publish: (event) => log.debug(event, event.kind) }),
    calls,
    writes: new Writes(),
  };
  return { lifetime, read, told: reloaded ?? (() => undefined), now: Date.now };
}

/** Watches what a configuration is made of, from before it is read; changes that come before anybody listens are told then. */
function watchFor({ read, file }: ConfigSource) {
  let tell: (() => void) | null = null;
  let missed = false;
  const watch = new Watch({ changed: () => (tell === null ? (missed = true) : tell()) });
  const own: Place[] =
    file === null ? [] : [{ name: file, folder: dirname(file), files: () => Promise.resolve([file]) }];
  let reads = 0;
  return {
    watch,
    read: async (): Promise<Config> => {
      await (reads++ === 0 ? watch.follow(own) : watch.mark());
      const config = await read();
      await watch.follow([...own, ...config.tables.schema.map(schemaPlace)]);
      return config;
    },
    tell(listener: () => void): void {
      tell = listener;
      if (missed) listener();
    },
  };
}

function schemaPlace(folder: string): Place {
  return {
    name: `${folder}/`,
    folder,
    files: async () => (await schemaFiles(folder)).map((path) => join(folder, path)),
  };
}

function warnOfRestart(listening: Config['server'], wanted: Config['server'], log: Log): void {
  for (const key of ['host', 'port'] as const) {
    if (listening[key] !== wanted[key])
      log.warn(
        { key: `server.${key}`, listening: listening[key], configured: wanted[key] },
        `server.${key} takes effect with a restart only; all else is taken now`,
      );
  }
}
