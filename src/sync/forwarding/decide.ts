import type { ToolIncident } from '../../contract/index.ts';
import type { DeskIncident } from './desk-incident.ts';
import { isAsked, marked, type Mark } from './mark.ts';
import type { ForwardingRule } from './rule.ts';
import { classOf, goalOf, type Class } from './states.ts';

/** Who follows whom. */
export type Decision =
  | { readonly follows: 'nobody' }
  /** Both stand where they should, or are left there; only the mark is behind. */
  | { readonly follows: 'mark' }
  | { readonly follows: 'desk'; readonly state: string }
  | { readonly follows: 'tool'; readonly class: Class };

/**
 * Three-way: a side has moved when it is not where both agreed on last. Where one has moved, the other follows; where both have and disagree, the configured
 * winner of the transition is followed. Where nobody has moved nothing happens, also when the two differ: that was accepted before.
 */
export function decide(rule: ForwardingRule, tool: ToolIncident, desk: DeskIncident, mark: Mark): Decision {
  const goal = goalOf(rule, tool);
  if (isAsked(mark)) return decideAsked(rule, goal, desk);
  const moved = { tool: marked(goal) !== mark.tool, desk: marked(desk.state) !== mark.desk };
  if (!moved.tool && !moved.desk) return { follows: 'nobody' };
  const classes = { tool: classOf(rule.states, goal), desk: classOf(rule.states, desk.state) };
  const both = moved.tool && moved.desk;
  if (classes.tool === classes.desk) {
    if (both || !moved.tool || goal === desk.state) return { follows: 'mark' };
    return { follows: 'desk', state: goal };
  }
  const wins = both ? winnerOf(rule, mark) : moved.tool ? 'tool' : 'servicenow';
  return wins === 'tool' ? { follows: 'desk', state: goal } : { follows: 'tool', class: classes.desk };
}

/** The tool was asked to follow the record. Whether it has by now or not, the record is what counts: it may have moved on since. */
function decideAsked({ states }: ForwardingRule, goal: string, desk: DeskIncident): Decision {
  const wanted = classOf(states, desk.state);
  return classOf(states, goal) === wanted ? { follows: 'mark' } : { follows: 'tool', class: wanted };
}

/** Both have moved away from what was agreed, and disagree: one of them has resolved what was open, or opened what was over. */
function winnerOf({ states, winner }: ForwardingRule, { desk }: Mark) {
  return states.over.some((state) => marked(state) === desk) ? winner.reopen : winner.resolve;
}
