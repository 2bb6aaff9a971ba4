import { CasegraphError, excerptOf } from '../../src/contract/index.ts';
import type { BoundTable, ErrorKind, SendResponse } from '../../src/contract/index.ts';

const LONGEST_DETAIL = 1_000;
/** What the error is about: one table, or the connection. */
export type About = Pick<BoundTable, 'name' | 'connection'> | null;

const TOO_LARGE: readonly [ErrorKind, string] = [
  'too-complex',
  'The question about {what} is too large for All Quiet; ask for less at once',
];
const MEANINGS: Readonly<Record<number, readonly [ErrorKind, string]>> = {
  401: ['upstream-unauthorized', 'All Quiet did not accept the API key of this connection; check it'],
  403: [
    'upstream-unauthorized',
    'The API key of this connection may not do this to {what}; give it the permissions incidents:list, incidents:get and, for changes, incidents:update',
  ],
  404: ['not-found', 'All Quiet has nothing where {what} should be; check the address of the connection'],
  408: ['upstream-timeout', 'All Quiet took too long for {what}; ask for less'],
  409: ['conflict', 'Somebody else has changed {what} in All Quiet; try again'],
  413: TOO_LARGE,
  414: TOO_LARGE,
  429: ['upstream-rate-limited', 'All Quiet takes no more requests for now; try again later'],
  431: TOO_LARGE,
};
const REFUSED: readonly [ErrorKind, string] = [
  'upstream-rejected',
  'All Quiet refused the request for {what}; check what was asked for, and the declaration',
];

/** The error of an answer that is no success: problem details (RFC 7807). What they say goes to `detail`, since they can quote anything. */
export function failureOf({ status, json, text }: SendResponse, about: About): CasegraphError {
  const usual: readonly [ErrorKind, string] =
    status >= 300 && status < 500
      ? REFUSED
      : ['upstream-unavailable', 'All Quiet is not available at the moment; try again later'];
  const [kind, message] = MEANINGS[status] ?? usual;
  const said = json === undefined ? text : excerptOf(json, LONGEST_DETAIL);
  return new CasegraphError(kind, message.replace('{what}', about?.name ?? 'this connection'), {
    detail: `HTTP ${status}: ${said}`.slice(0, LONGEST_DETAIL),
    ...connectionOf(about),
  });
}

/** A success whose content is not what the API documents: a proxy's page, a cut body, another shape. */
export function notAsDocumented(about: About, detail: string): CasegraphError {
  return new CasegraphError(
    'upstream-unavailable',
    'All Quiet answered something else than its API documents; check the address of the connection and what stands between',
    { detail, ...connectionOf(about) },
  );
}

function connectionOf(about: About): { connection?: string } {
  return about === null ? {} : { connection: about.connection };
}
