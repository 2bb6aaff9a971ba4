import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { Hints, type Hint } from '../hints.ts';
import { Ingress } from './ingress.ts';
import type { EventReceiver } from './receiver.ts';
import { ReplayMemory } from './replay-memory.ts';
import type { EventSettings } from './settings.ts';

const NOW = Date.parse('2026-11-22T08:00:00Z');
const SECRET = 'a-secret-of-the-receiver-test';
const SYS_ID = '9d385017c611228701d22104cc95c371';
const SETTINGS: EventSettings = {
  connection: 'desk',
  kind: 'servicenow',
  secrets: [SECRET],
  tolerance: 300,
  bodyBytes: 1000,
};

function bench() {
  const told: Hint[] = [];
  const hints = new Hints();
  hints.listen((hint) => told.push(hint));
  const clock = { now: NOW };
  const outcomes: string[] = [];
  const publish = ({ outcome }: { outcome: string }) => void outcomes.push(outcome);
  return { told, outcomes, clock, ingress: new Ingress({ hints, now: () => clock.now, publish }) };
}

function receiverOf(ingress: Ingress, settings: EventSettings): EventReceiver {
  return ingress.receivers([settings]).get(settings.connection)!;
}

function deliver(receiver: EventReceiver, headers: Record<string, string>, body: string): string {
  const admitted = receiver.admit(headers);
  if ('refused' in admitted) return admitted.refused;
  return receiver.take(admitted, Buffer.from(body))?.refused ?? 'accepted';
}

const EVENT = JSON.stringify({
  id: 'e1',
  table: 'incident',
  sys_id: SYS_ID,
  operation: 'update',
  sys_updated_on: '2026-11-22 07:59:59',
  sys_mod_count: 3,
});

function signed(id: string, at: number, body = EVENT): Record<string, string> {
  const timestamp = String(Math.floor(at / 1000));
  const mac = createHmac('sha256', SECRET).update(`${id}.${timestamp}.${body}`).digest('hex');
  return { 'x-casegraph-id': id, 'x-casegraph-timestamp': timestamp, 'x-casegraph-signature': `v1=${mac}` };
}

it('tells where to look, and nothing of what is said to have happened there', () => {
  const { ingress, told } = bench();
  expect(deliver(receiverOf(ingress, SETTINGS), signed('e1', NOW), EVENT)).toBe('accepted');
  expect(told).toEqual([{ connection: 'desk', object: 'incident', key: SYS_ID, at: NOW, via: 'webhook' }]);
});

