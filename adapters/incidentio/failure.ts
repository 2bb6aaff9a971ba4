import { CasegraphError, connectionOf, failureByStatus } from '../../src/contract/index.ts';
import type { About, Meaning, Meanings, SendResponse } from '../../src/contract/index.ts';

const TOO_LARGE: Meaning = [
  'too-complex',
  'The question about {what} is too large for incident.io; ask for less at once',
];
const MEANINGS: Meanings = {
  byStatus: {
    401: ['upstream-unauthorized', 'incident.io did not accept the API key of this connection; check it'],
    403: [
      'upstream-unauthorized',
      'The API key of this connection may not do this to {what}; give it the permission in incident.io (Settings > API keys)',
    ],
    404: ['not-found', 'incident.io has nothing where {what} should be'],
    408: ['upstream-timeout', 'incident.io took too long for {what}; ask for less'],
    409: ['conflict', 'Somebody else has changed {what} in incident.io; try again'],
    413: TOO_LARGE,
    414: TOO_LARGE,
    429: [
      'upstream-rate-limited',
      'The request limit of the incident.io API key is used up; try again later',
    ],
    431: TOO_LARGE,
  },
  refused: [
    'upstream-rejected',
    'incident.io refused the request for {what}; check what was asked for, and the declaration',
  ],
  unavailable: ['upstream-unavailable', 'incident.io is not available at the moment; try again later'],
};

/**
 * The error of an answer that is no success, `{type, status, request_id, errors: [{code, message, source}]}`. What it says goes to `detail`: it can
 * quote anything.
 */
export function failureOf(response: SendResponse, about: About): CasegraphError {
  return failureByStatus(MEANINGS, response, about);
}

/** A success whose content is not what the API documents: a proxy's page, a cut body, another shape. */
export function notAsDocumented(about: About, detail: string): CasegraphError {
  return new CasegraphError(
    'upstream-unavailable',
    'incident.io answered something else than its API documents; check the address of the connection and what stands between',
    { detail, ...connectionOf(about) },
  );
}
