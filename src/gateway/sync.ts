import { randomUUID } from 'node:crypto';
import { FOLLOWING_STATES } from '../cases/major/child-sync.ts';
import type { Config } from '../config/index.ts';
import type { Engine } from '../engine/engine.ts';
import type { Log } from '../observe/log.ts';
import type { Hints } from '../sync/hints.ts';
import { Lease } from '../sync/lease/lease.ts';
import { upstreamLeases } from '../sync/lease/upstream-lease.ts';
import { NoteSync } from '../sync/notes/note-sync.ts';
import { ownRows, type OpenRows } from '../sync/own-rows.ts';
import { ownTables } from '../sync/own-tables.ts';
import { Poller } from '../sync/poll/poller.ts';
import { GATEWAY_ITSELF } from './itself.ts';
import { ownEngine, type OwnDeclarations, type OwnEngineParts } from './own-engine.ts';

/** What follows changes upstream, for one generation. */
export interface Sync {
  /** Begins with what only one replica does at a time. */
  start(): void;
  /** Ends that, for a successor; resolves when nothing of it is under way any more. Those who watch go on. */
  handOver(): Promise<void>;
  close(): Promise<void>;
  /** The instance is looked at for changes, and the hints told, until the function that it answers is called. Nothing where no such instance is configured. */
  watch(): () => void;
}

export interface SyncParts extends OwnEngineParts {
  readonly config: Config;
  readonly hints: Hints;
  readonly log: Log;
}

/** Tables that everything here reads: records, their history, and leases. */
export function syncTables({ sync: { connection, lease } }: Config): OwnDeclarations {
  return new Map([['tables of the synchronisation', ownTables(connection, lease.table)]]);
}

const NOTHING: Sync = {
  start: () => undefined,
  handOver: () => Promise.resolve(),
  close: () => Promise.resolve(),
  watch: () => () => undefined,
};

/** Does nothing where the connection is not there, or not to a ServiceNow instance. */
export function createSync(parts: SyncParts): Sync {
  const { config, adapters, upstreams, log, hints } = parts;
  const { connection } = config.sync;
  const adapter = adapters.get(connection);
  if (adapter === undefined || adapter.kind !== 'servicenow') return NOTHING;
  // Made when it is first needed: most gateways that only answer queries never do.
  let engine: Engine | undefined;
  let opened: OpenRows | undefined;
  const open: OpenRows = (signal) => {
    engine ??= ownEngine(parts, syncTables(config), [connection]);
    opened ??= ownRows(engine, GATEWAY_ITSELF);
    return opened(signal);
  };
  const looking = { connection, open, ...clock(), log, ...pollTimes(config) };
  const watched = new Poller({ ...looking, tell: (hint) => hints.tell(hint) });
  const { enabled, rules } = config.sync.notes;
  const user = async (signal: AbortSignal): Promise<string> => {
    const send = upstreams.send(connection, { viewer: GATEWAY_ITSELF, requestId: 'sync-user', signal });
    return adapter.ping({ send, signal, now: Date.now });
  };
  let notes: Work | null = null;
  let over = false;
  const handOver = async (): Promise<void> => {
    over = true;
    await notes?.stop();
  };
  return {
    start: () => {
      if (enabled && rules === 'gateway' && !over) notes ??= startNotes(parts, open, looking, user);
    },
    handOver,
    close: async () => {
      await Promise.all([watched.stop(), handOver()]);
      engine?.close();
    },
    watch: () => watched.watch(Date.now()),
  };
}

interface Work {
  stop(): Promise<void>;
}

function startNotes(
  { config, hints, log }: SyncParts,
  open: OpenRows,
  looking: Omit<ConstructorParameters<typeof Poller>[0], 'tell'>,
  user: (signal: AbortSignal) => Promise<string>,
): Work {
  const { connection, notes, lease: leasing } = config.sync;
  const { enabled, fields } = config.cases.parentChildSync;
  const sync = new NoteSync({
    connection,
    hints,
    open,
    passedOn: {
      workNotes: enabled && fields.includes('work_notes'),
      followingStates: new Set<string>(FOLLOWING_STATES),
    },
    lookBack: notes.lookBack * 1_000,
    from: notes.from === undefined ? 0 : Date.parse(notes.from),
    writeDeadline: notes.writeDeadline * 1_000,
    drain: notes.drain * 1_000,
    ...clock(),
    log,
  });
  const poller = new Poller({
    ...looking,
    tell: (hint) => sync.take(hint),
    room: (signal) => sync.room(signal),
  });
  const lease = new Lease({
    purpose: 'notes',
    holder: randomUUID(),
    store: upstreamLeases(open, 'notes', leasing.table === 'sys_user_preference' ? user : null),
    term: leasing.term * 1_000,
    margin: leasing.margin * 1_000,
    ...clock(),
    log,
    changed: (leads) => {
      log.info(
        { purpose: 'notes', leads },
        leads ? 'this replica leads' : 'this replica does not lead any more',
      );
      sync.leads(leads);
    },
  });
  sync.start(lease, poller);
  return {
    stop: async () => {
      await sync.stop();
      await poller.stop();
      await lease.release();
    },
  };
}

function clock() {
  return { now: Date.now, random: Math.random };
}

function pollTimes({ sync: { poll } }: Config) {
  return { interval: poll.interval * 1_000, overlap: poll.overlap * 1_000 };
}
