import { z } from 'zod';
import { count, privateKey, secret, text } from './fields.ts';
import type { Surroundings } from './surroundings.ts';

const tokenUrl = () =>
  z
    .string()
    .regex(/^(https?:\/\/[^\s@#]+|\/[^/\s][^\s#]*)$/, {
      error: 'must be an address, or a path such as /oauth_token.do',
    })
    .describe(
      'Address of the token endpoint, or its path below the connection\'s address: "/oauth_token.do" (ServiceNow), "/services/oauth2/token" (Salesforce).',
    );

const oauth = () => ({
  tokenUrl: tokenUrl(),
  scope: text().optional().describe('Scope to ask for. ServiceNow: "useraccount".'),
  tokenTtl: count(1)
    .optional()
    .describe(
      'Seconds that a token is used when its answer does not say how long it is good for (Salesforce does not). Default 600.',
    ),
});

const clientId = () => text().describe('The client id of the OAuth application.');

const jwtBearer = (around: Surroundings) =>
  z.strictObject({
    grant: z.literal('jwt-bearer').describe('OAuth 2.0 JWT bearer (RFC 7523).'),
    ...oauth(),
    issuer: text().describe('Who signs. Salesforce: the consumer key; ServiceNow: the client id.'),
    subject: text()
      .optional()
      .describe(
        'User name of the service account. Where identity is "viewer": of the account for what the gateway reads for itself, such as the domain tree.',
      ),
    audience: text().describe(
      'Whom it is for. Salesforce: https://login.salesforce.com or https://test.salesforce.com; ServiceNow: the client id.',
    ),
    algorithm: z.enum(['RS256', 'ES256']).default('RS256').describe('How the assertion is signed.'),
    key: privateKey(around).describe('The private key that signs, in PEM.'),
    keyId: text().optional().describe('Names the key in the header of the assertion.'),
    clientId: clientId()
      .optional()
      .describe('Sent with the assertion. ServiceNow wants it, Salesforce does not.'),
    clientSecret: secret(around)
      .optional()
      .describe('Sent with the assertion. ServiceNow wants it, Salesforce does not.'),
  });

const clientCredentials = (around: Surroundings) =>
  z.strictObject({
    grant: z.literal('client-credentials').describe('OAuth 2.0 client credentials.'),
    ...oauth(),
    clientId: clientId(),
    clientSecret: secret(around).describe('The client secret of the OAuth application.'),
    clientAuth: z
      .enum(['body', 'basic'])
      .default('body')
      .describe('Whether the client shows its secret in the form or in a basic header.'),
  });

const publicClientSecret = (around: Surroundings) =>
  secret(around).optional().describe('The client secret, unless the client is public.');

const password = (around: Surroundings) =>
  z.strictObject({
    grant: z.literal('password').describe('OAuth 2.0 resource owner password.'),
    ...oauth(),
    clientId: clientId(),
    clientSecret: publicClientSecret(around),
    username: text().describe('User name of the service account.'),
    password: secret(around).describe('Password of the service account.'),
  });

const refreshToken = (around: Surroundings) =>
  z.strictObject({
    grant: z.literal('refresh-token').describe('OAuth 2.0 refresh token.'),
    ...oauth(),
    clientId: clientId(),
    clientSecret: publicClientSecret(around),
    refreshToken: secret(around).describe('A refresh token that was obtained once by hand.'),
  });

const basic = (around: Surroundings) =>
  z.strictObject({
    grant: z
      .literal('basic')
      .describe('HTTP basic. ServiceNow is about to allow it for marked users only: prefer OAuth.'),
    username: text().describe('User name of the service account.'),
    password: secret(around).describe('Password of the service account.'),
  });

const apiKey = (around: Surroundings) =>
  z.strictObject({
    grant: z.literal('api-key').describe('A key in a header.'),
    header: z
      .string()
      .regex(/^[\w!#$%&'*+.^`|~-]+$/, { error: 'must be the name of a header' })
      .describe('Name of the header. ServiceNow: "x-sn-apikey".'),
    key: secret(around).describe('The key.'),
  });

const bearer = (around: Surroundings) =>
  z.strictObject({
    grant: z.literal('bearer').describe('A token that does not change.'),
    token: secret(around).describe('The token.'),
  });

const none = () => z.strictObject({ grant: z.literal('none').describe('No credential.') });

/** How a connection logs in: one variant per grant. */
export const authSchema = (around: Surroundings) =>
  z
    .discriminatedUnion('grant', [
      jwtBearer(around),
      clientCredentials(around),
      password(around),
      refreshToken(around),
      basic(around),
      apiKey(around),
      bearer(around),
      none(),
    ])
    .describe('How this gateway logs in. "grant" says which way.');
