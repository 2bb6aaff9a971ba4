import type { ASTNode, DocumentNode } from 'graphql';
import type { BoundTable, Problem } from '../../contract/index.ts';
import type {
  ColumnDefinition,
  ListDefinition,
  ReferenceDefinition,
  SourceDefinition,
  TableDefinition,
} from '../../engine/definition.ts';
import { accessRules } from './access.ts';
import { computedProblems, linkComputed } from './computed.ts';
import { bindSources, type Binding } from './bind.ts';
import { columnHolding, draftTables, type TableDraft } from './draft.ts';
import { directiveOf } from './directives.ts';
import { linkEmbed } from './embed.ts';
import { keyTypesProblem } from './key-types.ts';
import { isTemplate, parseTemplate } from './fields.ts';
import { presentTables } from './presentation.ts';
import { shapeProblems } from './shape.ts';
import { DeclarationError, problemAt, suggestion, type DeclarationProblem } from './problem.ts';

/**
 * Builds the catalog of tables from the declarations. Throws DeclarationError with all problems at once.
 * `connections` are the names that sources may use; `check` is what the adapter behind a source has to say of it.
 */
export function buildCatalog(
  documents: readonly DocumentNode[],
  connections: readonly string[],
  check: (bound: BoundTable) => readonly Problem[] = () => [],
): { readonly tables: ReadonlyMap<string, TableDefinition> } {
  const malformed = shapeProblems(documents);
  if (malformed.length > 0) throw new DeclarationError(malformed);
  const problems: DeclarationProblem[] = [];
  const drafts = new Map(draftTables(documents, problems).map((draft) => [draft.name, draft]));
  const links = new Map([...drafts].map(([name, draft]) => [name, linkTable(draft, drafts, problems)]));
  const tables = new Map<string, TableDefinition>();
  const bindings: Binding[] = [];
  for (const draft of drafts.values()) {
    const { references, lists } = links.get(draft.name) as Links;
    const bound = bindSources(draft, references, connections, problems);
    bindings.push(...bound);
    tables.set(
      draft.name,
      definition(
        draft,
        references,
        lists,
        bound.map(({ source }) => source),
        problems,
      ),
    );
  }
  for (const binding of bindings) {
    binding.link(tables);
    for (const { message, column } of check(binding.source.bound)) {
      problems.push(problemAt(binding.node, column === undefined ? message : `${column}: ${message}`));
    }
  }
  problems.push(...computedProblems(drafts.values(), tables));
  presentTables(documents, tables, problems);
  if (problems.length > 0) throw new DeclarationError(problems);
  return { tables };
}

interface Links {
  readonly references: ReadonlyMap<string, ReferenceDefinition>;
  readonly lists: ReadonlyMap<string, ListDefinition>;
}

function linkTable(
  draft: TableDraft,
  drafts: ReadonlyMap<string, TableDraft>,
  problems: DeclarationProblem[],
): Links {
  const references = new Map<string, ReferenceDefinition>();
  const lists = new Map<string, ListDefinition>();
  for (const { name, upstream, to, target, access, node, writable, join } of draft.references) {
    const other = targetOf(target, drafts, (message) => problems.push(problemAt(node.type, message)));
    if (other === null) continue;
    const column = columnHolding(draft, upstream);
    if (writable) allowWrites(draft, column);
    const toColumn = existing(other, to ?? other.key, (message) => problems.push(problemAt(node, message)));
    checkKeys(
      name,
      draft.columns.get(column),
      other.columns.get(toColumn),
      directiveOf(node, 'reference') ?? node,
      problems,
    );
    references.set(name, { name, column, table: target, to: toColumn, join, access });
  }
  for (const { name, upstream, from, via, target, access, node } of draft.lists) {
    const other = targetOf(target, drafts, (message) => problems.push(problemAt(node.type, message)));
    if (other === null) continue;
    const fromColumn = existing(draft, from ?? draft.key, (message) =>
      problems.push(problemAt(node, message)),
    );
    const column = columnHolding(other, upstream);
    checkKeys(
      name,
      other.columns.get(column),
      draft.columns.get(fromColumn),
      directiveOf(node, 'related') ?? node,
      problems,
    );
    lists.set(name, {
      name,
      column,
      from: fromColumn,
      via,
      table: target,
      access,
    });
  }
  if (draft.separation !== null) columnHolding(draft, draft.separation);
  linkTemplates(draft, problems);
  linkEmbed(draft, problems);
  return { references, lists };
}

/** A column that is not there has been told of already. */
function checkKeys(
  relation: string,
  holder: ColumnDefinition | undefined,
  aim: ColumnDefinition | undefined,
  node: ASTNode,
  problems: DeclarationProblem[],
): void {
  if (holder === undefined || aim === undefined) return;
  const problem = keyTypesProblem(relation, holder, aim);
  if (problem !== null) problems.push(problemAt(node, problem));
}

function linkTemplates(draft: TableDraft, problems: DeclarationProblem[]): void {
  for (const { column, template, node } of draft.declared) {
    if (template === null) continue;
    if (!isTemplate(template)) {
      const message = `The template "${template}" is not well-formed. Columns stand in braces: {sys_id}, and {instance} for the address.`;
      problems.push(problemAt(directiveOf(node, 'url') ?? node, message));
      continue;
    }
    const parts = parseTemplate(template, (upstream) => columnHolding(draft, upstream, 'string'));
    draft.columns.set(column.name, { ...column, template: parts });
  }
}

function allowWrites(draft: TableDraft, name: string): void {
  const column = draft.columns.get(name);
  if (column !== undefined) draft.columns.set(name, { ...column, writable: true });
}

function targetOf(
  name: string,
  drafts: ReadonlyMap<string, TableDraft>,
  report: (message: string) => void,
): TableDraft | null {
  const target = drafts.get(name);
  if (target === undefined) report(`There is no table ${name}. ${suggestion(name, [...drafts.keys()])}`);
  return target ?? null;
}

function existing(draft: TableDraft, name: string, report: (message: string) => void): string {
  const names = draft.declared.map(({ column }) => column.name);
  if (!names.includes(name)) report(`${draft.name} has no column ${name}. ${suggestion(name, names)}`);
  return name;
}

function definition(
  draft: TableDraft,
  references: ReadonlyMap<string, ReferenceDefinition>,
  lists: ReadonlyMap<string, ListDefinition>,
  sources: readonly SourceDefinition[],
  problems: DeclarationProblem[],
): TableDefinition {
  const { name, label, plural, reach, key, columns, cache, node } = draft;
  const separation = draft.separation === null ? null : columnHolding(draft, draft.separation);
  const access = accessRules(node, draft.conditionColumns, problems);
  if (!access.some(({ effect }) => effect === 'allow-if'))
    problems.push(problemAt(node, `${name} has no @access, so nobody could read it. Say who may.`));
  const computed = linkComputed(draft, references);
  const relations = { references, lists, computed };
  return { name, label, plural, reach, key, columns, ...relations, sources, separation, cache, access };
}
