import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

export const KINDS = ['servicenow', 'salesforce', 'odata', 'rest', 'graphql'] as const;
export type Kind = (typeof KINDS)[number];

/** What a request is answered with. */
export type Evil = (request: IncomingMessage, response: ServerResponse, kind: Kind, round: number) => void;

/** A server that answers for all five kinds of systems, each below a path of its own, however a test wants it to. */
export interface HostileUpstream {
  readonly url: string;
  /** Headers and target of each request since `behave`. */
  readonly seen: { readonly path: string; readonly authorization: string | undefined }[];
  /** Bytes that went into sockets since `behave`. */
  readonly sent: () => number;
  behave(evil: Evil): void;
  close(): Promise<void>;
}

export async function startHostileUpstream(): Promise<HostileUpstream> {
  let evil: Evil = (_, response) => void response.writeHead(503).end();
  let round = 0;
  let before = 0;
  const seen: { path: string; authorization: string | undefined }[] = [];
  const sockets = new Set<IncomingMessage['socket']>();
  let closed = 0;
  const server = createServer((request, response) => {
    seen.push({ path: request.url ?? '', authorization: request.headers.authorization });
    const kind = KINDS.find((each) => request.url?.startsWith(`/${each}/`)) ?? 'rest';
    request.resume().on('end', () => evil(request, response, kind, (round += 1)));
    // A client that has heard enough cuts the connection.
    response.on('error', () => undefined);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => {
      sockets.delete(socket);
      closed += socket.bytesWritten;
    });
  });
  const total = (): number => [...sockets].reduce((sum, { bytesWritten }) => sum + bytesWritten, closed);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    sent: () => total() - before,
    behave: (next) => {
      evil = next;
      round = 0;
      before = total();
      seen.splice(0);
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const JSON_TYPE = { 'content-type': 'application/json' };

export function text(status: number, body: string, type = 'application/json'): Evil {
  return (_, response) => void response.writeHead(status, { 'content-type': type }).end(body);
}

/** A record as each system would write it: key, name, a whole number and a decimal. `more` stands in each as it is. */
export function record(
  kind: Kind,
  cells: { id?: unknown; name?: unknown; count?: unknown; amount?: unknown },
): object {
  if (kind === 'salesforce')
    return {
      attributes: { type: 'Thing__c' },
      ...('id' in cells ? { Id: cells.id } : {}),
      ...('name' in cells ? { Name: cells.name } : {}),
      ...('count' in cells ? { Count__c: cells.count } : {}),
      ...('amount' in cells ? { Amount__c: cells.amount } : {}),
      Account__c: 'ACC1',
    };
  if (kind === 'servicenow')
    return Object.fromEntries(
      Object.entries({ sys_id: cells.id, u_name: cells.name, u_count: cells.count, u_amount: cells.amount })
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => [name, { value, display_value: value }]),
    );
  return { ...cells, account: 'ACC1' };
}

/** The envelope of a list. `next`: what leads on, as each system says it. */
export function envelope(kind: Kind, records: readonly unknown[], next?: string): object {
  switch (kind) {
    case 'servicenow':
      return { result: records };
    case 'salesforce':
      return {
        totalSize: records.length,
        done: next === undefined,
        records,
        ...(next === undefined ? {} : { nextRecordsUrl: next }),
      };
    case 'odata':
      return { value: records, ...(next === undefined ? {} : { '@odata.nextLink': next }) };
    case 'rest':
      return { data: records, next: next ?? null };
    case 'graphql': {
      const pageInfo = { hasNextPage: next !== undefined, endCursor: next ?? null };
      return { data: { things: { nodes: records, pageInfo } } };
    }
  }
}

/** Answers with records, each time the same. */
export function records(of: (kind: Kind) => readonly unknown[]): Evil {
  return (_, response, kind) =>
    void response.writeHead(200, JSON_TYPE).end(JSON.stringify(envelope(kind, of(kind))));
}

/** JSON text in the place of the list of records. */
export function rawRecords(of: (kind: Kind) => string): Evil {
  return (_, response, kind) => {
    const body = JSON.stringify(envelope(kind, ['HERE'])).replace('"HERE"', () => of(kind));
    response.writeHead(200, JSON_TYPE).end(body);
  };
}

/** A body that goes on for so many bytes, a piece at a time and as fast as it is taken. */
export function endless(bytes: number): Evil {
  return (_, response) => {
    response.writeHead(200, JSON_TYPE);
    const piece = Buffer.alloc(65_536, 'a');
    let left = bytes;
    const more = (): void => {
      while (left > 0 && !response.destroyed) {
        left -= piece.length;
        if (!response.write(piece)) return void response.once('drain', more);
      }
      if (!response.destroyed) response.end('"');
    };
    response.write('"');
    more();
  };
}

const BOMB = gzipSync(Buffer.alloc(200 * 1024 * 1024, ' '), { level: 9 });

/** 200 MB of blanks in 200 KB. */
export const bomb: Evil = (_, response) =>
  void response.writeHead(200, { ...JSON_TYPE, 'content-encoding': 'gzip' }).end(BOMB);

/** One character every 50 ms, for as long as somebody listens. */
export const trickle: Evil = (_, response) => {
  response.writeHead(200, JSON_TYPE);
  const timer = setInterval(() => response.write(' '), 50);
  response.on('close', () => clearInterval(timer));
};
