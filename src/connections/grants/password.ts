import type { PasswordGrant } from '../settings.ts';
import { fields } from './form.ts';
import type { TokenForm } from './form.ts';

/** RFC 6749, section 4.3; ServiceNow's clients name the scope `useraccount` in it. */
export function passwordForm(auth: PasswordGrant): TokenForm {
  const secret = auth.clientSecret?.reveal();
  const password = auth.password.reveal();
  return {
    fields: fields({
      grant_type: 'password',
      client_id: auth.clientId,
      client_secret: secret,
      username: auth.username,
      password,
      scope: auth.scope,
    }),
    headers: {},
    secrets: secret === undefined ? [password] : [password, secret],
  };
}
