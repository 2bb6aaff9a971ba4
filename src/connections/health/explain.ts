import { CasegraphError } from '../../contract/index.ts';
import type { Adapter, ErrorKind, LoginRefusal, ProbeProblem } from '../../contract/index.ts';
import { LoginRefusedError } from '../login-refused.ts';
import type { Auth } from '../settings.ts';

/**
 * What an administrator is told about something that went wrong while a connection was tried. What the upstream said (`detail`) is matched and never
 * repeated: it may echo what it was sent.
 */
export function explain(error: unknown, adapter: Adapter, auth: Auth): ProbeProblem {
  if (error instanceof LoginRefusedError) return explainLogin(error.refusal, adapter, auth);
  if (!(error instanceof CasegraphError)) {
    return {
      message: 'The check itself failed: a defect of the gateway.',
      hint: "Look into the gateway's log, or report it.",
    };
  }
  return { message: error.message, hint: reachability(error) ?? HINTS[error.kind] ?? HINTS.internal };
}

/** Error codes of logins that may be shown: RFC 6749, 5.2, and those of Salesforce. Anything else could be an echo. */
const LOGIN_CODES: ReadonlySet<string> = new Set([
  'access_denied',
  'invalid_app_access',
  'invalid_client',
  'invalid_client_id',
  'invalid_grant',
  'invalid_request',
  'invalid_scope',
  'LOGIN_RATE_EXCEEDED',
  'server_error',
  'unauthorized_client',
  'unsupported_grant_type',
]);

function explainLogin(refusal: LoginRefusal, adapter: Adapter, auth: Auth): ProbeProblem {
  const { status, error } = refusal;
  if (status === 0) {
    return {
      message: 'The request for a token could not be made.',
      hint: 'Check that auth.key is a private key in PEM and fits auth.algorithm.',
    };
  }
  const code = LOGIN_CODES.has(error) ? ` ${error}` : '';
  const message =
    'tokenUrl' in auth
      ? `The login was refused: ${status}${code}.`
      : `The credential was refused: ${status}${code}.`;
  return { message, hint: adapter.explainLogin?.(refusal) ?? CREDENTIAL_HINTS[auth.grant] };
}

/** What to look at where the adapter knows nothing better. */
const CREDENTIAL_HINTS: Readonly<Record<Auth['grant'], string>> = {
  'jwt-bearer':
    'Check auth.issuer, auth.audience and auth.subject, that the public key there belongs to auth.key, that the user is active, and that the clocks agree.',
  'client-credentials':
    'Check auth.clientId and auth.clientSecret, and that the application there has the client credentials grant switched on, with a user to act as.',
  password:
    'Check auth.username and auth.password, auth.clientId and auth.clientSecret, and that the user is active and not locked out.',
  'refresh-token':
    'The refresh token has been revoked, has expired, or belongs to another client: obtain a new one and put it where auth.refreshToken says.',
  basic:
    'Check auth.username and auth.password, that the user is active, and that the system still takes basic authentication.',
  'api-key': 'The key is wrong or was revoked: create a new one and put it where auth.key says.',
  bearer: 'The token is wrong, has expired or was revoked: put a new one where auth.token says.',
  none: 'The system wants a credential: give it under auth.',
};

const HINTS: Readonly<Partial<Record<ErrorKind, string>> & { internal: string }> = {
  'upstream-unavailable': 'Check that the system is up and that the url of the connection is its own.',
  'upstream-timeout':
    'The system is slow or does not answer: look there first, then at limits.deadline of the connection.',
  'upstream-rate-limited':
    'The system has had too many requests: raise its limit, or lower limits.concurrency.',
  'upstream-unauthorized': "Check what the connection's account may do there.",
  'upstream-rejected': 'Check the declaration of the table against the system: its object and its columns.',
  'not-found': 'Check the object of the table, and that the account may see it.',
  internal: "Look into the gateway's log.",
};

/** Why a system was not reached, by the codes of Node and undici. */
const NETWORK: readonly (readonly [codes: RegExp, hint: string])[] = [
  [
    /circuit breaker open/,
    'It failed several times in a row and is left alone for a moment: try again then.',
  ],
  [/ECONNREFUSED/, 'Nobody listens there: check host and port of the url, and that the system is up.'],
  [/ENOTFOUND|EAI_AGAIN/, "The host's name is not known here: check the url, and the DNS of this machine."],
  [
    /CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|ALTNAME/,
    'Its certificate is not trusted: give the authority that issued it as caFile, or check that the url names the host it was issued for.',
  ],
  [
    /ECONNRESET|UND_ERR_SOCKET|EPIPE/,
    'The connection was cut: look at proxies and firewalls between here and there.',
  ],
  [
    /UND_ERR_CONNECT_TIMEOUT|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH/,
    'No way leads there: check routes and firewalls.',
  ],
];

function reachability({ kind, detail = '' }: CasegraphError): string | null {
  if (kind !== 'upstream-unavailable') return null;
  return NETWORK.find(([codes]) => codes.test(detail))?.[1] ?? null;
}
