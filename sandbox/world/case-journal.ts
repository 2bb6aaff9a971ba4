import type { CasePlan } from './case-plan.ts';
import type { AddJournal } from './journal.ts';
import type { Random } from './random.ts';
import type { Agent } from './staff.ts';
import type { Lifespan } from './task.ts';
import type { SnRecord } from './world.ts';
import { COMMENTS, WORK_NOTES } from './vocabulary/trouble.ts';

/** About half of the cases have comments and half have work notes; those of the showcase account have both. */
export function addCaseJournal(
  random: Random,
  addJournal: AddJournal,
  record: SnRecord,
  plan: CasePlan,
  life: Lifespan,
  agent: Agent,
): void {
  const customer = (plan.contact ?? plan.consumer)?.name.userName;
  const add = (
    element: 'comments' | 'work_notes',
    least: number,
    most: number,
    texts: readonly string[],
  ): void => {
    const count = random.chance(0.5) || plan.showcase ? random.between(least, most) : 0;
    for (let turn = 0; turn < count; turn++) {
      const at = life.opened + Math.floor(((turn + 1) / (count + 1)) * (life.updated - life.opened));
      const by = element === 'comments' && turn % 2 === 1 && customer ? customer : agent.userName;
      addJournal(record, String(record['sys_class_name']), { element, value: random.pick(texts), at, by });
    }
  };
  add('comments', 1, plan.showcase ? 4 : 3, COMMENTS);
  add('work_notes', 1, plan.showcase ? 3 : 2, WORK_NOTES);
}
