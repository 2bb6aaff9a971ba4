import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Stack } from '../harness/stack.ts';
import { startStack } from '../harness/stack.ts';

/** What a case shows of the live incident beside its ServiceNow incident, in one query. */
const QUERY = `query ($first: Int!) {
  cases(first: $first) {
    nodes {
      number
      incident {
        number
        correlationId
        incidentIo {
          reference
          status { label }
          statusCategory { value }
          severity { label }
          lead
          slackChannelName
          slackChannelUrl
          callUrl
          recordUrl
          incident { number }
        }
        allQuiet { title status { value } severity { value } onCall serviceNowNumber incident { number } }
      }
    }
  }
}`;

interface Shown {
  readonly number: string;
  readonly correlationId: string | null;
  readonly incidentIo: Readonly<Record<string, unknown>> | null;
  readonly allQuiet: Readonly<Record<string, unknown>> | null;
}

let stack: Stack;
beforeAll(async () => {
  stack = await startStack({ cases: 100 });
  // Logs in everywhere, so that only the requests of the queries are counted.
  await stack.graphql('agent-itsm', '{ cases(first: 1) { nodes { number } } }');
}, 60_000);
afterAll(() => stack.close());
beforeEach(() => stack.forget());
afterEach(() => stack.clearFaults());

async function shown(): Promise<{ incidents: Shown[]; errors: number }> {
  const { body } = await stack.graphql('agent-itsm', QUERY, { first: 100 });
  const { cases } = body.data as { cases: { nodes: { incident: Shown | null }[] } };
  return {
    incidents: cases.nodes.map(({ incident }) => incident).filter((incident) => incident !== null),
    errors: body.errors?.length ?? 0,
  };
}

describe('a case and its live incident', () => {
  it('come in one query with the ServiceNow incident that it leads back to: four requests for a hundred cases', async () => {
    const { incidents, errors } = await shown();
    expect(errors).toBe(0);
    // The cases with their incidents, and the incidents that the tools lead back to; one request of each tool for all of them.
    const systems = ['servicenow', 'incidentio', 'allquiet'] as const;
    const asked = await Promise.all(systems.map((system) => stack.requests(system)));
    expect(asked.map((requests) => requests.length)).toEqual([2, 1, 1]);
    const io = new Map(stack.sandbox.world.incidentio.incidents.map((each) => [each.id, each]));
    const aq = new Map(stack.sandbox.world.allquiet.incidents.map((each) => [each.id, each]));
    const linked = { incidentIo: 0, allQuiet: 0 };
    for (const { number, correlationId, incidentIo, allQuiet } of incidents) {
      const [live, alert] = [io.get(correlationId ?? ''), aq.get(correlationId ?? '')];
      if (live === undefined) expect(incidentIo).toBeNull();
      else {
        linked.incidentIo += 1;
        expect(incidentIo).toMatchObject({
          reference: live.reference,
          status: { label: live.incident_status.name },
          statusCategory: { value: live.incident_status.category },
          severity: live.severity === undefined ? null : { label: live.severity.name },
          slackChannelName: live.slack_channel_name,
          slackChannelUrl: `https://app.slack.com/client/${live.slack_team_id}/${live.slack_channel_id}`,
          callUrl: live.call_url ?? null,
          recordUrl: live.permalink,
          incident: { number },
        });
      }
      if (alert === undefined) expect(allQuiet).toBeNull();
      else {
        linked.allQuiet += 1;
        expect(allQuiet).toMatchObject({
          title: alert.title,
          status: { value: alert.events.findLast(({ status }) => status !== null)?.status },
          onCall: alert.onCallUsers.map(({ displayName }) => displayName),
          serviceNowNumber: number,
          incident: { number },
        });
      }
    }
    expect(linked.incidentIo).toBeGreaterThan(5);
    expect(linked.allQuiet).toBeGreaterThan(5);
  });

  it('updates, follow-ups and events come beside them', async () => {
    const { body } = await stack.graphql(
      'agent-itsm',
      `{
        incidentIoIncidents(first: 3, orderBy: { createdAt: ASC }) {
          nodes { reference updates { nodes { author status { label } message } } followUps { nodes { title status { value } } } }
        }
        allQuietIncidents(first: 5, orderBy: { createdAt: ASC }) { nodes { title events { nodes { intent message author } } } }
      }`,
    );
    expect(body.errors).toBeUndefined();
    const { incidentIoIncidents: live, allQuietIncidents: alerts } = body.data as Record<
      string,
      { nodes: { updates: { nodes: unknown[] }; events: { nodes: unknown[] } }[] }
    >;
    expect(live?.nodes.map(({ updates }) => updates.nodes.length > 0)).toEqual([true, true, true]);
    expect(alerts?.nodes.every(({ events }) => events.nodes.length > 0)).toBe(true);
    // The list, the updates of each incident, and all follow-ups; the list and the events of all.
    expect((await stack.requests('incidentio')).length).toBe(1 + 3 + 1);
    expect((await stack.requests('allquiet')).length).toBe(2);
  });

  it('private incidents are shown to nobody', async () => {
    const { body } = await stack.graphql(
      'agent-itsm',
      '{ incidentIoIncidents(first: 100) { nodes { reference visibility { value } } } }',
    );
    const { nodes } = (body.data as { incidentIoIncidents: { nodes: { visibility: { value: string } }[] } })
      .incidentIoIncidents;
    expect(nodes.length).toBeGreaterThan(10);
    expect(new Set(nodes.map(({ visibility }) => visibility.value))).toEqual(new Set(['public']));
  });

  it.each(['contact', 'consumer', 'agent'])(
    '%s sees nothing of them, and they are not asked',
    async (who) => {
      const { body } = await stack.graphql(who, '{ incidentIoIncidents(first: 3) { nodes { name } } }');
      expect(body.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
      const alerts = await stack.graphql(who, '{ allQuietIncidents(first: 3) { nodes { title } } }');
      expect(alerts.body.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
      expect([await stack.requests('incidentio'), await stack.requests('allquiet')]).toEqual([[], []]);
    },
  );
});

describe('a tool that is down', () => {
  it('leaves the rest of the answer whole, and says what is missing', async () => {
    const second = await startStack({ cases: 60, deadline: 2 });
    try {
      await second.fault('incidentio', { path: '/v2/', status: 503 });
      const { body } = await second.graphql('agent-itsm', QUERY, { first: 100 });
      const { cases } = body.data as { cases: { nodes: { incident: Shown | null }[] } };
      const incidents = cases.nodes.flatMap(({ incident }) => incident ?? []);
      expect(incidents.length).toBeGreaterThan(10);
      expect(incidents.every(({ incidentIo }) => incidentIo === null)).toBe(true);
      expect(incidents.some(({ allQuiet }) => allQuiet !== null)).toBe(true);
      expect(new Set(body.errors?.map(({ extensions }) => extensions['code']))).toEqual(
        new Set(['UPSTREAM_UNAVAILABLE']),
      );
    } finally {
      await second.close();
    }
  }, 60_000);
});
