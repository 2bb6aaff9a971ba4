import { CasegraphError, excerptOf } from '../../../src/contract/index.ts';
import type { BoundTable, ErrorKind, SendResponse } from '../../../src/contract/index.ts';

const LONGEST_DETAIL = 1_000;

interface Meaning {
  readonly kind: ErrorKind;
  readonly message: string;
}

const DECLARATION = 'check its paths and parameters in the declaration';
const REFUSED: Meaning = {
  kind: 'upstream-rejected',
  message: `The service refused the request for {table}; ${DECLARATION}`,
};
const TOO_LARGE: Meaning = {
  kind: 'too-complex',
  message: 'The question about {table} is too large for the service; ask for less at once',
};
const DOWN: Meaning = {
  kind: 'upstream-unavailable',
  message: 'The service is not available at the moment; try again later',
};

const MEANINGS: Readonly<Record<number, Meaning>> = {
  401: {
    kind: 'upstream-unauthorized',
    message: 'The service did not accept the credential of this connection; check it',
  },
  403: {
    kind: 'upstream-unauthorized',
    message: 'The user of this connection may not read {table} there; check its rights',
  },
  404: { kind: 'not-found', message: `The service has nothing where {table} should be; ${DECLARATION}` },
  408: { kind: 'upstream-timeout', message: 'The service took too long for {table}; ask for less' },
  413: TOO_LARGE,
  414: TOO_LARGE,
  429: { kind: 'upstream-rate-limited', message: 'The service has reached a request limit; try again later' },
  431: TOO_LARGE,
};

const MOVED: Meaning = {
  kind: 'upstream-rejected',
  message:
    'The service sends {table} to another address, which is not followed; correct the address of the connection or the path',
};

/** The error of an answer that is no success. What the service said goes to `detail`: it can quote anything. */
export function failureOf(response: SendResponse, table: BoundTable | null): CasegraphError {
  const { status, json, text } = response;
  const { kind, message } = meaningOf(status);
  const said = json === undefined ? text : excerptOf(json, LONGEST_DETAIL);
  return new CasegraphError(kind, message.replace('{table}', table?.name ?? 'this connection'), {
    detail: `HTTP ${status}: ${said}`.slice(0, LONGEST_DETAIL),
    ...(table === null ? {} : { connection: table.connection }),
  });
}

function meaningOf(status: number): Meaning {
  const known = MEANINGS[status];
  if (known !== undefined) return known;
  if (status >= 300 && status < 400) return MOVED;
  return status >= 400 && status < 500 ? REFUSED : DOWN;
}

/** A success whose content is not what the declaration says: a proxy's page, a cut body, another shape. */
export function notAsDeclared(table: BoundTable | null, detail: string): CasegraphError {
  return new CasegraphError(
    'upstream-unavailable',
    'The service answered something else than the declaration says; check the address of the connection, the paths of the declaration, and what stands between',
    { detail, ...(table === null ? {} : { connection: table.connection }) },
  );
}
