import { createPrivateKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { Finding, Path } from './problem.ts';
import type { ParsedConfig } from './schema/index.ts';

type Auth = ParsedConfig['connections'][string]['auth'];

/** Private keys that cannot sign what they are to sign. Says nothing of the key itself. */
export function checkSigningKeys(config: ParsedConfig): Finding[] {
  return Object.entries(config.connections).flatMap(([name, connection]) => [
    ...checkKey(['connections', name, 'auth', 'key'], connection.auth),
    ...Object.entries(connection.domains ?? {}).flatMap(([domain, { auth }]) =>
      checkKey(['connections', name, 'domains', domain, 'auth', 'key'], auth),
    ),
  ]);
}

function checkKey(path: Path, auth: Auth | undefined): Finding[] {
  if (auth?.grant !== 'jwt-bearer') return [];
  const key = parse(auth.key.reveal());
  if (!key)
    return [
      { path, message: 'is not a private key in PEM', hint: 'It starts with "-----BEGIN PRIVATE KEY-----".' },
    ];
  if (fits(key, auth.algorithm)) return [];
  const hint = 'RS256 takes an RSA key of at least 2048 bits, ES256 a key on the curve P-256.';
  return [{ path, message: `cannot sign ${auth.algorithm}`, hint }];
}

function parse(pem: string): KeyObject | null {
  try {
    return createPrivateKey(pem);
  } catch {
    return null;
  }
}

function fits(
  { asymmetricKeyType: type, asymmetricKeyDetails: details }: KeyObject,
  algorithm: 'RS256' | 'ES256',
): boolean {
  if (algorithm === 'RS256') return type === 'rsa' && (details?.modulusLength ?? 0) >= 2048;
  return type === 'ec' && details?.namedCurve === 'prime256v1';
}
