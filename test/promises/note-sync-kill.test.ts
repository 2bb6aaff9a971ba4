import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startSandbox, type Sandbox } from '../../sandbox/index.ts';
import { createRandom } from '../../sandbox/world/random.ts';
import { devSettings } from '../../src/cli/dev-config.ts';
import { ensureEnded, runCommand, type Command } from '../harness/command.ts';
import { serviceNowAdmin, type ServiceNowAdmin, type SnColumns } from '../harness/servicenow-admin.ts';

const CASES = 40;
const UPDATES = 500;
/** Updates that are under way at once. */
const WRITERS = 4;
/** Labels of the sandbox's choices (ServiceNow facts 5.4). */
const STATES: Readonly<Record<string, string>> = { '1': 'New', '2': 'In Progress', '3': 'On Hold' };
const REASONS: Readonly<Record<string, string>> = {
  '1': 'Awaiting Caller',
  '3': 'Awaiting Problem',
  '4': 'Awaiting Vendor',
  '5': 'Awaiting Change',
};

interface Pair {
  readonly caseKey: string;
  readonly incident: string;
}

let sandbox: Sandbox;
let admin: ServiceNowAdmin;
let place: string;
let created = 0;
const gateways = new Set<Command>();

beforeAll(async () => {
  // Ids that grow, so that entries of one second have an order too.
  const newSysId = (): string => (++created).toString(16).padStart(32, '0');
  sandbox = await startSandbox({ cases: 25, servicenow: { newSysId } });
  admin = serviceNowAdmin(sandbox);
  place = mkdtempSync(join(tmpdir(), 'casegraph-kill-'));
});
afterAll(async () => {
  await Promise.all([...gateways].map(ensureEnded));
  await sandbox.close();
  rmSync(place, { recursive: true, force: true });
});

function configFile(): string {
  const { urls, credentials, tokens } = sandbox;
  const settings = {
    ...devSettings({ ...urls, credentials, tokens }, 0, 4),
    sync: {
      notes: { enabled: true, lookBack: 3600, writeDeadline: 0.4, drain: 0.2 },
      lease: { term: 1.6, margin: 0.05 },
      poll: { interval: 0.3, overlap: 5 },
    },
  };
  const file = join(place, 'casegraph.yaml');
  writeFileSync(file, JSON.stringify(settings));
  return file;
}

function begin(): Command {
  const gateway = runCommand('serve', '--config', configFile(), '--log', 'info');
  gateways.add(gateway);
  return gateway;
}

async function serves(gateway: Command): Promise<Command> {
  await vi.waitUntil(() => gateway.output.err.includes('"serving"'), { timeout: 60_000, interval: 20 });
  return gateway;
}

async function kill(gateway: Command): Promise<void> {
  gateway.signal('SIGKILL');
  await gateway.ended;
  gateways.delete(gateway);
}

/** Cases with an incident each. */
function scene(): Promise<readonly Pair[]> {
  const pair = async (index: number): Promise<Pair> => {
    const incident = await admin.create('incident', { short_description: `Incident ${index}`, state: '1' });
    const of = await admin.create('sn_customerservice_case', {
      short_description: `Case ${index}`,
      state: '10',
      incident: incident['sys_id']!,
    });
    return { caseKey: of['sys_id']!, incident: incident['sys_id']! };
  };
  return Promise.all(Array.from({ length: CASES }, (_, index) => pair(index)));
}

function someUpdate(random: ReturnType<typeof createRandom>, number: number): SnColumns {
  const comment = { comments: `Comment ${number}` };
  const kinds: readonly SnColumns[] = [
    { state: '2' },
    { state: '3', hold_reason: random.pick(Object.keys(REASONS)) },
    { state: '1' },
    comment,
    comment,
    { ...comment, state: random.pick(['1', '2']) },
    { short_description: `Something else ${number}` },
  ];
  return random.pick(kinds);
}

/** Lets the updates flow while `meanwhile` runs. */
async function flow(pairs: readonly Pair[], seed: string, meanwhile: () => Promise<void>): Promise<void> {
  const random = createRandom(seed);
  const updates = Array.from({ length: UPDATES }, (_, number) => ({
    incident: random.pick(pairs).incident,
    change: someUpdate(random, number),
    wait: random.between(0, 80),
  }));
  let over = false;
  const writer = async (): Promise<void> => {
    for (let next = updates.shift(); next !== undefined; next = updates.shift()) {
      await admin.change('incident', next.incident, next.change);
      if (!over) await new Promise((resolve) => setTimeout(resolve, next.wait));
    }
  };
  const writers = Promise.all(Array.from({ length: WRITERS }, writer));
  await meanwhile();
  over = true;
  await writers;
}

