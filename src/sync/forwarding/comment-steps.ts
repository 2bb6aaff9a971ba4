import type { ToolIncident } from '../../contract/index.ts';
import { referenceIn, referenceOf, withReference } from '../reference.ts';
import type { DeskIncident } from './desk-incident.ts';
import type { ForwardingRule } from './rule.ts';
import type { Step } from './step.ts';
import { commentText, entryText } from './wording.ts';

/** Comments of the tool that the record does not have yet, the oldest first. What came from ServiceNow carries a reference and stays where it is. */
export function entriesFor(
  rule: ForwardingRule,
  tool: ToolIncident,
  desk: DeskIncident,
  since: number,
): readonly Step[] {
  const { to } = rule.comments;
  if (to === null || rule.states.closed.includes(desk.state)) return [];
  const known = referencesIn(desk.journal);
  return tool.comments
    .filter(({ at, text }) => Date.parse(at) >= since && text.trim() !== '' && referenceIn(text) === null)
    .filter(({ text }) => tool.state.open || text !== tool.resolution)
    .map((comment) => ({ comment, reference: referenceOf('comment', rule.from, tool.key, comment.key) }))
    .filter(({ reference }) => !known.has(reference))
    .map(({ comment, reference }) => ({
      kind: 'entry',
      columns: { [to]: withReference(commentText(comment, tool.reference), reference) },
    }));
}

/** Journal entries that the tool does not have yet, the oldest first. */
export function commentsFor(
  rule: ForwardingRule,
  tool: ToolIncident,
  desk: DeskIncident,
  since: number,
): readonly Step[] {
  const known = referencesIn(tool.comments);
  return desk.journal
    .filter(({ element, at }) => rule.comments.from.includes(element) && Date.parse(at) >= since)
    .filter(({ text }) => text.trim() !== '' && referenceIn(text) === null)
    .map((entry) => ({ entry, reference: referenceOf('entry', entry.key) }))
    .filter(({ reference }) => !known.has(reference))
    .map(({ entry, reference }) => ({
      kind: 'tool',
      change: { kind: 'comment', text: withReference(entryText(desk.number, entry), reference) },
      refused: null,
    }));
}

export function referencesIn(texts: readonly { readonly text: string }[]): ReadonlySet<string> {
  return new Set(texts.map(({ text }) => referenceIn(text)).filter((reference) => reference !== null));
}
