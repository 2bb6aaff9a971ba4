import { CasegraphError } from '../../../src/contract/index.ts';
import type { BoundTable, ErrorKind, SendResponse } from '../../../src/contract/index.ts';
import { isObject } from './shape.ts';

const LONGEST_DETAIL = 1_000;

interface Meaning {
  readonly kind: ErrorKind;
  readonly message: string;
}

const REJECTED: Meaning = {
  kind: 'upstream-rejected',
  message: 'The service refused the request for {table}; check the declaration against its metadata',
};
const COMPLEX: Meaning = {
  kind: 'too-complex',
  message: 'The question about {table} is too large for the service; ask for less at once',
};
const CONFLICT: Meaning = {
  kind: 'conflict',
  message: 'The {table} was changed by somebody else, or one like it exists; look at it again',
};
const MOVED: Meaning = {
  kind: 'upstream-unavailable',
  message:
    'The service answered with another address instead of rows; check the address and path of the connection',
};

/**
 * By HTTP status: the codes inside `{ error: { code, message } }` are each service's own (OData-JSON 4.0, 19), so that none means the same
 * everywhere.
 */
const BY_STATUS: Readonly<Record<number, Meaning>> = {
  401: {
    kind: 'upstream-unauthorized',
    message: 'The service did not accept the credential of this connection',
  },
  403: {
    kind: 'upstream-unauthorized',
    message: 'The user of this connection may not do this with {table}; check its authorisations',
  },
  404: { kind: 'not-found', message: 'The service has no such {table}; check entity set and path' },
  409: CONFLICT,
  410: { kind: 'not-found', message: 'The {table} is gone; ask again from the start' },
  412: CONFLICT,
  413: COMPLEX,
  414: COMPLEX,
  428: {
    kind: 'upstream-rejected',
    message: 'The service wants an ETag for changes to {table}, which this adapter does not send',
  },
  429: { kind: 'upstream-rate-limited', message: 'The service is asked too often; try again later' },
  431: COMPLEX,
};

/** The error of an answer that is no success. The service's words go to `detail`: they can quote the query and its values. */
export function failureOf(response: SendResponse, table: BoundTable | null): CasegraphError {
  const { status } = response;
  const { kind, message } = meaningOf(status);
  const detail = `HTTP ${status} ${complaintOf(response)}`.slice(0, LONGEST_DETAIL);
  return new CasegraphError(kind, message.replace('{table}', table?.name ?? 'this connection'), {
    detail,
    ...(table === null ? {} : { connection: table.connection }),
  });
}

function meaningOf(status: number): Meaning {
  const known = BY_STATUS[status];
  if (known !== undefined) return known;
  if (status >= 400 && status < 500) return REJECTED;
  return MOVED;
}

/** `{ error: { code, message } }`, where OData 2 has `message: { lang, value }`. */
function complaintOf({ json, text }: SendResponse): string {
  const error = isObject(json) ? json['error'] : undefined;
  if (!isObject(error)) return text;
  const { code, message } = error;
  const words = isObject(message) ? message['value'] : message;
  return `${typeof code === 'string' ? code : ''}: ${typeof words === 'string' ? words : ''}`;
}
