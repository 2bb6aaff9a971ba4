import { sharingFor } from '../data/sharing.ts';
import type { Session } from '../oauth/sessions.ts';
import type { Org } from '../org.ts';
import type { QueryContext } from '../soql/context.ts';
import { badRequest, methodNotAllowed } from './rest-error.ts';

/** One request to a versioned resource, from the wire or from inside a composite request. */
export interface Call {
  readonly method: string;
  /** Decoded path segments behind the version. */
  readonly path: readonly string[];
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed JSON; throws RestError JSON_PARSER_ERROR when there is none or it is broken. */
  body(): unknown;
  readonly version: string;
  readonly origin: string;
  readonly session: Session;
  readonly org: Org;
}

export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Undefined: no content. */
  readonly body?: unknown;
}

export const ok = (body: unknown): Reply => ({ status: 200, body });

/** HEAD is allowed wherever GET is. */
export function allowMethods(call: Call, ...methods: readonly string[]): void {
  const allowed = methods.includes('GET') ? [...methods, 'HEAD'] : methods;
  if (!allowed.includes(call.method)) throw methodNotAllowed(call.method, allowed);
}

export function queryContext(call: Call, includeDeleted: boolean): QueryContext {
  const { org, session, version } = call;
  const sees = sharingFor(session, org.options);
  const { currencies } = org.options;
  return {
    store: org.store,
    now: org.now(),
    userId: session.userId,
    sees,
    version,
    currencies,
    includeDeleted,
  };
}

/** A JSON body, read once it is needed. */
export function jsonBody(text: string): () => unknown {
  return () => {
    if (text.trim() === '') {
      const message = 'The HTTP entity body is required, but this request has no entity body.';
      throw badRequest('JSON_PARSER_ERROR', message);
    }
    try {
      return JSON.parse(text) as unknown;
    } catch {
      throw badRequest('JSON_PARSER_ERROR', 'The request body is not well-formed JSON');
    }
  };
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
