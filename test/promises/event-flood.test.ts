import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startSandbox, type Sandbox } from '../../sandbox/index.ts';
import { createRandom } from '../../sandbox/world/random.ts';
import { ensureEnded, runCommand, type Command } from '../harness/command.ts';
import { serviceNowAdmin, type ServiceNowAdmin } from '../harness/servicenow-admin.ts';
import { quietOf, type Quiet, type QuietIncident } from './forwarding/quiet.ts';
import { settingsOf, startScene, tellGateway } from './forwarding/scene.ts';

/** `CASEGRAPH_NIGHTLY=1` sends ten thousand events. */
const nightly = process.env['CASEGRAPH_NIGHTLY'] === '1';
const EVENTS = nightly ? 10_000 : 500;
const INCIDENTS = nightly ? 400 : 40;
const WRITERS = 8;
/** Megabytes that the gateway may need beyond what it needs when it has nothing to do. */
const MOST_MEGABYTES = 160;
const URGENCY: Readonly<Record<string, string>> = { Critical: '1', Warning: '2', Minor: '3' };

let sandbox: Sandbox;
let admin: ServiceNowAdmin;
let quiet: Quiet;
let place: string;
const gateways = new Set<Command>();

beforeAll(async () => {
  const limits = { perMinute: 1_000_000, createsPerMinute: 100_000, updatesPerIncidentPerMinute: 100_000 };
  sandbox = await startSandbox({ cases: 25, allquiet: { limits } });
  [admin, quiet] = [serviceNowAdmin(sandbox), quietOf(sandbox)];
  place = mkdtempSync(join(tmpdir(), 'casegraph-flood-'));
});
afterAll(async () => {
  await Promise.all([...gateways].map(ensureEnded));
  await sandbox.close();
  rmSync(place, { recursive: true, force: true });
});

async function begin(): Promise<Command> {
  const file = join(place, 'casegraph.yaml');
  const options = { forwarding: [{ from: 'all-quiet', mode: 'always' }], interval: 1 };
  writeFileSync(file, JSON.stringify(settingsOf(sandbox, options)));
  const gateway = runCommand('serve', '--config', file, '--log', 'info');
  gateways.add(gateway);
  await vi.waitUntil(() => gateway.output.err.includes('"leads":true'), { timeout: 60_000, interval: 20 });
  const graphql = /"(http:[^"]+\/graphql)"/.exec(gateway.output.err + gateway.output.out)?.[1];
  await fetch(`${sandbox.urls.allquiet}/__sandbox/webhooks`, { method: 'DELETE' });
  await tellGateway(sandbox, { graphql: graphql! });
  return gateway;
}

/** Most memory that a process has had, in megabytes; 0 where the system does not tell. */
function peak({ pid }: Command): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

async function flood(ids: readonly string[], meanwhile: (sent: number) => Promise<void>): Promise<void> {
  const random = createRandom('flood');
  let sent = 0;
  const writer = async (): Promise<void> => {
    while (sent < EVENTS) {
      const number = ++sent;
      const id = random.pick(ids);
      const kind = random.between(0, 9);
      if (kind < 4) await quiet.severity(id, random.pick(Object.keys(URGENCY)));
      else if (kind < 7) await quiet.intent(id, 'Commented', `Comment ${number}`);
      else await quiet.intent(id, random.pick(['Resolved', 'Unresolved'])).catch(() => undefined);
      await meanwhile(number);
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, writer));
}

