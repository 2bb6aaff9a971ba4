import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../../sandbox/index.ts';
import { serviceNowAdmin } from '../harness/servicenow-admin.ts';
import { startLane, type Lane } from '../model/lane.ts';
import { FOUND } from '../model/found.ts';
import { run } from '../model/run.ts';
import { sceneOf } from '../model/scene.ts';
import { sequence, type Step } from '../model/sequences.ts';

/**
 * Several agents do whatever comes to their minds with a few cases, at the same time, again, and while ServiceNow answers with errors or not at all. After
 * each step the answers, ServiceNow's tables and a model of the rules must agree, and nothing may be there twice or be left behind.
 *
 * `CASEGRAPH_NIGHTLY=1` runs ten times as many sequences. A failure says how to run it alone: `CASEGRAPH_MODEL_SEED` and `CASEGRAPH_MODEL_PATH`.
 */

const { CASEGRAPH_NIGHTLY: nightly, CASEGRAPH_MODEL_SEED: seed, CASEGRAPH_MODEL_PATH: path } = process.env;

const SEQUENCES = nightly === '1' ? 500 : 50;
const SEED = seed === undefined ? 20_261_122 : Number(seed);
/** Sequences that run beside each other: most of their time is spent waiting. */
const LANES = path === undefined ? 3 : 1;
/** A sequence that fails is made smaller for so long. Milliseconds. */
const SHRINKING = 20_000;

let sandbox: Sandbox;
let lanes: readonly Lane[];

beforeAll(async () => {
  sandbox = await startSandbox({ cases: 25, doors: LANES });
  lanes = await Promise.all(sandbox.doors.map((door) => startLane(sandbox, door)));
});
afterAll(async () => {
  await Promise.all(lanes.map((lane) => lane.close()));
  await sandbox.close();
});

describe('What such sequences have found before', () => {
  it.each(Object.entries(FOUND))('%s', async (_, steps) => {
    await run(lanes[0]!, serviceNowAdmin(sandbox), sceneOf(sandbox), steps);
  });
});

describe('Whatever agents do, and whatever gets lost on the way', () => {
  it(
    'there is one of each, it stands with its case, nothing is said twice, and the rules hold',
    async () => {
      const [admin, scene] = [serviceNowAdmin(sandbox), sceneOf(sandbox)];
      const results = await Promise.all(
        lanes.map((lane, index) => {
          // Runs of a lane that are interrupted would go on beside the next: instead, what comes too late passes unseen.
          let failedAt = Infinity;
          const property = fc.asyncProperty(sequence, async (steps: readonly Step[]) => {
            if (Date.now() > failedAt + SHRINKING) return;
            await run(lane, admin, scene, steps).catch((error: unknown) => {
              failedAt = Math.min(failedAt, Date.now());
              throw error;
            });
          });
          const numRuns = Math.ceil((SEQUENCES - index) / LANES);
          return fc.check(property, { numRuns, seed: SEED + index, ...(path === undefined ? {} : { path }) });
        }),
      );
      const failures = results.filter(({ failed }) => failed).map(report);
      expect(failures.join('\n\n')).toBe('');
      expect(results.map(({ numRuns }) => numRuns).reduce((a, b) => a + b)).toBeGreaterThanOrEqual(
        path === undefined ? SEQUENCES : 1,
      );
    },
    nightly === '1' ? 900_000 : 120_000,
  );
});

function report({
  seed,
  counterexamplePath,
  counterexample,
  errorInstance,
}: fc.RunDetails<[readonly Step[]]>): string {
  const steps = (counterexample?.[0] ?? []).map((each) => `  ${JSON.stringify(each)}`).join('\n');
  const again = `CASEGRAPH_MODEL_SEED=${seed} CASEGRAPH_MODEL_PATH=${counterexamplePath ?? ''}`;
  return `${again}\n${errorInstance instanceof Error ? errorInstance.message : ''}\nSteps:\n${steps}`;
}
