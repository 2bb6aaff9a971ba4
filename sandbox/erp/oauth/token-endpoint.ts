import { randomBytes } from 'node:crypto';
import type { SandboxRequest, SandboxResponse } from '../../http/service.ts';

export interface ErpClient {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scope: string;
}

const LIFETIME_SECONDS = 3_600;

/** Gives out access tokens for the client credentials grant (RFC 6749, section 4.4), and knows them again. */
export class TokenEndpoint {
  readonly #client: ErpClient;
  readonly #now: () => number;
  /** When each token ends, milliseconds since 1970. */
  readonly #tokens = new Map<string, number>();

  constructor(client: ErpClient, now: () => number) {
    this.#client = client;
    this.#now = now;
  }

  knows(token: string): boolean {
    return (this.#tokens.get(token) ?? 0) > this.#now();
  }

  answer(request: SandboxRequest): SandboxResponse {
    if (request.method !== 'POST') return { status: 405, headers: { Allow: 'POST' } };
    const form = new URLSearchParams(request.body.toString('utf8'));
    const shown = credentials(request.headers['authorization'], form);
    const { clientId, clientSecret, scope } = this.#client;
    if (shown?.id !== clientId || shown.secret !== clientSecret)
      return refused(401, 'invalid_client', 'The client is unknown, or its secret is wrong.', {
        'WWW-Authenticate': 'Basic realm="erp"',
      });
    if (form.get('grant_type') !== 'client_credentials')
      return refused(400, 'unsupported_grant_type', 'Only client_credentials is served.');
    const wanted = form.get('scope');
    if (wanted !== null && wanted !== scope)
      return refused(400, 'invalid_scope', `The only scope is ${scope}.`);
    return this.#issue();
  }

  #issue(): SandboxResponse {
    const token = randomBytes(32).toString('base64url');
    this.#tokens.set(token, this.#now() + LIFETIME_SECONDS * 1000);
    const body = {
      access_token: token,
      token_type: 'Bearer',
      expires_in: LIFETIME_SECONDS,
      scope: this.#client.scope,
    };
    return { status: 200, headers: { 'Cache-Control': 'no-store' }, body };
  }
}

function credentials(
  authorization: string | undefined,
  form: URLSearchParams,
): { readonly id: string; readonly secret: string } | null {
  const basic = /^basic\s+(\S+)$/i.exec(authorization ?? '')?.[1];
  if (basic !== undefined) {
    const text = Buffer.from(basic, 'base64').toString('utf8');
    const at = text.indexOf(':');
    // Both parts are form-encoded before they are joined (RFC 6749, section 2.3.1).
    return at < 0 ? null : { id: formDecoded(text.slice(0, at)), secret: formDecoded(text.slice(at + 1)) };
  }
  const [id, secret] = [form.get('client_id'), form.get('client_secret')];
  return id === null || secret === null ? null : { id, secret };
}

function formDecoded(text: string): string {
  return new URLSearchParams(`v=${text}`).get('v') ?? '';
}

function refused(
  status: number,
  error: string,
  description: string,
  headers: Readonly<Record<string, string>> = {},
): SandboxResponse {
  return {
    status,
    headers: { 'Cache-Control': 'no-store', ...headers },
    body: { error, error_description: description },
  };
}
