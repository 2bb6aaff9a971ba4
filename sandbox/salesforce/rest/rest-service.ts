import type { SandboxRequest, SandboxResponse } from '../../http/service.ts';
import { bearerToken } from '../oauth/bearer.ts';
import type { Session } from '../oauth/sessions.ts';
import type { Org } from '../org.ts';
import { jsonBody } from './call.ts';
import type { Reply } from './call.ts';
import { standardHeaders } from './headers.ts';
import { notFound, restError } from './rest-error.ts';
import type { RestError } from './rest-error.ts';
import { route } from './router.ts';
import { VERSIONS, versionOf } from './versions.ts';

type Headers = Record<string, string>;

/** Everything below `/services/data`. The list of versions needs no login; all else does, and is counted. */
export function restService(request: SandboxRequest, org: Org): SandboxResponse {
  const [, , segment, ...path] = request.path.split('/').filter((part) => part !== '');
  if (segment === undefined) return respond({ status: 200, body: VERSIONS }, org);
  const session = authenticate(request, org);
  if ('status' in session) return respond(refused(session), org, { 'WWW-Authenticate': 'Token' });
  if (!org.usage.count()) {
    // The message is from memory; the code and the status are documented.
    return respond(
      refused(restError(403, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.')),
      org,
      usage(org),
    );
  }
  const version = versionOf(segment);
  if (version === undefined) return respond(refused(notFound()), org, usage(org));
  const { headers, query, origin } = request;
  const method = overridden(request);
  const body = jsonBody(request.body.toString('utf8'));
  const reply = route({ method, path, query, headers, body, version, origin, session, org });
  return { ...respond(reply, org, usage(org)), user: session.username };
}

/** No token and a wrong one are answered alike; a scheme that is neither Bearer nor OAuth is a bad header. */
function authenticate(request: SandboxRequest, org: Org): Session | RestError {
  const header = request.headers['authorization'];
  const token = bearerToken(request);
  if (header !== undefined && token === undefined) {
    return restError(401, 'INVALID_AUTH_HEADER', 'INVALID_HEADER_TYPE');
  }
  const session = token === undefined ? undefined : org.sessions.use(token);
  return session ?? restError(401, 'INVALID_SESSION_ID', 'Session expired or invalid');
}

/** Clients that cannot send PATCH post with `_HttpMethod=PATCH`. */
function overridden({ method, query }: SandboxRequest): string {
  return method === 'POST' ? (query.get('_HttpMethod')?.toUpperCase() ?? method) : method;
}

const usage = (org: Org) => ({ 'Sforce-Limit-Info': org.usage.header });

const refused = ({ status, body }: RestError): Reply => ({ status, body });

function respond(reply: Reply, org: Org, further: Headers = {}): SandboxResponse {
  const headers: Headers = {
    ...standardHeaders(),
    ...further,
    ...reply.headers,
    'X-Sfdc-Request-Id': requestId(org),
  };
  if (reply.body !== undefined) return { status: reply.status, headers, body: reply.body };
  delete headers['Content-Type'];
  return { status: reply.status, headers };
}

const requestId = (org: Org): string => Buffer.from(org.random(16)).toString('hex');
