import fc from 'fast-check';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { SnColumns } from '../harness/servicenow-admin.ts';
import { startScene, WAIT, writesTo, type Scene } from './forwarding/scene.ts';

let scene: Scene;

beforeAll(async () => {
  scene = await startScene({ forwarding: [{ from: 'all-quiet', mode: 'always' }] });
}, 30_000);
afterAll(() => scene.close());

/** What the two sides do, with pauses in milliseconds that let the gateway come in between, or not. */
const move = fc.record({
  quiet: fc.option(fc.constantFrom('Resolved', 'Unresolved', 'Commented')),
  desk: fc.option(fc.constantFrom('1', '2', '3', '6', 'comment')),
  pause: fc.constantFrom(0, 0, 5, 40, 120),
});

/** Of which some are refused: nobody resolves what is resolved. */
async function tried(act: Promise<unknown>): Promise<number> {
  return act.then(
    () => 1,
    () => 0,
  );
}

function columnsOf(desk: string, index: number): SnColumns {
  if (desk === 'comment') return { comments: `Entry ${index}` };
  if (desk === '3') return { state: '3', hold_reason: '4' };
  return desk === '6' ? { state: '6', close_code: 'Known error', close_notes: 'Known.' } : { state: desk };
}

async function play(
  moves: readonly { quiet: string | null; desk: string | null; pause: number }[],
): Promise<void> {
  const { id } = await scene.quiet.create('Both at once');
  const { sys_id: key = '' } = await scene.record(id, ({ number }) => number !== '');
  await settled(id);
  await scene.stack.forget();
  let [moved, byQuiet, byDesk] = [0, 0, 0];
  for (const [index, { quiet, desk, pause }] of moves.entries()) {
    const columns = columnsOf(desk ?? '', index);
    const [q, d] = await Promise.all([
      quiet === null
        ? 0
        : tried(scene.quiet.intent(id, quiet, quiet === 'Commented' ? `Comment ${index}` : undefined)),
      desk === null ? 0 : tried(scene.admin.change('incident', key, columns)),
    ]);
    [moved, byQuiet, byDesk] = [
      moved + q + d,
      byQuiet + (quiet === null ? 0 : 1),
      byDesk + (desk === null ? 0 : 1),
    ];
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  await settled(id);
  const agree = async () =>
    (await scene.quiet.status(id)) === ((await scene.record(id))['state'] === '6' ? 'Resolved' : 'Open');
  await vi.waitUntil(agree, WAIT).catch(() => undefined);
  expect(await agree()).toBe(true);
  const [toQuiet, toDesk] = await Promise.all([
    writesTo(scene.stack, 'allquiet'),
    writesTo(scene.stack, 'servicenow'),
  ]);
  // What the two sides wrote themselves is not the gateway's.
  expect(toQuiet - byQuiet + toDesk - byDesk).toBeLessThanOrEqual(3 * moved + 1);
  const said = await scene.quiet.messages(id);
  expect(new Set(said).size).toBe(said.length);
}

/** Nothing is written any more for a while. */
async function settled(id: string): Promise<void> {
  const standing = async (): Promise<string> => {
    const [{ sys_mod_count: count }, { events }] = await Promise.all([scene.record(id), scene.quiet.get(id)]);
    return `${count} ${events.length}`;
  };
  let [last, since] = [await standing(), Date.now()];
  const limit = Date.now() + 8_000;
  while (Date.now() - since < 250) {
    if (Date.now() > limit) throw new Error(`it does not settle: ${last}`);
    await new Promise((resolve) => setTimeout(resolve, 30));
    const now = await standing();
    if (now !== last) [last, since] = [now, Date.now()];
  }
}

/** `CASEGRAPH_NIGHTLY=1` plays longer. */
const NIGHTLY = process.env['CASEGRAPH_NIGHTLY'] === '1';

it('both sides move at once, again and again: afterwards they agree, and no more was written than was moved', async () => {
  const deadline = Date.now() + (NIGHTLY ? 120_000 : 10_000);
  await fc.assert(
    fc.asyncProperty(fc.array(move, { minLength: 1, maxLength: 8 }), async (moves) => {
      if (Date.now() < deadline) await play(moves);
    }),
    { numRuns: NIGHTLY ? 300 : 20, endOnFailure: true },
  );
}, 150_000);

it('winners: resolved in the tool while the record was taken up', async () => {
  const { id } = await scene.quiet.create('Race');
  const { sys_id: key = '' } = await scene.record(id);
  await settled(id);
  await Promise.all([
    scene.quiet.intent(id, 'Resolved'),
    scene.admin.change('incident', key, { state: '2' }),
  ]);
  await scene.record(id, ({ state }) => state === '6');
  await settled(id);
  expect(await scene.quiet.status(id)).toBe('Resolved');
});
