/** An OAuth Application Registry entry. */
export interface OAuthClient {
  readonly id: string;
  /** Empty for a public client. */
  readonly secret: string;
  /** OAuth Application User: user name that a client_credentials token acts as. */
  readonly user?: string;
  /** Auth scopes, separated by blanks; `useraccount` is full access, empty may call no API. */
  readonly scope: string;
}
