import {
  execute,
  getOperationAST,
  GraphQLError,
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type ExecutionResult,
  type FragmentDefinitionNode,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { getVariableValues } from 'graphql/execution/values.js';
import { absorb, completeValue, place, type Execution } from './complete.ts';
import { asksForSchema, planSelection, type FieldPlan, type Operation } from './plan.ts';

export interface ExecutionRequest {
  readonly schema: GraphQLSchema;
  /** Valid for the schema. */
  readonly document: DocumentNode;
  readonly operationName: string | null | undefined;
  readonly variables: Readonly<Record<string, unknown>> | null | undefined;
  readonly context: unknown;
  /** The event that an answer of a subscription is about; without one a subscription cannot be answered. */
  readonly rootValue?: unknown;
}

/**
 * Executes an operation. Queries over tables run here: their root fields answer whole trees of plain values, which are completed in one pass without
 * a promise or an argument coercion per row. Mutations and questions about the schema are graphql-js's. The answers are the same; a test holds
 * the two against each other.
 */
export async function executeOperation(request: ExecutionRequest): Promise<ExecutionResult> {
  const { schema, document, operationName, variables, context, rootValue } = request;
  const operation = getOperationAST(document, operationName);
  const fragments = fragmentsOf(document);
  if (operation && !schema.getRootType(operation.operation))
    return { errors: [noSuchOperation(operation.operation)] };
  if (operation?.operation === OperationTypeNode.SUBSCRIPTION && rootValue === undefined)
    return { errors: [notAStream()] };
  if (operation?.operation !== OperationTypeNode.QUERY || asksForSchema(operation.selectionSet, fragments)) {
    const values = { variableValues: variables, contextValue: context };
    return execute({ schema, document, operationName, ...values, rootValue });
  }
  const coerced = getVariableValues(schema, operation.variableDefinitions ?? [], variables ?? {}, {
    maxErrors: 50,
  });
  if (coerced.errors !== undefined) return { errors: coerced.errors };
  return runQuery({ schema, fragments, variables: coerced.coerced }, operation, context);
}

function noSuchOperation(type: string): GraphQLError {
  return new GraphQLError(`This graph has no ${type}s. Send a query or a mutation.`, {
    extensions: { code: 'BAD_USER_INPUT' },
  });
}

function notAStream(): GraphQLError {
  return new GraphQLError(
    'A subscription is answered by a stream: send it to /graphql/stream (server-sent events) or over WebSocket to /graphql.',
    { extensions: { code: 'BAD_USER_INPUT' } },
  );
}

function fragmentsOf({ definitions }: DocumentNode): Record<string, FragmentDefinitionNode> {
  const fragments: Record<string, FragmentDefinitionNode> = {};
  for (const node of definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments[node.name.value] = node;
  return fragments;
}

async function runQuery(
  base: Operation,
  operation: OperationDefinitionNode,
  context: unknown,
): Promise<ExecutionResult> {
  const root = base.schema.getQueryType();
  if (root === undefined || root === null)
    return { errors: [new GraphQLError('The schema has no queries.')] };
  const execution: Execution = { ...base, context, errors: [], info: infoMaker(base, operation) };
  try {
    const plan = planSelection(base, root, [operation.selectionSet]);
    const values = await Promise.all(plan.fields.map((field) => answerRoot(execution, field)));
    const data: Record<string, unknown> = {};
    for (const key of plan.typeNames) data[key] = root.name;
    plan.fields.forEach((field, index) => {
      data[field.key] = completeRoot(execution, field, values[index]);
    });
    return result(execution, data);
  } catch (error) {
    const located =
      error instanceof GraphQLError
        ? error
        : new GraphQLError(String(error), { originalError: error as Error });
    return result({ ...execution, errors: [...execution.errors, located] }, null);
  }
}

/** What a root field resolves to; what it throws is kept until its place in the answer is reached. */
async function answerRoot(execution: Execution, plan: FieldPlan): Promise<unknown> {
  try {
    return await plan.field.resolve?.(
      undefined,
      plan.arguments,
      execution.context,
      execution.info(plan, [plan.key]),
    );
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function completeRoot(execution: Execution, plan: FieldPlan, value: unknown): unknown {
  const path = [plan.key];
  try {
    return completeValue(execution, plan, plan.field.type, value, path);
  } catch (error) {
    return absorb(execution, plan.field.type, place(error, plan, [plan.key]));
  }
}

function result(
  { errors }: Pick<Execution, 'errors'>,
  data: Record<string, unknown> | null,
): ExecutionResult {
  return errors.length === 0 ? { data } : { errors, data };
}

/** The same for every row of a field but for its path, which no resolver of ours looks at below a root. */
function infoMaker(
  { schema, fragments, variables }: Operation,
  operation: OperationDefinitionNode,
): Execution['info'] {
  const known = new Map<FieldPlan, GraphQLResolveInfo>();
  return (plan, [key = plan.key]) => {
    const made = known.get(plan);
    if (made !== undefined) return made;
    const info: GraphQLResolveInfo = {
      fieldName: plan.name,
      fieldNodes: plan.nodes,
      returnType: plan.field.type,
      parentType: plan.parent,
      path: { prev: undefined, key, typename: plan.parent.name },
      schema,
      fragments,
      rootValue: undefined,
      operation,
      variableValues: variables,
    };
    known.set(plan, info);
    return info;
  };
}
