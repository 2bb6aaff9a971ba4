import type { SandboxResponse } from '../../http/service.ts';
import { ApiError } from './api-error.ts';

const STANDING: Readonly<Record<string, string>> = {
  'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
  Server: 'ServiceNow',
  'Cache-Control': 'no-cache,no-store,must-revalidate,max-age=-1',
  Pragma: 'no-store,no-cache',
  Expires: '0',
};

/** The headers that every answer of the REST interface bears (facts 1.4). */
export function withStandingHeaders(
  answer: SandboxResponse,
  transaction: string,
  loggedIn: boolean,
): SandboxResponse {
  const headers = {
    'X-Is-Logged-In': String(loggedIn),
    'X-Transaction-ID': transaction.slice(0, 12),
    ...STANDING,
    'Server-Timing': 'sem_wait;dur=0, sesh_wait;dur=0',
    'Set-Cookie': [`JSESSIONID=${transaction.toUpperCase()}; Path=/; HttpOnly; SameSite=None; Secure`],
    ...answer.headers,
  };
  return { ...answer, headers };
}

export function json(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string | readonly string[]>> = {},
): SandboxResponse {
  return {
    status,
    headers: { 'Content-Type': 'application/json;charset=UTF-8', ...headers },
    body: JSON.stringify(body),
  };
}

export function result(
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): SandboxResponse {
  return json(status, { result: value }, headers);
}

export function failure(error: ApiError): SandboxResponse {
  const body = { error: { message: error.message, detail: error.detail }, status: 'failure' };
  return json(error.status, body, error.headers);
}
