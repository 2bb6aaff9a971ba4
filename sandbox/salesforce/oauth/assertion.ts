import { compactVerify, importSPKI, importX509 } from 'jose';
import type { CryptoKey } from 'jose';
import { OAuthError } from './oauth-error.ts';

export interface AssertionRules {
  readonly publicKeyPem: string;
  readonly consumerKey: string;
  /** Scheme, host and port the client reached. */
  readonly origin: string;
  readonly strict: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
}

const LOGIN_HOSTS = ['https://login.salesforce.com', 'https://test.salesforce.com'];
const STRICT_SECONDS = 300;

/**
 * Verifies a JWT bearer assertion and gives the user name it speaks for. The real service is lenient about exp:
 * a clean proof is that the official command line tool signs milliseconds there and logs in. So only what is
 * past is refused, a number may come as text, and strict mode is there for those who want to test themselves.
 * A name at the wrong audience host is the real service's "audience is invalid" (as observed; the documentation
 * words it otherwise). Throws OAuthError.
 */
export async function verifyAssertion(assertion: string, rules: AssertionRules): Promise<string> {
  const claims = readClaims(assertion);
  if (claims['iss'] !== rules.consumerKey) {
    throw new OAuthError('invalid_client_id', 'client identifier invalid');
  }
  await verifySignature(assertion, rules.publicKeyPem);
  checkAudience(claims['aud'], rules.origin);
  checkExpiry(claims['exp'], rules);
  const { sub } = claims;
  if (typeof sub !== 'string' || sub === '') throw invalidGrant("user hasn't approved this consumer");
  return sub;
}

/** The claims as they stand, before the signature is looked at: an unknown client is told so first. */
function readClaims(assertion: string): Record<string, unknown> {
  const parts = assertion.split('.');
  try {
    const claims: unknown = JSON.parse(Buffer.from(parts[1] ?? '', 'base64url').toString('utf8'));
    if (parts.length === 3 && typeof claims === 'object' && claims !== null) return { ...claims };
  } catch {
    // Falls through to the refusal.
  }
  throw invalidGrant('invalid assertion');
}

async function verifySignature(assertion: string, pem: string): Promise<void> {
  const key = await importKey(pem);
  try {
    await compactVerify(assertion, key, { algorithms: ['RS256'] });
  } catch {
    throw invalidGrant('invalid assertion');
  }
}

function importKey(pem: string): Promise<CryptoKey> {
  return pem.includes('BEGIN CERTIFICATE') ? importX509(pem, 'RS256') : importSPKI(pem, 'RS256');
}

function checkAudience(audience: unknown, origin: string): void {
  const named = (Array.isArray(audience) ? audience : [audience]) as readonly unknown[];
  const known = [...LOGIN_HOSTS, origin];
  const fits = named.some((one) => typeof one === 'string' && known.includes(one.replace(/\/$/, '')));
  if (!fits) throw invalidGrant('audience is invalid');
}

function checkExpiry(exp: unknown, { strict, now }: AssertionRules): void {
  const seconds = typeof exp === 'string' && /^\d+(\.\d+)?$/.test(exp) ? Number(exp) : exp;
  if (typeof seconds !== 'number' || !Number.isFinite(seconds)) throw invalidGrant('invalid assertion');
  if (seconds * 1000 <= now) throw invalidGrant('expired authorization code');
  if (!strict) return;
  const sound = typeof exp === 'number' && Number.isInteger(exp) && exp <= now / 1000 + STRICT_SECONDS;
  if (!sound) throw invalidGrant('invalid assertion');
}

function invalidGrant(description: string): OAuthError {
  return new OAuthError('invalid_grant', description);
}
