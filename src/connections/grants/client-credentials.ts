import type { ClientCredentialsGrant } from '../settings.ts';
import { basicHeader } from './basic.ts';
import { fields } from './form.ts';
import type { TokenForm } from './form.ts';

/** RFC 6749, section 4.4. In the basic header both parts are form-encoded first (section 2.3.1). */
export function clientCredentialsForm(auth: ClientCredentialsGrant): TokenForm {
  const secret = auth.clientSecret.reveal();
  const inBody = auth.clientAuth === 'body';
  const header = basicHeader(formEncoded(auth.clientId), formEncoded(secret));
  return {
    fields: fields({
      grant_type: 'client_credentials',
      client_id: inBody ? auth.clientId : undefined,
      client_secret: inBody ? secret : undefined,
      scope: auth.scope,
    }),
    headers: inBody ? {} : { authorization: header },
    secrets: inBody ? [secret] : [secret, header.slice('Basic '.length)],
  };
}

function formEncoded(text: string): string {
  return new URLSearchParams({ v: text }).toString().slice(2);
}
