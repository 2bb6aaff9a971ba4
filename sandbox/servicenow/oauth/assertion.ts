import { importSPKI, jwtVerify } from 'jose';
import type { CryptoKey } from 'jose';

/** Verifies JWT bearer assertions (facts 4.3). Only RS256: the sandbox holds one RSA key. */
export class AssertionVerifier {
  readonly #pem: string;
  readonly #now: () => number;
  #key: Promise<CryptoKey> | undefined;

  constructor(pem: string, now: () => number) {
    this.#pem = pem;
    this.#now = now;
  }

  /** The claims, or undefined for an assertion that is not good for this client. */
  async verify(
    assertion: string,
    clientId: string,
  ): Promise<{ sub: string; jti?: string; exp: number } | undefined> {
    this.#key ??= importSPKI(this.#pem, 'RS256');
    try {
      const { payload } = await jwtVerify(assertion, await this.#key, {
        algorithms: ['RS256'],
        audience: clientId,
        issuer: clientId,
        requiredClaims: ['sub', 'exp'],
        clockTolerance: 300,
        currentDate: new Date(this.#now()),
      });
      const { sub = '', exp = 0, jti } = payload;
      return { sub, exp, ...(jti === undefined ? {} : { jti }) };
    } catch {
      return undefined;
    }
  }
}
