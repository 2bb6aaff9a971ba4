import type { ConstDirectiveNode } from 'graphql';
import { GLOBAL } from '../../access/domains.ts';
import type { Join } from '../../contract/index.ts';
import type { ReferenceDefinition, SourceDefinition, TableDefinition } from '../../engine/definition.ts';
import { argumentsOf, directivesOf, text } from './directives.ts';
import type { TableDraft } from './draft.ts';
import { joinsOf } from './joins.ts';
import { problemAt, suggestion, type DeclarationProblem } from './problem.ts';
import { boundColumns, readMapping } from './source-columns.ts';
import { sourceWhere } from './source-where.ts';

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
    const domain = text(values, 'domain') ?? GLOBAL;
    problems.push(...placeProblems(draft, directive, domain, taken));
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

const PATH = /^[^/]+(\/[^/]+)*$/;

function placeProblems(
  { name }: TableDraft,
  directive: ConstDirectiveNode,
  domain: string,
  taken: ReadonlySet<string>,
): readonly DeclarationProblem[] {
  if (taken.has(domain))
    return [problemAt(directive, `${name} has two sources in the domain ${domain}; keep one.`)];
  if (PATH.test(domain)) return [];
  const message = `"${domain}" is no domain path. Write the names from the top, as "TOP/ACME", or leave domain out to place the source in ${GLOBAL}.`;
  return [problemAt(directive, message)];
}

function bindOne(
  draft: TableDraft,
  references: ReadonlyMap<string, ReferenceDefinition>,
  directive: ConstDirectiveNode,
  domain: string,
  problems: DeclarationProblem[],
): Binding {
  const values = argumentsOf(directive);
  const mapping = readMapping(draft, references, directive, problems);
  const joins = new Map<string, Join>();
  const bound = {
    name: draft.name,
    connection: text(values, 'connection') ?? '',
    object: text(values, 'object') ?? '',
    key: draft.key,
    columns: boundColumns(draft, references, mapping),
    joins,
    options: (values['options'] ?? {}) as Record<string, unknown>,
  };
  const source = { domain, bound, where: sourceWhere(draft, directive, mapping, problems) };
  return {
    source,
    node: directive,
    link: (tables) => {
      for (const [name, join] of joinsOf(source, references, tables)) joins.set(name, join);
    },
  };
}