/** One thing that a case ought to be told, as the sandbox itself recorded it. */
interface Expected {
  readonly at: string;
  readonly says: string;
}

async function expectedFor({ incident }: Pair): Promise<{ states: Expected[]; comments: Expected[] }> {
  const [lines, holds, journal] = await Promise.all([
    admin.list('sys_audit', `documentkey=${incident}^fieldname=state^ORDERBYsys_id`),
    admin.list('sys_audit', `documentkey=${incident}^fieldname=hold_reason^ORDERBYsys_id`),
    admin.list('sys_journal_field', `element_id=${incident}^element=comments`),
  ]);
  const states = lines
    .toSorted((a, b) => Number(a['record_checkpoint']) - Number(b['record_checkpoint']))
    .map((line) => {
      const says = `State: ${STATES[line['newvalue']!]} (was ${STATES[line['oldvalue']!]})`;
      if (line['newvalue'] !== '3') return { at: line['sys_created_on']!, says };
      const upTo = Number(line['record_checkpoint']);
      const reason = holds.findLast((hold) => Number(hold['record_checkpoint']) <= upTo);
      return {
        at: line['sys_created_on']!,
        says: `${says}\nOn-hold reason: ${REASONS[reason!['newvalue']!]}`,
      };
    });
  const comments = journal.map((entry) => ({
    at: entry['sys_created_on']!,
    says: `Additional comment by ${entry['sys_created_by']}: ${entry['value']}`,
  }));
  return { states, comments };
}

/** The gateway's notes of a case in the order of writing, without their first and last line. */
async function told(caseKey: string): Promise<readonly string[]> {
  const entries = await admin.list(
    'sys_journal_field',
    `element_id=${caseKey}^element=work_notes^ORDERBYsys_id`,
  );
  return entries
    .map(({ value }) => value!.split('\n'))
    .filter((lines) => /^\[casegraph [0-9a-f]{12}\]$/.test(lines.at(-1)!))
    .map((lines) => lines.slice(1, -1).join('\n'));
}

async function checkAll(pairs: readonly Pair[]): Promise<number> {
  let total = 0;
  const read = (pair: Pair) => Promise.all([expectedFor(pair), told(pair.caseKey)]);
  for (const [{ states, comments }, notes] of await Promise.all(pairs.map(read))) {
    expect(notes.toSorted()).toEqual([...states, ...comments].map(({ says }) => says).toSorted());
    const stateNotes = notes.filter((note) => note.startsWith('State:'));
    expect(stateNotes).toEqual(states.map(({ says }) => says));
    const waiting = [...states];
    const times = notes.map((note) =>
      note.startsWith('State:') ? waiting.shift()!.at : comments.find(({ says }) => says === note)!.at,
    );
    expect(times).toEqual(times.toSorted());
    total += notes.length;
  }
  return total;
}

async function untilTold(pairs: readonly Pair[]): Promise<void> {
  const keys = pairs.map(({ caseKey }) => caseKey).join(',');
  const incidents = pairs.map(({ incident }) => incident).join(',');
  const lines = await admin.list('sys_audit', `documentkeyIN${incidents}^fieldname=state`);
  const journal = await admin.list('sys_journal_field', `element_idIN${incidents}^element=comments`);
  const enough = async (): Promise<boolean> => {
    const notes = await admin.list('sys_journal_field', `element_idIN${keys}^element=work_notes`);
    return notes.length >= lines.length + journal.length;
  };
  await vi.waitUntil(enough, { timeout: 30_000, interval: 200 }).catch(() => undefined);
  // One that is written twice would come now.
  await new Promise((resolve) => setTimeout(resolve, 1_000));
}

describe('500 updates flow while the gateway is killed again and again', () => {
  it.each([
    ['one replica', 1, 2],
    ['two replicas', 2, 3],
  ])(
    '%s: each case is told of each update once, in order',
    async (name, replicas, kills) => {
      const random = createRandom(`kills ${name}`);
      const pairs = await scene();
      let running = await Promise.all(Array.from({ length: replicas }, () => serves(begin())));
      await flow(pairs, `updates ${name}`, async () => {
        for (let count = 0; count < kills; count += 1) {
          await new Promise((resolve) => setTimeout(resolve, random.between(200, 2_500)));
          const victim = random.pick(running);
          await kill(victim);
          const others = running.filter((each) => each !== victim);
          const another = begin();
          // With another one running there is no need to wait: what is just starting may be killed as well.
          if (others.length === 0) await serves(another);
          running = [...others, another];
        }
      });
      await untilTold(pairs);
      const total = await checkAll(pairs);
      expect(total).toBeGreaterThan(UPDATES / 2);
      await Promise.all(running.map(ensureEnded));
    },
    120_000,
  );
});
