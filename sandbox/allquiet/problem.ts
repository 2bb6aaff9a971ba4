import type { SandboxResponse } from '../http/service.ts';

/** A refusal as RFC 7807's problem details, in the form that ASP.NET Core gives them. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, detail: string, headers: Readonly<Record<string, string>> = {}) {
    super(detail);
    this.status = status;
    this.headers = headers;
  }

  /** `path` is the request's: it stands in `instance`. */
  response(path: string): SandboxResponse {
    const { status, message: detail, headers } = this;
    const [section, title] = KINDS[status] ?? ['15.6.1', 'Internal Server Error'];
    const type = `https://tools.ietf.org/html/rfc9110#section-${section}`;
    return {
      status,
      headers: { 'Content-Type': 'application/problem+json; charset=utf-8', ...headers },
      body: { type, title, status, detail, instance: path },
    };
  }
}

/** The section of RFC 9110 that tells of the status; 429 is RFC 6585's, which ASP.NET Core has no link for either. */
const KINDS: Readonly<Record<number, readonly [string, string]>> = {
  400: ['15.5.1', 'Bad Request'],
  401: ['15.5.2', 'Unauthorized'],
  403: ['15.5.4', 'Forbidden'],
  404: ['15.5.5', 'Not Found'],
  405: ['15.5.6', 'Method Not Allowed'],
  415: ['15.5.16', 'Unsupported Media Type'],
  429: ['15.5', 'Too Many Requests'],
};

export function notFound(detail: string): Problem {
  return new Problem(404, detail);
}
