import type { SandboxResponse } from '../../http/service.ts';
import type { IoUser } from '../../world/incidentio-records.ts';
import type { Account } from '../account.ts';
import { invalid, notFound } from '../http/api-error.ts';
import { pageOf, readPage } from '../http/page.ts';

const BASE_ROLE = {
  id: '01CASEGRAPH0DEM0BASER01E00',
  name: 'Responder',
  slug: 'responder',
  description: 'Takes part in incidents.',
};

export function listUsers({ query }: { query: URLSearchParams }, { store }: Account): SandboxResponse {
  const [email, slack] = [query.get('email'), query.get('slack_user_id')];
  const users = store.organisation.users.filter(
    (user) => (email === null || user.email === email) && (slack === null || user.slack_user_id === slack),
  );
  const page = pageOf(users, readPage(query), (row, after) => {
    const place = users.findIndex(({ id }) => id === after);
    if (place < 0) throw invalid('after', `There is no user ${after}`);
    return users.indexOf(row) > place;
  });
  return { status: 200, body: { users: page.rows.map(withRoles), pagination_meta: page.meta } };
}

export function showUser(id: string, { store }: Account): SandboxResponse {
  const user = store.organisation.users.find((each) => each.id === id);
  if (user === undefined) throw notFound('User');
  return { status: 200, body: { user: withRoles(user) } };
}

function withRoles(user: IoUser) {
  return { ...user, base_role: BASE_ROLE, custom_roles: [] };
}
