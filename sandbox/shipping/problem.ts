import type { SandboxResponse } from '../http/service.ts';

/** A refusal as `application/problem+json` (RFC 9457). */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  readonly type: string;
  readonly title: string;
  readonly more: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    type: string,
    title: string,
    detail: string,
    further: {
      readonly more?: Readonly<Record<string, unknown>>;
      readonly headers?: Readonly<Record<string, string>>;
    } = {},
  ) {
    super(detail);
    this.status = status;
    this.type = type;
    this.title = title;
    this.more = further.more ?? {};
    this.headers = further.headers ?? {};
  }

  response(): SandboxResponse {
    const { status, type, title, message, more, headers } = this;
    return {
      status,
      headers: { 'Content-Type': 'application/problem+json', ...headers },
      body: { type: `https://shipping.example/problems/${type}`, title, status, detail: message, ...more },
    };
  }
}

export function badParameter(name: string, detail: string): Problem {
  return new Problem(400, 'invalid-parameter', 'A parameter is not valid', detail, {
    more: { parameter: name },
  });
}
