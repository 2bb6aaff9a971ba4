import type { SandboxRequest, SandboxResponse, Service } from '../../http/service.ts';
import { createServiceNow } from '../index.ts';
import type { ServiceNowOptions } from '../index.ts';
import { smallWorld } from './small-world.ts';

/** The moment all tests of this folder live in: Tuesday, 10 March 2026, 15:30 UTC. */
export const NOW = Date.UTC(2026, 2, 10, 15, 30, 0);

export const CLIENTS = [
  { id: 'full', secret: 's3cret', user: 'ida.service', scope: 'useraccount' },
  { id: 'bare', secret: 's3cret', user: 'ida.service', scope: '' },
  { id: 'narrow', secret: 's3cret', user: 'ida.service', scope: 'incident_only' },
  { id: 'public', secret: '', scope: 'useraccount' },
];

export interface CallOptions {
  readonly method?: string;
  /** User name for Basic; default `ida.service`; null for none. */
  readonly as?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object is sent as JSON. */
  readonly body?: unknown;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** The parsed body; undefined when there is none or it is not JSON. */
  readonly json: unknown;
}

export function request(target: string, options: CallOptions = {}): SandboxRequest {
  const url = new URL(target, 'https://sandbox.example:8443');
  const user = options.as === undefined ? 'ida.service' : options.as;
  const basic = Buffer.from(`${user ?? ''}:pw-${user ?? ''}`).toString('base64');
  const { body } = options;
  return {
    method: options.method ?? 'GET',
    target,
    path: decodeURIComponent(url.pathname),
    query: url.searchParams,
    headers: { ...(user === null ? {} : { authorization: `Basic ${basic}` }), ...options.headers },
    body: Buffer.from(body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body)),
    origin: 'https://sandbox.example:8443',
  };
}

function plain(answer: SandboxResponse): Answer {
  const text = typeof answer.body === 'string' ? answer.body : '';
  const headers = Object.fromEntries(
    Object.entries(answer.headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]),
  );
  const isJson = (headers['content-type'] ?? '').startsWith('application/json') && text !== '';
  return { status: answer.status, headers, text, json: isJson ? (JSON.parse(text) as unknown) : undefined };
}

export type Call = (target: string, options?: CallOptions) => Promise<Answer>;

/** A server over the small world, and how to call it. */
export function smallServer(options: Partial<ServiceNowOptions> = {}): { service: Service; call: Call } {
  const service = createServiceNow(smallWorld(), {
    now: () => NOW,
    jwtPublicKeyPem: '',
    clients: CLIENTS,
    ...options,
  });
  const call: Call = async (target, how) => plain(await service.handle(request(target, how)));
  return { service, call };
}

/** The `result` of an answer, as a list of records. */
export function rows(answer: Answer): Record<string, unknown>[] {
  const { result } = answer.json as { result: Record<string, unknown>[] | Record<string, unknown> };
  return Array.isArray(result) ? result : [result];
}

/** The value of a field in each record, references as sys_ids. */
export function column(answer: Answer, name: string): unknown[] {
  return rows(answer).map((row) => row[name]);
}

export function query(table: string, encoded: string, more = ''): string {
  return `/api/now/table/${table}?sysparm_query=${encodeURIComponent(encoded)}${more}`;
}
