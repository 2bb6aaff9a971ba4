import type { SandboxResponse } from '../../http/service.ts';

/** A refusal, in the shape that OData JSON 4.01 (section 21) gives errors. Codes are this service's own, as the standard leaves them open. */
export class ODataError extends Error {
  override readonly name = 'ODataError';
  readonly status: number;
  readonly code: string;
  readonly target: string | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    code: string,
    message: string,
    more: { readonly target?: string; readonly headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.target = more.target;
    this.headers = more.headers ?? {};
  }

  response(): SandboxResponse {
    const { status, code, message, target, headers } = this;
    const error = { code, message, ...(target === undefined ? {} : { target }) };
    return { status, headers: { 'Content-Type': 'application/json', ...headers }, body: { error } };
  }
}

/** A query option that cannot be: 400 with the option as target. */
export function badOption(option: string, message: string): ODataError {
  return new ODataError(400, 'InvalidQueryOption', message, { target: option });
}

export function notImplemented(what: string): ODataError {
  return new ODataError(501, 'NotImplemented', `${what} is not supported by this service.`);
}

export function notFound(what: string): ODataError {
  return new ODataError(404, 'NotFound', `Resource not found for the segment '${what}'.`);
}
