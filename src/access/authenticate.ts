import { createHash } from 'node:crypto';
import { errors, jwtVerify } from 'jose';
import type { JWTPayload, JWTVerifyOptions } from 'jose';
import { LRUCache } from 'lru-cache';
import { CasegraphError } from '../contract/index.ts';
import { NOT_VALID, viewerFromClaims } from './authenticate-claims.ts';
import type { ClaimMapping } from './authenticate-claims.ts';
import { KeySet } from './authenticate-keys.ts';
import type { FetchKeys } from './authenticate-keys.ts';
import type { Viewer } from './viewer.ts';

export interface AuthenticatorOptions {
  readonly issuer: string;
  readonly audience: string | readonly string[];
  readonly jwksUrl: string;
  /** Signature algorithms that are taken; asymmetric ones only: `['RS256']`. */
  readonly algorithms: readonly string[];
  /** What the header's `typ` may say: `['at+jwt']` (RFC 9068), and `JWT` for providers that know no better. Never empty. */
  readonly typ: readonly string[];
  /** Seconds that clocks may differ by. */
  readonly clockTolerance: number;
  /** Seconds since `iat` after which a token is too old, whatever its `exp` says. */
  readonly maxTokenAge: number;
  /** Seconds that the last good keys outlive their age while the provider cannot be reached. */
  readonly grace: number;
  readonly claims: ClaimMapping;
}

export interface AuthenticatorDeps {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly fetch: FetchKeys;
}

export interface Authenticator {
  /**
   * The viewer whom an `Authorization` header speaks for. Throws `unauthenticated` with one fixed text per kind of fault, or
   * `upstream-unavailable` when no key to check with is to be had.
   */
  authenticate(authorizationHeader: string | undefined): Promise<Viewer>;
  /** Resolves when tokens can be checked. Throws `upstream-unavailable`. */
  ready(): Promise<void>;
}

const MISSING = 'An access token is needed. Send it in the header "Authorization: Bearer <token>".';
const MALFORMED =
  'The Authorization header holds no bearer token. Send "Authorization: Bearer <token>" with a signed JWT.';
const EXPIRED = 'The access token has expired. Get a new one from your identity provider.';

const MAX_HEADER = 8192;
const BEARER = /^Bearer +([\w-]+\.[\w-]+\.[\w-]*)$/i;
/** A verified token is believed without another signature check for this long, and never beyond its expiry. */
const BELIEVED = 60_000;
const BELIEVED_TOKENS = 2000;
const ASYMMETRIC = /^(?:RS256|RS384|RS512|PS256|PS384|PS512|ES256|ES384|ES512|EdDSA|Ed25519)$/;

interface Believed {
  readonly viewer: Viewer;
  readonly until: number;
}

/** Verifies viewers' tokens. Throws `invalid-input` when the options would accept tokens that anybody can make. */
export function createAuthenticator(options: AuthenticatorOptions, deps: AuthenticatorDeps): Authenticator {
  checkOptions(options);
  const keys = new KeySet(options, deps.now, deps.fetch);
  const believed = new LRUCache<string, Believed>({ max: BELIEVED_TOKENS });
  return {
    async authenticate(header) {
      const token = bearerToken(header);
      // The hash, not the token: a heap dump of the cache gives nobody a token to use.
      const hash = createHash('sha256').update(token).digest('base64');
      const known = believed.get(hash);
      if (known !== undefined && deps.now() < known.until) return known.viewer;
      believed.delete(hash);
      const payload = await verify(token, keys, options, deps.now());
      const viewer = viewerFromClaims(payload, options.claims);
      believed.set(hash, { viewer, until: believedUntil(payload, options, deps.now()) });
      return viewer;
    },
    ready: () => keys.ready(),
  };
}

function bearerToken(header: string | undefined): string {
  if (header === undefined || header.trim() === '') throw new CasegraphError('unauthenticated', MISSING);
  if (header.length > MAX_HEADER) {
    throw new CasegraphError('unauthenticated', MALFORMED, {
      detail: `Header of ${header.length} characters`,
    });
  }
  const token = BEARER.exec(header.trim())?.[1];
  if (token === undefined) throw new CasegraphError('unauthenticated', MALFORMED);
  return token;
}

async function verify(
  token: string,
  keys: KeySet,
  options: AuthenticatorOptions,
  now: number,
): Promise<JWTPayload> {
  const strict: JWTVerifyOptions = {
    issuer: options.issuer,
    audience: typeof options.audience === 'string' ? options.audience : [...options.audience],
    algorithms: [...options.algorithms],
    clockTolerance: options.clockTolerance,
    maxTokenAge: options.maxTokenAge,
    requiredClaims: ['exp', 'iat', 'sub'],
    currentDate: new Date(now),
  };
  try {
    const { payload, protectedHeader } = await jwtVerify(token, keys.find, strict);
    checkType(protectedHeader.typ, options.typ);
    return payload;
  } catch (error) {
    throw asRefusal(error);
  }
}

/** An ID token is signed by the same keys for the same people; its type tells it apart. The prefix `application/` may be left out. */
function checkType(typ: string | undefined, allowed: readonly string[]): void {
  const plain = (name: string): string => name.toLowerCase().replace(/^application\//, '');
  if (typ !== undefined && allowed.some((name) => plain(name) === plain(typ))) return;
  const detail = `typ is ${typ ?? 'missing'}; allowed: ${allowed.join(', ')}`;
  throw new CasegraphError('unauthenticated', NOT_VALID, { detail });
}

function asRefusal(error: unknown): unknown {
  if (error instanceof CasegraphError) return error;
  const detail = error instanceof errors.JOSEError ? `${error.code}: ${error.message}` : String(error);
  return new CasegraphError('unauthenticated', refusalText(error), { detail, cause: error });
}

function refusalText(error: unknown): string {
  if (error instanceof errors.JWTExpired) return EXPIRED;
  if (error instanceof errors.JWSInvalid || error instanceof errors.JWTInvalid) return MALFORMED;
  return NOT_VALID;
}

/** The moment from which jose would refuse the token, or a minute from now, whichever comes first. */
function believedUntil(payload: JWTPayload, options: AuthenticatorOptions, now: number): number {
  const expiry = (payload.exp ?? 0) + options.clockTolerance;
  const age = (payload.iat ?? 0) + options.maxTokenAge + options.clockTolerance;
  return Math.min(expiry * 1000, age * 1000, now + BELIEVED);
}

function checkOptions(options: AuthenticatorOptions): void {
  const refused = options.algorithms.find((algorithm) => !ASYMMETRIC.test(algorithm));
  if (refused !== undefined || options.algorithms.length === 0) {
    throw new CasegraphError(
      'invalid-input',
      `Token algorithms must be one or more of RS, PS and ES with 256, 384 or 512 and EdDSA; got ${refused ?? 'none at all'}.`,
    );
  }
  const audiences = [options.audience].flat();
  if (options.issuer === '' || audiences.length === 0 || audiences.includes('')) {
    throw new CasegraphError(
      'invalid-input',
      'Token issuer and audience must be given: without them any token of the provider would do.',
    );
  }
}
