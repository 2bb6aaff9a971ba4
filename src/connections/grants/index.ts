import type { Auth, StaticCredential, TokenGrant } from '../settings.ts';
import { basicHeader } from './basic.ts';
import { clientCredentialsForm } from './client-credentials.ts';
import type { FormContext, TokenForm } from './form.ts';
import { jwtBearerForm } from './jwt-bearer.ts';
import { passwordForm } from './password.ts';
import { refreshTokenForm } from './refresh-token.ts';

export type { FormContext, TokenForm } from './form.ts';

/** Whether a token must be fetched first. */
export function isTokenGrant(auth: Auth): auth is TokenGrant {
  return 'tokenUrl' in auth;
}

export async function tokenForm(auth: TokenGrant, context: FormContext): Promise<TokenForm> {
  switch (auth.grant) {
    case 'jwt-bearer':
      return jwtBearerForm(auth, context);
    case 'client-credentials':
      return clientCredentialsForm(auth);
    case 'password':
      return passwordForm(auth);
    case 'refresh-token':
      return refreshTokenForm(auth, context);
  }
}

/** The headers of a credential that is sent as it is. */
export function staticHeaders(auth: StaticCredential): Record<string, string> {
  switch (auth.grant) {
    case 'basic':
      return { authorization: basicHeader(auth.username, auth.password.reveal()) };
    case 'api-key':
      return { [auth.header.toLowerCase()]: auth.key.reveal() };
    case 'bearer':
      return { authorization: `Bearer ${auth.token.reveal()}` };
    case 'none':
      return {};
  }
}
