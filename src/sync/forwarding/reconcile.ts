import type { ToolChange, ToolIncident } from '../../contract/index.ts';
import { referenceOf, withReference } from '../reference.ts';
import { commentsFor, entriesFor, referencesIn } from './comment-steps.ts';
import { closeColumns, createStep } from './create-step.ts';
import { decide, type Decision } from './decide.ts';
import type { DeskIncident } from './desk-incident.ts';
import { asked, markText, marked, readMark, type Mark } from './mark.ts';
import type { ForwardingRule } from './rule.ts';
import { classOf, goalOf, severityColumns, severityGoal, type Class } from './states.ts';
import type { Circumstances, Columns, Step } from './step.ts';
import { taskSteps } from './task-steps.ts';
import { descriptionOf, textHash, titleOf } from './wording.ts';

/**
 * What has to be done so that an incident of the tool and its record agree; nothing once they do. Each step that changes a state also moves the mark of
 * what was agreed, or makes the next look do so: none can call for itself again. Pure.
 */
export function reconcile(
  rule: ForwardingRule,
  tool: ToolIncident | null,
  desk: DeskIncident | null,
  circumstances: Circumstances,
): readonly Step[] {
  if (tool === null || tool.private) return [];
  const { byHand, cannot, now } = circumstances;
  if (desk === null)
    return byHand || rule.mode === 'always' || tool.forwarded ? [createStep(rule, tool)] : [];
  if (rule.mode === 'only-on-forwarding') return linkSteps(tool, desk, cannot);
  const mark = readMark(desk.correlationDisplay);
  if (mark === null) return takeOver(rule, tool, desk, now);
  if (mark.from !== rule.from) return [];
  const decision = decide(rule, tool, desk, mark);
  return [
    ...entriesFor(rule, tool, desk, mark.since),
    ...(cannot.has('comment') ? [] : commentsFor(rule, tool, desk, mark.since)),
    ...stateSteps(rule, { tool, desk, mark, decision, cannot }),
    ...taskSteps(rule, tool, desk),
    ...linkSteps(tool, desk, cannot),
  ];
}

/** A record that names the incident already is not made again. What the two differed in before is left as it is; from now on moves are followed. */
function takeOver(
  rule: ForwardingRule,
  tool: ToolIncident,
  desk: DeskIncident,
  now: number,
): readonly Step[] {
  if (rule.states.closed.includes(desk.state)) return [];
  const agreed = { ...standing(rule, tool, desk.state), since: now };
  const columns = { correlation_id: tool.key, correlation_display: markText(tool.reference, agreed) };
  return [{ kind: 'desk', columns }];
}

interface Situation {
  readonly tool: ToolIncident;
  readonly desk: DeskIncident;
  readonly mark: Mark;
  readonly decision: Decision;
  readonly cannot: Circumstances['cannot'];
}

function stateSteps(rule: ForwardingRule, situation: Situation): readonly Step[] {
  const { tool, desk, mark, decision } = situation;
  if (decision.follows === 'tool')
    return [...askedStep(rule, situation), toolStep(rule, situation, decision.class)];
  if (rule.states.closed.includes(desk.state))
    return decision.follows === 'desk' ? closedSteps(rule, situation) : [];
  const state = decision.follows === 'desk' ? decision.state : desk.state;
  const agreed = { ...standing(rule, tool, state), since: mark.since };
  const display = markText(tool.reference, agreed);
  const columns: Columns = {
    ...(state === desk.state ? {} : { state, ...closing(rule, tool, state) }),
    ...(agreed.severity === mark.severity ? {} : severityColumns(rule, tool.severity, 'change')),
    ...(agreed.text === mark.text
      ? {}
      : { short_description: titleOf(tool), description: descriptionOf(tool) }),
  };
  if (Object.keys(columns).length === 0 && display === desk.correlationDisplay) return [];
  return [{ kind: 'desk', columns: { ...columns, correlation_display: display } }];
}

function closing(rule: ForwardingRule, tool: ToolIncident, state: string): Columns {
  return classOf(rule.states, state) === 'over' ? closeColumns(rule, tool) : {};
}

function standing(rule: ForwardingRule, tool: ToolIncident, state: string): Omit<Mark, 'since'> {
  return {
    from: rule.from,
    tool: marked(goalOf(rule, tool)),
    desk: marked(state),
    severity: severityGoal(rule, tool.severity),
    text: textHash(tool),
  };
}

