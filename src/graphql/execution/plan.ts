import {
  getArgumentValues,
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isAbstractType,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  type SelectionSetNode,
  Kind,
} from 'graphql';

/** What an operation is read with. */
export interface Operation {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** One field of a selection on one type: everything that is the same for every row. */
export interface FieldPlan {
  readonly key: string;
  readonly name: string;
  readonly nodes: readonly FieldNode[];
  readonly field: GraphQLField<unknown, unknown>;
  readonly parent: GraphQLObjectType;
  readonly arguments: Record<string, unknown>;
  /** By the name of each object type that the field can answer; laid out when first met. */
  readonly below: Map<string, SelectionPlan>;
}

export interface SelectionPlan {
  readonly type: GraphQLObjectType;
  readonly fields: readonly FieldPlan[];
  /** Response keys of `__typename`. */
  readonly typeNames: readonly string[];
}

/** Lays out what is selected of a type by these fields' selection sets. Throws GraphQLError for arguments that cannot be coerced. */
export function planSelection(
  operation: Operation,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
): SelectionPlan {
  const byKey = new Map<string, FieldNode[]>();
  for (const set of sets) collect(operation, type, set, byKey);
  const fields: FieldPlan[] = [];
  const typeNames: string[] = [];
  const definitions = type.getFields();
  for (const [key, nodes] of byKey) {
    const [node] = nodes as [FieldNode];
    const field = definitions[node.name.value];
    if (field !== undefined) {
      const values = field.args.length === 0 ? {} : getArgumentValues(field, node, operation.variables);
      fields.push({ key, name: field.name, nodes, field, parent: type, arguments: values, below: new Map() });
    } else if (node.name.value === '__typename') typeNames.push(key);
  }
  return { type, fields, typeNames };
}

/** The plan of what a field's answer of this type is asked for. */
export function planBelow(
  operation: Operation,
  { nodes, below }: FieldPlan,
  type: GraphQLObjectType,
): SelectionPlan {
  const known = below.get(type.name);
  if (known !== undefined) return known;
  const plan = planSelection(
    operation,
    type,
    nodes.flatMap(({ selectionSet }) => selectionSet ?? []),
  );
  below.set(type.name, plan);
  return plan;
}

function collect(
  operation: Operation,
  type: GraphQLObjectType,
  set: SelectionSetNode,
  into: Map<string, FieldNode[]>,
): void {
  for (const node of set.selections) {
    if (isLeftOut(operation, node)) continue;
    if (node.kind === Kind.FIELD) {
      const key = node.alias?.value ?? node.name.value;
      const nodes = into.get(key);
      if (nodes === undefined) into.set(key, [node]);
      else nodes.push(node);
      continue;
    }
    const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : operation.fragments[node.name.value];
    if (fragment !== undefined && applies(operation.schema, fragment.typeCondition?.name.value, type)) {
      collect(operation, type, fragment.selectionSet, into);
    }
  }
}

function isLeftOut({ variables }: Operation, node: SelectionSetNode['selections'][number]): boolean {
  if (node.directives === undefined || node.directives.length === 0) return false;
  if (getDirectiveValues(GraphQLSkipDirective, node, variables)?.['if'] === true) return true;
  return getDirectiveValues(GraphQLIncludeDirective, node, variables)?.['if'] === false;
}

function applies(schema: GraphQLSchema, condition: string | undefined, type: GraphQLObjectType): boolean {
  if (condition === undefined || condition === type.name) return true;
  const other = schema.getType(condition);
  return isAbstractType(other) && schema.isSubType(other, type);
}

/** Whether an operation asks for the schema itself, which is left to graphql-js. */
export function asksForSchema(
  set: SelectionSetNode,
  fragments: Operation['fragments'],
  seen = new Set<string>(),
): boolean {
  return set.selections.some((node) => {
    if (node.kind === Kind.FIELD) return node.name.value === '__schema' || node.name.value === '__type';
    if (node.kind === Kind.INLINE_FRAGMENT) return asksForSchema(node.selectionSet, fragments, seen);
    const fragment = fragments[node.name.value];
    if (fragment === undefined || seen.has(node.name.value)) return false;
    seen.add(node.name.value);
    return asksForSchema(fragment.selectionSet, fragments, seen);
  });
}
