import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import type { SandboxRequest, SandboxResponse, Service } from '../http/service.ts';
import type { Persona, World } from '../world/world.ts';
import type { SigningAlgorithm } from './keys.ts';
import { createSigningKey } from './keys.ts';
import { readTokenRequest } from './token-request.ts';

export const TOKEN_AUDIENCE = 'casegraph';
const LIFETIME_SECONDS = 12 * 3600;
const NO_STORE = { 'Cache-Control': 'no-store' };

export interface IdentityOptions {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The `aud` of tokens that ask for none; default `casegraph`. */
  readonly audience?: string;
}

export interface TokenOverrides {
  /** Seconds from now; negative for a token that has expired. Default 12 hours. */
  readonly expiresIn?: number | undefined;
  readonly audience?: string | undefined;
  readonly alg?: SigningAlgorithm | undefined;
}

/** The identity provider: hands a viewer token to whoever names a persona. For development only; it asks for no password. */
export interface Identity extends Service {
  /** Throws an Error that names the personas when there is no such one. `issuer` is the provider's own address. */
  issueToken(persona: string, issuer: string, overrides?: TokenOverrides): Promise<string>;
}

let made: ReturnType<typeof makeSigningKeys> | undefined;

/** One pair of keys for all sandboxes of a process: making them costs more than all else of a start, and each has an issuer of its own. */
function signingKeys(): ReturnType<typeof makeSigningKeys> {
  return (made ??= makeSigningKeys());
}

async function makeSigningKeys() {
  return { RS256: await createSigningKey('RS256'), ES256: await createSigningKey('ES256') };
}

export async function createIdentity(world: World, options: IdentityOptions): Promise<Identity> {
  const keys = await signingKeys();
  const personas = new Map(world.personas.map((persona) => [persona.name, persona]));
  const issueToken: Identity['issueToken'] = async (name, issuer, overrides = {}) => {
    const persona = personas.get(name);
    if (!persona) throw new Error(unknownPersona(name, personas));
    const key = keys[overrides.alg ?? 'RS256'];
    const issued = Math.floor(options.now() / 1000);
    const lifetime = overrides.expiresIn ?? LIFETIME_SECONDS;
    return new SignJWT({ ...persona.claims })
      .setProtectedHeader({ alg: key.alg, kid: key.kid, typ: 'at+jwt' })
      .setIssuer(issuer)
      .setAudience(overrides.audience ?? options.audience ?? TOKEN_AUDIENCE)
      .setIssuedAt(lifetime < 0 ? issued + lifetime - 60 : issued)
      .setExpirationTime(issued + lifetime)
      .setJti(randomUUID())
      .sign(key.privateKey);
  };
  const keySet = { keys: [keys.RS256.publicJwk, keys.ES256.publicJwk] };
  const handle = async (request: SandboxRequest): Promise<SandboxResponse> => {
    switch (`${request.method} ${request.path}`) {
      case 'GET /.well-known/openid-configuration':
        return { status: 200, body: configuration(request.origin) };
      case 'GET /.well-known/jwks.json':
        return { status: 200, headers: { 'Cache-Control': 'public, max-age=300' }, body: keySet };
      case 'GET /personas':
        return { status: 200, body: world.personas.map(summary) };
      case 'POST /token':
        return token(request, personas, issueToken);
      default:
        return { status: 404, body: { error: 'not_found', error_description: ROUTES } };
    }
  };
  return { name: 'identity', handle, issueToken };
}

const ROUTES =
  'Ask for POST /token (persona=NAME), GET /personas, /.well-known/jwks.json or /.well-known/openid-configuration.';

async function token(
  request: SandboxRequest,
  personas: ReadonlyMap<string, Persona>,
  issueToken: Identity['issueToken'],
): Promise<SandboxResponse> {
  const asked = readTokenRequest(request);
  if ('problem' in asked) return refused(asked.problem);
  if (!personas.has(asked.persona)) return refused(unknownPersona(asked.persona, personas));
  const { expires_in: expiresIn = LIFETIME_SECONDS, audience, alg } = asked;
  const accessToken = await issueToken(asked.persona, request.origin, { expiresIn, audience, alg });
  const body = { access_token: accessToken, token_type: 'Bearer', expires_in: expiresIn };
  return { status: 200, headers: NO_STORE, body };
}

function refused(description: string): SandboxResponse {
  return {
    status: 400,
    headers: NO_STORE,
    body: { error: 'invalid_request', error_description: description },
  };
}

function unknownPersona(name: string, personas: ReadonlyMap<string, Persona>): string {
  return `There is no persona ${JSON.stringify(name.slice(0, 100))}; there are ${[...personas.keys()].join(', ')}.`;
}

function summary({ name, description, claims }: Persona) {
  return { name, description, kind: claims.kind, roles: claims.roles, domain: claims.domain };
}

/** The issuer is the address it was asked at, so that what a client discovers is what its tokens say. */
function configuration(origin: string) {
  return {
    issuer: origin,
    jwks_uri: `${origin}/.well-known/jwks.json`,
    token_endpoint: `${origin}/token`,
    token_endpoint_auth_methods_supported: ['none'],
    grant_types_supported: ['password'],
    response_types_supported: ['token'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256', 'ES256'],
  };
}
