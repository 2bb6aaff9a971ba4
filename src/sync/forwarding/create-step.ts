import { hash } from 'node:crypto';
import type { ToolIncident } from '../../contract/index.ts';
import { referenceIn } from '../reference.ts';
import { markText, marked } from './mark.ts';
import type { ForwardingRule } from './rule.ts';
import { goalOf, hasOwnGoal, severityColumns, severityGoal } from './states.ts';
import type { Columns, Step } from './step.ts';
import { commentText, descriptionOf, textHash, titleOf } from './wording.ts';

/** Letters that one journal entry holds. */
const ENTRY_LETTERS = 3_900;

/** The sys_id that an incident's record is created under: whoever creates it, and however often, there is one. */
export function recordKey(from: string, incident: string): string {
  return hash('sha256', `forward ${from} ${incident}`, 'hex').slice(0, 32);
}

/**
 * The new record. Of an incident that is over it begins as an open one, and is resolved by the next step like any other: an instance may refuse records that
 * begin resolved. Where nothing follows, all is said at once.
 */
export function createStep(rule: ForwardingRule, tool: ToolIncident): Step {
  const once = rule.mode === 'only-on-forwarding';
  const { states } = rule;
  const goal = tool.state.open || once ? goalOf(rule, tool) : states.open;
  const state =
    tool.state.open && !hasOwnGoal(rule, tool) ? states.new : tool.state.open || once ? goal : states.new;
  const mark = {
    from: rule.from,
    tool: marked(goal),
    desk: marked(state),
    severity: severityGoal(rule, tool.severity),
    text: textHash(tool),
    since: 0,
  };
  const columns: Columns = {
    short_description: titleOf(tool),
    description: descriptionOf(tool),
    state,
    ...(states.over.includes(state) ? closeColumns(rule, tool) : {}),
    ...severityColumns(rule, tool.severity, 'create'),
    ...(once ? snapshotOf(rule, tool) : {}),
    ...rule.values,
    correlation_id: tool.key,
    correlation_display: markText(tool.reference, mark),
  };
  return { kind: 'create', key: recordKey(rule.from, tool.key), columns };
}

/** Where the resolving comment says nothing, the configured words do. */
export function closeColumns({ close }: ForwardingRule, { resolution }: ToolIncident): Columns {
  const said = resolution === null || referenceIn(resolution) !== null ? '' : resolution.trim();
  return {
    ...(close.codeField === null ? {} : { [close.codeField]: close.code }),
    ...(close.notesField === null ? {} : { [close.notesField]: said === '' ? close.notes : said }),
  };
}

function snapshotOf({ comments: { to } }: ForwardingRule, { comments, reference }: ToolIncident): Columns {
  const said = comments.filter(({ text }) => referenceIn(text) === null);
  if (to === null || said.length === 0) return {};
  const lines = said.map((comment) => commentText(comment, reference)).join('\n');
  return { [to]: lines.length <= ENTRY_LETTERS ? lines : `… ${lines.slice(2 - ENTRY_LETTERS)}` };
}
