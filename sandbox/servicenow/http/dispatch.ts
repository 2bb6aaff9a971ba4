import type { SandboxRequest, SandboxResponse } from '../../http/service.ts';
import { checkScope } from '../access/auth-scopes.ts';
import { authenticate } from '../access/authenticate.ts';
import type { Identity } from '../access/authenticate.ts';
import { handleBatch } from '../batch/handle.ts';
import type { Instance } from '../instance.ts';
import { handleStats } from '../stats/handle.ts';
import { tableContext } from '../table/context.ts';
import { handleTable } from '../table/handle.ts';
import { ApiError, unknownResource } from './api-error.ts';
import { failure, withStandingHeaders } from './answer.ts';
import { requireJsonAccepted } from './json-body.ts';
import { routeOf } from './route.ts';

function run(instance: Instance, identity: Identity, request: SandboxRequest): SandboxResponse {
  const { caller, scope } = identity;
  if (scope !== undefined) checkScope(scope, request.method, request.path, instance.options.authScopes ?? []);
  const limits = instance.limiter.take(request.method, request.path, caller);
  requireJsonAccepted(request);
  const answer = answerRoute(instance, identity, request);
  return { ...answer, headers: { ...answer.headers, ...limits } };
}

function answerRoute(instance: Instance, identity: Identity, request: SandboxRequest): SandboxResponse {
  const route = routeOf(request.path);
  if (route.kind === 'unknown') throw unknownResource();
  if (route.kind === 'batch') {
    if (request.method !== 'POST')
      throw new ApiError(405, 'Method not supported', 'Only POST is supported for this URI');
    return handleBatch(request, (item) => inner(instance, identity, item), instance.options.now);
  }
  const context = tableContext(instance, identity.caller, request, route.table, route.base);
  return route.kind === 'stats' ? handleStats(context) : handleTable(context, route.sysId);
}

/** One item of a batch: its failure is its own answer, and a batch in a batch is no resource. */
function inner(instance: Instance, identity: Identity, request: SandboxRequest): SandboxResponse {
  return guarded(() => {
    if (routeOf(request.path).kind === 'batch') throw unknownResource();
    return run(instance, identity, request);
  });
}

/** Turns a refusal into its answer. */
export function guarded(work: () => SandboxResponse): SandboxResponse {
  try {
    return work();
  } catch (error) {
    if (error instanceof ApiError) return failure(error);
    throw error;
  }
}

/** An authenticated call of the REST interface, with the headers every answer bears. */
export function dispatch(instance: Instance, request: SandboxRequest): SandboxResponse {
  let loggedIn = false;
  let user: string | undefined;
  const answer = guarded(() => {
    const identity = authenticate(instance, request);
    loggedIn = true;
    user = identity.caller.userName;
    return run(instance, identity, request);
  });
  const bare =
    request.method === 'HEAD'
      ? { status: answer.status, ...(answer.headers ? { headers: answer.headers } : {}) }
      : answer;
  const standing = withStandingHeaders(bare, instance.newSysId(), loggedIn);
  return user === undefined ? standing : { ...standing, user };
}
