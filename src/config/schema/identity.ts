import { z } from 'zod';
import { address, count, seconds, text } from './fields.ts';

const ALGORITHMS = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
] as const;

const claim = (name: string, what: string) =>
  text().default(name).describe(`Claim with ${what}; a dot leads into an object. Default "${name}".`);

const claims = () =>
  z
    .strictObject({
      subject: claim('sub', 'the user name'),
      name: claim('name', 'the name to show'),
      email: claim('email', 'the e-mail address'),
      kind: claim('kind', 'agent, contact, consumer or service'),
      roles: claim('roles', 'the list of roles'),
      domain: claim('domain', 'the path of the home domain'),
      domains: claim('domains', 'the paths of further domains that may be seen'),
      account: claim('account', "the sys_id of a contact's account"),
      user: claim('user', 'the sys_id of the user'),
      consumer: claim('consumer', 'the sys_id of the consumer'),
    })
    .prefault({})
    .describe('Which claim of the token says what.');

/** Viewers' tokens. Only algorithms with a public key: a shared secret could be confused with one. */
export const identitySchema = () =>
  z
    .strictObject({
      issuer: text().describe('The "iss" of viewers\' tokens.'),
      audience: text().describe('The "aud" of viewers\' tokens: this gateway.'),
      jwks: address().describe("Address of the issuer's public keys."),
      algorithms: z
        .array(z.enum(ALGORITHMS))
        .min(1)
        .default(['RS256', 'ES256'])
        .describe('Signatures that are taken.'),
      typ: z
        .array(text())
        .min(1)
        .default(['at+jwt'])
        .describe(
          'The "typ" of tokens that are taken. With "JWT" an ID token of the same issuer passes too, where its audience does.',
        ),
      clockTolerance: seconds().default(5).describe('Seconds that clocks may differ.'),
      maxTokenAge: count(1)
        .default(86_400)
        .describe('Seconds after which a token is too old, whatever it says.'),
      grace: seconds()
        .default(3600)
        .describe('Seconds that the last known keys are used while the issuer is down.'),
      claims: claims(),
      roleLookup: z
        .strictObject({
          keep: seconds().default(30).describe('Seconds for which an answer is believed.'),
        })
        .optional()
        .describe(
          "Roles are looked up in ServiceNow (sys_user_has_role) by the subject, and the token's own are not taken. A role that is taken away is gone after these seconds, not when the token expires.",
        ),
    })
    .describe('Who issues the tokens that viewers come with.');
