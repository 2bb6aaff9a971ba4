import type { ConstDirectiveNode } from 'graphql';
import type { BoundTable, Column, Join } from '../../contract/index.ts';
import type { ReferenceDefinition, SourceDefinition, TableDefinition } from '../../engine/definition.ts';
import { argumentsOf, directivesOf, text } from './directives.ts';
import { columnHolding, type TableDraft } from './draft.ts';
import { problemAt, suggestion, type DeclarationProblem } from './problem.ts';

/** A source and the step that ties its joins to the other tables, once all of them are there. */
export interface Binding {
  readonly source: SourceDefinition;
  /** Where the source is declared. */
  readonly node: ConstDirectiveNode;
  link(tables: ReadonlyMap<string, TableDefinition>): void;
}

export function bindSources(
  draft: TableDraft,
  references: ReadonlyMap<string, ReferenceDefinition>,
  connections: readonly string[],
  problems: DeclarationProblem[],
): readonly Binding[] {
  const directives = directivesOf(draft.node, 'source');
  if (directives.length === 0)
    problems.push(
      problemAt(
        draft.node,
        `${draft.name} has no @source, so it has no rows. Name a connection and an object.`,
      ),
    );
  const taken = new Set<string>();
  return directives.map((directive) => {
    const values = argumentsOf(directive);
    const domain = text(values, 'domain') ?? 'global';
    if (taken.has(domain))
      problems.push(problemAt(directive, `${draft.name} has two sources in the domain ${domain}; keep one.`));
    taken.add(domain);
    const connection = text(values, 'connection') ?? '';
    if (!connections.includes(connection)) {
      problems.push(
        problemAt(
          directive,
          `There is no connection ${connection} in the configuration. ${suggestion(connection, connections)}`,
        ),
      );
    }
    return bindOne(draft, references, directive, domain, problems);
  });
}

function bindOne(
  draft: TableDraft,
  references: ReadonlyMap<string, ReferenceDefinition>,
  directive: ConstDirectiveNode,
  domain: string,
  problems: DeclarationProblem[],
): Binding {
  const values = argumentsOf(directive);
  const mapping = (values['columns'] ?? {}) as Record<string, unknown>;
  for (const name of Object.keys(mapping)) {
    if (!draft.columns.has(name))
      problems.push(
        problemAt(
          directive,
          `columns maps ${name}, which is no column. ${suggestion(name, [...draft.columns.keys()])}`,
        ),
      );
  }
  const joins = new Map<string, Join>();
  const bound: BoundTable = {
    name: draft.name,
    connection: text(values, 'connection') ?? '',
    object: text(values, 'object') ?? '',
    key: draft.key,
    columns: boundColumns(draft, references, mapping),
    joins,
    options: (values['options'] ?? {}) as Record<string, unknown>,
  };
  return {
    source: { domain, bound },
    node: directive,
    link: (tables) => linkJoins(bound, joins, references, tables),
  };
}

function boundColumns(
  draft: TableDraft,
  references: ReadonlyMap<string, ReferenceDefinition>,
  mapping: Record<string, unknown>,
): ReadonlyMap<string, Column> {
  if (draft.separation !== null) columnHolding(draft, draft.separation);
  const leads = new Map(
    [...references.values()].map(({ column, table, to }) => [column, { table, column: to }]),
  );
  const columns = new Map<string, Column>();
  for (const { name, type, upstream, writable, template } of draft.columns.values()) {
    if (template !== null) continue;
    const mapped = mapping[name];
    const leadsTo = leads.get(name);
    const column = { name, type, upstream: typeof mapped === 'string' ? mapped : upstream, writable };
    columns.set(name, leadsTo === undefined ? column : { ...column, type: 'reference', references: leadsTo });
  }
  return columns;
}

/** Joined upstream are references by key into a table that is read through the same connection. */
function linkJoins(
  bound: BoundTable,
  joins: Map<string, Join>,
  references: ReadonlyMap<string, ReferenceDefinition>,
  tables: ReadonlyMap<string, TableDefinition>,
): void {
  for (const { name, column, table, to, join } of references.values()) {
    const target = tables.get(table);
    const source = target?.sources.find((other) => other.bound.connection === bound.connection);
    if (join && target !== undefined && source !== undefined && to === target.key)
      joins.set(name, { column, table: () => source.bound });
  }
}
