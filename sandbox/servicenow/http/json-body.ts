import type { SandboxRequest } from '../../http/service.ts';
import { ApiError, badJson } from './api-error.ts';

const QUOTED = /"(?:[^"\\]|\\.)*"|'((?:[^'\\]|\\.)*)'/gs;

/** The platform's reader takes single quotes too: its own documentation sends `{'urgency':'1'}`. */
function withDoubleQuotes(text: string): string {
  return text.replace(QUOTED, (all, inner: string | undefined) =>
    inner === undefined ? all : JSON.stringify(inner.replaceAll("\\'", "'")),
  );
}

export function parseLenientJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    try {
      return JSON.parse(withDoubleQuotes(text));
    } catch (error) {
      throw badJson(error instanceof Error ? error.message : 'not JSON');
    }
  }
}

/** The request's JSON; an empty body is an empty object. 415 for any other kind of content. */
export function readJsonBody(request: SandboxRequest): unknown {
  const type =
    (request.headers['content-type'] ?? 'application/json').split(';')[0]?.trim().toLowerCase() ?? '';
  if (type !== 'application/json' && type !== '') {
    throw new ApiError(
      415,
      'Unsupported Media Type',
      `Content-Type ${type} is not supported; send application/json`,
    );
  }
  const text = request.body.toString('utf8').trim();
  return text === '' ? {} : parseLenientJson(text);
}

/** This interface answers JSON only. */
export function requireJsonAccepted(request: SandboxRequest): void {
  const accepted = (request.headers.accept ?? '*/*').split(',').map((item) => item.split(';')[0]?.trim());
  if (accepted.some((item) => item === '*/*' || item === 'application/*' || item === 'application/json'))
    return;
  throw new ApiError(406, 'Not Acceptable', 'This sandbox answers application/json only');
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
