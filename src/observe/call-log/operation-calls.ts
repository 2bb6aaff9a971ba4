import type { UpstreamCall } from './call.ts';

/** Calls of one operation that its answer lists; more are only counted. */
const LISTED = 100;

/** What one operation has cost so far. */
export class OperationCalls {
  readonly name: string | null;
  readonly #masked: (call: UpstreamCall) => UpstreamCall;
  #requests = 0;
  #durationMs = 0;
  readonly #listed: UpstreamCall[] = [];
  /** What memory last said of reads through a connection. */
  readonly cached = new Map<string, UpstreamCall['cache']>();

  constructor(name: string | null, masked: (call: UpstreamCall) => UpstreamCall) {
    this.name = name;
    this.#masked = masked;
  }

  add(call: UpstreamCall): void {
    this.#requests += 1;
    this.#durationMs += call.durationMs;
    if (this.#listed.length < LISTED) this.#listed.push(call);
  }

  /** As it stands in an answer's extensions. `durationMs` adds up what ran at the same time. */
  summary(): object {
    const calls = this.#listed.map((kept) => {
      const call = this.#masked(kept);
      const { connection, domain, purpose, method, path, status, bytes, durationMs, attempt, cache, error } =
        call;
      const more = { ...(domain === null ? {} : { domain }), ...(error === null ? {} : { error }) };
      return { connection, purpose, method, path, status, bytes, durationMs, attempt, cache, ...more };
    });
    return { requests: this.#requests, durationMs: this.#durationMs, calls };
  }
}
