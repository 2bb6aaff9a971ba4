import type { Send } from '../contract/index.ts';
import { childDomain, resolveAlias } from './alias.ts';
import type { BreakerState } from './breaker.ts';
import { Channel } from './channel.ts';
import type { Deps } from './channel.ts';
import { identityOf } from './credentials.ts';
import type { Caller } from './operation.ts';
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

export interface Connections {
  /** `send` bound to a connection for one caller. An unknown name is a mistake of the start, and throws a plain Error. */
  readonly sender: (alias: string, caller: Caller) => Send;
  /**
   * The identity under which a caller reads rows of the connection, as a part of cache keys: `service`, or `viewer:` and the subject; where
   * the caller's domain has a child alias, that is part of it. Throws `upstream-unauthorized` where a viewer is needed and there is none.
   */
  readonly identityOf: (alias: string, caller: Pick<Caller, 'domain' | 'subject'>) => string;
  readonly status: (alias: string) => ConnectionStatus;
  /** Cuts every socket; what is under way fails. */
  readonly close: () => Promise<void>;
}

interface Line {
  readonly config: ConnectionConfig;
  /** By domain of the child alias, `null` for the connection itself; opened when first asked for. */
  readonly channels: Map<string | null, Channel>;
}

export function createConnections(configs: readonly ConnectionConfig[], deps: Deps): Connections {
  const now = () => deps.now();
  const tokens = new TokenCache(now);
  const lines = new Map<string, Line>();
  let closed = false;
  for (const config of configs) lines.set(config.name, { config, channels: new Map() });

  const line = (name: string): Line => {
    const found = lines.get(name);
    if (!found) throw new Error(`no connection is named "${name}": ${[...lines.keys()].join(', ')}`);
    return found;
  };
  const channel = (name: string, domain: string): Channel => {
    const { config, channels } = line(name);
    const child = childDomain(config, domain);
    const known = channels.get(child);
    if (known) return known;
    const opened = new Channel(resolveAlias(config, domain), deps);
    channels.set(child, opened);
    if (closed) void opened.close();
    return opened;
  };
  return {
    sender: (name, caller) => createSend(channel(name, caller.domain), tokens, caller, now),
    identityOf: (name, caller) => identityOf(channel(name, caller.domain).alias, caller.subject),
    status: (name) => statusOf([...line(name).channels.values()]),
    close: async () => {
      closed = true;
      const open = [...lines.values()].flatMap(({ channels }) => [...channels.values()]);
      await Promise.all(open.map((each) => each.close()));
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
