import type { SandboxResponse } from '../../http/service.ts';
import { ApiError } from '../http/api-error.ts';
import type { TableContext } from './context.ts';
import { list, one } from './read.ts';
import { create, remove, update } from './write.ts';

/** The verb, which X-http-method-override may replace. */
export function methodOf(context: { readonly request: TableContext['request'] }): string {
  return (context.request.headers['x-http-method-override'] ?? context.request.method).toUpperCase();
}

function dispatch(context: TableContext, method: string, sysId: string | undefined): SandboxResponse {
  if (method === 'GET' || method === 'HEAD') return sysId === undefined ? list(context) : one(context, sysId);
  if (method === 'POST' && sysId === undefined) return create(context);
  if ((method === 'PUT' || method === 'PATCH') && sysId !== undefined) return update(context, sysId);
  if (method === 'DELETE' && sysId !== undefined) return remove(context, sysId);
  throw new ApiError(405, 'Method not supported', `${method} is not supported for this URI`);
}

/** One Table API request; X-no-response-body leaves the body of the answer out. */
export function handleTable(context: TableContext, sysId: string | undefined): SandboxResponse {
  const answer = dispatch(context, methodOf(context), sysId);
  if (context.request.headers['x-no-response-body'] !== 'true') return answer;
  return { status: answer.status, ...(answer.headers ? { headers: answer.headers } : {}) };
}
