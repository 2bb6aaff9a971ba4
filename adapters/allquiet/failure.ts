import { CasegraphError, connectionOf, failureByStatus } from '../../src/contract/index.ts';
import type { About, Meaning, Meanings, SendResponse } from '../../src/contract/index.ts';

const TOO_LARGE: Meaning = [
  'too-complex',
  'The question about {what} is too large for All Quiet; ask for less at once',
];
const MEANINGS: Meanings = {
  byStatus: {
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
  },
  refused: [
    'upstream-rejected',
    'All Quiet refused the request for {what}; check what was asked for, and the declaration',
  ],
  unavailable: ['upstream-unavailable', 'All Quiet is not available at the moment; try again later'],
};

/** The error of an answer that is no success: problem details (RFC 7807). What they say goes to `detail`, since they can quote anything. */
export function failureOf(response: SendResponse, about: About): CasegraphError {
  return failureByStatus(MEANINGS, response, about);
}

/** A success whose content is not what the API documents: a proxy's page, a cut body, another shape. */
export function notAsDocumented(about: About, detail: string): CasegraphError {
  return new CasegraphError(
    'upstream-unavailable',
    'All Quiet answered something else than its API documents; check the address of the connection and what stands between',
    { detail, ...connectionOf(about) },
  );
}
