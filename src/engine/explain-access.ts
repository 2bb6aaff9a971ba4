import { GLOBAL, isWithin, nearestSource } from '../access/domains.ts';
import {
  both,
  conclude,
  tryRules,
  type AccessRule,
  type Decision,
  type Judgement,
  type Operation,
  type Trial,
} from '../access/rules.ts';
import type { Viewer } from '../access/viewer.ts';
import { hasOwnRule } from './column-access.ts';
import type { SourceDefinition, TableDefinition } from './definition.ts';
import type { Catalog } from './scope.ts';

/** Who asks for what. */
export interface AccessQuestion {
  readonly viewer: Viewer;
  readonly table: TableDefinition;
  /** Column or relation; `null`: the table's rows. */
  readonly field: string | null;
  readonly operation: Operation;
}

/** One place that has rules about it: all of them must open. */
export interface ExplainedPart {
  /** `Opportunity` or `Opportunity.amount`. */
  readonly name: string;
  readonly operation: Operation;
  /** Why it has a say, where that is not plain. */
  readonly why: string | null;
  readonly trials: readonly Trial[];
  readonly judgement: Judgement;
}

export interface AccessExplanation {
  readonly decision: Decision;
  /** Where the rows would come from; `null` where the viewer sees no source's domain, which closes everything. */
  readonly source: SourceDefinition | null;
  readonly parts: readonly ExplainedPart[];
}

/** Why a viewer may or may not: the same trials that the engine decides by, kept. Asks nobody. */
export function explainAccess(question: AccessQuestion, catalog: Catalog): AccessExplanation {
  const { viewer, table, field, operation } = question;
  const source = sourceOf(table, viewer);
  const ask = asker(viewer);
  const parts = [ask(table.name, table.access, operation, true, null)];
  if (operation === 'write' || operation === 'delete')
    parts.push(ask(table.name, table.access, 'read', true, 'a row that is written must be seen'));
  if (field !== null) parts.push(...fieldParts(question, catalog, field, ask));
  const decision = both(parts.map(({ judgement }) => judgement.decision));
  return { decision: source === null ? { allowed: false } : decision, source, parts };
}

type Ask = (
  name: string,
  rules: readonly AccessRule[],
  operation: Operation,
  closed: boolean,
  why: string | null,
) => ExplainedPart;

function asker(viewer: Viewer): Ask {
  return (name, rules, operation, closed, why) => {
    const trials = tryRules(rules, viewer, operation);
    const otherwise: Decision = closed ? { allowed: false } : { allowed: true, rows: null };
    return { name, operation, why, trials, judgement: conclude(trials, otherwise) };
  };
}

function fieldParts(
  { table, operation }: AccessQuestion,
  catalog: Catalog,
  field: string,
  ask: Ask,
): readonly ExplainedPart[] {
  if (operation !== 'read') return writtenParts(table, operation, field, ask);
  return table.columns.has(field)
    ? columnParts(table, field, null, ask)
    : relationParts(table, catalog, field, ask);
}

function columnParts(
  table: TableDefinition,
  name: string,
  why: string | null,
  ask: Ask,
): readonly ExplainedPart[] {
  const column = table.columns.get(name);
  if (column === undefined) return [];
  const made = (column.template ?? []).flatMap((part) =>
    typeof part === 'object' && part !== null
      ? columnParts(table, part.column, `${name} is made of it`, ask)
      : [],
  );
  return [ask(`${table.name}.${name}`, column.access, 'read', false, why), ...made];
}

function relationParts(
  table: TableDefinition,
  catalog: Catalog,
  name: string,
  ask: Ask,
): readonly ExplainedPart[] {
  const reference = table.references.get(name);
  const definition = reference ?? table.lists.get(name);
  const target = catalog.tables.get(definition?.table ?? '');
  if (definition === undefined || target === undefined) return [];
  const own = ask(`${table.name}.${name}`, definition.access, 'read', false, null);
  const there = ask(target.name, target.access, 'read', true, `${name} leads to it`);
  if (hasOwnRule(definition)) return [own, there];
  const [from, to] =
    'to' in definition ? [definition.column, definition.to] : [definition.from, definition.column];
  return [
    own,
    ...columnParts(table, from, `${name} leads from it`, ask),
    there,
    ...columnParts(target, to, `${name} finds rows by it`, ask),
  ];
}

/** A column and the references that it holds both have a say; named by either. */
function writtenParts(
  table: TableDefinition,
  operation: Operation,
  field: string,
  ask: Ask,
): readonly ExplainedPart[] {
  const column = table.references.get(field)?.column ?? field;
  const references = [...table.references.values()].filter((reference) => reference.column === column);
  return [
    ask(`${table.name}.${column}`, table.columns.get(column)?.access ?? [], operation, false, null),
    ...references.map(({ name, access }) =>
      ask(`${table.name}.${name}`, access, operation, false, `${column} is what it holds`),
    ),
  ];
}

/** By the paths alone, without the tree: what lies below a home of the viewer, and global. */
function sourceOf(table: TableDefinition, viewer: Viewer): SourceDefinition | null {
  const homes = [viewer.domain, ...viewer.domains];
  const paths = table.sources.map(({ domain }) => domain);
  const visible = paths.filter((path) => path === GLOBAL || homes.some((home) => isWithin(path, home)));
  return nearestSource(table.sources, viewer, new Set(visible));
}
