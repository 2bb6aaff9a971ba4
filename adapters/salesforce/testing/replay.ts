import { readFileSync } from 'node:fs';
import type { Call, SendRequest, SendResponse } from '../../../src/contract/index.ts';
import { CasegraphError } from '../../../src/contract/index.ts';

export interface Recorded {
  readonly status?: number;
  readonly json?: unknown;
  readonly text?: string;
}

export type Answering = (request: SendRequest, index: number) => Recorded | CasegraphError;

export interface Replay extends Call {
  readonly requests: SendRequest[];
}

/** A `send` that answers from a recording and keeps what was asked. */
export function replay(
  answering: Answering | readonly Recorded[],
  instance = 'https://acme.my.salesforce.com',
): Replay {
  const requests: SendRequest[] = [];
  return {
    requests,
    signal: new AbortController().signal,
    now: () => 0,
    async send(request): Promise<SendResponse> {
      const index = requests.push(request) - 1;
      const answer = typeof answering === 'function' ? answering(request, index) : answering[index];
      if (answer === undefined) throw new Error(`nothing recorded for request ${index}: ${request.path}`);
      if (answer instanceof CasegraphError) throw answer;
      return { status: 200, headers: {}, json: undefined, text: '', instance, ...answer };
    },
  };
}

export function recorded(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8'));
}

/** The SOQL of a request, decoded. */
export function soqlIn(request: SendRequest | undefined): string {
  return new URL(request?.path ?? '/', 'http://localhost').searchParams.get('q') ?? '';
}

export function results(records: readonly unknown[], more: Record<string, unknown> = {}): Recorded {
  return { json: { totalSize: records.length, done: true, records, ...more } };
}

/** The error of a promise that must fail with one. */
export async function failure(promise: Promise<unknown>): Promise<CasegraphError> {
  const outcome = await promise.then(
    (value) => new Error(`answered ${JSON.stringify(value)}`),
    (error: unknown) => error,
  );
  if (outcome instanceof CasegraphError) return outcome;
  throw outcome;
}
