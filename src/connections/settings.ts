/**
 * What a connection is told at start: plain data, already checked and with its secrets resolved (the `config` room does both). Times are
 * in seconds, sizes in bytes.
 */

/** A secret that prints as `[secret]` everywhere except where it is asked to reveal itself. */
export interface SecretText {
  reveal(): string;
}

interface OAuthGrant {
  /** Address of the token endpoint: absolute, or a path below the connection's address (`/oauth_token.do`). */
  readonly tokenUrl: string;
  readonly scope?: string | undefined;
  /** Seconds that a token is good for when its answer has no `expires_in` (Salesforce names none). Default 600. */
  readonly tokenTtl?: number | undefined;
}

export interface JwtBearerGrant extends OAuthGrant {
  readonly grant: 'jwt-bearer';
  readonly issuer: string;
  /** Who the service is there; where the identity is the viewer's, who the gateway is when it asks for itself. */
  readonly subject?: string | undefined;
  readonly audience: string;
  readonly algorithm: 'RS256' | 'ES256';
  /** Private key, PEM (PKCS #8, PKCS #1 or SEC 1). */
  readonly key: SecretText;
  readonly keyId?: string | undefined;
  /** ServiceNow wants the client's own credentials in the body as well; Salesforce does not. */
  readonly clientId?: string | undefined;
  readonly clientSecret?: SecretText | undefined;
}

export interface ClientCredentialsGrant extends OAuthGrant {
  readonly grant: 'client-credentials';
  readonly clientId: string;
  readonly clientSecret: SecretText;
  /** Where the client's credentials stand: in the form, or in a basic `authorization` header. */
  readonly clientAuth: 'body' | 'basic';
}

export interface PasswordGrant extends OAuthGrant {
  readonly grant: 'password';
  readonly clientId: string;
  readonly clientSecret?: SecretText | undefined;
  readonly username: string;
  readonly password: SecretText;
}

export interface RefreshTokenGrant extends OAuthGrant {
  readonly grant: 'refresh-token';
  readonly clientId: string;
  readonly clientSecret?: SecretText | undefined;
  readonly refreshToken: SecretText;
}

/** Grants that fetch a token. */
export type TokenGrant = JwtBearerGrant | ClientCredentialsGrant | PasswordGrant | RefreshTokenGrant;

/** Credentials that are sent as they are. */
export type StaticCredential =
  | { readonly grant: 'basic'; readonly username: string; readonly password: SecretText }
  | { readonly grant: 'api-key'; readonly header: string; readonly key: SecretText }
  | { readonly grant: 'bearer'; readonly token: SecretText }
  | { readonly grant: 'none' };

export type Auth = TokenGrant | StaticCredential;

export interface Limits {
  /** Seconds for one `send`: waiting for a token, queue, retries and body included. */
  readonly deadline: number;
  /** Seconds to open a socket. */
  readonly connectTimeout: number;
  /** Requests on the wire at the same time. */
  readonly concurrency: number;
  /** Requests that may wait for a place; one more is refused. */
  readonly queue: number;
  /** Repetitions of one request. */
  readonly retries: number;
  /** Share of requests that may be repetitions, over time. */
  readonly retryShare: number;
  /** Bytes of one answer, decompressed. */
  readonly maxBytes: number;
  /** Failures in a row that open the circuit. */
  readonly breakerFailures: number;
  /** Seconds until an open circuit is tried again. */
  readonly breakerCooldown: number;
}

export const DEFAULT_LIMITS: Limits = {
  deadline: 10,
  connectTimeout: 3,
  concurrency: 64,
  queue: 256,
  retries: 2,
  retryShare: 0.2,
  maxBytes: 32 * 1024 * 1024,
  breakerFailures: 5,
  breakerCooldown: 2,
};

/** As whom the upstream is asked: one technical user, or each viewer. */
export type Identity = 'service' | 'viewer';

/** What a domain's child alias says of its own; it inherits the rest. */
export interface ChildSettings {
  readonly url?: string | undefined;
  /** Certificate authorities to trust instead of the system's, PEM. */
  readonly ca?: string | undefined;
  readonly auth?: Auth | undefined;
  readonly identity?: Identity | undefined;
  /** Claim with the name that viewers are known by there; absent: their subject. */
  readonly viewerClaim?: string | undefined;
  readonly limits?: { readonly [K in keyof Limits]?: Limits[K] | undefined } | undefined;
  readonly options?: Readonly<Record<string, unknown>> | undefined;
}

export interface ConnectionConfig extends ChildSettings {
  readonly name: string;
  /** Kind of system; which adapter speaks to it. */
  readonly adapter: string;
  readonly url: string;
  readonly auth: Auth;
  /** Child aliases by domain path: `TOP/ACME`. */
  readonly domains?: Readonly<Record<string, ChildSettings>> | undefined;
}
