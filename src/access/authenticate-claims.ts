import { CasegraphError } from '../contract/index.ts';
import { VIEWER_KINDS } from './viewer.ts';
import type { Viewer, ViewerKind } from './viewer.ts';

/**
 * Where the viewer's properties stand among the claims: a claim's name, or a path with dots into nested claims (`realm_access.roles`).
 * A claim whose own name holds dots (`https://acme.example/roles`) is found first.
 */
export interface ClaimMapping {
  readonly subject: string;
  readonly name: string;
  readonly email: string;
  readonly kind: string;
  readonly roles: string;
  readonly domain: string;
  readonly domains: string;
  readonly user: string;
  readonly account: string;
  readonly consumer: string;
  /** Further claims that the viewer keeps, for connections that log in by them. */
  readonly names?: readonly string[];
}

export const DEFAULT_CLAIMS: ClaimMapping = {
  subject: 'sub',
  name: 'name',
  email: 'email',
  kind: 'kind',
  roles: 'roles',
  domain: 'domain',
  domains: 'domains',
  user: 'user',
  account: 'account',
  consumer: 'consumer',
};

export const NOT_VALID =
  'The access token is not valid for this gateway. Get a new one from your identity provider.';

const MAX_TEXT = 256;
const MAX_LIST = 1000;
// Separators, control and format characters have no place in names that rules compare and logs print.
const SPEAKABLE = /^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+$/u;
const DOMAIN_PATH = /^[^/]+(?:\/[^/]+)*$/;

type Claims = Readonly<Record<string, unknown>>;

/** Builds the viewer from verified claims. Throws `unauthenticated`, with what is wrong in `detail` for the operator. */
export function viewerFromClaims(claims: Claims, mapping: ClaimMapping): Viewer {
  const subject = required(claims, mapping.subject, 'subject');
  const viewer: Viewer = {
    subject,
    name: optional(claims, mapping.name) ?? subject,
    kind: kindOf(claims, mapping.kind),
    roles: new Set(list(claims, mapping.roles)),
    domain: domainPath(required(claims, mapping.domain, 'domain'), mapping.domain),
    domains: list(claims, mapping.domains).map((path) => domainPath(path, mapping.domains)),
    ...given('email', optional(claims, mapping.email)),
    ...given('user', optional(claims, mapping.user)),
    ...given('account', optional(claims, mapping.account)),
    ...given('consumer', optional(claims, mapping.consumer)),
    ...namesOf(claims, mapping.names ?? []),
  };
  return Object.freeze(viewer);
}

function namesOf(claims: Claims, paths: readonly string[]): Pick<Viewer, 'names'> {
  const found = paths.flatMap((path): [string, string][] => {
    const name = optional(claims, path);
    return name === undefined ? [] : [[path, name]];
  });
  return found.length === 0 ? {} : { names: Object.freeze(Object.fromEntries(found)) };
}

/** The claim at a path; `undefined` where there is none. Inherited properties are not claims. */
export function claimAt(claims: Claims, path: string): unknown {
  if (Object.hasOwn(claims, path)) return claims[path];
  let at: unknown = claims;
  for (const step of path.split('.')) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined;
    at = (at as Claims)[step];
  }
  return at;
}

function required(claims: Claims, path: string, property: string): string {
  const text = optional(claims, path);
  if (text === undefined) throw refuse(`the viewer's ${property} is missing: claim "${path}"`);
  return text;
}

function optional(claims: Claims, path: string): string | undefined {
  const value = claimAt(claims, path);
  return value === undefined || value === null ? undefined : text(value, path);
}

function list(claims: Claims, path: string): readonly string[] {
  const value = claimAt(claims, path);
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value))
    throw refuse(`claim "${path}" is ${kindOfValue(value)}, a list of strings is expected`);
  if (value.length > MAX_LIST)
    throw refuse(`claim "${path}" has ${value.length} entries, at most ${MAX_LIST} are taken`);
  return value.map((entry, index) => text(entry, `${path}[${index}]`));
}

function text(value: unknown, path: string): string {
  if (typeof value !== 'string')
    throw refuse(`claim "${path}" is ${kindOfValue(value)}, a string is expected`);
  if (value.length > MAX_TEXT) {
    throw refuse(`claim "${path}" has ${value.length} characters, at most ${MAX_TEXT} are taken`);
  }
  if (!SPEAKABLE.test(value)) throw refuse(`claim "${path}" is empty or holds control characters`);
  return value;
}

function kindOf(claims: Claims, path: string): ViewerKind {
  const value = required(claims, path, 'kind');
  const kind = VIEWER_KINDS.find((known) => known === value);
  if (kind === undefined) throw refuse(`claim "${path}" is none of ${VIEWER_KINDS.join(', ')}`);
  return kind;
}

function domainPath(value: string, path: string): string {
  if (!DOMAIN_PATH.test(value)) throw refuse(`claim "${path}" holds no domain path such as TOP/ACME`);
  return value;
}

function given<K extends string>(key: K, value: string | undefined): { [P in K]?: string } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]?: string });
}

function kindOfValue(value: unknown): string {
  return Array.isArray(value) ? 'a list' : `of type ${typeof value}`;
}

function refuse(detail: string): CasegraphError {
  return new CasegraphError('unauthenticated', NOT_VALID, { detail });
}
