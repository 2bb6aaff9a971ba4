import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { IoIncident } from '../world/incidentio-records.ts';
import type { Served } from './testing/serve.ts';
import { breaches } from './testing/conforms.ts';
import { KEY, serve, world } from './testing/serve.ts';

const { statuses, severities, types, users, roles, customFields } = world.organisation;
const shown = world.incidents.filter(({ mode }) => mode === 'standard' || mode === 'retrospective');
const ids = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id);
const sorted = (rows: readonly { readonly id: string }[]): string[] => ids(rows).sort();
const statusNamed = (name: string): string => statuses.find((status) => status.name === name)!.id;
const severityNamed = (name: string): string => severities.find((severity) => severity.name === name)!.id;
const incidentIn = (category: string): IoIncident =>
  shown.find(
    ({ incident_status: status, visibility }) => status.category === category && visibility === 'public',
  )!;

describe('reading', () => {
  let io: Served;
  beforeAll(async () => {
    io = await serve();
  });
  afterAll(() => io.close());

  test.each([
    ['/v2/incidents?page_size=250', 'IncidentsListResultV2'],
    [`/v2/incidents/${shown[0]!.id}`, 'IncidentsShowResultV2'],
    ['/v2/incident_updates?page_size=250', 'IncidentUpdatesListResultV2'],
    ['/v2/follow_ups', 'FollowUpsListResultV2'],
    [`/v2/follow_ups/${world.followUps[0]!.id}`, 'FollowUpsShowResultV2'],
    ['/v1/incident_statuses', 'IncidentStatusesListResultV1'],
    [`/v1/incident_statuses/${statuses[0]!.id}`, 'IncidentStatusesShowResultV1'],
    ['/v1/severities', 'SeveritiesListResultV1'],
    ['/v1/incident_types', 'IncidentTypesListResultV1'],
  ])('%s answers as the vendor documents %s', async (path, schema) => {
    const { status, body } = await io.get(path);
    expect(status).toBe(200);
    expect(breaches(body, schema)).toEqual([]);
  });

  test('the key says who it is, and users have roles', async () => {
    expect((await io.get('/v1/identity')).body).toEqual({
      identity: {
        name: 'Casegraph',
        roles: ['viewer', 'incident_creator', 'incident_editor', 'global_access'],
        dashboard_url: 'https://app.incident.io/casegraph-demo',
      },
    });
    const [user] = users;
    const { body } = await io.get(`/v2/users?email=${encodeURIComponent(user!.email)}`);
    expect(body).toMatchObject({ users: [{ ...user, base_role: { slug: 'responder' }, custom_roles: [] }] });
    expect((await io.get(`/v2/users/${user!.id}`)).body).toMatchObject({ user });
  });

  const byStatus = (category: string) => (each: IoIncident) => each.incident_status.category === category;
  const [major, critical] = [severityNamed('Major'), severityNamed('Critical')];
  const [lead] = roles;
  const product = customFields[0]!.options[0]!.id;
  const midnight = shown[10]!.created_at.slice(0, 10);
  const at = (text: string): number => Date.parse(text);
  test.each<[string, (incident: IoIncident) => boolean]>([
    ['', () => true],
    [`status[one_of]=${statusNamed('Fixing')}`, (each) => each.incident_status.name === 'Fixing'],
    [`status[not_in]=${statusNamed('Fixing')}`, (each) => each.incident_status.name !== 'Fixing'],
    [
      'status_category[one_of]=live&status_category[one_of]=closed',
      (each) => byStatus('live')(each) || byStatus('closed')(each),
    ],
    ['status_category[not_in]=live', (each) => !byStatus('live')(each)],
    [`severity[one_of]=${major}`, (each) => each.severity?.name === 'Major'],
    [`severity[not_in]=${major}`, (each) => each.severity?.name !== 'Major'],
    [`severity[gte]=${major}`, (each) => (each.severity?.rank ?? 0) >= 2],
    [`severity[lte]=${major}`, (each) => (each.severity?.rank ?? 9) <= 2],
    [`incident_type[one_of]=${types[1]!.id}`, (each) => each.incident_type?.name === 'Security Incident'],
    [`created_at[gte]=${midnight}`, (each) => at(each.created_at) >= at(midnight)],
    [`created_at[lte]=${midnight}`, (each) => at(each.created_at) <= at(midnight)],
    [`updated_at[gte]=${midnight}`, (each) => at(each.updated_at) >= at(midnight)],
    [
      `created_at[date_range]=${midnight}~2026-11-01`,
      (each) => at(each.created_at) >= at(midnight) && at(each.created_at) <= at('2026-11-01'),
    ],
    [
      `incident_role[${lead!.id}][one_of]=${users[2]!.id}`,
      (each) => each.incident_role_assignments[0]!.assignee!.id === users[2]!.id,
    ],
    [`incident_role[${lead!.id}][is_blank]=false`, () => true],
    [
      `custom_field[${customFields[0]!.id}][one_of]=${product}`,
      (each) => each.custom_field_entries[0]!.values[0]?.value_option?.id === product,
    ],
    [
      `custom_field[${customFields[0]!.id}][is_blank]=true`,
      (each) => each.custom_field_entries[0]!.values.length === 0,
    ],
    [
      `status_category[one_of]=live&severity[one_of]=${critical}`,
      (each) => byStatus('live')(each) && each.severity?.name === 'Critical',
    ],
    [
      `filter_mode=any&status_category[one_of]=live&severity[one_of]=${critical}`,
      (each) => byStatus('live')(each) || each.severity?.name === 'Critical',
    ],
    ['mode[one_of]=retrospective', ({ mode }) => mode === 'retrospective'],
  ])('the list with %s holds what fits, newest first', async (query, fits) => {
    const { body } = await io.get(`/v2/incidents?page_size=250&${query}`);
    const expected = shown.filter(fits);
    expect(expected.length).toBeGreaterThan(0);
    expect(sorted(body.incidents)).toEqual(sorted(expected));
    expect(body.pagination_meta).toEqual({ page_size: 250, total_record_count: expected.length });
    const moments = body.incidents.map((each) => each.created_at);
    expect(moments).toEqual([...moments].sort().reverse());
  });

  test('tests and tutorials show only when asked for', async () => {
    const all = ['standard', 'retrospective', 'test', 'tutorial']
      .map((mode) => `mode[one_of]=${mode}`)
      .join('&');
    const { body } = await io.get(`/v2/incidents?page_size=250&${all}`);
    expect(sorted(body.incidents)).toEqual(sorted(world.incidents));
  });

  test('pages follow each other without gap or repetition, oldest first', async () => {
    const seen: IoIncident[] = [];
    let after = '';
    for (;;) {
      const { body } = await io.get(`/v2/incidents?sort_by=created_at_oldest_first&page_size=4${after}`);
      expect(body.pagination_meta.total_record_count).toBe(shown.length);
      seen.push(...body.incidents);
      if (body.pagination_meta.after === undefined) break;
      after = `&after=${body.pagination_meta.after}`;
    }
    expect(ids(seen)).toEqual(ids(shown));
  });

  test.each([
    ['', 25, Math.min(25, shown.length)],
    ['page_size=3', 3, 3],
    ['page_size=500', 250, shown.length],
  ])('a page with "%s" has the size %d', async (query, size, rows) => {
    const { body } = await io.get(`/v2/incidents?${query}`);
    expect([body.pagination_meta.page_size, body.incidents.length]).toEqual([size, rows]);
  });

  test('updates and follow-ups of one incident', async () => {
    const { id } = incidentIn('learning');
    const { body } = await io.get(`/v2/incident_updates?incident_id=${id}`);
    const own = world.updates.filter((update) => update.incident_id === id);
    expect(ids(body.incident_updates)).toEqual(ids(own).reverse());
    const first = await io.get(`/v2/incident_updates?incident_id=${id}&page_size=1`);
    const next = await io.get(
      `/v2/incident_updates?incident_id=${id}&page_size=1&after=${first.body.pagination_meta.after}`,
    );
    expect(ids(next.body.incident_updates)).toEqual([ids(own).reverse()[1]]);
    const followUps = (await io.get(`/v2/follow_ups?incident_id=${id}`)).body.follow_ups;
    expect(ids(followUps)).toEqual(ids(world.followUps.filter((each) => each.incident_id === id)));
    expect(followUps.length).toBeGreaterThan(0);
  });

  test('an incident is found by its id and by the number of its reference', async () => {
    const [incident] = shown;
    const number = incident!.reference.replace('INC-', '');
    expect((await io.get(`/v2/incidents/${number}`)).body).toEqual({ incident });
    for (const id of ['INC-1', '99999', '01H00000000000000000000000'])
      expect(await io.get(`/v2/incidents/${id}`)).toMatchObject({ status: 404, body: { type: 'not_found' } });
  });

  test.each([
    ['/v2/incidents?page_size=0', 'page_size'],
    ['/v2/incidents?page_size=501', 'page_size'],
    ['/v2/incident_updates?page_size=251', 'page_size'],
    ['/v2/incidents?after=nothing', 'after'],
    ['/v2/incidents?sort_by=name', 'sort_by'],
    ['/v2/incidents?filter_mode=none', 'filter_mode'],
    ['/v2/incidents?status_category[one_of]=open', 'status_category[one_of]'],
    ['/v2/incidents?severity[gte]=Major', 'severity[gte]'],
    ['/v2/incidents?created_at[gte]=yesterday', 'created_at[gte]'],
    ['/v2/incidents?created_at[date_range]=2026-01-01', 'created_at[date_range]'],
    ['/v2/incidents?status[is]=x', 'status[is]'],
    ['/v2/incidents?status=x', 'status'],
    ['/v2/incidents?mode[not_in]=test', 'mode[not_in]'],
    ['/v2/incidents?query=x', 'query'],
    ['/v2/follow_ups?incident_mode=live', 'incident_mode'],
  ])('%s is refused', async (path, field) => {
    const { status, body } = await io.get(path);
    expect({ status, ...body }).toMatchObject({
      status: 422,
      type: 'validation_error',
      errors: [{ source: { field } }],
    });
    expect(body['request_id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('without a key, with a wrong one, and where nothing is', async () => {
    const without = await io.get('/v2/incidents', {});
    expect(without).toMatchObject({
      status: 401,
      body: {
        type: 'authentication_error',
        status: 401,
        errors: [
          {
            code: 'missing_authorization_material',
            message: 'No authorization material provided in request',
          },
        ],
      },
    });
    expect(Object.keys(without.body)).toEqual(['type', 'status', 'request_id', 'errors']);
    expect(without.headers.get('x-ratelimit-limit')).toBeNull();
    expect(await io.get('/v2/incidents', { authorization: 'Bearer wrong' })).toMatchObject({
      status: 401,
      body: { errors: [{ code: 'access_token_invalid' }] },
    });
    expect(await io.get('/v3/incidents', {})).toMatchObject({ status: 404, body: {} });
    expect((await io.post('/v1/severities', {})).status).toBe(404);
  });
});

describe('a key without global access', () => {
  let io: Served;
  beforeAll(async () => {
    io = await serve({ globalAccess: false });
  });
  afterAll(() => io.close());

  test('sees nothing of private incidents', async () => {
    const secret = world.incidents.find(({ visibility }) => visibility === 'private')!;
    const { body } = await io.get('/v2/incidents?page_size=250');
    expect(sorted(body.incidents)).toEqual(sorted(shown.filter(({ visibility }) => visibility === 'public')));
    expect((await io.get(`/v2/incidents/${secret.id}`)).status).toBe(404);
    expect((await io.get(`/v2/incident_updates?incident_id=${secret.id}`)).body.incident_updates).toEqual([]);
    const followUps = (await io.get('/v2/follow_ups')).body.follow_ups.map((each) => each.incident_id);
    const secrets = world.incidents.filter(({ visibility }) => visibility === 'private').map(({ id }) => id);
    expect(followUps.filter((id) => secrets.includes(id))).toEqual([]);
  });
});

describe('writing', () => {
  let io: Served;
  beforeEach(async () => {
    io = await serve();
  });
  afterEach(() => io.close());

  const NEW = {
    idempotency_key: 'k1',
    visibility: 'public',
    name: 'Disk full',
    severity_id: severityNamed('Major'),
  };
  const edit = (id: string, incident: object) =>
    io.post(`/v2/incidents/${id}/actions/edit`, { incident, notify_incident_channel: false });

  test('a created incident can be read back, with its first update; the key makes no second one', async () => {
    const first = await io.post('/v2/incidents', { ...NEW, summary: 'Since 03:00' });
    expect(first.status).toBe(200);
    expect(breaches(first.body, 'IncidentsCreateResultV2')).toEqual([]);
    const { incident } = first.body;
    expect(incident).toMatchObject({
      name: 'Disk full',
      summary: 'Since 03:00',
      reference: `INC-${world.incidents.length + 1}`,
      mode: 'standard',
      severity: { name: 'Major' },
      incident_status: { name: 'Investigating', category: 'live' },
      creator: { api_key: { name: 'Casegraph' } },
    });
    expect((await io.get(`/v2/incidents/${world.incidents.length + 1}`)).body.incident).toEqual(incident);
    const again = await io.post('/v2/incidents', { ...NEW, name: 'Another name' });
    expect(again.body.incident).toEqual(incident);
    expect((await io.post('/v2/incidents', { ...NEW, idempotency_key: 'k2' })).body.incident.id).not.toBe(
      incident.id,
    );
    const updates = await io.get(`/v2/incident_updates?incident_id=${incident.id}`);
    expect(updates.body.incident_updates).toMatchObject([{ new_incident_status: { name: 'Investigating' } }]);
  });

  test('fields, roles and moments are set by id, and only those that are named', async () => {
    const made = await io.post('/v2/incidents', {
      ...NEW,
      custom_field_entries: [
        {
          custom_field_id: customFields[0]!.id,
          values: [{ value_option_id: customFields[0]!.options[1]!.id }],
        },
      ],
      incident_role_assignments: [{ incident_role_id: roles[0]!.id, assignee: { email: users[1]!.email } }],
    });
    const { id } = made.body.incident;
    const edited = await edit(id, {
      custom_field_entries: [
        { custom_field_id: customFields[1]!.id, values: [{ value_text: 'Use the other site' }] },
      ],
      incident_timestamp_values: [
        { incident_timestamp_id: world.organisation.timestamps[0]!.id, value: '2026-11-15T03:00:00Z' },
      ],
    });
    expect(breaches(edited.body, 'IncidentsEditResultV2')).toEqual([]);
    expect(edited.body.incident).toMatchObject({
      custom_field_entries: [
        { custom_field: { name: 'Affected Team' }, values: [{ value_option: { value: 'Platform' } }] },
        { custom_field: { name: 'Workaround' }, values: [{ value_text: 'Use the other site' }] },
      ],
      incident_role_assignments: [{ role: { name: 'Incident Lead' }, assignee: users[1] }],
      incident_timestamp_values: [{ value: { value: '2026-11-15T03:00:00Z' } }],
    });
  });

  test.each<[string, object, string, string]>([
    ['no key', { ...NEW, idempotency_key: undefined }, 'idempotency_key', 'is_required'],
    ['no visibility', { ...NEW, visibility: undefined }, 'visibility', 'is_required'],
    ['another visibility', { ...NEW, visibility: 'secret' }, 'visibility', 'is_invalid'],
    ['no severity', { ...NEW, severity_id: undefined }, 'severity_id', 'is_required'],
    ['an unknown severity', { ...NEW, severity_id: 'high' }, 'severity_id', 'is_invalid'],
    ['an unknown status', { ...NEW, incident_status_id: 'live' }, 'incident_status_id', 'is_invalid'],
    ['another mode', { ...NEW, mode: 'drill' }, 'mode', 'is_invalid'],
    ['a name that is no text', { ...NEW, name: 7 }, 'name', 'is_invalid'],
    ['a private type in public', { ...NEW, incident_type_id: types[1]!.id }, 'visibility', 'is_invalid'],
    [
      'a number that is taken',
      { ...NEW, mode: 'retrospective', retrospective_incident_options: { external_id: 1 } },
      'retrospective_incident_options.external_id',
      'is_invalid',
    ],
  ])('a new incident with %s is refused', async (_, body, field, code) => {
    expect(await io.post('/v2/incidents', body)).toMatchObject({
      status: 422,
      body: { type: 'validation_error', errors: [{ code, source: { field } }] },
    });
    expect((await io.get('/v2/incidents')).body.pagination_meta.total_record_count).toBe(shown.length);
  });

  test('a body that is no JSON object is a 400', async () => {
    const headers = { authorization: `Bearer ${KEY}` };
    const response = await fetch(`${io.url}/v2/incidents`, { method: 'POST', headers, body: '[1' });
    expect(response.status).toBe(400);
  });

  test('triage needs no severity, and a private type begins there', async () => {
    const made = await io.post('/v2/incidents', {
      idempotency_key: 'k3',
      visibility: 'private',
      incident_type_id: types[1]!.id,
    });
    expect(made.body.incident).toMatchObject({
      incident_status: { category: 'triage' },
      visibility: 'private',
    });
  });

  test('an edit changes what it names, writes an update, and is nothing when nothing changes', async () => {
    const before = incidentIn('live');
    const severity = severities.find(({ id }) => id !== before.severity!.id)!;
    const { body } = await edit(before.id, { severity_id: severity.id, summary: 'Worse than thought' });
    const { updated_at: touched, ...rest } = body.incident;
    const { updated_at: _, ...was } = before;
    expect(rest).toEqual({ ...was, severity, summary: 'Worse than thought' });
    expect(touched > before.updated_at).toBe(true);
    const [latest] = (await io.get(`/v2/incident_updates?incident_id=${before.id}`)).body.incident_updates;
    expect(latest).toMatchObject({
      new_severity: severity,
      updater: { api_key: { name: 'Casegraph' } },
      created_at: touched,
    });
    const again = await edit(before.id, { severity_id: severity.id, summary: 'Worse than thought' });
    expect(again.body.incident).toEqual(body.incident);
  });

  test.each([
    ['live', 'Monitoring', 200],
    ['live', 'Documenting', 200],
    ['live', 'Closed', 200],
    ['live', 'Triage', 422],
    ['live', 'Declined', 422],
    ['triage', 'Closed', 200],
    ['triage', 'Investigating', 422],
    ['learning', 'Reviewing', 200],
    ['learning', 'Closed', 200],
    ['learning', 'Investigating', 422],
    ['closed', 'Investigating', 422],
    ['closed', 'Closed', 200],
    ['paused', 'Investigating', 422],
  ])('an incident that is %s moved to %s gives %d', async (category, to, status) => {
    const { id } = incidentIn(category);
    const reply = await edit(id, { incident_status_id: statusNamed(to) });
    expect(reply.status).toBe(status);
    if (status === 200) expect(reply.body.incident.incident_status.name).toBe(to);
    else expect(reply.body.errors).toMatchObject([{ source: { field: 'incident.incident_status_id' } }]);
  });

  test.each<[unknown, string]>([
    [{ notify_incident_channel: true }, 'incident'],
    [{ incident: { name: 'x' } }, 'notify_incident_channel'],
    [{ incident: { name: '' }, notify_incident_channel: true }, 'incident.name'],
    [{ incident: { severity_id: 'x' }, notify_incident_channel: true }, 'incident.severity_id'],
  ])('an edit with %j is refused', async (body, field) => {
    const reply = await io.post(`/v2/incidents/${shown[0]!.id}/actions/edit`, body);
    expect(reply).toMatchObject({ status: 422, body: { errors: [{ source: { field } }] } });
  });

  test('what people do in the app: messages, any transition, issues of other systems, follow-ups', async () => {
    const { id } = incidentIn('closed');
    const reopened = await io.control('POST', `incidents/${id}`, {
      status: 'live',
      message: 'It is back',
      severity: 'Critical',
    });
    expect(reopened.body.incident).toMatchObject({
      incident_status: { category: 'live' },
      severity: { name: 'Critical' },
    });
    const [latest] = (await io.get(`/v2/incident_updates?incident_id=${id}`)).body.incident_updates;
    expect(latest).toMatchObject({
      message: 'It is back',
      updater: { user: users[0] },
      new_severity: { name: 'Critical' },
    });
    const reference = {
      provider: 'service_now',
      issue_name: 'INC0012345',
      issue_permalink: 'https://sn.example/1',
    };
    await io.control('PUT', `incidents/${id}/external_issue_reference`, reference);
    expect((await io.get(`/v2/incidents/${id}`)).body.incident.external_issue_reference).toEqual(reference);
    await io.control('DELETE', `incidents/${id}/external_issue_reference`);
    expect((await io.get(`/v2/incidents/${id}`)).body.incident.external_issue_reference).toBeUndefined();
    const made = await io.control('POST', 'follow_ups', { incident_id: id, title: 'Write it down' });
    const { id: followUp } = made.body['follow_up'] as { id: string };
    await io.control('POST', `follow_ups/${followUp}`, { status: 'completed' });
    const read = await io.get(`/v2/follow_ups/${followUp}`);
    expect(breaches(read.body, 'FollowUpsShowResultV2')).toEqual([]);
    expect(read.body).toMatchObject({
      follow_up: { status: 'completed', title: 'Write it down', incident_id: id },
    });
    expect((read.body['follow_up'] as { completed_at: string }).completed_at).toBeDefined();
  });

  test.each([
    ['POST', 'incidents/none', {}, 404],
    ['POST', `incidents/1`, { status: 'nowhere' }, 422],
    ['PUT', `incidents/1/external_issue_reference`, {}, 422],
    ['POST', 'follow_ups', { incident_id: 'x', title: 'x' }, 422],
    ['POST', 'follow_ups/none', {}, 404],
    ['POST', 'webhooks', { url: 'not an address' }, 422],
    ['POST', 'webhooks', { url: 'http://x.example', secret: 'plain' }, 422],
    ['DELETE', 'webhooks/none', undefined, 404],
    ['POST', 'deliveries/none/resend', undefined, 404],
    ['GET', 'nothing', undefined, 404],
  ])('the control route %s %s with %j gives %d', async (method, path, body, status) => {
    expect((await io.control(method, path, body)).status).toBe(status);
  });
});

test('a bucket refills all the time; an empty one says when to come back', async () => {
  let now = Date.UTC(2026, 10, 15);
  const io = await serve({ now: () => now, perMinute: 60 });
  const first = await io.get('/v1/identity');
  const limits = (headers: Headers): (string | null)[] =>
    ['limit', 'remaining', 'used', 'reset'].map((name) => headers.get(`x-ratelimit-${name}`));
  expect(limits(first.headers)).toEqual(['60, 60;window=60', '59', '1', String(now / 1000 + 1)]);
  await Promise.all(Array.from({ length: 59 }, () => io.get('/v1/identity')));
  const refused = await io.get('/v1/identity');
  expect(refused.status).toBe(429);
  expect([refused.headers.get('retry-after'), ...limits(refused.headers)]).toEqual([
    '1',
    '60, 60;window=60',
    '0',
    '60',
    String(now / 1000 + 60),
  ]);
  expect(refused.body).toMatchObject({
    type: 'too_many_requests',
    status: 429,
    rate_limit: { name: 'Casegraph', limit: 60, remaining: 0, retry_after: '2026-11-15T00:00:01Z' },
    errors: [{ code: 'too_many_requests' }],
  });
  now += 1_000;
  expect((await io.get('/v1/identity')).status).toBe(200);
  expect((await io.get('/v1/identity')).status).toBe(429);
  await io.close();
});
