import { CasegraphError } from '../contract/index.ts';
import type { Alias } from './alias.ts';
import { decompress, parseBody } from './body.ts';
import type { BreakerState, Verdict } from './breaker.ts';
import { Bulkhead, QueueFullError } from './bulkhead.ts';
import type { Release } from './bulkhead.ts';
import type { Bodies, ConnectionEvent, UpstreamEvent } from './event.ts';
import { exchange } from './exchange.ts';
import type { WireRequest } from './exchange.ts';
import { breakdown, malformed, refusal, unavailable } from './failure.ts';
import type { Answer, Failure } from './failure.ts';
import { maskPath, prefixOf } from './mask.ts';
import type { Operation } from './operation.ts';
import { Origins } from './origins.ts';
import type { Origin } from './origins.ts';
import { RetryBudget } from './retry-budget.ts';
import { mayRepeat, parseRetryAfter, pauseBefore } from './retry.ts';
import { wait } from './wait.ts';

export interface Deps {
  /** Milliseconds since 1970. */
  now(): number;
  /** From 0 up to, not including, 1. */
  random(): number;
  /** `bodies` come with what was sent for rows, where {@link Deps.bodies} asks for them. */
  publish(event: ConnectionEvent, bodies?: Bodies): void;
  /** Characters of bodies that somebody wants to keep; absent or 0: nobody does, and nothing is spent on them. */
  bodies?(): number;
}

/** What is to be sent, less what a channel adds. */
export interface Order {
  readonly purpose: UpstreamEvent['purpose'];
  readonly method: WireRequest['method'];
  /** Scheme, host and port. */
  readonly origin: string;
  /** From the root of the origin, with the query; sent as it stands. */
  readonly path: string;
  readonly idempotent: boolean;
  /** Text that is not JSON is kept whole. */
  readonly wholeText?: boolean;
  /** Made anew for each attempt: an assertion may be used once only. */
  compose(): Parcel | Promise<Parcel>;
}

export interface Parcel {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  /** What must not be seen in logs should the upstream repeat it. */
  readonly secrets: readonly string[];
}

/** The answer's body, decompressed, once there is one. */
interface Heard {
  body: Buffer | null;
}

/** A wait of so many milliseconds without an answer counts against the upstream, even if the caller had no more time. */
const LONG = 5000;

/** One alias on the wire: its bounds, its sockets and its memory of failures. */
export class Channel {
  readonly alias: Alias;
  readonly #deps: Deps;
  readonly #bulkhead: Bulkhead;
  readonly #budget: RetryBudget;
  readonly #origins: Origins;
  #closed = false;

