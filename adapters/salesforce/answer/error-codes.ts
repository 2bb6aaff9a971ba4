import type { ErrorKind } from '../../../src/contract/index.ts';

/** What one of Salesforce's error codes means here, and what the client is told. `{object}` is the declared type. */
export interface Meaning {
  readonly kind: ErrorKind;
  readonly message: string;
}

const DECLARATION =
  'check the declaration against the org, and that the integration user may see its object and fields';

const REJECTED: Meaning = {
  kind: 'upstream-rejected',
  message: `Salesforce refused the request for {object}; ${DECLARATION}`,
};
const ACCESS: Meaning = {
  kind: 'upstream-unauthorized',
  message: 'The Salesforce user of this connection may not do this with {object}; check its permission sets',
};
const SESSION: Meaning = {
  kind: 'upstream-unauthorized',
  message: 'Salesforce did not accept the session of this connection; check its credential',
};
const BUSY: Meaning = {
  kind: 'upstream-rate-limited',
  message: 'Salesforce has reached a request limit; try again later',
};
const DOWN: Meaning = {
  kind: 'upstream-unavailable',
  message: 'Salesforce is not available at the moment; try again later',
};
const SLOW: Meaning = {
  kind: 'upstream-timeout',
  message: 'Salesforce took too long for {object}; ask for less, or filter on an indexed field',
};
const GONE: Meaning = {
  kind: 'not-found',
  message: 'Salesforce has no such {object}, or the user of this connection may not see it',
};
const COMPLEX: Meaning = {
  kind: 'too-complex',
  message: 'The question about {object} is too large for Salesforce; ask for less at once',
};
const CONFLICT: Meaning = {
  kind: 'conflict',
  message: 'The {object} is being changed by somebody else, or one like it exists; look at it again',
};
const VALUES: Meaning = { kind: 'invalid-input', message: 'Salesforce did not take the values for {object}' };

/** Codes as the REST API spells them (206 are known; these are the ones that mean something of their own to a gateway). */
const MEANINGS: Readonly<Record<string, Meaning>> = {
  INVALID_FIELD: {
    kind: 'upstream-rejected',
    message: `Salesforce does not know a field of {object}; ${DECLARATION}`,
  },
  INVALID_TYPE: {
    kind: 'upstream-rejected',
    message: `Salesforce does not know the object of {object}; ${DECLARATION}`,
  },
  MALFORMED_QUERY: REJECTED,
  INVALID_QUERY_LOCATOR: {
    kind: 'upstream-rejected',
    message: 'Salesforce has closed the list of {object} that was being read; ask again from the start',
  },
  INVALID_SESSION_ID: SESSION,
  INVALID_AUTH_HEADER: SESSION,
  API_DISABLED_FOR_ORG: {
    kind: 'upstream-unauthorized',
    message: 'The API is switched off for this Salesforce org or user',
  },
  API_CURRENTLY_DISABLED: DOWN,
  INSUFFICIENT_ACCESS: ACCESS,
  INSUFFICIENT_ACCESS_OR_READONLY: ACCESS,
  INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY: ACCESS,
  FORBIDDEN: ACCESS,
  REQUEST_LIMIT_EXCEEDED: BUSY,
  LIMIT_EXCEEDED: BUSY,
  TOO_MANY_APEX_REQUESTS: BUSY,
  SERVER_UNAVAILABLE: DOWN,
  UNKNOWN_EXCEPTION: DOWN,
  QUERY_TIMEOUT: SLOW,
  REQUEST_RUNNING_TOO_LONG: SLOW,
  NOT_FOUND: GONE,
  ENTITY_IS_DELETED: GONE,
  ENTITY_IS_ARCHIVED: GONE,
  QUERY_TOO_COMPLICATED: COMPLEX,
  EXCEEDED_ID_LIMIT: COMPLEX,
  OPERATION_TOO_LARGE: COMPLEX,
  UNABLE_TO_LOCK_ROW: CONFLICT,
  ENTITY_IS_LOCKED: CONFLICT,
  DUPLICATE_VALUE: CONFLICT,
  DUPLICATES_DETECTED: CONFLICT,
  REQUIRED_FIELD_MISSING: VALUES,
  STRING_TOO_LONG: VALUES,
  FIELD_CUSTOM_VALIDATION_EXCEPTION: VALUES,
  FIELD_FILTER_VALIDATION_EXCEPTION: VALUES,
  FIELD_INTEGRITY_EXCEPTION: VALUES,
  INVALID_CROSS_REFERENCE_KEY: VALUES,
  INVALID_EMAIL_ADDRESS: VALUES,
  INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST: VALUES,
  NUMBER_OUTSIDE_VALID_RANGE: VALUES,
};

/** For answers without a code that is known: by HTTP status. */
const BY_STATUS: Readonly<Record<number, Meaning>> = {
  401: SESSION,
  403: ACCESS,
  404: GONE,
  414: COMPLEX,
  429: BUSY,
  431: COMPLEX,
};

export function meaningOf(status: number, code: string | null): Meaning {
  const known = code !== null && Object.hasOwn(MEANINGS, code) ? MEANINGS[code] : undefined;
  if (known !== undefined) return known;
  if (BY_STATUS[status] !== undefined) return BY_STATUS[status];
  return status >= 400 && status < 500 ? REJECTED : DOWN;
}
