import { setTimeout as pause } from 'node:timers/promises';
import type { ServiceNowAdmin } from '../harness/servicenow-admin.ts';
import { look, send } from './ask.ts';
import { attemptOf, type Answer, type Call } from './call.ts';
import { explain, type Called } from './explain.ts';
import { broken } from './invariants.ts';
import type { Lane } from './lane.ts';
import { judge, MADE, RELATED } from './rules.ts';
import { setTheScene, type Scene } from './scene.ts';
import { faultsOf, type Planned, type Step } from './sequences.ts';
import { readTables } from './tables.ts';
import { plain, type Model, type World } from './world.ts';

/** A call that may be made again, in this sequence and in its end. */
interface Past {
  readonly call: Call;
  interrupted: boolean;
}

/** One sequence under way. */
interface Run {
  readonly lane: Lane;
  readonly admin: ServiceNowAdmin;
  readonly scene: Scene;
  model: Model;
  readonly past: Past[];
  /** For whoever reads of a failure. */
  readonly log: string[];
}

/** Runs a sequence on fresh cases. Throws what must not have happened, with all that was called before. */
export async function run(
  lane: Lane,
  admin: ServiceNowAdmin,
  scene: Scene,
  steps: readonly Step[],
): Promise<void> {
  const all: Run = { lane, admin, scene, model: await setTheScene(admin, scene), past: [], log: [] };
  try {
    for (const step of steps) await take(all, step);
    await repeatTheInterrupted(all);
  } finally {
    await lane.clearFaults();
  }
}

async function take(all: Run, step: Step): Promise<void> {
  const { lane } = all;
  const planned = step.calls.map((plan, index) => ({
    call: settle(all, plan, index),
    gateway: plan.gateway,
  }));
  const [first, second] = planned;
  if (second !== undefined && !heldApart(first!.call, second.call)) second.gateway = first!.gateway;
  for (const fault of step.trouble.flatMap(faultsOf)) await lane.fault(fault);
  const calls = await Promise.all(
    planned.map(async ({ call, gateway }) => ({
      call,
      answer: await send(lane.posts[gateway as 0 | 1], call, all.scene),
    })),
  );
  if (step.trouble.length > 0) await lane.clearFaults();
  const blind = second !== undefined && first!.gateway !== second.gateway;
  await check(all, calls, blind, planned[0]!.gateway);
}

/**
 * Whether two calls may come to two gateways at the same time and nothing is promised less for that. What is not (docs/decisions/0001, 0015): the same change
 * twice may leave its note twice, and an association may hide a record that is being created.
 */
function heldApart(one: Call, other: Call): boolean {
  if (one.caseId !== other.caseId) return true;
  if (attemptOf(one) === attemptOf(other)) return false;
  const [made, also] = [MADE[one.verb] !== undefined, MADE[other.verb] !== undefined];
  if (one.verb === other.verb) return made;
  return !(made && other.verb === 'associateWithCase') && !(also && one.verb === 'associateWithCase');
}

/** Looks up what the turns of a plan stand for. Without a key, a call that is made again is an attempt of its own. */
function settle({ model, scene, past }: Run, plan: Planned, index: number): Call {
  const turn = past.length + index;
  if (!('again' in plan)) return settleFresh(model, scene, turn, plan);
  const earlier = past[past.length - 1 - (plan.again % Math.max(1, past.length))];
  return earlier === undefined ? settleFresh(model, scene, turn, NOTHING) : { ...earlier.call, turn };
}

type Fresh = Exclude<Planned, { again: number }>;

/** Where there is nothing yet to make again. */
const NOTHING: Fresh = {
  verb: 'createIncidentFromCase',
  who: 'agent-itsm',
  on: 0,
  key: 'one',
  relation: 'INCIDENT',
  pick: 0,
  text: 'No.',
  gateway: 0,
};

function settleFresh({ cases, records, unfinished }: Model, scene: Scene, turn: number, plan: Fresh): Call {
  const ids = [...cases.keys()];
  const caseId = ids[plan.on % ids.length]!;
  const ofIncident = plan.verb.endsWith('Incident');
  const kind = ofIncident ? 'incident' : RELATED[plan.relation].kind;
  // A record that somebody has left unfinished is nothing to choose from a list.
  const fitting = [...records.values()].filter((row) => row.kind === kind && !unfinished.has(row.id));
  const theirs = cases.get(caseId)!.slots[RELATED[plan.relation].slot];
  const record =
    plan.verb === 'removeFromCase' && theirs !== '' && plan.pick > 1
      ? theirs
      : fitting[plan.pick % fitting.length]!.id;
  const { accounts, consumers } = scene;
  return {
    verb: plan.verb,
    who: plan.who,
    caseId: ofIncident ? '' : caseId,
    key: plan.key,
    relation: plan.relation,
    recordId: plan.verb === 'addChildCase' ? ids[plan.pick % ids.length]! : record,
    quantity: 1 + (plan.pick % 2),
    text: plan.text,
    accounts,
    consumers,
    turn,
  };
}

