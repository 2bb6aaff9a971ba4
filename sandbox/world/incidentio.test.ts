import { describe, expect, test } from 'vitest';
import type { SnRecord, World } from './world.ts';
import { createWorld } from './create.ts';
import { INCIDENT_IO } from './incidentio.ts';
import { IO_CATEGORIES } from './incidentio-records.ts';
import { ulid } from './ulid.ts';

const incidentsOf = ({ servicenow }: World): readonly SnRecord[] => servicenow.get('incident') ?? [];
const byId = (world: World) => new Map(incidentsOf(world).map((row) => [row.sys_id, row]));

const FITTING: Readonly<Record<string, string>> = {
  '1': 'triage',
  '2': 'live',
  '3': 'paused',
  '6': 'learning',
  '7': 'closed',
  '8': 'canceled',
};

describe.each([
  ['casegraph', 200],
  ['seed-2', 60],
  ['42', 1],
])('incident.io in the world of seed %s with %d cases', (seed, cases) => {
  const world = createWorld({ seed, cases });
  const { incidents, updates, followUps, organisation } = world.incidentio;

  test('shows every category, severity and mode, and private incidents', () => {
    const categories = new Set(incidents.map(({ incident_status: status }) => status.category));
    expect([...categories].sort()).toEqual([...IO_CATEGORIES].sort());
    expect(new Set(incidents.map(({ severity }) => severity?.name)).size).toBe(4);
    expect(new Set(incidents.map(({ mode }) => mode)).size).toBe(4);
    expect(incidents.filter(({ visibility }) => visibility === 'private')).toHaveLength(2);
    expect(followUps.length).toBeGreaterThan(3);
  });

  test('links go both ways and agree about how things stand', () => {
    const known = byId(world);
    const linked = incidents.filter((each) => each.external_issue_reference !== undefined);
    const marked = incidentsOf(world).filter((row) => row['correlation_display'] === INCIDENT_IO);
    expect(marked.map((row) => row['correlation_id']).sort()).toEqual(linked.map(({ id }) => id).sort());
    for (const { id, external_issue_reference: reference, incident_status: status, name } of linked) {
      const row = [...known.values()].find((each) => each['correlation_id'] === id)!;
      expect(reference).toMatchObject({ provider: 'service_now', issue_name: row['number'] });
      expect([status.category, name]).toEqual([FITTING[row['state']!], row['short_description']]);
    }
  });

  test('references count up with age, ids are ULIDs that sort the same way, nothing is of tomorrow', () => {
    expect(incidents.map(({ reference }) => reference)).toEqual(
      incidents.map((_, place) => `INC-${place + 1}`),
    );
    const ids = incidents.map(({ id }) => id);
    expect(ids).toEqual([...ids].sort());
    const all = [...ids, ...updates.map(({ id }) => id), ...followUps.map(({ id }) => id)];
    expect(new Set(all).size).toBe(all.length);
    for (const id of all) expect(id).toMatch(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
    const moments = [...incidents, ...followUps].flatMap((each) => [each.created_at, each.updated_at]);
    expect(moments.filter((moment) => !(moment <= '2026-11-15T12:00:00.000000Z'))).toEqual([]);
    expect(incidents.filter((each) => each.updated_at < each.created_at)).toEqual([]);
  });

  test('the last update of each incident says how it stands', () => {
    for (const incident of incidents) {
      const own = updates.filter((update) => update.incident_id === incident.id);
      const last = own.at(-1)!;
      expect(last.new_incident_status).toBe(incident.incident_status);
      expect(last.new_severity).toBe(incident.severity);
      expect(own.map((each) => each.created_at)).toEqual(own.map((each) => each.created_at).sort());
      const merged = last.new_incident_status.category === 'merged';
      expect(incidents.some(({ id }) => id === last.merged_into_incident_id)).toBe(merged);
    }
    expect(organisation.users).toHaveLength(8);
  });
});

test('in the usual world about 25 incidents, most of the linked ones on cases of several domains', () => {
  const world = createWorld();
  const ofCases = (world.servicenow.get('sn_customerservice_case') ?? []).map((row) => row['incident']);
  const linked = incidentsOf(world).filter((row) => row['correlation_display'] === INCIDENT_IO);
  expect(world.incidentio.incidents.length).toBe(26);
  expect(linked.filter((row) => ofCases.includes(row.sys_id)).length).toBe(12);
  expect(new Set(linked.map((row) => row['sys_domain'])).size).toBeGreaterThan(1);
});

test('a ULID holds its time and repeats for the same text only', () => {
  expect(ulid(0, 'a')).toMatch(/^0{10}/);
  expect(ulid(1469918176385, 'a').slice(0, 10)).toBe('01ARYZ6S41');
  expect(ulid(5, 'a')).toBe(ulid(5, 'a'));
  expect(ulid(5, 'a')).not.toBe(ulid(5, 'b'));
});
