/** A refusal as the REST API words it: a list with one error. Key order is that of the recorded answers. */
export class RestError extends Error {
  readonly status: number;
  readonly body: readonly Readonly<Record<string, unknown>>[];

  constructor(status: number, body: Readonly<Record<string, unknown>>) {
    super(String(body['message']));
    this.name = 'RestError';
    this.status = status;
    this.body = [body];
  }
}

export function restError(
  status: number,
  errorCode: string,
  message: string,
  fields?: readonly string[],
): RestError {
  return new RestError(status, { message, errorCode, ...(fields === undefined ? {} : { fields }) });
}

/** The one recorded answer that names the code first. */
export function notFound(message = 'The requested resource does not exist'): RestError {
  return new RestError(404, { errorCode: 'NOT_FOUND', message });
}

export function badRequest(errorCode: string, message: string, fields?: readonly string[]): RestError {
  return restError(400, errorCode, message, fields);
}

export function methodNotAllowed(method: string, allowed: readonly string[]): RestError {
  const message = `HTTP Method '${method}' not allowed. Allowed are ${allowed.join(',')}`;
  return new RestError(405, { errorCode: 'METHOD_NOT_ALLOWED', message });
}