/** The answers, the tables and the model have to agree. */
async function check(all: Run, calls: readonly Called[], blind: boolean, gateway: number): Promise<void> {
  const before = all.model;
  for (const { call, answer } of calls) {
    all.past.push({ call, interrupted: answer.kind === 'unknown' });
    all.log.push(lineOf(before, call, answer));
  }
  // What was sent before the gateway gave up may still be on its way.
  if (calls.some(({ answer }) => answer.kind === 'unknown')) await pause(20);
  const actual = await readTables(all.admin, before.cases.values(), before.records.keys());
  const after = explain(before, calls, actual, blind ? 'blind' : 'in turn');
  if (after === null) fail(all, 'no order of these calls explains what is in the tables', before, actual);
  all.model = after;
  const problems = broken(actual, new Set(after.unfinished.keys()));
  if (problems.length > 0) fail(all, problems.join('; '), after, actual);
  if (calls.length === 1) await compareShown(all, calls[0]!, actual, gateway);
}

/** What the answer shows of the case, and what the gateway shows of it when it is asked, is what is in the tables. */
async function compareShown(
  all: Run,
  { call, answer }: Called,
  actual: World,
  gateway: number,
): Promise<void> {
  const on = actual.cases.get(call.caseId);
  if (on === undefined || answer.kind === 'unknown') return;
  const { incident, problem, change, causedBy } = on.slots;
  const wanted: Readonly<Record<string, string>> = {
    sysId: on.id,
    state: on.state,
    majorCaseState: on.major,
    incident,
    problem,
    changeRequest: change,
    causedByChange: causedBy,
    parentCase: on.parent,
  };
  const seen = await look(all.lane.posts[gateway as 0 | 1], on.id);
  for (const [whose, shown] of [
    ['the answer', answer.shown],
    ['the gateway', seen],
  ] as const)
    for (const [name, value] of Object.entries(shown ?? {}))
      if (wanted[name] !== value)
        fail(
          all,
          `${whose} shows ${name} ${value || 'empty'}, not ${wanted[name] || 'empty'}`,
          all.model,
          actual,
        );
  if (answer.kind === 'ok' && answer.shown === null && call.caseId !== '')
    fail(all, 'the answer shows no case', all.model, actual);
}

/** Tries of a repeat without faults; a machine that is busy may let one run into the short deadline. */
const TRIES = 10;

/**
 * What was interrupted is called once more, through the other gateway; then nothing is left behind that a repeat can complete. Not to be repeated are calls
 * without a key, and those by people who may not make them any more.
 */
async function repeatTheInterrupted(all: Run): Promise<void> {
  const interrupted = all.past.filter((each) => each.interrupted).map(({ call }) => call);
  const once = new Map(interrupted.map((call) => [JSON.stringify({ ...call, turn: 0 }), call]));
  const excused = new Set(interrupted.filter(({ key }) => key === null).map(attemptOf));
  for (const call of [...once.values()].filter(({ key }) => key !== null)) {
    const { codes } = await repeat(all, call);
    if (codes.includes('FORBIDDEN')) excused.add(attemptOf(call));
  }
  const left = [...all.model.unfinished].filter(([, whose]) => ![...whose].some((name) => excused.has(name)));
  if (left.length === 0) return;
  const names = left.map(([id, whose]) => `${id} of ${[...whose].join(' or ')}`);
  fail(all, `left behind: ${names.join(', ')}`, all.model, all.model);
}

async function repeat(all: Run, call: Call): Promise<Answer> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const answer = await send(all.lane.posts[1], call, all.scene);
    await check(all, [{ call, answer }], false, 1);
    if (answer.kind !== 'unknown') return answer;
  }
  return fail(all, 'a repeat without faults is not answered', all.model, all.model);
}

function lineOf(model: Model, call: Call, answer: Answer): string {
  const on = model.cases.get(call.caseId)?.number ?? model.records.get(call.recordId)?.number;
  const expected = judge(model, call);
  return `${call.verb} by ${call.who} on ${on} key ${call.key} record ${call.recordId} "${call.text}"\n    model: ${expected.ok ? 'ok' : expected.codes.join(' or ')}; answer: ${answer.kind} ${answer.text}`;
}

function fail(all: Run, what: string, model: World, actual: World): never {
  const differing = differences(model, actual).join('\n  ');
  throw new Error(
    `${what}\nCalls:\n  ${all.log.join('\n  ')}\nDiffering from the model before the last calls:\n  ${differing}`,
  );
}

function differences(model: World, actual: World): readonly string[] {
  const flat = (world: World): Map<string, string> =>
    new Map(
      plain(world)
        .flat()
        .flat()
        .map((row) => [(row as { number: string }).number, JSON.stringify(row)]),
    );
  const [one, other] = [flat(model), flat(actual)];
  return [...new Set([...one.keys(), ...other.keys()])]
    .filter((number) => one.get(number) !== other.get(number))
    .map((number) => `model  ${one.get(number) ?? 'nothing'}\n  tables ${other.get(number) ?? 'nothing'}`);
}
