/** What kind of person or program asks. */
export type ViewerKind = 'agent' | 'contact' | 'consumer' | 'service';

export const VIEWER_KINDS: readonly ViewerKind[] = ['agent', 'contact', 'consumer', 'service'];

/** Who asks, as the verified token says. Frozen; shared between requests that bear the same token. */
export interface Viewer {
  /** ServiceNow user name, or whatever the identity provider calls the caller. */
  readonly subject: string;
  /** For people to read; the subject where the token names nobody. */
  readonly name: string;
  readonly email?: string;
  readonly kind: ViewerKind;
  readonly roles: ReadonlySet<string>;
  /** Home domain as a path of names from the root: `TOP/ACME`. */
  readonly domain: string;
  /** Further domains granted, as such paths. */
  readonly domains: readonly string[];
  /** sys_id of the user; a contact is a user, a consumer is not. */
  readonly user?: string;
  /** sys_id of a contact's account. */
  readonly account?: string;
  /** sys_id of the consumer record. */
  readonly consumer?: string;
  /** Claims that connections take the viewer's name from, by claim; for upstreams that know the viewer by another name. */
  readonly names?: Readonly<Record<string, string>>;
}