/** What stands wrong in the records of incidents, which do not change any more. ServiceNow is asked for all at once, so that the asking is no flood of its own. */
async function wrong(incidents: readonly QuietIncident[]): Promise<readonly string[]> {
  const records = await admin.list('incident', 'short_descriptionSTARTSWITHFlood');
  const keys = new Set(records.map(({ sys_id: key }) => key));
  const entries = (await admin.list('sys_journal_field', 'element=work_notes^valueLIKEComment ')).filter(
    ({ element_id: key }) => keys.has(key),
  );
  return incidents.flatMap((incident) => {
    const { id, events } = incident;
    const [record, ...more] = records.filter((each) => each['correlation_id'] === id);
    if (record === undefined || more.length > 0)
      return [`${id} has ${more.length + (record ? 1 : 0)} records`];
    const status = events.findLast((each) => each.status != null)?.status;
    const severity = events.findLast((each) => each.severity != null)?.severity ?? '';
    if ((record['state'] === '6') !== (status === 'Resolved'))
      return [`${id} is ${status}, its record in ${record['state']}`];
    if (record['urgency'] !== URGENCY[severity])
      return [`${id} is ${severity}, its record has ${record['urgency']}`];
    const told = entries
      .filter(({ element_id: key }) => key === record['sys_id'])
      .map(({ value }) => /Comment \d+/.exec(value!)?.[0] ?? '');
    const said = events.map(({ message }) => message ?? '').filter((text) => /^Comment \d+$/.test(text));
    const same = told.length === said.length && told.toSorted().join() === said.toSorted().join();
    return same ? [] : [`${id} has ${said.length} comments, its record ${told.length}`];
  });
}

describe(`${EVENTS} events`, () => {
  it(
    'are worked off without loss though the gateway is killed, in bounded memory, the newest first',
    async () => {
      const ids: string[] = [];
      for (let count = 0; count < INCIDENTS; count += 1) ids.push((await quiet.create(`Flood ${count}`)).id);
      const first = await begin();
      await vi.waitUntil(
        async () => (await admin.list('incident', 'short_descriptionSTARTSWITHFlood')).length === INCIDENTS,
        { timeout: 60_000, interval: 300 },
      );
      const before = peak(first);
      const started = Date.now();
      let [waited, used] = [0, 0];
      await flood(ids, async (number) => {
        if (number !== Math.floor(EVENTS / 2)) return;
        const { id } = await quiet.create('The newest of all');
        const made = Date.now();
        const there = async () => (await admin.list('incident', `correlation_id=${id}`)).length > 0;
        await vi.waitUntil(there, { timeout: 30_000, interval: 100 });
        waited = Date.now() - made;
        used = peak(first) - before;
        first.signal('SIGKILL');
        await first.ended;
        gateways.delete(first);
        await begin();
      });
      const sent = Date.now() - started;
      const incidents = await Promise.all(ids.map((id) => quiet.get(id)));
      let problems: readonly string[] = [];
      const done = async (): Promise<boolean> => {
        problems = await wrong(incidents);
        return problems.length === 0;
      };
      await vi.waitUntil(done, { timeout: 240_000, interval: 1_000 }).catch(() => undefined);
      const finished = Date.now() - started;
      expect(problems).toEqual([]);
      const [second] = gateways;
      const megabytes = Math.max(used, peak(second!) - before);
      if (nightly)
        process.stdout.write(`flood: ${JSON.stringify({ sent, finished, waited, before, megabytes })}\n`);
      expect(waited).toBeLessThan(10_000);
      expect(megabytes).toBeLessThan(MOST_MEGABYTES);
    },
    nightly ? 500_000 : 90_000,
  );
});

describe('a tool that wants to be asked less often', () => {
  it('is left alone for as long as it says, and nothing is lost', async () => {
    const scene = await startScene({
      forwarding: [{ from: 'incident-io', mode: 'always', comments: { from: [] } }],
      sandbox: { incidentio: { perMinute: 600 } },
    });
    try {
      const ids: string[] = [];
      for (let count = 0; count < 20; count += 1) ids.push((await scene.live.create(`Limited ${count}`)).id);
      const severities = ['Critical', 'Major', 'Minor'];
      for (let round = 0; round < 10; round += 1)
        for (const [index, id] of ids.entries())
          await scene.live.update(id, {
            severity: severities[(round + index) % 3]!,
            message: `Update ${round}`,
          });
      const standing = async () =>
        Promise.all(ids.map(async (id) => (await scene.records(id))[0]?.['urgency'] ?? ''));
      const wanted = ids.map((_, index) => String(((9 + index) % 3) + 1));
      await vi.waitUntil(async () => (await standing()).join() === wanted.join(), {
        timeout: 30_000,
        interval: 200,
      });
      const requests = await scene.stack.requests('incidentio');
      const refused = requests.filter(({ status }) => status === 429).length;
      expect(refused).toBeLessThan(requests.length / 4);
    } finally {
      await scene.close();
    }
  }, 60_000);
});