  constructor(alias: Alias, deps: Deps) {
    this.alias = alias;
    this.#deps = deps;
    this.#bulkhead = new Bulkhead(alias.limits.concurrency, alias.limits.queue);
    this.#budget = new RetryBudget(alias.limits.retryShare);
    this.#origins = new Origins(alias, {
      now: () => deps.now(),
      random: () => deps.random(),
      changed: (state: BreakerState) =>
        deps.publish({ kind: 'breaker', alias: alias.name, domain: alias.domain, state }),
    });
  }

  get running(): number {
    return this.#bulkhead.running;
  }

  get waiting(): number {
    return this.#bulkhead.waiting;
  }

  get states(): BreakerState[] {
    return this.#origins.breakers().map((breaker) => breaker.state);
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#origins.close();
  }

  /** The answer, repeated where that is safe and allowed. Any status below 500 but 429; throws CasegraphError for the rest. */
  async perform(operation: Operation, order: Order): Promise<Answer> {
    this.#budget.deposit();
    for (let attempt = 1; ; attempt += 1) {
      const result = await this.#attempt(operation, order, attempt);
      if (!('error' in result)) return result;
      const pause = this.#pause(result, operation, order, attempt);
      if (pause === null) throw result.error;
      await wait(pause, operation.signal);
    }
  }

  /** Milliseconds until the next attempt; `null`: there is none. */
  #pause(failure: Failure, operation: Operation, order: Order, attempt: number): number | null {
    if (operation.signal.aborted || this.#closed || attempt > this.alias.limits.retries) return null;
    if (!mayRepeat(failure.ending, order.idempotent)) return null;
    const pause = pauseBefore(failure.ending, attempt, () => this.#deps.random());
    // Waiting longer than there is time for helps nobody: the caller hears at once when to come back.
    if (pause >= operation.remaining()) return null;
    return this.#budget.withdraw() ? pause : null;
  }

  async #attempt(operation: Operation, order: Order, attempt: number): Promise<Answer | Failure> {
    const origin = this.#origin(order.origin);
    // Asked before the queue, so that nobody queues for a refusal, and again after it, since much may have happened.
    if (origin.breaker.refuses) throw this.#refusedByBreaker(origin);
    const release = await this.#place(operation.signal);
    try {
      const parcel = await order.compose();
      const report = origin.breaker.enter();
      if (!report) throw this.#refusedByBreaker(origin);
      return await this.#run(operation, order, parcel, attempt, origin, report);
    } finally {
      release();
    }
  }

  async #run(
    operation: Operation,
    order: Order,
    parcel: Parcel,
    attempt: number,
    origin: Origin,
    report: (verdict: Verdict) => void,
  ): Promise<Answer | Failure> {
    const started = this.#deps.now();
    const seen = { status: null as number | null, bytes: 0 };
    const heard: Heard = { body: null };
    const result = await this.#exchange(operation, order, parcel, origin, seen, heard);
    const durationMs = this.#deps.now() - started;
    const failed = 'error' in result;
    report(failed ? this.#verdict(result, durationMs) : 'success');
    const event: UpstreamEvent = {
      kind: 'upstream',
      alias: this.alias.name,
      domain: this.alias.domain,
      purpose: order.purpose,
      method: order.method,
      path: maskPath(order.path),
      ...seen,
      durationMs,
      attempt,
      requestId: operation.requestId,
      viewer: operation.viewer,
      ...(failed ? { error: result.error.kind } : {}),
    };
    this.#deps.publish(event, this.#bodies(order, parcel, heard));
    return result;
  }

  /** What is sent for a token, and what comes back, is made of secrets: it is never handed on. */
  #bodies({ purpose }: Order, { body, secrets }: Parcel, heard: Heard): Bodies | undefined {
    const most = this.#deps.bodies?.() ?? 0;
    if (most === 0 || purpose === 'token') return undefined;
    return { sent: prefixOf(body, most, secrets), answered: prefixOf(heard.body, most, secrets) };
  }

  async #exchange(
    operation: Operation,
    order: Order,
    parcel: Parcel,
    origin: Origin,
    seen: { status: number | null; bytes: number },
    heard: Heard,
  ): Promise<Answer | Failure> {
    const { name, limits } = this.alias;
    const { method, path } = order;
    const request = { method, path, headers: parcel.headers, body: parcel.body };
    try {
      const raw = await exchange(origin.pool, request, limits.maxBytes, operation.signal);
      seen.status = raw.status;
      seen.bytes = raw.body.length;
      const body = await decompress(raw, limits.maxBytes);
      heard.body = body;
      const { malformed: broken, ...parsed } = parseBody(raw.headers['content-type'], body, order.wholeText);
      const answer: Answer = { status: raw.status, headers: raw.headers, ...parsed };
      if (broken && raw.status >= 200 && raw.status < 300) return malformed(name, answer, parcel.secrets);
      const after = parseRetryAfter(raw.headers['retry-after'], this.#deps.now());
      return refusal(name, answer, after, parcel.secrets) ?? answer;
    } catch (cause) {
      const failure = breakdown(name, cause);
      if (!operation.signal.aborted) return failure;
      return { ...failure, error: operation.signal.reason as CasegraphError };
    }
  }

  /** A caller that left, or was in a hurry, says nothing about the upstream. */
  #verdict(failure: Failure, durationMs: number): Verdict {
    if (failure.error.kind === 'cancelled') return 'neither';
    if (failure.error.kind !== 'upstream-timeout') return failure.verdict;
    return durationMs >= Math.min(LONG, this.alias.limits.deadline * 500) ? 'failure' : 'neither';
  }

  async #place(signal: AbortSignal): Promise<Release> {
    try {
      return await this.#bulkhead.enter(signal);
    } catch (cause) {
      if (!(cause instanceof QueueFullError)) throw cause;
      const connection = this.alias.name;
      const message = `Too many requests to "${connection}" are waiting.`;
      throw new CasegraphError('upstream-rate-limited', message, { connection, retryAfter: 1, cause });
    }
  }

  #origin(origin: string): Origin {
    if (this.#closed) {
      const connection = this.alias.name;
      throw new CasegraphError('upstream-unavailable', unavailable(connection), {
        connection,
        detail: 'closed',
      });
    }
    return this.#origins.at(origin);
  }

  #refusedByBreaker(origin: Origin): CasegraphError {
    const connection = this.alias.name;
    return new CasegraphError('upstream-unavailable', unavailable(connection), {
      connection,
      retryAfter: Math.max(1, Math.ceil(origin.breaker.wait / 1000)),
      detail: 'circuit breaker open',
    });
  }
}
