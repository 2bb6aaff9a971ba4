import type { Operand, Path, Query, SelectItem, TypeofItem } from './ast.ts';
import { bindChildren } from './bind-children.ts';
import { converted } from './convert-currency.ts';
import { bindPath, readEnd, resolvePath, sourceOf, unknownObject, unknownRelation } from './source.ts';
import type { Source, Step } from './source.ts';
import type { Node, ParentNode } from './projection.ts';
import { SoqlError } from './soql-error.ts';
import { objectNamed } from '../dictionary/dictionary.ts';
import { fieldReader } from './read-field.ts';
import type { SfRecord } from '../../world/world.ts';
import type { Value } from '../data/derived.ts';
import type { FieldInfo, ObjectInfo } from '../dictionary/object-info.ts';

/** FIELDS(ALL) and FIELDS(CUSTOM) are only for a few rows at a time. */
const MOST_ROWS_OF_ALL_FIELDS = 200;
const MOST_SUBQUERIES = 20;

/** The SELECT of a query without aggregates. `depth` is how many queries it lies inside of. */
export function bindSelect(query: Query, source: Source, depth: number): Node[] {
  const nodes: Node[] = [];
  const subqueries = query.select.filter((item) => item.kind === 'subquery');
  if (subqueries.length > MOST_SUBQUERIES) {
    throw malformed(`A query can have at most ${MOST_SUBQUERIES} child relationship sub-selects`, query.at);
  }
  for (const item of query.select) bindItem(nodes, item, query, source, depth);
  return nodes;
}

function bindItem(nodes: Node[], item: SelectItem, query: Query, source: Source, depth: number): void {
  switch (item.kind) {
    case 'subquery':
      nodes.push(bindChildren(item.query, source, depth + 1, bindSelect));
      return;
    case 'fields':
      return addAllFields(nodes, item, query, source);
    case 'typeof':
      nodes.push(bindTypeof(item, source));
      return;
    case 'operand':
      return addOperand(nodes, item.operand, item.alias, item.at, source);
  }
}

function addOperand(
  nodes: Node[],
  operand: Operand,
  alias: string | undefined,
  at: number,
  source: Source,
): void {
  if (operand.kind === 'call') {
    if (operand.name === 'CONVERTCURRENCY' && operand.argument?.kind === 'field')
      return addField(nodes, operand.argument.path, source, alias, operand.at);
    // The values of a picklist are their own labels here.
    if (operand.name !== 'TOLABEL' || operand.argument?.kind !== 'field') {
      throw malformed(`unexpected token: ${operand.name}`, operand.at);
    }
    return addField(nodes, operand.argument.path, source, alias);
  }
  if (alias !== undefined) throw malformed('only aggregate expressions use field aliasing', at);
  addField(nodes, operand.path, source, undefined);
}

/** Puts the field where its path leads, making the parents on the way. `convertAt`: where `convertCurrency` stands around it. */
function addField(
  nodes: Node[],
  path: Path,
  source: Source,
  alias: string | undefined,
  convertAt?: number,
): void {
  const column = bindPath(source, path);
  const { object, leaf } = resolvePath(source, path);
  const siblings = column.steps.reduce(parentNodes, nodes);
  const { field } = column;
  const key = alias ?? field?.name ?? leaf;
  if (siblings.some((node) => node.key === key)) {
    throw new SoqlError('INVALID_FIELD', `duplicate field selected: ${column.name}`, path.at);
  }
  const read = field === undefined ? column.read : endReader(object, field, source);
  siblings.push({
    kind: 'field',
    key,
    field,
    read: convertAt === undefined ? read : converted(source.context, field, read, convertAt),
  });
}

/** Reads the field off the record the path ends at, whatever object that is. */
function endReader(object: ObjectInfo, field: FieldInfo, source: Source): (record: SfRecord) => Value {
  const own = fieldReader(object.name, field);
  if (object.name !== 'Name') return own;
  return (record) => {
    const real = source.context.store.locate(record.Id);
    return real === undefined ? null : readEnd(real, object, field.name, own);
  };
}

function parentNodes(siblings: Node[], step: Step): Node[] {
  const found = siblings.find(
    (node): node is ParentNode => node.kind === 'parent' && node.key === step.relation,
  );
  if (found !== undefined) return found.nodes;
  const nodes: Node[] = [];
  siblings.push({ kind: 'parent', key: step.relation, nodes, follow: (record) => step.follow(record) });
  return nodes;
}

function addAllFields(
  nodes: Node[],
  { set, at }: { readonly set: string; readonly at: number },
  query: Query,
  source: Source,
): void {
  if (set !== 'STANDARD' && (query.limit === undefined || query.limit.value > MOST_ROWS_OF_ALL_FIELDS)) {
    throw malformed(`The SOQL FIELDS function must have a LIMIT of at most ${MOST_ROWS_OF_ALL_FIELDS}`, at);
  }
  for (const field of source.object.fields) {
    const wanted = set === 'ALL' || field.custom === (set === 'CUSTOM');
    if (wanted) addField(nodes, { parts: [field.name], at }, source, undefined);
  }
}

/** Each branch selects from the object it names; a parent of no listed type shows the ELSE fields, or nothing. */
function bindTypeof(item: TypeofItem, source: Source): Node {
  const { steps } = resolvePath(source, { ...item.path, parts: [...item.path.parts, 'Id'] });
  const [step] = steps;
  if (step === undefined || steps.length > 1) {
    throw unknownRelation(item.path.parts.join('.'), 'field path', 'INVALID_FIELD', item.path.at);
  }
  const { dictionary } = source.context.store;
  const branches = new Map<string, Node[]>();
  for (const branch of item.branches) {
    const object = objectNamed(dictionary, branch.type);
    if (object === undefined) throw unknownObject(branch.type, branch.at);
    branches.set(object.name, fieldsOf(branch.fields, sourceOf(object, [], source.context)));
  }
  const otherwise = fieldsOf(item.otherwise ?? [], sourceOf(step.target, [], source.context));
  return {
    kind: 'typeof',
    key: step.relation,
    follow: (record) => step.follow(record),
    nodesFor: (object) => branches.get(object) ?? otherwise,
  };
}

function fieldsOf(paths: readonly Path[], source: Source): Node[] {
  const nodes: Node[] = [];
  for (const path of paths) addField(nodes, path, source, undefined);
  return nodes;
}

function malformed(message: string, at: number): SoqlError {
  return new SoqlError('MALFORMED_QUERY', message, at);
}
