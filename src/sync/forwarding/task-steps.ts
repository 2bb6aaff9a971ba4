import { hash } from 'node:crypto';
import type { ToolIncident, ToolTask } from '../../contract/index.ts';
import type { DeskIncident } from './desk-incident.ts';
import type { ForwardingRule, TaskRule } from './rule.ts';
import type { Step } from './step.ts';

/** Stands in a task that was closed because the tool's was done: who opens it again in ServiceNow has the last word. */
const DONE = '[casegraph done]';

export function taskKey(from: string, incident: string, task: string): string {
  return hash('sha256', `forward-task ${from} ${incident} ${task}`, 'hex').slice(0, 32);
}

/** Work that is left becomes tasks of the record, each once; what is done closes them. */
export function taskSteps(rule: ForwardingRule, tool: ToolIncident, desk: DeskIncident): readonly Step[] {
  const { tasks: given, from } = rule;
  if (given === null) return [];
  const known = new Map(desk.tasks.map((task) => [task.key, task]));
  return tool.tasks.flatMap((task): Step[] => {
    const key = taskKey(from, tool.key, task.key);
    const there = known.get(key);
    if (there === undefined)
      return [{ kind: 'create-task', key, columns: columnsOf(given, task, tool, desk) }];
    if (!task.done || there.correlationDisplay.includes(DONE)) return [];
    const columns = { state: given.closed, correlation_display: displayOf(tool, true) };
    return [{ kind: 'close-task', key, columns }];
  });
}

function columnsOf(given: TaskRule, task: ToolTask, tool: ToolIncident, desk: DeskIncident) {
  return {
    [given.parent]: desk.key,
    short_description: task.title,
    description: task.description ?? '',
    state: task.done ? given.closed : given.open,
    correlation_id: task.key,
    correlation_display: displayOf(tool, task.done),
  };
}

function displayOf({ reference }: ToolIncident, done: boolean): string {
  return done ? `${reference.slice(0, 80)} ${DONE}` : reference.slice(0, 100);
}