describe('incident.io and All Quiet name their records', () => {
  const incident = { id: '01FDAG4SAP5TYPT98WGR2N7W91', name: 'Our database is sad' };
  it.each<[EventSettings['kind'], object, readonly (readonly [string, string])[]]>([
    ['incidentio', about('public_incident.incident_created_v2', incident), [['incidents', incident.id]]],
    [
      'incidentio',
      about('public_incident.incident_status_updated_v2', { incident, new_status: {}, previous_status: {} }),
      [['incidents', incident.id]],
    ],
    [
      'incidentio',
      about('private_incident.incident_updated_v2', { id: 'abc123' }),
      [['incidents', 'abc123']],
    ],
    [
      'incidentio',
      about('public_incident.follow_up_updated_v2', { id: 'f1', incident_id: incident.id }),
      [
        ['follow_ups', 'f1'],
        ['incidents', incident.id],
      ],
    ],
    ['incidentio', about('private_incident.follow_up_created_v1', { id: 'f1' }), [['follow_ups', 'f1']]],
    [
      'incidentio',
      about('public_incident.postmortem_document_status_updated_v1', {
        postmortem_document: { id: 'p1', incident_id: incident.id },
      }),
      [['incidents', incident.id]],
    ],
    ['incidentio', about('public_incident.alert_attached_v1', { id: 'x' }), []],
    ['incidentio', about('public_incident.incident_updated_v2', { id: '../../v1/secrets' }), []],
    ['allquiet', { id: 'inc-1', title: 'Disk full', integration: { id: 'int-1' } }, [['incidents', 'inc-1']]],
    ['allquiet', { incident: { id: 'inc-2' }, id: 'delivery-9' }, [['incidents', 'inc-2']]],
    ['allquiet', { incidentId: 'inc-3' }, [['incidents', 'inc-3']]],
  ])('%s %j', (kind, body, places) => {
    const { ingress, told } = bench();
    const secrets = [kind === 'incidentio' ? `whsec_${Buffer.alloc(24, 7).toString('base64')}` : SECRET];
    const receiver = receiverOf(ingress, { ...SETTINGS, kind, secrets });
    const text = JSON.stringify(body);
    const headers =
      kind === 'allquiet' ? { authorization: `Bearer ${SECRET}` } : standard(Buffer.alloc(24, 7), text);
    expect(deliver(receiver, headers, text)).toBe('accepted');
    expect(told.map(({ object, key }) => [object, key])).toEqual(places);
  });

  function about(type: string, payload: object): object {
    return { event_type: type, [type]: payload };
  }

  function standard(key: Buffer, body: string): Record<string, string> {
    const timestamp = String(NOW / 1000);
    const mac = createHmac('sha256', key).update(`m1.${timestamp}.${body}`).digest('base64');
    return { 'webhook-id': 'm1', 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${mac}` };
  }
});

it('what was taken is not taken again after a change of the configuration, nor told again', () => {
  const { ingress, told, outcomes } = bench();
  const headers = signed('e1', NOW);
  expect(deliver(receiverOf(ingress, SETTINGS), headers, EVENT)).toBe('accepted');
  expect(deliver(receiverOf(ingress, { ...SETTINGS, tolerance: 600 }), headers, EVENT)).toBe('replayed');
  expect(told).toHaveLength(1);
  expect(outcomes).toEqual(['accepted', 'replayed']);
  expect(ingress.counts(['desk', 'other'])).toMatchObject([
    { connection: 'desk', accepted: 1, refused: { replayed: 1 }, lastAt: NOW },
    { connection: 'other', accepted: 0, lastAt: null },
  ]);
});

it('an id is remembered for as long as its delivery could be sent again', () => {
  const { ingress, clock } = bench();
  const receiver = receiverOf(ingress, SETTINGS);
  const ahead = signed('e1', NOW + 290_000);
  expect(deliver(receiver, ahead, EVENT)).toBe('accepted');
  for (const later of [0, 300_000, 500_000, 589_000]) {
    clock.now = NOW + later;
    expect(deliver(receiver, ahead, EVENT)).toBe('replayed');
  }
  clock.now = NOW + 591_000;
  expect(deliver(receiver, ahead, EVENT)).toBe('stale');
});

describe('the memory of ids', () => {
  const take = (memory: ReplayMemory, id: string, timestamp: number, now = timestamp) =>
    memory.take({ id, timestamp, signature: '' }, now, 300);

  it('lets go of what is too old to be accepted', () => {
    const memory = new ReplayMemory(1000);
    for (let second = 0; second < 5000; second += 1) expect(take(memory, `e${second}`, second)).toBe(true);
    expect(memory.size).toBeLessThanOrEqual(302);
  });

  it('when it is full, what is as old as what it has forgotten is refused: nothing is taken twice', () => {
    const memory = new ReplayMemory(100);
    const sent = Array.from({ length: 1000 }, (_, index) => ({
      id: `e${index}`,
      at: Math.floor(index / 20),
    }));
    const taken = sent.filter(({ id, at }) => take(memory, id, at, 50));
    expect(memory.size).toBeLessThanOrEqual(100);
    expect(taken.length).toBeGreaterThan(500);
    for (const { id, at } of taken) expect(take(memory, id, at, 50)).toBe(false);
    expect(take(memory, 'new', 60, 60)).toBe(true);
  });
});
