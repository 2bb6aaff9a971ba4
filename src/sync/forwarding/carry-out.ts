import { CasegraphError, type ToolChange } from '../../contract/index.ts';
import type { Columns, Step } from './step.ts';

/** How far the steps of one incident got. */
export type Ending =
  /** `again`: what was done changes what is to be done next. */
  | { readonly end: 'done'; readonly again: boolean; readonly wrote: number }
  /** Nobody knows whether the last step took effect: look again once it has, or never will. */
  | { readonly end: 'uncertain'; readonly wrote: number; readonly error: unknown }
  /** One of the systems wants to be left alone for a while. */
  | { readonly end: 'later'; readonly wrote: number; readonly error: CasegraphError }
  | { readonly end: 'not-leading'; readonly wrote: number };

export interface Doing {
  readonly desk: {
    readonly create: (kind: 'record' | 'task', key: string, columns: Columns) => Promise<void>;
    readonly update: (kind: 'record' | 'task', key: string, columns: Columns) => Promise<void>;
  };
  readonly tool: (change: ToolChange) => Promise<void>;
  /** Whether a write begun now is over before another replica may lead. */
  readonly mayWrite: () => boolean;
  /** Whether the system has refused the very same before. */
  readonly isRefused: (step: Step) => boolean;
  readonly refused: (step: Step, error: CasegraphError) => void;
  readonly say: (message: string) => void;
}

/** Kinds of error that say that nothing was done, and that asking again would not help. */
const REFUSALS: ReadonlySet<string> = new Set([
  'forbidden',
  'not-found',
  'invalid-input',
  'conflict',
  'upstream-rejected',
  'upstream-unauthorized',
]);

/** Takes the steps of one incident in order. One that is refused does not keep those after it from being taken. */
export async function carryOut(
  deskKey: string | null,
  steps: readonly Step[],
  doing: Doing,
): Promise<Ending> {
  let wrote = 0;
  let again = false;
  for (const step of steps) {
    if (step.kind === 'say') {
      doing.say(step.message);
      continue;
    }
    if (!doing.mayWrite()) return { end: 'not-leading', wrote };
    try {
      const did = await takeOrInstead(deskKey, step, doing);
      if (did) wrote += 1;
      again ||= did && looksAgain(step);
    } catch (error) {
      return { ...stopped(error), wrote };
    }
  }
  return { end: 'done', again, wrote };
}

/** Whether anything was written: the step, or what the record is told where the tool refuses it. */
async function takeOrInstead(deskKey: string | null, step: Doable, doing: Doing): Promise<boolean> {
  if (!doing.isRefused(step)) {
    try {
      await take(deskKey, step, doing);
      return true;
    } catch (error) {
      if (!isRefusal(error)) throw error;
      doing.refused(step, error);
    }
  }
  const instead = step.kind === 'tool' ? step.refused : null;
  if (instead === null || deskKey === null) return false;
  await doing.desk.update('record', deskKey, instead);
  return true;
}

type Doable = Exclude<Step, { kind: 'say' }>;

async function take(deskKey: string | null, step: Doable, { desk, tool }: Doing): Promise<void> {
  if (step.kind === 'create') return desk.create('record', step.key, step.columns);
  if (step.kind === 'create-task') return desk.create('task', step.key, step.columns);
  if (step.kind === 'close-task') return desk.update('task', step.key, step.columns);
  if (step.kind === 'tool') return tool(step.change);
  if (deskKey !== null) return desk.update('record', deskKey, step.columns);
}

function looksAgain(step: Step): boolean {
  if (step.kind === 'tool') return step.change.kind === 'resolve' || step.change.kind === 'reopen';
  return step.kind === 'create';
}

function isRefusal(error: unknown): error is CasegraphError {
  return error instanceof CasegraphError && REFUSALS.has(error.kind);
}

function stopped(error: unknown) {
  if (error instanceof CasegraphError && error.kind === 'upstream-rate-limited')
    return { end: 'later' as const, error };
  return { end: 'uncertain' as const, error };
}
