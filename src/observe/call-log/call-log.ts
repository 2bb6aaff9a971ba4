import type { CallCache, UpstreamCall } from './call.ts';
import { matches, type CallFilter } from './filter.ts';
import { MaskedCalls } from './masked.ts';
import { OperationCalls } from './operation-calls.ts';
import { judgeOf, PERSONAL } from './personal-names.ts';
import { Ring } from './ring.ts';

export interface CallLogSettings {
  /** Calls that are kept; 0: none. */
  readonly entries: number;
  /** Bytes that they may take in memory. */
  readonly bytes: number;
  /** Characters of each body that are kept; 0: none. */
  readonly bodyChars: number;
  /** Names of columns, keys and parameters whose values are masked. */
  readonly personal: readonly string[];
}

export const CALL_LOG_DEFAULTS: CallLogSettings = {
  entries: 1000,
  bytes: 4_194_304,
  bodyChars: 1024,
  personal: PERSONAL,
};

/** A call as it is heard of. */
export type HeardCall = Pick<
  UpstreamCall,
  | 'domain'
  | 'purpose'
  | 'method'
  | 'path'
  | 'status'
  | 'bytes'
  | 'durationMs'
  | 'attempt'
  | 'requestId'
  | 'viewer'
> & { readonly alias: string; readonly error?: string };

export interface HeardBodies {
  readonly sent: string | null;
  readonly answered: string | null;
}

/** Reads of tables that something is remembered of, as far as it matters here. */
export interface HeardRead {
  readonly connection: string;
  readonly state: string;
  readonly requestId: string;
}

interface Asker {
  readonly requestId: string;
  readonly viewer: string | null;
}

/** Operations that are followed at a time; others are only not named. */
const FOLLOWED = 5_000;

/**
 * What was asked of other systems lately. What it shows is masked: nothing of it is secret or, by its name or shape, personal. Lives as long as the process.
 */
export class CallLog {
  readonly #now: () => number;
  #settings: CallLogSettings;
  #masked: MaskedCalls;
  #ring: Ring;
  #count = 0;
  /** By viewer and request id: two viewers may send the same id. */
  readonly #operations = new Map<string, { calls: OperationCalls; users: number }>();

  constructor({ now, settings = CALL_LOG_DEFAULTS }: { now: () => number; settings?: CallLogSettings }) {
    this.#now = now;
    this.#settings = settings;
    this.#masked = new MaskedCalls(judgeOf(settings.personal));
    this.#ring = new Ring(settings);
  }

  /** Takes other settings. What was kept is forgotten with a change. */
  configure(settings: CallLogSettings): void {
    if (JSON.stringify(settings) === JSON.stringify(this.#settings)) return;
    this.#settings = settings;
    this.#masked = new MaskedCalls(judgeOf(settings.personal));
    this.#ring = new Ring(settings);
  }

  /** Characters of bodies that are wanted with each call. */
  get bodyChars(): number {
    return this.#settings.entries === 0 ? 0 : this.#settings.bodyChars;
  }

  get size(): { readonly entries: number; readonly bytes: number } {
    return this.#ring.size;
  }

  /** From now on calls with this request id and viewer belong to an operation. End it. */
  open(asker: Asker, name: string | null): { readonly calls: OperationCalls; readonly end: () => void } {
    const key = keyOf(asker);
    const open = this.#operations.get(key) ?? {
      calls: new OperationCalls(name, (call) => this.#masked.of(call)),
      users: 0,
    };
    open.users += 1;
    if (this.#operations.size < FOLLOWED) this.#operations.set(key, open);
    const end = (): void => {
      open.users -= 1;
      if (open.users === 0 && this.#operations.get(key) === open) this.#operations.delete(key);
    };
    return { calls: open.calls, end };
  }

  /** Hears of a read, and remembers why memory did not answer it for the calls that follow. */
  read(read: HeardRead, viewer: string | null): void {
    if (read.state !== 'miss' && read.state !== 'refresh') return;
    this.#operations
      .get(keyOf({ requestId: read.requestId, viewer }))
      ?.calls.cached.set(read.connection, read.state);
  }

  record(heard: HeardCall, bodies: HeardBodies | undefined): void {
    const open = this.#operations.get(keyOf(heard));
    if (this.#settings.entries === 0 && open === undefined) return;
    const call = this.#callOf(heard, bodies, open?.calls);
    open?.calls.add(call);
    if (this.#settings.entries > 0) this.#ring.add(call);
  }

  /** The newest calls that match, the oldest of them first. */
  last(filter: CallFilter, count: number): UpstreamCall[] {
    const found: UpstreamCall[] = [];
    for (const call of this.#ring.newest()) {
      if (found.length >= count) break;
      if (matches(call, filter)) found.push(call);
    }
    return found.reverse().map((call) => this.#masked.of(call));
  }

  #callOf(
    heard: HeardCall,
    bodies: HeardBodies | undefined,
    operation: OperationCalls | undefined,
  ): UpstreamCall {
    const { alias, purpose, error = null } = heard;
    return {
      number: (this.#count += 1),
      at: this.#now(),
      connection: alias,
      domain: heard.domain,
      purpose,
      operation: operation?.name ?? null,
      viewer: heard.viewer,
      requestId: heard.requestId,
      method: heard.method,
      path: bounded(heard.path),
      sent: bodies?.sent ?? null,
      status: heard.status,
      bytes: heard.bytes,
      answered: bodies?.answered ?? null,
      durationMs: heard.durationMs,
      attempt: heard.attempt,
      cache: purpose === 'token' ? 'none' : (operation?.cached.get(alias) ?? 'none'),
      error,
    };
  }
}

function keyOf({ requestId, viewer }: Asker): string {
  return `${requestId}\n${viewer ?? ''}`;
}

/** Longest path that is kept. */
const LONGEST = 4096;

/** A copy of its own where it is cut: a piece of a string keeps the whole of it in memory. */
function bounded(path: string): string {
  return path.length > LONGEST ? Buffer.from(path.slice(0, LONGEST)).toString() : path;
}

export type { CallCache, UpstreamCall };
