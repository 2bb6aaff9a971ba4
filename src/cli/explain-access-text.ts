import type { Trial } from '../access/rules.ts';
import type { Viewer } from '../access/viewer.ts';
import type { AccessExplanation, AccessQuestion, ExplainedPart } from '../engine/explain-access.ts';
import { hasColumn } from '../engine/at-source.ts';
import { asCondition } from '../engine/column-access.ts';
import type { SourceDefinition } from '../engine/definition.ts';
import { filterText } from '../engine/filter/text.ts';

/** What `casegraph explain-access` prints. */
export function explanationText(question: AccessQuestion, explanation: AccessExplanation): string {
  const { viewer, table, field, operation } = question;
  const { decision, source, parts } = explanation;
  const where = field === null ? table.name : `${table.name}.${field}`;
  const lines = [
    `${operation} ${where}: ${verdict(decision)}`,
    `  viewer   ${viewerText(viewer)}`,
    `  source   ${sourceText(explanation, question)}`,
    `  rows     ${source === null ? 'no rows' : filterText(asCondition(decision))}${domainText(question)}`,
    '',
    ...parts.flatMap(partLines),
  ];
  return `${lines.join('\n')}\n`;
}

function verdict(decision: AccessExplanation['decision']): string {
  if (!decision.allowed) return 'denied';
  return decision.rows === null ? 'allowed' : 'allowed in some rows';
}

function viewerText({ subject, kind, roles, domain, domains, account }: Viewer): string {
  const has = roles.size === 0 ? 'no roles' : `roles ${[...roles].join(', ')}`;
  const homes = [domain, ...domains].join(', ');
  return `${subject}, ${kind}, ${has}, domain ${homes}${account === undefined ? '' : `, account ${account}`}`;
}

function sourceText({ source }: AccessExplanation, { table, field }: AccessQuestion): string {
  if (source === null) return 'none: no source is placed in a domain that the viewer sees';
  const { connection, object } = source.bound;
  const rows = source.where === null ? '' : `, rows where ${filterText(source.where)}`;
  return `${object} of connection ${connection}, placed in ${source.domain}${rows}${absence(table, source, field)}`;
}

function absence(
  { columns, references }: AccessQuestion['table'],
  { bound }: SourceDefinition,
  field: string | null,
): string {
  const column = references.get(field ?? '')?.column ?? field ?? '';
  const made = columns.get(column)?.template ?? null;
  if (field === null || made !== null || !columns.has(column) || hasColumn(bound, column)) return '';
  return `, where ${field} is empty in all rows`;
}

function domainText({ table, viewer }: AccessQuestion): string {
  if (table.separation === null) return '';
  const homes = [viewer.domain, ...viewer.domains].join(', ');
  return `, in the domains ${homes}, what lies below, and global`;
}

function partLines({ name, operation, why, trials, judgement }: ExplainedPart): readonly string[] {
  const { decision, because, decisive } = judgement;
  const reason = why === null ? '' : ` (${why})`;
  const rows = decision.allowed && decision.rows !== null ? `: ${filterText(decision.rows)}` : '';
  const outcome =
    because === 'no-rule' ? NO_RULE[String(decision.allowed) as 'true' | 'false'] : verdict(decision);
  return [
    `  ${operation} ${name}${reason}: ${outcome}${rows}`,
    ...trials.flatMap((trial) => trialLines(trial, decisive.includes(trial))),
    '',
  ];
}

const NO_RULE = { true: 'allowed, no rule is about it', false: 'denied, no rule opens it' };

function trialLines(trial: Trial, decisive: boolean): readonly string[] {
  const { file, line, column, text } = trial.rule.origin;
  return [`  ${decisive ? '→' : ' '} ${file}:${line}:${column} ${text}`, `      ${outcomeOf(trial)}`];
}

const LACKS = {
  kind: 'does not hold: the viewer is of another kind',
  role: 'does not hold: the viewer has none of the roles',
  value: 'does not hold: the viewer lacks a value that it compares with',
};

function outcomeOf(trial: Trial): string {
  if (!trial.holds) return LACKS[trial.lacks];
  return trial.rows === null ? 'holds' : `holds where ${filterText(trial.rows)}`;
}
