import type { AclRule } from './access/acl-rule.ts';
import type { AuthScope } from './access/auth-scopes.ts';
import type { EventTarget } from './events/sender.ts';
import type { RateLimitRule } from './limits/rate-limit.ts';
import type { OAuthClient } from './oauth/client.ts';

/** How the sandbox instance is set up. */
export interface ServiceNowOptions {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** SPKI in PEM form: the certificate that JWT bearer assertions (RS256) are verified with. */
  readonly jwtPublicKeyPem: string;
  readonly clients: readonly OAuthClient[];
  /** glide.invalid_query.returns_no_rows; default false. */
  readonly strictQueries?: boolean;
  /** Only users with role snc_basic_auth_api_access may use Basic (facts 1.5, behaviour 5); default false. */
  readonly basicAuthRestricted?: boolean;
  /** Incident priority follows impact and urgency through dl_u_priority; default true. */
  readonly priorityLookup?: boolean;
  /** None by default, as on an instance without sys_rate_limit_rules. */
  readonly rateLimits?: readonly RateLimitRule[];
  /** REST API Auth Scopes: what a token without `useraccount` may call. */
  readonly authScopes?: readonly AuthScope[];
  /** Inbound API keys, each with the user that it acts as. Revoking one takes effect at once. */
  readonly apiKeys?: readonly { readonly key: string; readonly userName: string; revoked?: boolean }[];
  /** Further ACLs, to hide rows or columns from somebody; they hold for admins too. */
  readonly acls?: readonly AclRule[];
  /** Where changes of incidents, problems, changes, requests and cases are told; none by default. Can be changed while it runs. */
  readonly events?: EventTarget | null;
  /** `unreadable`: sys_audit is refused with 403 to all but admins. */
  readonly audit?: 'readable' | 'unreadable';
  /** `unreadable`: sys_choice is refused with 403 to all but admins (facts 1.5). */
  readonly choices?: 'readable' | 'unreadable';
  /** Opaque token text; default random. */
  readonly newToken?: () => string;
  /** 32 hex digits; default random. */
  readonly newSysId?: () => string;
}
