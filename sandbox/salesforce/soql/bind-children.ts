import type { SfRecord } from '../../world/world.ts';
import { objectNamed } from '../dictionary/dictionary.ts';
import type { ChildInfo, ObjectInfo } from '../dictionary/object-info.ts';
import { idKey } from '../ids.ts';
import type { Path, Query } from './ast.ts';
import { bindOperand } from './bind-operand.ts';
import type { QueryContext } from './context.ts';
import { orderRows } from './order.ts';
import type { Node } from './projection.ts';
import { SoqlError } from './soql-error.ts';
import { sourceOf, unknownRelation } from './source.ts';
import type { Source } from './source.ts';
import { compileWhere } from './where.ts';

/** A child query inside a child query came with version 58; before it, one level was all. */
const NESTED_SINCE = 58;
const MOST_LEVELS = 5;

type BindSelect = (query: Query, source: Source, depth: number) => Node[];

/** `(SELECT … FROM Opportunities WHERE … ORDER BY … LIMIT …)`: the same for each parent, over that parent's rows. */
export function bindChildren(query: Query, parent: Source, depth: number, bindSelect: BindSelect): Node {
  const { context } = parent;
  checkShape(query, context, depth);
  const [from] = query.from;
  const child = from && relationOf(from.path, parent);
  const object = child && objectNamed(context.store.dictionary, child.object);
  if (from === undefined || child === undefined || object === undefined) {
    const name = from?.path.parts.at(-1) ?? '';
    throw unknownRelation(name, 'FROM part of query call', 'INVALID_TYPE', from?.path.at ?? query.at);
  }
  const source = sourceOf(object, query.from, context);
  const nodes = bindSelect(query, source, depth);
  const rows = childRows(query, source, child);
  return { kind: 'children', key: child.relationshipName, nodes, object: object.name, rows };
}

function childRows(
  query: Query,
  source: Source,
  child: ChildInfo,
): (record: SfRecord) => readonly SfRecord[] {
  const { test } = compileWhere(query, source);
  const limit = query.limit?.value ?? Number.POSITIVE_INFINITY;
  const bind = (operand: Parameters<typeof bindOperand>[1]) => bindOperand(source, operand);
  // Bound once here too, so that a wrong ORDER BY is an error even when no parent has children.
  orderRows([], query.order, bind, 0);
  return (record) => {
    const { object, context } = source;
    const all = belowOf(object, context, child.field, record.Id);
    const below = all.filter((each) => context.sees(object.name, each));
    const kept = test === undefined ? below : below.filter(test);
    return orderRows(kept, query.order, bind, limit).slice(0, limit);
  };
}

function belowOf(object: ObjectInfo, { store, includeDeleted }: QueryContext, field: string, id: string) {
  const table = store.table(object.name);
  const live = table.referencing(field, id);
  if (!includeDeleted) return live;
  const gone = table.deleted.filter((record) => {
    const value = record[field];
    return typeof value === 'string' && idKey(value) === idKey(id);
  });
  return [...live, ...gone];
}

/** The relation may stand behind the parent's name or alias: `FROM Account.Contacts`. */
function relationOf(path: Path, parent: Source): ChildInfo | undefined {
  const [first = '', second, third] = path.parts;
  if (second === undefined) return parent.object.childNamed.get(first.toLowerCase());
  const own =
    first.toLowerCase() === parent.object.name.toLowerCase() || parent.aliases.has(first.toLowerCase());
  return own && third === undefined ? parent.object.childNamed.get(second.toLowerCase()) : undefined;
}

function checkShape(query: Query, context: QueryContext, depth: number): void {
  if (depth > 1 && Number(context.version) < NESTED_SINCE) {
    throw malformed('Nesting of child relationship sub-selects is not supported', query.at);
  }
  if (depth > MOST_LEVELS - 1)
    throw malformed(`Sub-selects nest at most ${MOST_LEVELS} levels deep`, query.at);
  if (query.offset !== undefined) throw malformed('OFFSET is not supported in sub-selects', query.offset.at);
  if (query.group !== undefined) throw malformed('GROUP BY is not supported in sub-selects', query.at);
}

function malformed(message: string, at: number): SoqlError {
  return new SoqlError('MALFORMED_QUERY', message, at);
}
