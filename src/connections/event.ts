import type { ErrorKind } from '../contract/index.ts';
import type { BreakerState } from './breaker.ts';

/** One attempt: a request that was, or would have been, written to a socket. */
export interface UpstreamEvent {
  readonly kind: 'upstream';
  /** Name of the connection; `domain` names the child alias, if one was taken. */
  readonly alias: string;
  readonly domain: string | null;
  /** A request for rows, or one for a token. */
  readonly purpose: 'data' | 'token';
  readonly method: string;
  /** With the query; values of parameters named like secrets are masked. */
  readonly path: string;
  /** `null`: no answer. */
  readonly status: number | null;
  /** Bytes of the answer's body on the wire. */
  readonly bytes: number;
  readonly durationMs: number;
  /** From 1. */
  readonly attempt: number;
  readonly requestId: string;
  /** Subject of the viewer; `null`: the gateway for itself. */
  readonly viewer: string | null;
  readonly error?: ErrorKind;
}

/** The beginnings of what was sent and answered, for who keeps them; without this connection's own secrets, but else as they are. */
export interface Bodies {
  readonly sent: string | null;
  readonly answered: string | null;
}

export interface BreakerEvent {
  readonly kind: 'breaker';
  readonly alias: string;
  readonly domain: string | null;
  readonly state: BreakerState;
}

export type ConnectionEvent = UpstreamEvent | BreakerEvent;
