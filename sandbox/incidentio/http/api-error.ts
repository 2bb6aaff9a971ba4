import { randomUUID } from 'node:crypto';
import type { SandboxResponse } from '../../http/service.ts';

export interface ErrorDetail {
  readonly code: string;
  readonly message: string;
  readonly source?: { readonly field: string };
}

/** A refusal in the shape that incident.io documents: `{ type, status, request_id, errors: [{ code, message, source }] }`. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  readonly type: string;
  readonly errors: readonly ErrorDetail[];
  readonly more: Readonly<Record<string, unknown>>;

  constructor(
    status: number,
    type: string,
    errors: readonly ErrorDetail[],
    more: Readonly<Record<string, unknown>> = {},
  ) {
    super(errors.map(({ message }) => message).join(' '));
    this.status = status;
    this.type = type;
    this.errors = errors;
    this.more = more;
  }

  response(): SandboxResponse {
    const { status, type, errors, more } = this;
    return { status, body: { type, status, request_id: randomUUID(), ...more, errors } };
  }
}

/** 422, the usual one: what is wrong with which field of the request. */
export function invalid(field: string, message: string, code = 'is_invalid'): ApiError {
  return new ApiError(422, 'validation_error', [{ code, message, source: { field } }]);
}

export function isRequired(field: string, message: string): ApiError {
  return invalid(field, message, 'is_required');
}

export function notFound(what: string): ApiError {
  return new ApiError(404, 'not_found', [{ code: 'not_found', message: `${what} could not be found` }]);
}
