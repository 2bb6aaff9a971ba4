import { randomUUID } from 'node:crypto';
import type { Config } from '../config/index.ts';
import type { Log } from '../observe/log.ts';
import { forwardByHand, type Forwarded } from '../sync/forwarding/by-hand.ts';
import { checkMapping, type MappingProblem } from '../sync/forwarding/check-mapping.ts';
import type { ForwardingRule } from '../sync/forwarding/rule.ts';
import { forwardingTables, tablesOf, type RuleTables } from '../sync/forwarding/tables.ts';
import { toolPort, type ToolPort } from '../sync/forwarding/tool-port.ts';
import { ForwardingWatch } from '../sync/forwarding/watch.ts';
import { ForwardingWorker } from '../sync/forwarding/worker.ts';
import { Lease } from '../sync/lease/lease.ts';
import { upstreamLeases } from '../sync/lease/upstream-lease.ts';
import { ownRows, type OpenRows } from '../sync/own-rows.ts';
import { GATEWAY_ITSELF } from './itself.ts';
import { ownEngine, type OwnDeclarations } from './own-engine.ts';
import { syncTables, type Sync, type SyncParts } from './sync.ts';

/** Forwarding, for one generation. */
export interface Forwarding extends Omit<Sync, 'watch'> {
  /** Connections to the tools that rules forward from. */
  readonly connections: readonly string[];
  /** Forwards one incident at once; `domain`: sys_id of the domain that a new record is put in. Throws CasegraphError. */
  forward(from: string, key: string, domain: string | null, signal: AbortSignal): Promise<Forwarded>;
  /** Compares the mappings with what the systems have, by the connection to the tool. Throws CasegraphError. */
  check(signal: AbortSignal): Promise<ReadonlyMap<string, readonly MappingProblem[]>>;
}

interface Route {
  readonly rule: ForwardingRule;
  readonly tables: RuleTables;
  readonly tool: ToolPort;
}

/** Throws DeclarationError for tables that cannot be, and Error for connections to systems without incidents. */
export function createForwarding(parts: SyncParts): Forwarding | null {
  const { config } = parts;
  if (config.forwarding.length === 0) return null;
  const rules = config.forwarding.map(ruleOf);
  const connections = [config.sync.connection, ...rules.map(({ to }) => to)];
  const engine = ownEngine(parts, tablesFor(config, rules), connections);
  const open = ownRows(engine, GATEWAY_ITSELF);
  const routes = rules.map((rule, index) => ({ rule, tables: tablesOf(index), tool: portOf(parts, rule) }));
  let work: Work | null = null;
  let over = false;
  const handOver = async (): Promise<void> => {
    over = true;
    await work?.stop();
  };
  return {
    connections: rules.map(({ from }) => from),
    start: () => {
      if (!over) work ??= startWork(parts, routes, open);
    },
    handOver,
    close: async () => {
      await handOver();
      engine.close();
    },
    forward: async (from, key, domain, signal) => {
      const route = routes.find(({ rule }) => rule.from === from);
      if (route === undefined) throw new Error(`nothing is forwarded from ${from}`);
      const forwarded = await forwardByHand({ ...route, open, now: Date.now }, key, domain, signal);
      parts.hints.tell({ connection: from, object: 'incidents', key, at: Date.now(), via: 'write' });
      return forwarded;
    },
    check: async (signal) => {
      const found = await Promise.all(
        routes.map(async ({ rule, tables, tool }) => {
          const problems = await checkMapping(rule, tables, open(signal), tool, signal);
          return [rule.from, problems] as const;
        }),
      );
      return new Map(found);
    },
  };
}

/** The same start and end for both. */
export function together(sync: Sync, forwarding: Forwarding | null): Sync {
  if (forwarding === null) return sync;
  const both = async (act: (each: Omit<Sync, 'watch'>) => Promise<void>): Promise<void> => {
    await Promise.all([act(sync), act(forwarding)]);
  };
  return {
    start: () => {
      sync.start();
      forwarding.start();
    },
    handOver: () => both((each) => each.handOver()),
    close: () => both((each) => each.close()),
    watch: () => sync.watch(),
  };
}

interface Work {
  stop(): Promise<void>;
}

