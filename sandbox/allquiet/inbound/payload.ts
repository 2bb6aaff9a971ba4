import type { SandboxRequest } from '../../http/service.ts';
import { Problem } from '../problem.ts';

/** What a mapping reads from: the body below the name of its kind, beside what else the request had. */
export interface Payload {
  readonly jsonBody?: unknown;
  readonly formBody?: Readonly<Record<string, string>>;
  readonly textBody?: string;
  readonly xmlBody?: string;
  /** Decided here: the rest of the request has these names. */
  readonly method: string;
  readonly query: Readonly<Record<string, string>>;
}

/** Sorts a request's body by its content type. Throws a 400 for JSON that is none; unknown types have no body. */
export function payloadOf({ method, query, headers, body }: SandboxRequest): Payload {
  const base = { method, query: Object.fromEntries(query) };
  const type = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  const text = body.toString('utf8');
  if (text === '') return base;
  switch (type) {
    case 'application/json':
      return { ...base, jsonBody: json(text) };
    case 'application/x-www-form-urlencoded':
      return { ...base, formBody: Object.fromEntries(new URLSearchParams(text)) };
    case 'text/plain':
      return { ...base, textBody: text };
    case 'text/xml':
    case 'application/xml':
    case 'application/xhtml+xml':
      return { ...base, xmlBody: text };
    default:
      return base;
  }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Problem(400, 'The body is not JSON.');
  }
}
