import { describe, expect, test } from 'vitest';
import { ALL_QUIET, SERVICENOW_ATTRIBUTE } from './allquiet.ts';
import type { AqIncident } from './allquiet-records.ts';
import { createWorld } from './create.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const CASE = 'sn_customerservice_case';

const last = <K extends 'status' | 'severity'>({ events }: AqIncident, field: K) =>
  [...events].reverse().find((event) => event[field] !== null)?.[field];

describe.each([
  ['casegraph', 200],
  ['casegraph', 60],
  ['seed-2', 60],
  ['ünïcode', 40],
])('All Quiet in the world %s of %d cases', (seed, cases) => {
  const world = createWorld({ seed, cases });
  const { incidents, teams, users, integrations } = world.allquiet;
  const rows = world.servicenow.get('incident') ?? [];
  const linked = incidents.filter(({ attributes }) =>
    attributes.some(({ name }) => name === SERVICENOW_ATTRIBUTE),
  );

  test('is the same for the same seed', () => {
    expect(createWorld({ seed, cases }).allquiet).toEqual(world.allquiet);
  });

  test('holds twenty incidents in all states, with ids of their own', () => {
    const ids = [...incidents, ...teams, ...users, ...integrations].map(({ id }) => id);
    expect(incidents).toHaveLength(20);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(UUID);
    expect(new Set(incidents.map((each) => last(each, 'status')))).toEqual(new Set(['Open', 'Resolved']));
    expect(new Set(incidents.map((each) => last(each, 'severity')))).toEqual(
      new Set(['Critical', 'Warning', 'Minor']),
    );
    expect(incidents.some(({ isArchived }) => isArchived)).toBe(true);
    expect(incidents.filter(({ snoozed }) => snoozed !== null).length).toBeGreaterThan(1);
    expect(incidents.some(({ events }) => events.some(({ message }) => message !== null))).toBe(true);
  });

  test('events follow each other, the last one is the last change, nothing is after today', () => {
    for (const { events, createdAt, lastUpdatedAt } of incidents) {
      const moments = events.map(({ modification }) => Date.parse(modification.timestamp));
      expect(moments).toEqual([...moments].sort((a, b) => a - b));
      expect([events[0]!.modification.timestamp, events.at(-1)!.modification.timestamp]).toEqual([
        createdAt,
        lastUpdatedAt,
      ]);
      expect(moments.at(-1)).toBeLessThan(Date.UTC(2026, 10, 15, 12));
    }
  });

  test('several belong to incidents of cases, and each names the other', () => {
    const used = new Set((world.servicenow.get(CASE) ?? []).map((row) => row['incident']));
    expect(linked.length).toBeGreaterThanOrEqual(4);
    for (const incident of linked) {
      const number = incident.attributes.find(({ name }) => name === SERVICENOW_ATTRIBUTE)!.value;
      const row = rows.find((each) => each['number'] === number)!;
      expect([row['correlation_id'], row['correlation_display']]).toEqual([incident.id, ALL_QUIET]);
      expect(incident.title).toBe(row['short_description']);
      expect(last(incident, 'status')).toBe(['6', '7'].includes(row['state']!) ? 'Resolved' : 'Open');
      expect(last(incident, 'severity')).toBe(
        { '1': 'Critical', '2': 'Warning', '3': 'Minor' }[row['urgency']!],
      );
      expect(used.has(row.sys_id)).toBe(true);
    }
    expect(rows.filter((row) => row['correlation_display'] === ALL_QUIET)).toHaveLength(linked.length);
    expect(new Set(linked.map((each) => last(each, 'status')))).toEqual(new Set(['Open', 'Resolved']));
  });
});

test('a world of one case has them too', () => {
  expect(createWorld({ cases: 1 }).allquiet.incidents).toHaveLength(20);
});
