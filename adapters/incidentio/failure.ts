import { CasegraphError, excerptOf } from '../../src/contract/index.ts';
import type { BoundTable, ErrorKind, SendResponse } from '../../src/contract/index.ts';

const LONGEST_DETAIL = 1_000;
/** How the error is to be read: of one table, or of the connection. */
export type About = Pick<BoundTable, 'name' | 'connection'> | null;

const MEANINGS: Readonly<Record<number, readonly [ErrorKind, string]>> = {
  401: ['upstream-unauthorized', 'incident.io did not accept the API key of this connection; check it'],
  403: [
    'upstream-unauthorized',
    'The API key of this connection may not do this to {what}; give it the permission in incident.io (Settings > API keys)',
  ],
  404: ['not-found', 'incident.io has nothing where {what} should be'],
  408: ['upstream-timeout', 'incident.io took too long for {what}; ask for less'],
  409: ['conflict', 'Somebody else has changed {what} in incident.io; try again'],
  413: ['too-complex', 'The question about {what} is too large for incident.io; ask for less at once'],
  414: ['too-complex', 'The question about {what} is too large for incident.io; ask for less at once'],
  429: ['upstream-rate-limited', 'The request limit of the incident.io API key is used up; try again later'],
  431: ['too-complex', 'The question about {what} is too large for incident.io; ask for less at once'],
};

const REFUSED: readonly [ErrorKind, string] = [
  'upstream-rejected',
  'incident.io refused the request for {what}; check what was asked for, and the declaration',
];

/**
 * The error of an answer that is no success, `{type, status, request_id, errors: [{code, message, source}]}`. What it says goes to `detail`: it can
 * quote anything.
 */
export function failureOf({ status, json, text }: SendResponse, about: About): CasegraphError {
  const usual: readonly [ErrorKind, string] =
    status >= 300 && status < 500
      ? REFUSED
      : ['upstream-unavailable', 'incident.io is not available at the moment; try again later'];
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
    'incident.io answered something else than its API documents; check the address of the connection and what stands between',
    { detail, ...connectionOf(about) },
  );
}

function connectionOf(about: About): { connection?: string } {
  return about === null ? {} : { connection: about.connection };
}