/** Said before the tool is changed: or else its following would look like a move of its own to whoever looks next, and undo what the record does meanwhile. */
function askedStep(
  { states }: ForwardingRule,
  { tool, desk, mark, decision, cannot }: Situation,
): readonly Step[] {
  if (decision.follows !== 'tool' || states.closed.includes(desk.state)) return [];
  if (cannot.has(decision.class === 'over' ? 'resolve' : 'reopen')) return [];
  const display = markText(tool.reference, asked(mark, desk.state));
  return display === desk.correlationDisplay
    ? []
    : [{ kind: 'desk', columns: { correlation_display: display } }];
}

/** The record's move is carried to the tool; where the tool refuses it, the two are left as they stand, and the record says why. */
function toolStep(rule: ForwardingRule, situation: Situation, wanted: Class): Step {
  const { tool, desk, mark, cannot } = situation;
  const kind = wanted === 'over' ? 'resolve' : 'reopen';
  const closed = rule.states.closed.includes(desk.state);
  const reference = referenceOf(kind, desk.key, closed ? desk.state : desk.version.toString());
  // A record that refuses changes cannot hold what was agreed: that its end was told already stands in the tool.
  if (closed && referencesIn(tool.comments).has(reference))
    return { kind: 'say', message: closedMessage(tool, desk) };
  const said = kind === 'resolve' ? (desk.columns[rule.close.notesField ?? ''] ?? '') : '';
  const done = `${desk.number} was ${kind === 'resolve' ? 'resolved' : 'opened again'} in ServiceNow`;
  const comment = withReference(said === '' ? `${done}.` : `${done}: ${said}`, reference);
  const change: ToolChange = { kind, comment: cannot.has('comment') ? null : comment };
  if (cannot.has(kind)) return refusedStep(rule, situation, kind);
  if (closed) return { kind: 'tool', change, refused: null };
  const display = markText(tool.reference, { ...standing(rule, tool, desk.state), since: mark.since });
  const refused = { correlation_display: display, ...refusalEntry(rule, tool, kind, reference) };
  return { kind: 'tool', change, refused };
}

function refusedStep(
  rule: ForwardingRule,
  { tool, desk, mark }: Situation,
  kind: 'resolve' | 'reopen',
): Step {
  const message = `${tool.reference} cannot be ${kind === 'resolve' ? 'resolved' : 'opened again'} from here`;
  if (rule.states.closed.includes(desk.state)) return { kind: 'say', message };
  const display = markText(tool.reference, { ...standing(rule, tool, desk.state), since: mark.since });
  const reference = referenceOf(kind, desk.key, desk.version.toString());
  const columns = { correlation_display: display, ...refusalEntry(rule, tool, kind, reference) };
  return { kind: 'desk', columns };
}

function refusalEntry(
  { comments: { to } }: ForwardingRule,
  { reference: name, url }: ToolIncident,
  kind: 'resolve' | 'reopen',
  reference: string,
): Columns {
  if (to === null) return {};
  const what = kind === 'resolve' ? 'resolved' : 'opened again';
  const where = url === null ? '' : ` Do it there: ${url}`;
  return { work_notes: withReference(`${name} could not be ${what} from ServiceNow.${where}`, reference) };
}

/** ServiceNow refuses every change of the record, so the mark stays behind as well: that it was said is known by what stands in the tool. */
function closedSteps(rule: ForwardingRule, { tool, desk, cannot }: Situation): readonly Step[] {
  const say: Step = { kind: 'say', message: closedMessage(tool, desk) };
  const reference = referenceOf('closed', rule.from, tool.key, desk.key);
  if (cannot.has('comment') || referencesIn(tool.comments).has(reference)) return [say];
  const text = withReference(
    `${desk.number} is closed in ServiceNow and cannot be opened again there.`,
    reference,
  );
  return [say, { kind: 'tool', change: { kind: 'comment', text }, refused: null }];
}

function closedMessage({ reference }: ToolIncident, { number }: DeskIncident): string {
  return `${number} is closed and cannot follow ${reference}, which was opened again`;
}

/** The tool names the record, where it has a place for that. */
function linkSteps(tool: ToolIncident, desk: DeskIncident, cannot: Circumstances['cannot']): readonly Step[] {
  if (tool.external !== null || desk.number === '' || cannot.has('link')) return [];
  return [{ kind: 'tool', change: { kind: 'link', number: desk.number, url: null }, refused: null }];
}
