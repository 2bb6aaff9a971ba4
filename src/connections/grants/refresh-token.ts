import type { RefreshTokenGrant } from '../settings.ts';
import { fields } from './form.ts';
import type { FormContext, TokenForm } from './form.ts';

/** RFC 6749, section 6. A server may give a new refresh token with each answer; the latest is used as long as the process lives. */
export function refreshTokenForm(auth: RefreshTokenGrant, context: FormContext): TokenForm {
  const secret = auth.clientSecret?.reveal();
  const refreshToken = context.refreshToken ?? auth.refreshToken.reveal();
  return {
    fields: fields({
      grant_type: 'refresh_token',
      client_id: auth.clientId,
      client_secret: secret,
      refresh_token: refreshToken,
      scope: auth.scope,
    }),
    headers: {},
    secrets: secret === undefined ? [refreshToken] : [refreshToken, secret],
  };
}
