import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportSPKI, importJWK, SignJWT, type CryptoKey, type JWTPayload } from 'jose';
import { createSigningKey } from '../../sandbox/identity/keys.ts';
import type { Config } from '../../src/config/index.ts';

export interface Issuer {
  /** Its address, and the `iss` of what it signs. */
  readonly url: string;
  readonly privateKey: CryptoKey;
  readonly publicKeyPem: string;
  readonly kid: string;
  /** Makes the gateway trust this issuer. */
  readonly trusted: (config: Config) => Config;
  /** A token that is valid for an hour, with what is given instead; `undefined` leaves a claim or a header out. */
  sign(claims: object, instead?: TokenParts): Promise<string>;
  close(): Promise<void>;
}

export interface TokenParts {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
  readonly key?: CryptoKey | Uint8Array;
}

/** An identity provider that signs whatever a test asks for, where the sandbox's own knows only its personas. */
export async function startIssuer(): Promise<Issuer> {
  const { privateKey, publicJwk, kid } = await createSigningKey('RS256');
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ keys: [publicJwk] }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    privateKey,
    kid,
    publicKeyPem: await exportSPKI((await importJWK(publicJwk, 'RS256', { extractable: true })) as CryptoKey),
    trusted: (config) => ({ ...config, identity: { ...config.identity, issuer: url, jwks: `${url}/jwks` } }),
    sign: (claims, { claims: other = {}, header = {}, key = privateKey } = {}) => {
      const now = Math.floor(Date.now() / 1000);
      const payload = without({
        ...claims,
        iss: url,
        aud: 'casegraph',
        iat: now,
        exp: now + 3600,
        jti: 'a',
        ...other,
      });
      return new SignJWT(payload)
        .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid, ...header })
        .sign(key);
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** JSON leaves out what is undefined; jose would refuse it. */
function without(payload: JWTPayload): JWTPayload {
  return JSON.parse(JSON.stringify(payload)) as JWTPayload;
}
