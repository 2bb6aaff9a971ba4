import { createPrivateKey, randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import type { JwtBearerGrant } from '../settings.ts';
import { fields } from './form.ts';
import type { FormContext, TokenForm } from './form.ts';

/**
 * Seconds that an assertion is good for. Salesforce documents at most 3 to 5 minutes (it is lenient, clients rely on that); RFC 7523 lets
 * a server refuse what expires unreasonably late.
 */
const ASSERTION_SECONDS = 180;

/**
 * RFC 7523, section 2.1. Each call makes an assertion of its own: ServiceNow takes each `jti` once by default. ServiceNow wants the
 * client's credentials in the form too; Salesforce knows the client by `iss`.
 */
export async function jwtBearerForm(auth: JwtBearerGrant, context: FormContext): Promise<TokenForm> {
  const assertion = await sign(auth, context.subject ?? auth.subject ?? '', Math.floor(context.now / 1000));
  const secret = auth.clientSecret?.reveal();
  return {
    fields: fields({
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      assertion,
      client_id: auth.clientId,
      client_secret: secret,
      scope: auth.scope,
    }),
    headers: {},
    secrets: secret === undefined ? [assertion] : [assertion, secret],
  };
}

function sign(auth: JwtBearerGrant, subject: string, now: number): Promise<string> {
  return new SignJWT()
    .setProtectedHeader({ alg: auth.algorithm, typ: 'JWT', ...(auth.keyId ? { kid: auth.keyId } : {}) })
    .setIssuer(auth.issuer)
    .setSubject(subject)
    .setAudience(auth.audience)
    .setIssuedAt(now)
    .setExpirationTime(now + ASSERTION_SECONDS)
    .setJti(randomUUID())
    .sign(createPrivateKey(auth.key.reveal()));
}
