import type { ConstDirectiveNode } from 'graphql';
import type { Filter } from '../../contract/index.ts';
import { toCondition, type FilterInput } from '../filter-input.ts';
import { columnsOf } from '../../engine/filter/combine.ts';
import { argumentsOf } from './directives.ts';
import type { TableDraft } from './draft.ts';
import { argumentNode } from './literal.ts';
import { problemAt, type DeclarationProblem } from './problem.ts';
import type { Mapping } from './source-columns.ts';
import { viewerValuesIn, whereProblems } from './where.ts';

/** Reads the `where` of a @source: the rows of its object that are the table's; `null` where it has none, or one with a mistake. */
export function sourceWhere(
  draft: TableDraft,
  directive: ConstDirectiveNode,
  mapping: Mapping,
  problems: DeclarationProblem[],
): Filter | null {
  const where = argumentsOf(directive)['where'];
  if (where === undefined) return null;
  const wrong = mistakes(draft, where, mapping);
  const place = argumentNode(directive, 'where') ?? directive;
  problems.push(...wrong.map((message) => problemAt(place, message)));
  return wrong.length > 0 ? null : toCondition(where as FilterInput) || null;
}

function mistakes(draft: TableDraft, where: unknown, mapping: Mapping): readonly string[] {
  const [viewerValue] = viewerValuesIn(where);
  if (viewerValue !== undefined)
    return [
      `where compares with viewer.${viewerValue}, but the rows of a source are the same for everybody. Write @access(where: …) for what depends on the viewer.`,
    ];
  const wrong = whereProblems(where, draft.conditionColumns);
  if (wrong.length > 0) return wrong;
  return [...columnsOf(toCondition(where as FilterInput))]
    .filter((name) => mapping.get(name) === null)
    .map((name) => `where tests ${name}, which the rows of this source do not have, as columns says.`);
}
