import type { Send } from '../contract/index.ts';
import { aliasesOf, childDomain, resolveAlias } from './alias.ts';
import type { Alias } from './alias.ts';
import type { BreakerState } from './breaker.ts';
import { Channel } from './channel.ts';
import type { Deps } from './channel.ts';
import { identityOf } from './credentials.ts';
import type { Caller } from './operation.ts';
import { sameSettings } from './same.ts';
import { createSend } from './send.ts';
import type { ConnectionConfig } from './settings.ts';
import { TokenCache } from './token-cache.ts';

/** How a connection is doing, its child aliases and all addresses together. */
export interface ConnectionStatus {
  /** The worst of its circuit breakers. */
  readonly state: BreakerState;
  /** Requests on the wire, and waiting for a place. */
  readonly running: number;
  readonly waiting: number;
}

/** A connection, or one of its child aliases. */
export interface AliasName {
  readonly name: string;
  /** Domain path of the child alias; `null` for the connection itself. */
  readonly domain: string | null;
}

export interface Connections {
  /** `send` bound to a connection for one caller. An unknown name is a mistake of the start, and throws a plain Error. */
  readonly sender: (alias: string, caller: Caller) => Send;
  /**
   * The identity under which a caller reads rows of the connection, as a part of cache keys: `service`, or `viewer:` and the subject; where
   * the caller's domain has a child alias, that is part of it. Throws `upstream-unauthorized` where a viewer is needed and there is none.
   */
  readonly identityOf: (alias: string, caller: Pick<Caller, 'domain' | 'subject' | 'names'>) => string;
  /** Whether a caller's requests travel under the service's name or the viewer's own. */
  readonly actsAs: (alias: string, caller: Pick<Caller, 'domain'>) => Alias['identity'];
  readonly status: (alias: string) => ConnectionStatus;
  /** All aliases, in the order of the configuration, each connection before its children. */
  readonly aliases: () => readonly Alias[];
  /** The worst circuit breaker of one alias; closed where nothing was sent yet. */
  readonly state: (alias: AliasName) => BreakerState;
  /** The names of connections that were taken over from the predecessor as they are. */
  readonly kept: readonly string[];
  /** Cuts every socket that no successor has taken over; what is under way fails. */
  readonly close: () => Promise<void>;
  /** What is open, for a successor. */
  readonly lines: ReadonlyMap<string, Line>;
}

/** One connection with all that it has open and remembers: sockets, breakers, bounds, tokens. */
export interface Line {
  readonly config: ConnectionConfig;
  readonly tokens: TokenCache;
  /** How many use it; the last one closes it. */
  holders: number;
  /** By domain of the child alias, `null` for the connection itself; opened when first asked for. */
  readonly channels: Map<string | null, Channel>;
}

/**
 * Opens connections as they are first asked for. A predecessor's connection whose settings are the same is taken over with its sockets, tokens,
 * breakers and bounds; close the predecessor when its last request has ended.
 */
export function createConnections(
  configs: readonly ConnectionConfig[],
  deps: Deps,
  predecessor?: Pick<Connections, 'lines'>,
): Connections {
  const now = () => deps.now();
  const lines = new Map<string, Line>();
  const kept: string[] = [];
  let closed = false;
  for (const config of configs) {
    const before = predecessor?.lines.get(config.name);
    const same = before !== undefined && before.holders > 0 && sameSettings(before.config, config);
    if (same) kept.push(config.name);
    const line = same ? before : { config, tokens: new TokenCache(now), channels: new Map(), holders: 0 };
    line.holders += 1;
    lines.set(config.name, line);
  }

  const line = (name: string): Line => {
    const found = lines.get(name);
    if (!found) throw new Error(`no connection is named "${name}": ${[...lines.keys()].join(', ')}`);
    return found;
  };
  const channel = (name: string, domain: string): Channel => {
    const { config, channels, holders } = line(name);
    const child = childDomain(config, domain);
    const known = channels.get(child);
    if (known) return known;
    const opened = new Channel(resolveAlias(config, domain), deps);
    channels.set(child, opened);
    if (holders === 0) void opened.close();
    return opened;
  };
  return {
    sender: (name, caller) => createSend(channel(name, caller.domain), line(name).tokens, caller, now),
    identityOf: (name, caller) => identityOf(channel(name, caller.domain).alias, caller),
    actsAs: (name, { domain }) => channel(name, domain).alias.identity,
    status: (name) => statusOf([...line(name).channels.values()]),
    aliases: () => configs.flatMap(aliasesOf),
    state: ({ name, domain }) => {
      const opened = line(name).channels.get(domain);
      return statusOf(opened ? [opened] : []).state;
    },
    kept,
    lines,
    close: async () => {
      if (closed) return;
      closed = true;
      const over = [...lines.values()].filter((held) => (held.holders -= 1) === 0);
      await Promise.all(over.flatMap(({ channels }) => [...channels.values()].map((each) => each.close())));
    },
  };
}

function statusOf(channels: readonly Channel[]): ConnectionStatus {
  const states = channels.flatMap((each) => each.states);
  const worst = (['open', 'half-open'] as const).find((state) => states.includes(state));
  return {
    state: worst ?? 'closed',
    running: channels.reduce((sum, each) => sum + each.running, 0),
    waiting: channels.reduce((sum, each) => sum + each.waiting, 0),
  };
}
