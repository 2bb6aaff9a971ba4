import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';
import { CasegraphError } from '../../../src/contract/index.ts';
import type { Call, SendResponse } from '../../../src/contract/index.ts';

export interface Listening {
  readonly address: string;
  /** Requests as they arrived: `GET /v2/incidents?…`. */
  readonly requests: string[];
  readonly call: (signal?: AbortSignal) => Call;
  readonly close: () => Promise<void>;
}

export async function listen(app: Express, requests: string[]): Promise<Listening> {
  const server = await new Promise<Server>((resolve) => {
    const started: Server = app.listen(0, '127.0.0.1', () => resolve(started));
  });
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    address,
    requests,
    call: callsTo(address),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** Sends over HTTP with the promises of `Send`. */
function callsTo(address: string): Listening['call'] {
  return (signal = new AbortController().signal) => ({
    signal,
    now: () => Date.parse('2026-11-22T12:00:00Z'),
    send: async ({ method, path, json, headers }) => {
      if (signal.aborted) throw new CasegraphError('cancelled', 'The request was cancelled.');
      const response = await fetch(`${address}${path}`, {
        method,
        redirect: 'manual',
        headers: { authorization: 'Bearer test', 'content-type': 'application/json', ...headers },
        ...(json === undefined ? {} : { body: JSON.stringify(json) }),
      });
      return received(address, response);
    },
  });
}

async function received(address: string, response: Response): Promise<SendResponse> {
  const { status } = response;
  const text = await response.text();
  const kind =
    status === 401
      ? 'upstream-unauthorized'
      : status === 429
        ? 'upstream-rate-limited'
        : 'upstream-unavailable';
  if (status === 401 || status === 429 || status >= 500)
    throw new CasegraphError(kind, 'The upstream did not answer.', { detail: text });
  const isJson = (response.headers.get('content-type') ?? '').includes('json');
  const headers = Object.fromEntries(response.headers);
  return {
    status,
    headers,
    json: isJson ? (JSON.parse(text) as unknown) : undefined,
    text,
    instance: address,
  };
}
