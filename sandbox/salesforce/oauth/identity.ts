import type { SandboxRequest, SandboxResponse } from '../../http/service.ts';
import type { SfRecord } from '../../world/world.ts';
import { derivation } from '../data/derived.ts';
import { idKey } from '../ids.ts';
import type { Org } from '../org.ts';
import { standardHeaders } from '../rest/headers.ts';
import { bearerToken } from './bearer.ts';

const VERSIONED = {
  rest: '/services/data/v{version}/',
  sobjects: '/services/data/v{version}/sobjects/',
  search: '/services/data/v{version}/search/',
  query: '/services/data/v{version}/query/',
  recent: '/services/data/v{version}/recent/',
};

/** `/id/{org}/{user}`: who the user is; the token may come as `oauth_token` too. */
export function identityEndpoint(request: SandboxRequest, org: Org): SandboxResponse {
  const [, , orgId = '', userId = ''] = request.path.split('/');
  const user = sessionUser(request, org);
  if (typeof user === 'string') return refusal(user);
  if (idKey(orgId) !== idKey(org.id)) return refusal('Wrong_Org');
  if (idKey(userId) !== idKey(user.Id)) return refusal('Bad_Id');
  return { status: 200, headers: standardHeaders(), body: identity(user, org, request.origin) };
}

/** `/services/oauth2/userinfo`: the same in the words of OpenID Connect. */
export function userinfoEndpoint(request: SandboxRequest, org: Org): SandboxResponse {
  const user = sessionUser(request, org);
  if (typeof user === 'string') return refusal(user);
  const known = identity(user, org, request.origin);
  const body = {
    sub: known.id,
    user_id: known.user_id,
    organization_id: known.organization_id,
    preferred_username: known.username,
    nickname: known.nick_name,
    name: known.display_name,
    email: known.email,
    email_verified: known.email_verified,
    given_name: known.first_name,
    family_name: known.last_name,
    zoneinfo: known.timezone,
    photos: known.photos,
    profile: `${request.origin}/${user.Id}`,
    picture: known.photos.picture,
    address: { country: known.addr_country },
    urls: known.urls,
    active: known.active,
    user_type: known.user_type,
    language: known.language,
    locale: known.locale,
    utcOffset: known.utcOffset,
    updated_at: known.last_modified_date,
  };
  return { status: 200, headers: standardHeaders(), body };
}

/** The user, or the word the refusal consists of. */
function sessionUser(request: SandboxRequest, org: Org): SfRecord | string {
  const posted = new URLSearchParams(request.method === 'POST' ? request.body.toString('utf8') : '');
  const token = bearerToken(request) ?? request.query.get('oauth_token') ?? posted.get('access_token');
  if (token === null) return 'Missing_OAuth_Token';
  const session = org.sessions.use(token);
  return (session && org.store.table('User').find(session.userId)) ?? 'Bad_OAuth_Token';
}

/** Status and the one-word bodies are from memory. */
function refusal(word: string): SandboxResponse {
  return {
    status: 403,
    headers: { ...standardHeaders(), 'Content-Type': 'text/html;charset=UTF-8' },
    body: word,
  };
}

/** Key order of a recorded answer. */
function identity(user: SfRecord, org: Org, origin: string) {
  const text = (field: string): string | null => {
    const value = user[field] ?? derivation('User', field)?.(user);
    return typeof value === 'string' ? value : null;
  };
  return {
    id: `${origin}/id/${org.id}/${user.Id}`,
    asserted_user: true,
    user_id: user.Id,
    organization_id: org.id,
    username: text('Username'),
    nick_name: text('CommunityNickname') ?? text('Alias'),
    display_name: text('Name'),
    email: text('Email'),
    email_verified: true,
    first_name: text('FirstName'),
    last_name: text('LastName'),
    timezone: text('TimeZoneSidKey') ?? 'GMT',
    photos: { picture: `${origin}/profilephoto/005/F`, thumbnail: `${origin}/profilephoto/005/T` },
    addr_street: text('Street'),
    addr_city: text('City'),
    addr_state: text('State'),
    addr_country: text('Country'),
    addr_zip: text('PostalCode'),
    mobile_phone: text('MobilePhone'),
    mobile_phone_verified: false,
    is_lightning_login_user: false,
    status: { created_date: null, body: null },
    urls: Object.fromEntries([
      ...Object.entries(VERSIONED).map(([name, path]) => [name, origin + path]),
      ['profile', `${origin}/${user.Id}`],
      ['custom_domain', origin],
    ]) as Record<string, string>,
    active: user['IsActive'] !== false,
    user_type: (text('UserType') ?? 'STANDARD').toUpperCase(),
    language: text('LanguageLocaleKey') ?? 'en_US',
    locale: text('LocaleSidKey') ?? 'en_US',
    utcOffset: 0,
    last_modified_date: (text('LastModifiedDate') ?? '').replace(/\.\d{3}\+0000$/, 'Z'),
    is_app_installed: true,
  };
}
