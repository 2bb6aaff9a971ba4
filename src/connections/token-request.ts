import { CasegraphError } from '../contract/index.ts';
import type { LoginRefusal } from '../contract/index.ts';
import { splitAddress } from './address.ts';
import type { Alias } from './alias.ts';
import { ACCEPT_ENCODING } from './body.ts';
import type { Channel, Parcel } from './channel.ts';
import { describeAnswer } from './failure.ts';
import type { Answer } from './failure.ts';
import { tokenForm } from './grants/index.ts';
import type { FormContext } from './grants/index.ts';
import { acceptInstance } from './instance.ts';
import { LoginRefusedError } from './login-refused.ts';
import type { Operation } from './operation.ts';
import type { TokenGrant } from './settings.ts';
import type { Grant } from './token-cache.ts';

/** Seconds that a token is used for when neither its answer nor the configuration says. */
const DEFAULT_TTL = 600;

/**
 * Asks the token endpoint. Throws `upstream-unauthorized` when it refuses (4xx), `upstream-unavailable` when its answer makes no sense, and what
 * the channel throws.
 */
export async function requestToken(
  channel: Channel,
  auth: TokenGrant,
  operation: Operation,
  context: FormContext,
): Promise<Grant> {
  const { alias } = channel;
  let secrets: readonly string[] = [];
  const answer = await channel.perform(operation, {
    purpose: 'token',
    method: 'POST',
    ...tokenAddress(alias, auth),
    // It changes nothing but the token itself, and every attempt brings an assertion of its own.
    idempotent: true,
    compose: async () => {
      const parcel = await composeForm(alias, auth, context);
      secrets = parcel.secrets;
      return parcel;
    },
  });
  const failed = problemOf(answer);
  if (failed)
    throw tokenError(alias.name, failed, describeAnswer(answer, secrets), refusalOf(answer), context);
  return readGrant(alias, auth, answer.json as Readonly<Record<string, unknown>>);
}

function tokenAddress(alias: Alias, auth: TokenGrant): { origin: string; path: string } {
  const relative = auth.tokenUrl.startsWith('/');
  const url = new URL(relative ? `${alias.url}${auth.tokenUrl}` : auth.tokenUrl);
  return { origin: splitAddress(url.href).origin, path: `${url.pathname}${url.search}` };
}

async function composeForm(alias: Alias, auth: TokenGrant, context: FormContext): Promise<Parcel> {
  try {
    const form = await tokenForm(auth, context);
    return {
      headers: {
        accept: 'application/json',
        'accept-encoding': ACCEPT_ENCODING,
        'content-type': 'application/x-www-form-urlencoded',
        'user-agent': 'casegraph',
        ...form.headers,
      },
      body: new URLSearchParams(form.fields).toString(),
      secrets: form.secrets,
    };
  } catch {
    // The cause is left out on purpose: errors of key parsers quote their input.
    const detail = `the ${auth.grant} request could not be made: does the key fit the algorithm?`;
    throw tokenError(alias.name, 'refused', detail, { status: 0, error: '', description: '' }, null);
  }
}

type TokenProblem = 'refused' | 'senseless';

function problemOf({ status, json }: Answer): TokenProblem | null {
  if (status >= 400) return 'refused';
  if (status < 200 || status > 299 || typeof json !== 'object' || json === null) return 'senseless';
  const { access_token: token, token_type: type } = json as Record<string, unknown>;
  // What is not printable could break out of the header that it is put into.
  if (typeof token !== 'string' || !/^[!-~]+$/.test(token)) return 'senseless';
  return type === undefined || (typeof type === 'string' && /^bearer$/i.test(type)) ? null : 'senseless';
}

/** `error` and `error_description` (RFC 6749, 5.2), cut to what such texts can be. */
function refusalOf({ status, json }: Answer): LoginRefusal {
  const { error, error_description: description } = (json ?? {}) as Readonly<Record<string, unknown>>;
  const text = (value: unknown) => (typeof value === 'string' ? value.slice(0, 200) : '');
  return { status, error: text(error), description: text(description) };
}

function tokenError(
  connection: string,
  problem: TokenProblem,
  detail: string,
  refusal: LoginRefusal,
  context: FormContext | null,
): CasegraphError {
  if (problem === 'refused') {
    const message =
      context !== null && context.subject !== null
        ? `"${connection}" did not let this viewer in. An administrator should check that the viewer has an active user there, under the name that the access token gives, and that this gateway may ask for it.`
        : `"${connection}" refused this gateway's credential.`;
    return new LoginRefusedError(message, refusal, { connection, detail });
  }
  const message = `The login of "${connection}" answered something unexpected.`;
  // The answer may hold a token in a shape that we do not know: only its status is kept.
  return new CasegraphError('upstream-unavailable', message, { connection, detail: detail.slice(0, 12) });
}

function readGrant(alias: Alias, auth: TokenGrant, json: Readonly<Record<string, unknown>>): Grant {
  const named = json['instance_url'];
  const instance = typeof named === 'string' ? acceptInstance(named, alias.url) : null;
  if (typeof named === 'string' && instance === null) {
    const message = `The login of "${alias.name}" names an address that is not allowed.`;
    throw new CasegraphError('upstream-unavailable', message, {
      connection: alias.name,
      detail: named.slice(0, 200),
    });
  }
  const seconds = Number(json['expires_in'] ?? NaN);
  const refreshToken = json['refresh_token'];
  return {
    accessToken: json['access_token'] as string,
    lifetime: Number.isFinite(seconds) ? seconds : (auth.tokenTtl ?? DEFAULT_TTL),
    instance,
    refreshToken: typeof refreshToken === 'string' && refreshToken !== '' ? refreshToken : null,
  };
}