function startWork(parts: SyncParts, routes: readonly Route[], open: OpenRows): Work {
  const { config, log } = parts;
  const lines = routes.map((route) => lineOf(parts, route, open));
  const leasing = config.sync.lease;
  const checking = new AbortController();
  const lease = new Lease({
    purpose: 'forwarding',
    holder: randomUUID(),
    store: upstreamLeases(open, 'forwarding', leasing.table === 'sys_user_preference' ? userOf(parts) : null),
    term: leasing.term * 1_000,
    margin: leasing.margin * 1_000,
    ...clock(),
    log,
    changed: (leads) => {
      log.info(
        { purpose: 'forwarding', leads },
        leads ? 'this replica leads' : 'this replica does not lead any more',
      );
      for (const line of lines) line.leads(leads);
    },
  });
  for (const line of lines) line.worker.start(lease);
  void tellMappings(routes, open, log, checking.signal);
  return {
    stop: async () => {
      checking.abort();
      await Promise.all(lines.map((line) => line.stop()));
      await lease.release();
    },
  };
}

/** A worker with what finds changes for it. */
function lineOf({ config, hints, log }: SyncParts, { rule, tables, tool }: Route, open: OpenRows) {
  const { notes, poll } = config.sync;
  const worker: ForwardingWorker = new ForwardingWorker({
    rule,
    tables,
    tool,
    hints,
    open,
    writeDeadline: notes.writeDeadline * 1_000,
    drain: notes.drain * 1_000,
    ...clock(),
    log,
    lookAgain: (since) => watch.lookAgain(Math.max(since, Date.now() - notes.lookBack * 1_000)),
  });
  const watch = new ForwardingWatch({
    rule,
    tables,
    tool,
    open,
    tell: (hint) => worker.take(hint),
    room: (signal) => worker.room(signal),
    interval: poll.interval * 1_000,
    overlap: poll.overlap * 1_000,
    ...clock(),
    log,
  });
  let ending: Promise<void> = Promise.resolve();
  const leads = (leading: boolean): void => {
    worker.leads(leading);
    ending = ending.then(() => {
      if (!leading) return watch.stop();
      watch.start(Date.now() - notes.lookBack * 1_000);
    });
  };
  const stop = async (): Promise<void> => {
    await worker.stop();
    leads(false);
    await ending;
  };
  return { worker, leads, stop };
}

/** What ServiceNow would drop without a word is told when the gateway starts; nothing waits for it. */
async function tellMappings(
  routes: readonly Route[],
  open: OpenRows,
  log: Log,
  stop: AbortSignal,
): Promise<void> {
  const signal = AbortSignal.any([stop, AbortSignal.timeout(60_000)]);
  for (const { rule, tables, tool } of routes) {
    const problems = await checkMapping(rule, tables, open(signal), tool, signal).catch(() => []);
    if (stop.aborted) return;
    for (const { message, hint } of problems)
      log.warn({ from: rule.from, problem: message, hint }, 'look at the mapping');
  }
}

function portOf({ adapters, upstreams }: SyncParts, { from }: ForwardingRule): ToolPort {
  const tool = adapters.get(from)?.incidents;
  if (tool === undefined)
    throw new Error(`the connection ${from} is not to a tool whose incidents can be forwarded`);
  let operations = 0;
  const sender = (signal: AbortSignal) => {
    operations += 1;
    return upstreams.send(from, { viewer: GATEWAY_ITSELF, requestId: `forwarding-${operations}`, signal });
  };
  return toolPort(tool, sender, Date.now);
}

function userOf({ config, adapters, upstreams }: SyncParts) {
  const { connection } = config.sync;
  return async (signal: AbortSignal): Promise<string> => {
    const adapter = adapters.get(connection);
    if (adapter === undefined) throw new Error(`there is no connection ${connection}`);
    const send = upstreams.send(connection, { viewer: GATEWAY_ITSELF, requestId: 'forwarding-user', signal });
    return adapter.ping({ send, signal, now: Date.now });
  };
}

function ruleOf({ close, ...rule }: Config['forwarding'][number]): ForwardingRule {
  return { ...rule, close: { ...close, notes: close.notes ?? `Resolved in ${rule.from}.` } };
}

function tablesFor(config: Config, rules: readonly ForwardingRule[]): OwnDeclarations {
  const own = rules.map(
    (rule, index) => [`tables of forwarding from ${rule.from}`, forwardingTables(rule, index)] as const,
  );
  return new Map([...syncTables(config), ...own]);
}

function clock() {
  return { now: Date.now, random: Math.random };
}
