import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Config } from '../../src/config/index.ts';
import { createLog } from '../../src/observe/log.ts';
import type { SandboxOptions } from '../../sandbox/index.ts';
import { CASE, idOf, startScene, type Scene } from '../harness/scene.ts';
import type { SnColumns } from '../harness/servicenow-admin.ts';

/** What becomes of the work notes where the instance shows no history, and where the instance's own rules write them. */

let scene: Scene | undefined;
let lines: Record<string, unknown>[] = [];
afterEach(async () => {
  await scene?.close();
  scene = undefined;
});

async function begin(rules: 'gateway' | 'instance', servicenow: SandboxOptions['servicenow'] = {}) {
  lines = [];
  let created = 0;
  const newSysId = (): string => (++created).toString(16).padStart(32, '0');
  const log = createLog('info', (line) => lines.push(JSON.parse(line) as Record<string, unknown>));
  const settings = (config: Config): Config => ({
    ...config,
    sync: {
      ...config.sync,
      notes: { ...config.sync.notes, enabled: true, rules, writeDeadline: 1.5, drain: 0.3 },
      lease: { ...config.sync.lease, term: 4, margin: 0.05 },
      poll: { interval: 0.1, overlap: 5 },
    },
  });
  scene = await startScene({ cases: 5, sandbox: { servicenow: { newSysId, ...servicenow } }, log }, settings);
  return scene;
}

const leads = () =>
  vi.waitUntil(() => lines.some((line) => line['leads'] === true), { timeout: 15_000, interval: 20 });

async function notesOf({ admin }: Scene, { sys_id: key }: SnColumns): Promise<readonly string[]> {
  const entries = await admin.list('sys_journal_field', `element_id=${key}^element=work_notes^ORDERBYsys_id`);
  return entries
    .map(({ value }) => value!)
    .filter((value) => value.includes('[casegraph '))
    .map((value) => value.slice(0, value.lastIndexOf('\n')));
}

async function told(at: Scene, of: SnColumns, count: number): Promise<readonly string[]> {
  const enough = async (): Promise<boolean> => (await notesOf(at, of)).length >= count;
  await vi.waitUntil(enough, { timeout: 10_000, interval: 40 }).catch(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, 400));
  return notesOf(at, of);
}

describe('where the history cannot be read', () => {
  it('the newest state is told once, comments and articles as always, and the log says once what is missing', async () => {
    const at = await begin('gateway', { audit: 'unreadable' });
    await leads();
    const [incident, problem] = [
      await at.fresh('incident', { state: '1' }),
      await at.fresh('problem', { state: '103' }),
    ];
    const of = await at.freshCase({ incident: incident['sys_id']!, problem: problem['sys_id']! });
    const change = (columns: SnColumns) => at.admin.change('incident', incident['sys_id']!, columns);
    // Records change within the second that they were made in only here.
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    await change({ state: '2' });
    await told(at, of, 1);
    await change({ comments: 'The part is ordered.' });
    await told(at, of, 2);
    await change({ state: '3', hold_reason: '4' });
    await told(at, of, 3);
    await change({ state: '2' });
    await told(at, of, 4);
    const article = await at.admin.create('kb_knowledge', { short_description: 'Disks grow old' });
    await at.admin.change('problem', problem['sys_id']!, { primary_known_error_article: article['sys_id']! });
    const name = `Incident ${incident['number']}`;
    const notes = await told(at, of, 5);
    // What an article's problem was before is not known either; its state has come along with the change.
    expect(notes.filter((note) => note.startsWith('Incident'))).toEqual([
      `${name}\nState: In Progress (was unknown)`,
      `${name}\nAdditional comment by admin: The part is ordered.`,
      `${name}\nState: On Hold (was In Progress)\nOn-hold reason: Awaiting Vendor`,
      `${name}\nState: In Progress (was On Hold)`,
    ]);
    const articles = notes.filter((note) => note.includes(`Known error article ${article['number']}`));
    expect(articles).toHaveLength(1);
    const said = lines.filter(({ msg }) => String(msg).includes('sys_audit cannot be read'));
    expect(said).toHaveLength(1);
  }, 40_000);
});

describe("where the instance's own rules write the notes", () => {
  it('the gateway writes none and takes no lease; what a case allows is decided as ever', async () => {
    const at = await begin('instance');
    const incident = await at.fresh('incident', { state: '1' });
    const of = await at.freshCase({ incident: incident['sys_id']! });
    await at.admin.change('incident', incident['sys_id']!, { state: '2', comments: 'On our way.' });
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(await notesOf(at, of)).toEqual([]);
    expect(lines.filter((line) => 'leads' in line)).toEqual([]);
    expect(await at.admin.list('sys_user_preference', 'nameSTARTSWITHcasegraph.lease')).toEqual([]);

    const who = await at.as('agent', ['sn_incident_write']);
    expect(await at.menu(who, of)).not.toContain('CREATE_INCIDENT');
    const { userErrors } = await at.mutate(who, 'createIncidentFromCase', { caseId: idOf('Case', of) });
    expect(userErrors).not.toEqual([]);
    expect((await at.now(CASE, of))['incident']).toBe(incident['sys_id']);
    const solution = { caseId: idOf('Case', of), resolutionCode: '1', closeNotes: '' };
    expect((await at.mutate(who, 'proposeSolution', solution)).userErrors).not.toEqual([]);
    expect((await at.now(CASE, of))['state']).toBe('10');
  }, 30_000);
});
